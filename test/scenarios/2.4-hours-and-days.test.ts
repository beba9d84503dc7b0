// Rule 2.4: hours go to types in hours as they are; days never become hours, and hours become days only by the target.

import { expect, test } from 'vitest';
import type { LeaveKind } from '../../src/simulators/company/catalogue.ts';
import type { TimetacAbsence } from '../../src/simulators/timetac/state.ts';
import { anna, tellStory, told } from '../support/company.ts';

test.each<[string, LeaveKind, Partial<TimetacAbsence>, readonly string[], readonly string[]]>([
  [
    'with a begin time are sent as they are',
    'doctor',
    { duration: 2, begin: '09:00:00' },
    ['Hourly leave 2026-04-13 2026-04-13 09:00–11:00'],
    [],
  ],
  ['without a begin time are held', 'doctor', { duration: 2 }, [], ['fraction-unsupported 3001 2026-04-13']],
  [
    'that reach midnight are held',
    'doctor',
    { duration: 2, begin: '22:00:00' },
    [],
    ['fraction-unsupported 3001 2026-04-13'],
  ],
])('hours %s', async (_what, kind, more, stands, issues) => {
  const story = tellStory();
  story.takesLeave(anna.user, kind, '2026-04-13', '2026-04-13', more);

  const report = await story.sync();

  expect(told(report.issues)).toEqual(issues);
  expect(story.absences()).toEqual(stands);
});

test('days of a type that Personio counts in hours are held', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'training', '2026-04-13');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['unit-mismatch 3001 2026-04-13']);
  expect(story.absences()).toEqual([]);
});

test('hours that move later in the day move in Personio too', async () => {
  const story = tellStory();
  const visit = story.takesLeave(anna.user, 'doctor', '2026-04-13', '2026-04-13', {
    duration: 2,
    begin: '09:00:00',
  });
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(visit.id, { begin: '10:30:00', duration: 1.5 });

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(story.absences()).toEqual(['Hourly leave 2026-04-13 2026-04-13 10:30–12:00']);
  expect(report.parts.absences).toMatchObject({ created: 0, updated: 1, deleted: 0 });
  expect(again.run.writes.personio).toBe(0);
});

test('hours on a type in days wait with `fractions: hold`, also where they fill the day', async () => {
  const story = tellStory({
    settings: (document) => {
      for (const row of document['absences'].types)
        if (row.timetac === "Doctor's appointment") row.personio = 'Overtime compensation';
    },
  });
  story.takesLeave(anna.user, 'doctor', '2026-04-13', '2026-04-13', { duration: 8, begin: '08:00:00' });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['fraction-unsupported 3001 2026-04-13']);
  expect(story.absences()).toEqual([]);
});
