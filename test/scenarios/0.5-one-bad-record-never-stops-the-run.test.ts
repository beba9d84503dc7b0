// Rule 0.5: a record that the vendor refuses becomes an issue; the others go out, and the same request is not sent again.

import { expect, test } from 'vitest';
import { anna, ben, tellStory, told } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';

test('an absence that Personio refuses is told with its reason, and everything else goes out', async () => {
  const story = tellStory();
  // Personio's special leave demands a substitute, which TimeTac does not tell (rule 2.10).
  story.takesLeave(anna.user, 'special', '2026-04-13');
  story.takesLeave(anna.user, 'vacation', '2026-04-20', '2026-04-21');
  story.works(ben.user, '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['refused-by-personio 3001 2026-04-13']);
  expect(report.issues[0]?.message.en).toContain('substitute');
  expect(report.parts.absences).toMatchObject({ created: 1, failed: 1 });
  expect(story.absences()).toEqual(['Paid absence 2026-04-20 – 2026-04-21']);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('what was refused is not sent again, and stays told', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'special', '2026-04-13');
  await story.sync();

  const posts = () => story.world.personio.calls.filter(({ method }) => method === 'POST').length;
  const before = posts();
  const second = await story.syncLater();
  const third = await story.syncLater();

  // Both runs sign in once each.
  expect(posts() - before).toBe(2);
  expect(told(second.issues)).toEqual(['refused-by-personio 3001 2026-04-13']);
  expect(told(third.issues)).toEqual(told(second.issues));
  expect(third.issues[0]?.new).toBe(false);
});

test('it is tried again as soon as its content changes', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'special', '2026-04-13');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(leave.id, { type_id: 1, subtype_id: 0 });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
});

test('two refusals of one account are both remembered, and both are tried again where a person says so', async () => {
  const story = tellStory();
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-16', status: 'inactive', last_name: 'Neu' });
  let asked = 0;
  const refuse = (): Promise<Response> => {
    asked++;
    return Promise.resolve(
      Response.json({ Success: false, Error: 422, ErrorMessage: 'no' }, { status: 422 }),
    );
  };
  story.wire.next({ side: 'timetac', path: '/users/update' }, refuse, { times: Infinity });
  for (let run = 0; run < 5; run++) await story.syncLater();
  expect(asked).toBe(2);

  await deskOf(story.world).retry('refused-by-timetac');
  for (let run = 0; run < 5; run++) await story.syncLater();

  expect(asked).toBe(4);
});
