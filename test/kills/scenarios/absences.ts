// Scenarios of absences: the first one with its lesson, and what becomes of those that stand.

import { type Story, anna, ben, clara } from '../../support/company.ts';
import type { Scenarios } from '../scenario.ts';

export const absences: Scenarios = [
  {
    name: 'the first absences, which teach where an end is stored',
    writes: { 'POST /v2/absence-periods': 3, 'PATCH /v2/absence-periods': 1 },
    options: { people: 2, personio: { 'absence-write-end': 'exclusive' } },
    prepare: async ({ story }) => {
      story.hrEntersAbsence('vacation', '2026-05-04', '2026-05-05');
      story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
      story.takesLeave(anna.user, 'vacation', '2026-04-20', '2026-04-20', { duration: 0.5 });
      story.takesLeave(ben.user, 'sick', '2026-03-09');
    },
  },
  {
    name: 'absences that are split, change their type, move and go',
    writes: {
      'DELETE /v2/absence-periods': 2,
      'POST /v2/absence-periods': 3,
      'PATCH /v2/absence-periods': 2,
    },
    options: { people: 3 },
    prepare: async ({ story, sync }) => {
      const vacation = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
      const wrong = story.takesLeave(ben.user, 'sick', '2026-03-12');
      const moved = story.takesLeave(ben.user, 'vacation', '2026-04-20', '2026-04-22');
      const cancelled = story.takesLeave(clara.user, 'vacation', '2026-05-11', '2026-05-12');
      await sync();
      story.later();
      fallsSickWithin(story, vacation.id, '2026-04-15');
      story.time.changeAbsenceDates(wrong.id, { type_id: 1, subtype_id: 0 });
      story.time.changeAbsenceDates(moved.id, { from_date: '2026-04-21', to_date: '2026-04-23' });
      story.time.cancelAbsence(cancelled.id);
    },
  },
];

/** TimeTac takes the day out of the vacation and gives it to the illness. */
function fallsSickWithin(story: Story, vacation: number, day: string): void {
  story.takesLeave(anna.user, 'sick', day);
  story.time.changeAbsenceDates(vacation, {});
  const { absenceDays } = story.states.timetac;
  absenceDays.splice(
    absenceDays.findIndex(({ request_id, date }) => request_id === vacation && date === day),
    1,
  );
}
