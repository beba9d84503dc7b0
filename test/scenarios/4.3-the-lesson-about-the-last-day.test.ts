// Rule 4.3: the first absence of an account is read back to learn how its end is taken. What goes wrong on the way of
// that lesson comes after a write: nothing may be lost or doubled by it.

import { expect, test } from 'vitest';
import { anna, ben, tellStory } from '../support/company.ts';
import { answering } from '../support/wire.ts';

const stories = [
  ['inclusive', 'read back', 'GET'],
  ['exclusive', 'read back', 'GET'],
  ['exclusive', 'put right', 'PATCH'],
] as const;

test.each(stories)(
  'an account that takes the last day %s, and a first absence that cannot be %s',
  async (end, _what, method) => {
    const story = tellStory({ personio: { 'absence-write-end': end } });
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
    story.takesLeave(ben.user, 'vacation', '2026-04-20');
    // The list is read before anything is written; a single absence only after.
    story.wire.next({ side: 'personio', method, path: '/absence-periods/' }, answering(503), { times: 20 });

    await story.sync();
    story.wire.mend();
    story.later();
    await story.sync();
    story.later();
    const report = await story.sync({ full: true });

    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
    expect(story.absences(ben.employee)).toEqual(['Paid absence 2026-04-20']);
    expect(report.issues).toEqual([]);
    expect(report.parts.absences).toMatchObject({ created: 0, updated: 0, deleted: 0, unchanged: 2 });
  },
);

test.each(['inclusive', 'exclusive'] as const)(
  'a first absence that is not shown at once is looked for, not taken back (%s)',
  async (end) => {
    const story = tellStory({ personio: { 'absence-write-end': end } });
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
    const missing = {
      errors: [{ title: 'Resource not found', detail: 'There is no resource.', type: null }],
    };
    story.wire.next({ side: 'personio', method: 'GET', path: '/absence-periods/' }, answering(missing, 404));

    await story.sync();
    const report = await story.syncLater();
    const full = await story.syncLater({ full: true });

    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
    expect(report.issues).toEqual([]);
    expect(full.run.writes.personio).toBe(0);
    expect(await story.origins()).toEqual(['created']);
  },
);
