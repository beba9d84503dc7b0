// Scenarios of attendances: the first export of a company, an ordinary day, periods under new names, a full check.

import { taskIds } from '../../../src/simulators/company/catalogue.ts';
import { anna, ben, clara, personAt } from '../../support/company.ts';
import type { Scenarios } from '../scenario.ts';

const dora = personAt(3);
const pause = { task_id: taskIds.break };

export const hours: Scenarios = [
  {
    name: 'the first run of a company',
    writes: {
      'POST /v2/absence-periods': 2,
      'POST /v2/attendance-periods': 13,
      'POST /demo/v4/users/create': 1,
    },
    options: { people: [{}, {}, { user: null }, {}], concurrency: 4 },
    prepare: async ({ story }) => {
      story.hrEnters('WORK', '2026-03-11 08:00', '12:00');
      story.hrEnters('WORK', '2026-03-12 11:00', '13:00', ben.employee);
      story.hrEntersAbsence('vacation', '2026-05-04', '2026-05-05');
      for (const { user } of [anna, ben, dora]) {
        story.works(user, '2026-03-16 08:00', '12:00');
        story.works(user, '2026-03-16 12:00', '12:30', pause);
        story.works(user, '2026-03-16 12:30', '16:30');
      }
      story.works(ben.user, '2026-03-12 08:00', '12:00');
      story.works(ben.user, '2026-03-12 13:00', '17:00');
      story.works(dora.user, '2026-03-13 22:00', '2026-03-14 06:00');
      story.works(dora.user, '2026-03-17 08:00', '12:00');
      story.works(dora.user, '2026-03-18 08:00', null);
      story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-17');
      story.takesLeave(ben.user, 'sick', '2026-03-09', '2026-03-10');
    },
  },
  {
    name: 'a day with creates, updates, deletes and a ring',
    writes: {
      'DELETE /v2/attendance-periods': 2,
      'POST /v2/attendance-periods': 3,
      'PATCH /v2/attendance-periods': 2,
    },
    options: { people: 2, concurrency: 4 },
    prepare: async ({ story, sync }) => {
      story.hrEnters('BREAK', '2026-03-16 12:00', '13:00');
      const early = story.works(anna.user, '2026-03-16 08:00', '10:00');
      const late = story.works(anna.user, '2026-03-16 13:00', '17:00');
      const work = story.works(ben.user, '2026-03-17 08:00', '10:00');
      const rest = story.works(ben.user, '2026-03-17 10:00', '12:00', pause);
      await sync();
      story.later();
      story.time.editTimeTracking(early.id, { end_time: '2026-03-16 11:00:00' });
      story.time.deleteTimeTracking(late.id);
      story.works(anna.user, '2026-03-17 08:00', '12:00');
      story.works(anna.user, '2026-03-17 12:30', '17:00');
      story.time.editTimeTracking(work.id, {
        start_time: '2026-03-17 10:00:00',
        end_time: '2026-03-17 12:00:00',
      });
      story.time.editTimeTracking(rest.id, {
        start_time: '2026-03-17 08:00:00',
        end_time: '2026-03-17 10:00:00',
      });
    },
  },
  {
    name: 'days derived anew under other names',
    writes: { 'PATCH /v2/attendance-periods': 2, 'POST /v2/attendance-periods': 2 },
    prepare: async ({ story, sync }) => {
      const kept = story.works(anna.user, '2026-03-16 08:00', '12:00');
      const longer = story.works(anna.user, '2026-03-17 08:00', '12:00');
      const cut = story.works(ben.user, '2026-03-16 08:00', '17:00');
      await sync();
      story.later();
      story.time.deleteTimeTracking(kept.id);
      story.works(anna.user, '2026-03-16 08:00', '10:00');
      story.works(anna.user, '2026-03-16 10:00', '12:00');
      story.time.deleteTimeTracking(longer.id);
      story.works(anna.user, '2026-03-17 08:00', '10:00');
      story.works(anna.user, '2026-03-17 10:00', '12:30');
      story.time.deleteTimeTracking(cut.id);
      story.works(ben.user, '2026-03-16 08:00', '12:00');
      story.works(ben.user, '2026-03-16 12:00', '12:30', pause);
      story.works(ben.user, '2026-03-16 12:30', '17:00');
    },
  },
  {
    name: 'a full check that finds what nobody told',
    writes: {
      'POST /v2/absence-periods': 1,
      'POST /v2/attendance-periods': 1,
      'DELETE /v2/attendance-periods': 1,
    },
    options: { people: 3 },
    prepare: async ({ story, sync }) => {
      for (const { user } of [anna, ben, clara]) {
        story.works(user, '2026-03-16 08:00', '12:00');
        story.works(user, '2026-03-16 13:00', '17:00');
      }
      const gone = story.works(ben.user, '2026-03-17 08:00', '12:00');
      await sync();
      story.later();
      story.hr.deleteAttendance(story.attendanceAt('2026-03-16 08:00').id);
      const [theirs] = story.states.personio.attendances.filter((one) => one.person_id === clara.employee);
      story.hr.editAttendance(theirs?.id ?? '', { end: '2026-03-16T11:00:00' });
      story.time.deleteTimeTracking(gone.id);
      story.works(clara.user, '2026-03-17 08:00', '12:00');
      story.takesLeave(clara.user, 'vacation', '2026-04-13');
    },
    act: ({ story }, archive) => story.world.sync({ full: true }, archive),
  },
];
