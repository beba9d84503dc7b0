// In the timesheet, the leave book and the calendar (src/core): what ought to stand.

import { type Mutant, mutant } from './mutant.ts';

const day = 'core/attendance';
const leave = 'core/absences';

export const derivationMutants: readonly Mutant[] = [
  mutant(
    'an entry over midnight is not split',
    '3.4',
    day,
    'const end = earlierOf(fullEnd, dayEnd);',
    'const end = fullEnd;',
  ),
  mutant(
    'a day ends a minute before midnight',
    '3.4',
    day,
    'const nextMidnight = midnightOf(addDays(date, 1));',
    'const nextMidnight = `${date}T23:59:00`;',
  ),
  mutant(
    'an entry over midnight touches its first day only',
    '3.2',
    day,
    'for (let date = first; date <= last && dates.length < mostDays; date = addDays(date, 1))',
    'for (let date = first; date <= first; date = addDays(date, 1))',
  ),
  mutant(
    'pieces of one entry share a name',
    '3.4',
    day,
    'key: `${piece.entryId}@${date}`,',
    'key: `${piece.entryId}`,',
  ),
  mutant('neighbours of another project are joined', '3.3', day, 'piece.projectId === next.projectId &&', ''),
  mutant('breaks count as work', '3.3', day, "? 'BREAK' : 'WORK';", "? 'WORK' : 'WORK';"),
  mutant(
    'paid breaks count as breaks',
    '3.3',
    day,
    "(entry.kind === 'paid-break' && rules.paidBreaks === 'break')",
    "entry.kind === 'paid-break'",
  ),
  mutant(
    'entries that overlap go out',
    '3.3',
    day,
    'if (problem !== null)\n        return without(problem);',
    '',
  ),
  mutant(
    'the shadows of absences count as hours worked',
    '3.1',
    day,
    'entry.absenceId === null && touches(entry, date)',
    'touches(entry, date)',
  ),
  mutant(
    'entries that nobody approved go out',
    '3.5',
    day,
    'else if (rules.approvedOnly && entry.approved !== true)',
    'else if (false)',
  ),
  mutant(
    'a single half day lies in the other half',
    '2.3',
    leave,
    "(beginsAt ?? '') >= '12:00' : isFirst;",
    "(beginsAt ?? '') < '12:00' : isFirst;",
  ),
  mutant(
    'a half first day ends at midday',
    '2.3',
    leave,
    'startsAtMidday: single ? afternoon : first.share === 0.5,',
    'startsAtMidday: afternoon,',
  ),
  mutant('a weekend splits an absence', '2.2', leave, 'if (splits(date, absenceId, book))', 'if (true)'),
  mutant(
    'the last closed day is open for absences',
    '2.1',
    leave,
    '? addDays(lockedUntil, 1) : startDate;',
    '? lockedUntil : startDate;',
  ),
  mutant(
    'requests that are still open go out',
    '2.1',
    leave,
    "if (absence.status !== 'granted') {",
    "if (absence.status === 'waiting') {",
  ),
  mutant(
    'a cancelled absence stays',
    '2.7',
    leave,
    "status === 'cancelled' || status === 'declined' || status === 'deleted'",
    "status === 'declined' || status === 'deleted'",
  ),
];
