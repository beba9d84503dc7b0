// What payroll reads of a record that may not move any more.

import { expect, test } from 'vitest';
import { moveText } from './places.ts';

const hours = (kind: 'WORK' | 'BREAK', from: string, to: string, projectId: string | null = null) => ({
  kind,
  start: `2026-02-16T${from}:00`,
  end: `2026-02-16T${to}:00`,
  projectId,
  comment: null,
});
const leave = (typeId: string) => ({
  typeId,
  firstOn: '2026-02-16',
  lastOn: '2026-02-17',
  startsAtMidday: false,
  endsAtMidday: false,
  hours: null,
});

test.each([
  ['work needs no word', null, hours('WORK', '08:00', '12:00'), '– → 2026-02-16 08:00–12:00'],
  ['a break has one', null, hours('BREAK', '12:00', '12:30'), '– → BREAK 2026-02-16 12:00–12:30'],
  [
    'so have both where work becomes a break',
    hours('WORK', '12:00', '13:00'),
    hours('BREAK', '12:00', '12:30'),
    'WORK 2026-02-16 12:00–13:00 → BREAK 2026-02-16 12:00–12:30',
  ],
  [
    'another type at the same time is told',
    leave('vacation'),
    leave('sick'),
    '2026-02-16–2026-02-17 → 2026-02-16–2026-02-17 [type]',
  ],
  [
    'and so is another project',
    hours('WORK', '08:00', '12:00', 'a'),
    hours('WORK', '08:00', '12:00', 'b'),
    '2026-02-16 08:00–12:00 → 2026-02-16 08:00–12:00 [project]',
  ],
])('%s', (_what, from, to, told) => {
  expect(moveText(from, to)).toBe(told);
});
