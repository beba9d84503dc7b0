import { expect, test } from 'vitest';
import type { Line } from '../api/types.ts';
import { byCause } from './causes.ts';

const line = (code: string, name: string | null, change: Partial<Line> = {}): Line => ({
  id: `${code} ${name}`,
  code,
  part: 'attendances',
  employee: name === null ? null : { personioId: name, timetacId: null, name },
  date: null,
  until: null,
  new: false,
  covers: 1,
  type: null,
  details: [],
  sides: null,
  message: { en: '', de: '' },
  action: { en: '', de: '' },
  ...change,
});

test('what is new comes first, then what concerns most', () => {
  const causes = byCause([
    line('month-closed', 'Ada'),
    line('entry-too-long', 'Ada'),
    line('entry-too-long', 'Bob'),
    line('absence-exists', 'Ada', { new: true }),
  ]);
  expect(causes.map(({ code }) => code)).toEqual(['absence-exists', 'entry-too-long', 'month-closed']);
});

test('people and records are counted, a person once', () => {
  const [cause] = byCause([
    line('month-closed', 'Ada', { covers: 3 }),
    line('month-closed', 'Ada', { covers: 2, date: '2026-03-02' }),
    line('month-closed', null),
  ]);
  expect(cause).toMatchObject({ people: 1, records: 6 });
});

test('within a cause, new lines stand on top, then by name and date', () => {
  const [cause] = byCause([
    line('x', 'Bob'),
    line('x', 'Ada', { date: '2026-03-03' }),
    line('x', 'Ada', { date: '2026-03-02' }),
    line('x', 'Zoe', { new: true }),
  ]);
  expect(cause?.lines.map(({ employee, date }) => [employee?.name, date])).toEqual([
    ['Zoe', null],
    ['Ada', '2026-03-02'],
    ['Ada', '2026-03-03'],
    ['Bob', null],
  ]);
});
