// Up to which day payroll is closed.

import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { exportsWords } from '../../words/steps-exports.ts';
import { DateOfField } from '../fields/date-of-field.tsx';
import { useForm } from '../form.ts';

export function Payroll(): ReactNode {
  const say = useSay();
  const { value } = useForm();
  const locked = value('lockedUntil');
  const isAfterStart = ['absences.startDate', 'attendances.startDate']
    .map(value)
    .some((start) => typeof start === 'string' && typeof locked === 'string' && start <= locked);
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2}>{say(exportsWords.payroll)}</Title>
        <DateOfField
          path="lockedUntil"
          label={say(exportsWords.locked)}
          description={say(exportsWords.lockedHint)}
        />
        {isAfterStart ? (
          <Text size="sm" role="status">
            {say(exportsWords.lockedPast)}
          </Text>
        ) : null}
      </Stack>
    </Paper>
  );
}
