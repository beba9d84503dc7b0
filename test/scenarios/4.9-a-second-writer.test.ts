// Rule 4.9: records like ours that we did not write appear: another interface is still at work.

import { expect, test } from 'vitest';
import { anna, codes, tellStory } from '../support/company.ts';

const days = ['03', '04', '05', '06', '09'];

/** Another interface writes the same hours before we come to it. */
async function anotherInterface(count: number) {
  const story = tellStory();
  await story.sync();
  story.later();
  for (const day of days.slice(0, count)) {
    story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
    story.hrEnters('WORK', `2026-03-${day} 08:00`, '12:00');
  }
  return { story, report: await story.syncLater() };
}

test('many in one run: told once with the count, and nothing is written twice', async () => {
  const { story, report } = await anotherInterface(5);
  expect(codes(report.issues)).toEqual(['second-writer']);
  expect(report.issues[0]?.covers).toBe(5);
  expect(story.attendances()).toHaveLength(5);
});

test('one or two may be somebody who entered them by hand', async () => {
  const { report } = await anotherInterface(2);
  expect(report.issues).toEqual([]);
  expect(report.parts.attendances.adopted).toBe(2);
});

test('it stays told until a full check finds no more of them', async () => {
  const { story } = await anotherInterface(5);
  // Newer than anything we remember: the next run looks at everything, in case the ledger is an old one (rule 4.8).
  const next = await story.syncLater();
  expect(next.run.scope).toBe('full');
  expect(codes(next.issues)).toEqual([]);
});

test('records that stood there before the first run are nobody’s second interface', async () => {
  const story = tellStory();
  for (const day of days) {
    story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
    story.hrEnters('WORK', `2026-03-${day} 08:00`, '12:00');
  }
  const report = await story.sync();
  expect(report.issues).toEqual([]);
  expect(report.parts.attendances.adopted).toBe(5);
});

test('nor are those from before a part was switched on, however long the other parts run already', async () => {
  const story = tellStory({ settings: (document) => void (document['attendances'].enabled = false) });
  await story.sync();
  story.later(14 * 24 * 60);
  for (const day of days) {
    story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
    story.hrEnters('WORK', `2026-03-${day} 08:00`, '12:00');
  }
  await story.syncLater();
  story.world.changeSettings((document) => void (document['attendances'].enabled = true));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(report.parts.attendances.adopted).toBe(5);
});
