// Whose day it is, and which: a name to type, a date, and the days beside it.

import { Button, Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
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
          <DayField day={day} onDay={onDay} />
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

function DayField({ day, onDay }: DayProps): ReactNode {
  const say = useSay();
  const choose = (value: string | null): void => {
    const { date } = explainSearch({ date: value });
    if (date !== undefined) {
      onDay(date);
    }
  };
  return <DateField key={day} label={say(explainWords.day)} value={day} onChange={choose} />;
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
