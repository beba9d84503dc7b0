// Rules 1.2 and 1.7: a date of termination that a credential may not see any more is missing, not empty: nobody comes back
// by it, and nobody leaves by it.

import { expect, test } from 'vitest';
import { anna, codes, type Story, tellStory } from '../support/company.ts';

/** From now on Personio shows all attributes of the guide but the date of termination. */
function hideTheEnd({ states }: Story): void {
  const [credential] = states.personio.credentials;
  if (credential === undefined) throw new Error('no credential');
  credential.readableAttributes = [
    'first_name',
    'last_name',
    'email',
    'status',
    'hire_date',
    'absence_entitlement',
    'office',
    'department',
  ];
}

async function leaving(): Promise<Story> {
  const story = tellStory();
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-20' });
  story.takesLeave(anna.user, 'vacation', '2026-03-19', '2026-03-27');
  await story.sync();
  return story;
}

test('the account of somebody who left stays off, later hours stay here, and leave stays clipped', async () => {
  const story = await leaving();
  story.goTo('2026-03-25 09:00');
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(false);
  hideTheEnd(story);
  story.works(anna.user, '2026-03-24 08:00', '12:00');

  const report = await story.syncLater({ full: true });

  expect(story.userOf(anna.user)?.active).toBe(false);
  expect(story.attendances()).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-03-19 – 2026-03-20']);
  expect(codes(report.notes)).toContain('attribute-missing');
});

test('nobody is switched off by a date that may have moved meanwhile', async () => {
  const story = await leaving();
  hideTheEnd(story);
  story.goTo('2026-03-25 09:00');

  await story.sync({ full: true });

  expect(story.userOf(anna.user)?.active).toBe(true);
});
