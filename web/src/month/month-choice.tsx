// Which month: from a list, or the one beside it.

import { Button, Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { monthWords } from '../words/month.ts';
import { useLanguage, useSay } from '../words/say.ts';
import { monthBeside, monthChoices, monthName, monthOf } from './months.ts';

export interface MonthChoiceProps {
  readonly month: string;
  readonly onChoose: (month: string) => void;
}

/** As far back as two years of payroll. */
const OFFERED = 25;

export function MonthChoice({ month, onChoose }: MonthChoiceProps): ReactNode {
  const say = useSay();
  const { language } = useLanguage();
  const now = new Date();
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={say(monthWords.month)}
        value={month}
        data={monthChoices(now, month, OFFERED).map((one) => ({
          value: one,
          label: monthName(one, language),
        }))}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
      <Button variant="default" onClick={() => onChoose(monthBeside(month, -1))}>
        {say(monthWords.before)}
      </Button>
      <Button
        variant="default"
        disabled={month >= monthOf(now)}
        onClick={() => onChoose(monthBeside(month, 1))}
      >
        {say(monthWords.after)}
      </Button>
    </Group>
  );
}
