// The customer agrees to the form as it stands, with name and time.

import { Alert, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useDo, usePut } from '../../api/use.ts';
import { useMe } from '../../session/use-session.ts';
import { useFieldErrors } from '../../ui/fields.ts';
import { Icon } from '../../ui/icons.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { stepTitleWords } from '../../words/integration.ts';
import { useFormat, useSay } from '../../words/say.ts';
import { sheetWords } from '../../words/steps-sheet.ts';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import { numberOf } from '../step-order.ts';

const covered = ['accounts', 'users', 'exports', 'types'] as const;

export function SignOff(): ReactNode {
  const say = useSay();
  const { integration, mayEdit } = useForm();
  const open = integration.steps.filter(
    ({ step, state }) => state !== 'done' && covered.some((name) => name === step),
  );
  const isCurrent = integration.signOff?.current === true;
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{say(sheetWords.signTitle)}</Title>
          <Text c="dimmed">{say(sheetWords.signText)}</Text>
        </div>
        <Standing />
        {!mayEdit || isCurrent ? null : open.length > 0 ? (
          <Text>
            {say(sheetWords.signFirst, {
              steps: open.map(({ step }) => `${numberOf(step)} ${say(stepTitleWords[step])}`).join(', '),
            })}
          </Text>
        ) : (
          <Sign />
        )}
      </Stack>
    </Paper>
  );
}

function Standing(): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const { signOff } = useForm().integration;
  if (signOff === null) {
    return <Text>{say(sheetWords.unsigned)}</Text>;
  }
  const { name, by, at, current } = signOff;
  return (
    <Alert
      color={current ? 'green' : 'yellow'}
      icon={<Icon name={current ? 'check' : 'warn'} size={20} />}
      role="note"
      title={say(sheetWords.signed, { name, when: dateTimeZone(at) })}
    >
      <Text size="sm">{say(sheetWords.signedBy, { by })}</Text>
      {current ? null : <Text size="sm">{say(sheetWords.changed)}</Text>}
    </Alert>
  );
}

function Sign(): ReactNode {
  const say = useSay();
  const me = useMe();
  const { integration } = useForm();
  const params = { id: integration.id };
  const put = usePut();
  const [name, setName] = useKept(`${integration.id} sign`, me.name);
  const [asked, setAsked] = useState(false);
  const sign = useDo('signOffForm', { onDone: (view) => put('readIntegration', { params }, view) });
  const errors = useFieldErrors(sign.error);
  const isEmpty = name.trim() === '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!isEmpty) {
          sign.mutate({ params, body: { name: name.trim(), formHash: integration.formHash } });
        }
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={say(sheetWords.name)}
          value={name}
          error={errors['name'] ?? (asked && isEmpty ? say(sheetWords.nameNeeded) : undefined)}
          required
          maxLength={100}
          autoComplete="name"
          maw={420}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Group>
          <Button type="submit" disabled={sign.isPending}>
            {say(integration.signOff === null ? sheetWords.sign : sheetWords.signAgain)}
          </Button>
        </Group>
        {sign.isPending ? <Waiting>{say(sheetWords.signing)}</Waiting> : null}
        {sign.error === null ? null : <Trouble of={sign.error} listFields />}
      </Stack>
    </form>
  );
}
