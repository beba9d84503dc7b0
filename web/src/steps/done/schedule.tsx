// When runs happen by themselves.

import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useSay } from '../../words/say.ts';
import { doneWords } from '../../words/steps-done.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { NameField } from '../fields/name-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { textChoices } from '../live/name-choices.ts';

export function Schedule(): ReactNode {
  const say = useSay();
  const zones = useMemo(() => textChoices(Intl.supportedValuesOf('timeZone')), []);
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2}>{say(doneWords.schedule)}</Title>
        <ChoiceField
          path="schedule.every"
          label={say(doneWords.every)}
          description={say(doneWords.everyHint)}
          standard="15m"
          options={[
            { value: '60s', label: say(doneWords.every1) },
            { value: '5m', label: say(doneWords.every5) },
            { value: '15m', label: say(doneWords.every15) },
            { value: '30m', label: say(doneWords.every30) },
            { value: '1h', label: say(doneWords.every60) },
            { value: '4h', label: say(doneWords.every240) },
          ]}
        />
        <TextField
          path="schedule.fullCheckAt"
          label={say(doneWords.fullCheck)}
          description={say(doneWords.fullCheckHint)}
          standard="03:00"
          maxWidth={320}
        />
        <NameField
          path="schedule.timezone"
          label={say(doneWords.zone)}
          description={say(doneWords.zoneHint)}
          choices={zones}
          standard="Europe/Berlin"
          clearable
        />
      </Stack>
    </Paper>
  );
}
