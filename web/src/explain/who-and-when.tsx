// Whose day it is, and which: a name to type, a date, and the days beside it.

import { Button, Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { DateField } from '../ui/date-field.tsx';
import { explainWords } from '../words/explain.ts';
import { useSay } from '../words/say.ts';
import { dayBeside, todayOf } from './days.ts';
import { explainSearch } from './search.ts';
import { PersonField } from './person-field.tsx';

export interface WhoAndWhenProps {
  readonly integrationId: string;
  /** The id in Personio; null: nobody chosen yet. */
  readonly employee: string | null;
  readonly day: string;
  readonly onEmployee: (id: string) => void;
  readonly onDay: (date: string) => void;
}

export function WhoAndWhen(props: WhoAndWhenProps): ReactNode {
  const { integrationId, employee, day, onEmployee, onDay } = props;
  const say = useSay();
  return (
    <Paper component="search" aria-label={say(explainWords.search)} withBorder p="md">
      <Stack gap="sm">
        <Group align="flex-start" gap="md">
          <PersonField integrationId={integrationId} employee={employee} onChoose={onEmployee} />
          <DayField key={day} day={day} onDay={onDay} />
        </Group>
        <Beside day={day} onDay={onDay} />
      </Stack>
    </Paper>
  );
}

interface DayProps {
  readonly day: string;
  readonly onDay: (date: string) => void;
}

/** What is no date stays as it was typed, until another day is chosen: else the day before would seem to be meant. */
function DayField({ day, onDay }: DayProps): ReactNode {
  const say = useSay();
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = (value: string | null): void => {
    const { date } = explainSearch({ date: value });
    setWrong(date === undefined ? value : null);
    if (date !== undefined) {
      onDay(date);
    }
  };
  return <DateField label={say(explainWords.day)} value={wrong ?? day} onChange={choose} />;
}

function Beside({ day, onDay }: DayProps): ReactNode {
  const say = useSay();
  const today = todayOf(new Date());
  return (
    <Group gap="xs">
      <Button variant="default" size="xs" onClick={() => onDay(dayBeside(day, -1))}>
        {say(explainWords.before)}
      </Button>
      <Button variant="default" size="xs" onClick={() => onDay(dayBeside(day, 1))}>
        {say(explainWords.after)}
      </Button>
      <Button variant="default" size="xs" disabled={day === today} onClick={() => onDay(today)}>
        {say(explainWords.today)}
      </Button>
    </Group>
  );
}
