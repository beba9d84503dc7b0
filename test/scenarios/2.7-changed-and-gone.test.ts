// Rule 2.7: changes travel with few writes that never overlap, and what is gone in TimeTac goes in Personio.

import { describe, expect, test } from 'vitest';
import type { TimetacAbsence } from '../../src/simulators/timetac/state.ts';
import { anna, tellStory } from '../support/company.ts';

async function exported() {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  return { story, leave };
}

const changes: readonly [what: string, change: Partial<TimetacAbsence>, stands: string, writes: number][] = [
  ['longer', { to_date: '2026-04-16' }, 'Paid absence 2026-04-13 – 2026-04-16', 1],
  ['earlier', { from_date: '2026-04-09', to_date: '2026-04-10' }, 'Paid absence 2026-04-09 – 2026-04-10', 1],
  ['one half', { request_partial_end_duration: 0.5 }, 'Paid absence 2026-04-13 – 2026-04-15 to midday', 1],
  ['another type', { type_id: 3, subtype_id: 11 }, 'Sick day 2026-04-13 – 2026-04-15', 2],
];

test.each(changes)('%s', async (_what, change, stands, writes) => {
  const { story, leave } = await exported();
  story.time.changeAbsenceDates(leave.id, change);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([stands]);
  expect(report.run.writes.personio).toBeLessThanOrEqual(writes);
  expect(report.parts.absences).toMatchObject({ created: 0, updated: 1, deleted: 0 });
});

test('two absences that swap their days', async () => {
  const story = tellStory();
  const first = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
  const second = story.takesLeave(anna.user, 'sick', '2026-04-15', '2026-04-16');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(first.id, { from_date: '2026-04-15', to_date: '2026-04-16' });
  story.time.changeAbsenceDates(second.id, { from_date: '2026-04-13', to_date: '2026-04-14' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([
    'Sick day 2026-04-13 – 2026-04-14',
    'Paid absence 2026-04-15 – 2026-04-16',
  ]);
});

describe.each(['inclusive', 'exclusive'] as const)('an account that takes the last day %s', (end) => {
  test('gets every absence with its right last day', async () => {
    const story = tellStory({ personio: { 'absence-write-end': end } });
    story.takesLeave(anna.user, 'vacation', '2026-04-13');
    story.takesLeave(anna.user, 'sick', '2026-04-15', '2026-04-17');
    story.takesLeave(anna.user, 'vacation', '2026-04-20', '2026-04-20', { duration: 0.5 });

    const report = await story.sync();
    const again = await story.syncLater({ full: true });

    expect([...report.issues, ...again.issues]).toEqual([]);
    expect(story.absences()).toEqual([
      'Paid absence 2026-04-13',
      'Sick day 2026-04-15 – 2026-04-17',
      'Paid absence 2026-04-20 to midday',
    ]);
    expect(again.run.writes.personio).toBe(0);
  });
});

test.each(['cancelAbsence', 'declineAbsence'] as const)('%s: it goes in Personio too', async (verb) => {
  const { story, leave } = await exported();
  story.time[verb](leave.id);

  const report = await story.sync();

  expect(report.parts.absences).toMatchObject({ deleted: 1 });
  expect(story.absences()).toEqual([]);
});

test('a leave that is cut to its last day, and one that is split by a sick day, keep what they can', async () => {
  const { story, leave } = await exported();
  const before = story.absenceOn('2026-04-13').id;
  story.time.changeAbsenceDates(leave.id, { from_date: '2026-04-15', to_date: '2026-04-15' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-15']);
  expect(story.absenceOn('2026-04-15').id).toBe(before);
});
