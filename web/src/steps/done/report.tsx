// Who hears of what did not go, when, and in which language.

import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { doneWords } from '../../words/steps-done.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { LinesField, TextField } from '../fields/text-field.tsx';
import { useForm } from '../form.ts';
import { mistakesWithin, textsIn } from '../form/json.ts';

export function Report(): ReactNode {
  const say = useSay();
  const { integration, saved } = useForm();
  const recipients = textsIn(saved('report.to'));
  const wrong = mistakesWithin(integration.mistakes, 'report.to').map(
    ({ path, message }) => `${recipients[indexIn(path)] ?? ''}: ${say(message)}`,
  );
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{say(doneWords.report)}</Title>
          <Text c="dimmed">{say(doneWords.reportText)}</Text>
        </div>
        <LinesField
          path="report.to"
          label={say(doneWords.to)}
          description={say(doneWords.toHint)}
          placeholder={say(doneWords.toExample)}
          error={wrong.length === 0 ? undefined : wrong.join(' ')}
        />
        {recipients.length === 0 ? <Text size="sm">{say(doneWords.toNone)}</Text> : null}
        <ChoiceField
          path="report.when"
          label={say(doneWords.when)}
          standard="on-issues"
          options={[
            { value: 'on-issues', label: say(doneWords.whenIssues) },
            { value: 'daily', label: say(doneWords.whenDaily) },
            { value: 'always', label: say(doneWords.whenAlways) },
            { value: 'never', label: say(doneWords.whenNever) },
          ]}
        />
        <ChoiceField
          path="report.language"
          label={say(doneWords.language)}
          standard="de"
          options={[
            { value: 'de', label: say(doneWords.german) },
            { value: 'en', label: say(doneWords.english) },
          ]}
        />
        <TextField
          path="report.deadManHours"
          label={say(doneWords.deadMan)}
          description={say(doneWords.deadManHint)}
          kind="number"
          standard={26}
          maxWidth={320}
        />
      </Stack>
    </Paper>
  );
}

/** `report.to[2]` → 2. */
function indexIn(path: string): number {
  return Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1);
}
