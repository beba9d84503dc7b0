// Step 5: which absence type of TimeTac is which one in Personio, and what happens to parts of days.

import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { TextLink } from '../../ui/link.tsx';
import { useSay } from '../../words/say.ts';
import { typesWords } from '../../words/steps-types.ts';
import { ApprovalField } from '../exports/attendances-card.tsx';
import { isPartOn } from '../exports/is-on.ts';
import { RadioField } from '../fields/choice-field.tsx';
import { useForm } from '../form.ts';
import { ListsNote, ReadListsAgain } from '../live/lists-note.tsx';
import { TypeList } from './type-list.tsx';

export function TypesStep(): ReactNode {
  const say = useSay();
  const form = useForm();
  const isOn = isPartOn(form, 'absences');
  if (isOn !== true) {
    return (
      <Alert color="gray" role="note" icon={<Icon name="info" size={20} />}>
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{say(isOn === false ? typesWords.off : typesWords.undecided)}</Text>
          <TextLink to="/integrations/$id/set-up/$step" params={{ id: form.integration.id, step: 'exports' }}>
            {say(typesWords.toExports)}
          </TextLink>
        </Stack>
      </Alert>
    );
  }
  return (
    <>
      <ListsNote needs={['timetac', 'personio']} />
      <Paper withBorder p="md">
        <Stack>
          <div>
            <Title order={2}>{say(typesWords.title)}</Title>
            <Text c="dimmed">{say(typesWords.text)}</Text>
          </div>
          <TypeList />
          <ReadListsAgain />
        </Stack>
      </Paper>
      <Paper withBorder p="md">
        <Stack>
          <RadioField
            path="absences.fractions"
            label={say(typesWords.fractions)}
            description={say(typesWords.fractionsText)}
            standard="hold"
            options={[
              { value: 'hold', label: say(typesWords.hold), description: say(typesWords.holdText) },
              { value: 'round', label: say(typesWords.round), description: say(typesWords.roundText) },
            ]}
          />
          <ApprovalField part="absences" />
        </Stack>
      </Paper>
    </>
  );
}
