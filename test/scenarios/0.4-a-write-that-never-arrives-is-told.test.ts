// Rule 0.4: a write that was lost and read back as not done is due again; while it does not arrive, no run says that all
// is well.

import { describe, expect, test } from 'vitest';
import { exitOfReport } from '../../src/cli/exit.ts';
import { anna, type Story, tellStory } from '../support/company.ts';
import type { Mishap, Place } from '../support/wire.ts';

const failures: readonly [what: string, mishap: Mishap][] = [
  ['the line is cut before every write', () => Promise.reject(new TypeError('connection lost'))],
  ['the server answers 500 to every write', () => Promise.resolve(new Response('oops', { status: 500 }))],
];

const records: readonly [what: string, place: Place, happens: (story: Story) => unknown][] = [
  [
    'an attendance',
    { side: 'personio', method: 'POST', path: '/attendance-periods' },
    (story) => story.works(anna.user, '2026-03-16 08:00', '12:00'),
  ],
  [
    'an absence',
    { side: 'personio', method: 'POST', path: '/absence-periods' },
    (story) => story.takesLeave(anna.user, 'vacation', '2026-04-13'),
  ],
  [
    'an account',
    { side: 'timetac', path: '/users/create' },
    (story) => story.hr.addEmployee({ ...story.states.personio.employees[0]!, id: 3050, ...newcomer }),
  ],
];

const newcomer = { first_name: 'Nora', last_name: 'Neu', email: 'nora.neu@muster.example', custom: {} };

const standing = (story: Story): number =>
  story.attendances().length + story.absences().length + story.states.timetac.users.length;

describe.each(failures)('%s', (_failure, mishap) => {
  test.each(records)(
    '%s: told as long as it does not arrive, sent once when it does',
    async (_what, place, happens) => {
      const story = tellStory();
      happens(story);
      const before = standing(story);
      story.wire.next(place, mishap, { times: Infinity });

      const first = await story.sync();
      const second = await story.syncLater();
      expect(standing(story)).toBe(before);
      expect([first, second].map(exitOfReport)).not.toContain(0);
      expect(second.issues).toHaveLength(1);

      story.wire.mend();
      await story.syncLater();
      const well = await story.syncLater();

      expect(standing(story)).toBe(before + 1);
      expect(well.issues).toEqual([]);
      expect(exitOfReport(well)).toBe(0);
    },
  );
});
