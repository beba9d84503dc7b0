// A start date, and what it means: so many records, so many minutes.

import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/types.ts';
import { useAsk } from '../../api/use.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { exportsWords } from '../../words/steps-exports.ts';
import { DateOfField } from '../fields/date-of-field.tsx';
import { useForm } from '../form.ts';

export interface StartDateProps {
  readonly part: 'absences' | 'attendances';
  readonly label: string;
}

export function StartDate({ part, label }: StartDateProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const path = `${part}.startDate`;
  return (
    <>
      <DateOfField
        path={path}
        label={label}
        description={say(exportsWords.startHint, { example: date(firstOfMonth(new Date())) })}
        required
      />
      <Meaning part={part} path={path} />
    </>
  );
}

function firstOfMonth(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-01`;
}

/** Counting reads the whole list in TimeTac: once per date. */
const STALE_MS = 10 * 60_000;

function Meaning({
  part,
  path,
}: {
  readonly part: StartDateProps['part'];
  readonly path: string;
}): ReactNode {
  const say = useSay();
  const { integration, value } = useForm();
  const { role, origin, credentials } = integration;
  const typed = value(path);
  const from = typeof typed === 'string' && /^\d{4}-\d\d-\d\d$/.test(typed) ? typed : null;
  const hasKeys = origin === 'file' || credentials.timetac !== null;
  const counts = useAsk(
    'countRecords',
    {
      params: { id: integration.id },
      body: {
        absencesFrom: part === 'absences' ? from : null,
        attendancesFrom: part === 'attendances' ? from : null,
      },
    },
    { enabled: role !== 'viewer' && hasKeys && from !== null, staleMs: STALE_MS },
  );
  if (role === 'viewer') {
    return null;
  }
  if (!hasKeys || from === null) {
    return (
      <Text size="sm" c="dimmed">
        {say(hasKeys ? exportsWords.countPick : exportsWords.countLater)}
      </Text>
    );
  }
  if (counts.isFetching) {
    return <Waiting>{say(exportsWords.counting)}</Waiting>;
  }
  if (counts.error !== null) {
    return (
      <Trouble
        of={counts.error}
        title={say(exportsWords.countTrouble)}
        tone="hint"
        onRetry={counts.refetch}
      />
    );
  }
  return counts.data === undefined ? null : <Counted part={part} counts={counts.data} />;
}

interface CountedProps {
  readonly part: StartDateProps['part'];
  readonly counts: Answer<'countRecords'>;
}

function Counted({ part, counts }: CountedProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const n = counts[part] ?? 0;
  const records =
    part === 'absences'
      ? count(n, exportsWords.absenceOne, exportsWords.absenceMany)
      : count(n, exportsWords.attendanceOne, exportsWords.attendanceMany);
  const time = count(counts.minutes, exportsWords.minuteOne, exportsWords.minuteMany);
  return (
    <Box role="status">
      <Text size="sm">
        <b>{say(exportsWords.means)}:</b>{' '}
        {n === 0 ? say(exportsWords.countedNone) : say(exportsWords.counted, { records, time })}
      </Text>
    </Box>
  );
}
