// Rule 0.5: what a vendor refused is not asked again by itself, but when a person says so.

import { expect, test } from 'vitest';
import { anna, codes, tellStory } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

test('after the cause was mended at the vendor, one retry sends it, and only it', async () => {
  const story = tellStory();
  // Personio's special leave demands a substitute, which TimeTac does not tell (rule 2.10).
  story.takesLeave(anna.user, 'special', '2026-04-13');
  expect(codes((await story.sync()).issues)).toEqual(['refused-by-personio']);
  const type = story.states.personio.absenceTypes.find(({ name }) => name === 'Special leave');
  if (type === undefined) throw new Error('There is no special leave');
  Object.assign(type, { substitute: 'none' });

  const silent = await story.syncLater();
  expect(silent.run.writes.personio).toBe(0);
  expect(await deskOf(story.world).retry('refused-by-personio')).toEqual({ records: 1 });
  const report = await story.syncLater();

  expect(report.run.writes.personio).toBe(1);
  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Special leave 2026-04-13']);
});
