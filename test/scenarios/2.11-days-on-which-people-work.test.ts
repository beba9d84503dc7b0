// Rule 2.11: with `worksThatDay` hours on a day of that absence are normal; preset for remote work and business trips.

import { expect, test } from 'vitest';
import type { LeaveKind } from '../../src/simulators/company/catalogue.ts';
import { anna, ben, codes, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

const setting = (timetac: string, row: object) => (document: Draft) => {
  for (const own of document['absences'].types) if (own.timetac === timetac) Object.assign(own, row);
};

/** The rows of the form without a word about it. */
const preset = (document: Draft): void => {
  for (const row of document['absences'].types) delete row.worksThatDay;
};

test.each<[LeaveKind, readonly string[]]>([
  ['remote', []],
  ['trip', []],
  ['vacation', ['attendance-on-absence 3001 2026-03-16']],
  ['sick', ['attendance-on-absence 3001 2026-03-16']],
])('preset: hours on a day of “%s”', async (kind, notes) => {
  const story = tellStory({
    settings: (document) => {
      preset(document);
      setting('Business trip', { sync: true })(document);
    },
  });
  story.takesLeave(anna.user, kind, '2026-03-16');
  story.works(anna.user, '2026-03-16 08:00', '16:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–16:00']);
  expect(told(report.notes)).toEqual(notes);
  expect(report.issues).toEqual([]);
});

test('the form overrules the preset, either way', async () => {
  const story = tellStory({
    settings: (document) => {
      setting('Remote work', { worksThatDay: false })(document);
      setting('Vacation', { worksThatDay: true })(document);
    },
  });
  story.takesLeave(anna.user, 'remote', '2026-03-16');
  story.works(anna.user, '2026-03-16 08:00', '16:00');
  story.takesLeave(ben.user, 'vacation', '2026-03-16');
  story.works(ben.user, '2026-03-16 08:00', '16:00');

  const report = await story.sync();

  expect(told(report.notes)).toEqual(['attendance-on-absence 3001 2026-03-16']);
});

test('the absence itself goes out all the same', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'remote', '2026-03-16', '2026-03-17');
  story.works(anna.user, '2026-03-16 08:00', '16:00');

  const report = await story.sync();

  expect(codes(report.notes)).toEqual([]);
  expect(story.absences()).toEqual(['Work from home 2026-03-16 – 2026-03-17']);
});

test('said later in the form, the notes of days before are gone', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-03-16');
  story.works(anna.user, '2026-03-16 08:00', '16:00');
  await story.sync();
  expect(codes((await story.syncLater()).notes)).toEqual(['attendance-on-absence']);
  story.later(60);
  story.world.changeSettings(setting('Vacation', { worksThatDay: true }));

  const report = await story.sync();

  expect(codes(report.notes)).toEqual([]);
});
