// Rule 1.7, with rule 0.5: TimeTac refuses a change of somebody who leaves. The account is switched off all the same, at once, and
// what was refused stays told until it stands.

import { expect, test } from 'vitest';
import { anna, tellStory, told } from '../support/company.ts';
import type { Mishap } from '../support/wire.ts';

/** No account takes the name; everything else is taken. */
const refusingTheName: Mishap = async (request, handle) => {
  const body = await request.clone().text();
  return body.includes('Neu')
    ? Response.json(
        { Success: false, Error: 42, ErrorMessage: 'The name is reserved', Results: [] },
        { status: 422 },
      )
    : handle(request);
};

async function refusedLeaver() {
  const story = tellStory();
  await story.sync();
  story.later();
  story.wire.next({ side: 'timetac', path: '/users/update' }, refusingTheName, { times: Infinity });
  story.hr.editEmployee(anna.id, { last_name: 'Neu' });
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-01' });
  return story;
}

test('the run that tells the refusal switches the account off', async () => {
  const story = await refusedLeaver();

  const report = await story.sync();

  expect(story.userOf(anna.user)?.active).toBe(false);
  expect(report.parts.employees.deleted).toBe(1);
  expect(told(report.issues)).toEqual(['refused-by-timetac 3001 -']);
});

test('so does a full check, which asks for everything again', async () => {
  const story = await refusedLeaver();

  const report = await story.sync({ full: true });

  expect(story.userOf(anna.user)?.active).toBe(false);
  expect(told(report.issues)).toEqual(['refused-by-timetac 3001 -']);
});

test('what was refused stays told, is not asked again by itself, and goes out once TimeTac takes it', async () => {
  const story = await refusedLeaver();
  await story.sync();

  const later = await story.syncLater();
  expect([later.run.writes.timetac, told(later.issues)]).toEqual([0, ['refused-by-timetac 3001 -']]);

  story.wire.mend();
  const report = await story.syncLater({ full: true });
  expect(report.issues).toEqual([]);
  expect(story.userOf(anna.user)).toMatchObject({
    lastname: 'Neu',
    active: false,
    exit_date: '2026-03-01',
  });
});
