// Scenarios of a person's orders: a run is taken back, and an edit is overruled.

import { undoRun } from '../../../src/engine/undo.ts';
import { anna, ben } from '../../support/company.ts';
import type { Scenarios } from '../scenario.ts';

export const orders: Scenarios = [
  {
    name: 'a run that is taken back',
    writes: { 'DELETE /v2/absence-periods': 1, 'DELETE /v2/attendance-periods': 3 },
    prepare: async ({ story, sync }) => {
      story.works(anna.user, '2026-03-16 08:00', '12:00');
      await sync();
      story.later();
      story.works(anna.user, '2026-03-16 13:00', '17:00');
      story.works(anna.user, '2026-03-17 08:00', '12:00');
      story.works(ben.user, '2026-03-16 09:00', '10:00');
      story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
      await sync();
      story.later();
      await sync();
      story.later();
    },
    act: async ({ story }, archive) => {
      // Whoever ordered it orders it again.
      const doomed = (await archive.runs(50)).find(({ report }) => created(report) === 3);
      if (doomed === undefined) throw new Error('The run to be taken back is known');
      return undoRun(story.world.shop(archive), doomed.id, { mode: 'live', release: false });
    },
  },
  {
    name: 'an edit that a person overruled',
    writes: { 'POST /v2/attendance-periods': 2, 'PATCH /v2/attendance-periods': 1 },
    prepare: async ({ story, sync, desk }) => {
      for (const day of ['16', '17']) {
        story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
        story.works(anna.user, `2026-03-${day} 13:00`, '17:00');
      }
      await sync();
      story.later();
      story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T11:30:00' });
      story.hr.deleteAttendance(story.attendanceAt('2026-03-17 13:00').id);
      const { issues } = await sync({ full: true });
      if (issues.length !== 2) throw new Error('Both days were to be frozen');
      for (const { id } of issues) await desk().decide(id, 'source-wins');
      story.works(ben.user, '2026-03-17 08:00', '12:00');
    },
  },
];

const created = (report: unknown): number =>
  (report as { parts?: { attendances?: { created?: number } } } | null)?.parts?.attendances?.created ?? 0;
