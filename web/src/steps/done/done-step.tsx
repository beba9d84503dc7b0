// Step 8: when it runs, who hears of it, its limits; then switching on and the first run, live.

import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { isOn } from '../../integration/standing.ts';
import { useSay } from '../../words/say.ts';
import { doneWords } from '../../words/steps-done.ts';
import { TextField } from '../fields/text-field.tsx';
import { useForm } from '../form.ts';
import { IsOn } from './is-on.tsx';
import { PercentField } from './percent-field.tsx';
import { Report } from './report.tsx';
import { Schedule } from './schedule.tsx';
import { SwitchOn } from './switch-on.tsx';

export function DoneStep(): ReactNode {
  const { integration } = useForm();
  return isOn(integration.state) ? (
    <>
      <IsOn />
      <Settings />
    </>
  ) : (
    <>
      <Settings />
      <SwitchOn />
    </>
  );
}

function Settings(): ReactNode {
  return (
    <>
      <Schedule />
      <Report />
      <Guard />
    </>
  );
}

function Guard(): ReactNode {
  const say = useSay();
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{say(doneWords.guard)}</Title>
          <Text c="dimmed">{say(doneWords.guardText)}</Text>
        </div>
        <TextField
          path="guard.maxDeletes"
          label={say(doneWords.maxDeletes)}
          kind="number"
          standard={25}
          maxWidth={320}
        />
        <PercentField path="guard.maxDeleteShare" label={say(doneWords.maxShare)} standard={0.1} />
      </Stack>
    </Paper>
  );
}
