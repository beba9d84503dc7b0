// Rules 0.5, 1.6 and 1.7: TimeTac takes an e-mail address once. Handing one over works in one run, and one that is taken
// holds back itself and nothing else.

import { expect, test } from 'vitest';
import { anna, ben, codes, tellStory, writesOf } from '../support/company.ts';

const address = (story: ReturnType<typeof tellStory>, user: number) =>
  story.userOf(user)?.email_address ?? '';

test.each(['in the order of the list', 'the other way round'])('handed over in one run, %s', async (how) => {
  const [giver, taker] = how.startsWith('in') ? [anna, ben] : [ben, anna];
  const story = tellStory({ people: [{}, {}] });
  await story.sync();
  const handed = address(story, giver.user);
  story.later();
  story.hr.editEmployee(giver.id, { email: 'fresh@muster.example' });
  story.hr.editEmployee(taker.id, { email: handed });

  const report = await story.sync();

  expect(codes(report.issues)).toEqual([]);
  expect([address(story, giver.user), address(story, taker.user)]).toEqual(['fresh@muster.example', handed]);
});

test('who has it gives it up later: the next run tries again by itself', async () => {
  const story = tellStory({ people: [{}, {}] });
  await story.sync();
  const wanted = address(story, ben.user);
  story.later();
  story.hr.editEmployee(anna.id, { email: wanted });
  expect(codes((await story.sync()).issues)).toContain('refused-by-timetac');
  expect(writesOf(await story.syncLater())).toBe(0);

  story.hr.editEmployee(ben.id, { email: 'ben.new@muster.example' });
  await story.syncLater();
  const report = await story.syncLater();

  expect(codes(report.issues)).toEqual([]);
  expect(address(story, anna.user)).toBe(wanted);
});

test('it holds back itself: an exit date goes out beside it, once', async () => {
  const story = tellStory({ people: [{}, {}] });
  await story.sync();
  const [own, wanted] = [address(story, anna.user), address(story, ben.user)];
  story.later();
  story.hr.editEmployee(anna.id, { email: wanted, termination_date: '2026-12-31', first_name: 'Anke' });

  const report = await story.sync();

  expect(codes(report.issues)).toContain('refused-by-timetac');
  expect(story.userOf(anna.user)).toMatchObject({
    exit_date: '2026-12-31',
    firstname: 'Anke',
    email_address: own,
  });
  expect(writesOf(await story.syncLater())).toBe(0);
});

test('whoever is hired again is let in although the new address is taken', async () => {
  const story = tellStory({ people: [{}, {}] });
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-10', status: 'inactive' });
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(false);
  story.later();
  story.hr.editEmployee(anna.id, {
    hire_date: '2026-03-16',
    termination_date: null,
    status: 'active',
    email: address(story, ben.user),
  });

  const report = await story.sync();

  expect(codes(report.issues)).toContain('refused-by-timetac');
  expect(story.userOf(anna.user)?.active).toBe(true);
});
