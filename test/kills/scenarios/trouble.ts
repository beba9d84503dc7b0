// Scenarios in which something had gone wrong before, or goes wrong besides.

import { anna, ben } from '../../support/company.ts';
import type { Scenarios } from '../scenario.ts';
import type { Weather } from '../stage.ts';

export const trouble: Scenarios = [
  {
    name: 'answers that are lost, and found again',
    writes: {
      'POST /v2/attendance-periods': 1,
      'PATCH /v2/attendance-periods': 1,
      'PATCH /v2/absence-periods': 1,
    },
    prepare: async (stage) => {
      const { story, sync } = stage;
      const early = story.works(anna.user, '2026-03-16 08:00', '12:00');
      const leave = story.takesLeave(ben.user, 'vacation', '2026-04-13', '2026-04-15');
      await sync();
      story.later();
      story.works(anna.user, '2026-03-17 08:00', '12:00');
      story.works(ben.user, '2026-03-17 08:00', '12:00');
      // The first lost answer cannot be looked for: its intent is left to the next run.
      stage.meets(lost('POST', 1, { thenSilent: true }));
      await sync();
      story.later(5);
      story.time.editTimeTracking(early.id, { end_time: '2026-03-16 11:30:00' });
      story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-16' });
      stage.meets(lost('PATCH', 2));
    },
  },
  {
    name: 'two parts whose vendor fails half-way',
    writes: {
      'PATCH /v2/absence-periods': 1,
      'POST /v2/absence-periods': 2,
      'POST /v2/attendance-periods': 3,
    },
    options: { people: 2, concurrency: 2 },
    prepare: async (stage) => {
      const { story, sync } = stage;
      const late = story.works(anna.user, '2026-03-13 13:00', '17:00');
      const leave = story.takesLeave(ben.user, 'vacation', '2026-04-13', '2026-04-15');
      await sync();
      story.later();
      story.time.deleteTimeTracking(late.id);
      story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-16' });
      story.takesLeave(anna.user, 'vacation', '2026-04-20');
      story.takesLeave(ben.user, 'vacation', '2026-05-11');
      for (const day of ['10', '11', '12', '16', '17'])
        for (const { user } of [anna, ben]) story.works(user, `2026-03-${day} 08:00`, '12:00');
      stage.meets(refusingWritesFrom(4));
    },
    afterwards: ({ clears }) => clears(),
    runsToRest: 1,
  },
  {
    name: 'a ledger that is older than the world',
    writes: { 'POST /v2/attendance-periods': 1 },
    prepare: async (stage) => {
      const { story, sync } = stage;
      const doomed = story.works(anna.user, '2026-03-16 08:00', '12:00');
      const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
      await sync();
      const backup = await (await stage.open()).copy();
      story.later();
      story.works(ben.user, '2026-03-17 09:00', '10:00');
      story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-16' });
      await sync();
      story.later();
      stage.restore(backup);
      // Only the world knows of these when the backup is back.
      story.time.deleteTimeTracking(doomed.id);
      story.works(ben.user, '2026-03-17 11:00', '12:00');
    },
    runsToRest: 2,
  },
];

/** The first writes of this kind reach the vendor, and nobody hears of it. */
function lost(method: string, times: number, { thenSilent = false } = {}): Weather {
  let left = times;
  return async (request, arrives) => {
    const isPeriod = request.url.includes('-periods');
    if (thenSilent && left === 0 && isPeriod) throw new TypeError('connection lost');
    if (left === 0 || !isPeriod || request.method !== method) return arrives(request);
    left -= 1;
    await arrives(request);
    throw new TypeError('connection lost');
  };
}

/** From this write of each part on, the vendor does nothing and says so. */
function refusingWritesFrom(first: number): Weather {
  const seen = new Map<string, number>();
  return (request, arrives) => {
    const part = /(absence|attendance)-periods/.exec(request.url)?.[0];
    if (part === undefined || request.method === 'GET') return arrives(request);
    const count = (seen.get(part) ?? 0) + 1;
    seen.set(part, count);
    if (count < first) return arrives(request);
    // Longer than a run waits.
    return Promise.resolve(new Response('{}', { status: 503, headers: { 'retry-after': '3600' } }));
  };
}
