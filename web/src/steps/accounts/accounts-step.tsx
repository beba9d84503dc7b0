// Step 1: where the two accounts are.

import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { accountsWords } from '../../words/steps-accounts.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useForm } from '../form.ts';
import { PersonioProbe, TimetacProbe } from './probe-result.tsx';
import { standardAddress } from './probe.ts';

export function AccountsStep(): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  return (
    <>
      <Text maw={720}>
        {say(integration.origin === 'sandbox' ? accountsWords.sandbox : accountsWords.before)}
      </Text>
      <TextField
        path="name"
        label={say(accountsWords.name)}
        description={say(accountsWords.nameHint)}
        required
      />
      <Paper withBorder p="md">
        <Stack>
          <Title order={2}>{say(accountsWords.timetac)}</Title>
          <TextField
            path="timetac.account"
            label={say(accountsWords.account)}
            description={say(accountsWords.accountHint)}
            required
          />
          <TimetacProbe />
          <details className="steps-details">
            <summary>{say(accountsWords.technical)}</summary>
            <Technical />
          </details>
        </Stack>
      </Paper>
      <Paper withBorder p="md">
        <Stack>
          <Title order={2}>{say(accountsWords.personio)}</Title>
          <TextField
            path="personio.baseUrl"
            label={say(accountsWords.personioAddress)}
            description={say(accountsWords.personioAddressHint)}
            standard={standardAddress.personio}
            kind="url"
          />
          <PersonioProbe />
        </Stack>
      </Paper>
    </>
  );
}

function Technical(): ReactNode {
  const say = useSay();
  return (
    <Stack>
      <TextField
        path="timetac.baseUrl"
        label={say(accountsWords.timetacAddress)}
        description={say(accountsWords.timetacAddressHint)}
        standard={standardAddress.timetac}
        kind="url"
      />
      <ChoiceField
        path="timetac.apiVersion"
        label={say(accountsWords.version)}
        description={say(accountsWords.versionHint)}
        options={[3, 4, 5].map((version) => ({ value: version, label: String(version) }))}
        standard={4}
      />
      <ChoiceField
        path="timetac.pathPrefix"
        label={say(accountsWords.prefix)}
        description={say(accountsWords.prefixHint)}
        options={[
          { value: '', label: say(accountsWords.prefixNone) },
          { value: 'userapi/', label: 'userapi/' },
        ]}
        standard=""
      />
    </Stack>
  );
}
