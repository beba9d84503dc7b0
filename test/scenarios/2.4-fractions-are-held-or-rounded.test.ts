// Rule 2.4: what is neither a whole nor a half day is held, or rounded to halves where the form says so.

import { describe, expect, test } from 'vitest';
import type { TimetacAbsence } from '../../src/simulators/timetac/state.ts';
import { anna, codes, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

const round = (document: Draft): void => void (document['absences'].fractions = 'round');

test.each<[string, Partial<TimetacAbsence>]>([
  ['a quarter of a day', { duration: 0.25 }],
  ['three quarters', { duration: 0.75 }],
  ['a tenth', { duration: 0.1 }],
])('%s is held as it is: nothing is sent, one issue', async (_what, more) => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', more);
  story.takesLeave(anna.user, 'vacation', '2026-04-20');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['fraction-unsupported 3001 2026-04-13']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-20']);
});

test('changed to half a day in TimeTac it goes out, and the issue is solved', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.25 });
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(leave.id, { duration: 0.5 });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 to midday']);
});

test('what was exported as a whole day and becomes a quarter stays as exported until somebody says', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(leave.id, { duration: 0.25 });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['fraction-unsupported 3001 2026-04-13']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
});

describe('`fractions: round`', () => {
  test.each([
    [0.25, ['Paid absence 2026-04-13 to midday']],
    [0.5, ['Paid absence 2026-04-13 to midday']],
    [0.75, ['Paid absence 2026-04-13']],
    [0.1, ['Paid absence 2026-04-13 to midday']],
  ] as const)('%d of a day', async (duration, stands) => {
    const story = tellStory({ settings: round });
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration });

    const report = await story.sync();

    expect(story.absences()).toEqual(stands);
    expect(report.issues).toEqual([]);
    expect(report.notes.map(({ code }) => code)).toEqual(duration === 0.5 ? [] : ['rounded']);
  });
});

test('rounded, an unchanged absence costs no further write, and the note stays', async () => {
  const story = tellStory({ settings: round });
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.25 });
  await story.sync();

  const again = await story.syncLater({ full: true });

  expect(again.run.writes.personio).toBe(0);
  expect(told(again.notes)).toEqual(['rounded 3001 2026-04-13']);
});

test.each(['hold', 'round'] as const)(
  'a half in the middle of a vacation stays on hold (`%s`)',
  async (fractions) => {
    const story = tellStory({ settings: (document) => (document['absences'].fractions = fractions) });
    const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
    const middle = story.states.timetac.absenceDays.find(
      ({ request_id, date }) => request_id === leave.id && date === '2026-04-14',
    );
    if (middle === undefined) throw new Error('There is no such day');
    middle.value = 0.5;

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['fraction-unsupported 3001 2026-04-14']);
    expect(story.absences()).toEqual([]);
  },
);

test('each rounded day is told with its difference', async () => {
  const story = tellStory({ settings: round });
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17', {
    request_partial_begin_duration: 0.25,
    request_partial_end_duration: 0.75,
  });
  const { notes } = await story.sync();
  expect(notes.map(({ code, details }) => [code, ...details])).toEqual([
    ['rounded', '2026-04-13: 0.25 → 0.5', '2026-04-17: 0.75 → 1'],
  ]);
});

describe('half a day in the middle of a booking is held, also where the booking is cut beside it', () => {
  const cases: readonly [string, Parameters<typeof tellStory>[0]][] = [
    ['not cut', {}],
    ['by the start date', { settings: (document) => void (document['absences'].startDate = '2026-04-15') }],
    ['by the exit', { people: [{ employee: { termination_date: '2026-04-15' } }, {}] }],
  ];
  test.each(cases)('%s', async (_what, setting) => {
    const story = tellStory(setting);
    const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
    for (const day of story.states.timetac.absenceDays)
      if (day.request_id === leave.id && day.date === '2026-04-15') day.value = 0.5;
    const report = await story.sync();
    expect(story.absences()).toEqual([]);
    expect(codes(report.issues)).toContain('fraction-unsupported');
  });
});
