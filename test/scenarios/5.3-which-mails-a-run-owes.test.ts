// Rules 5.3, 4.5: a run writes the mails that it owes together with itself; nobody sends them here.

import { expect, test } from 'vitest';
import { anna, ben, type Story, tellStory } from '../support/company.ts';
import { answering } from '../support/wire.ts';

const tellHr = (story: Story, when = 'on-issues'): void =>
  story.world.changeSettings(
    (document) =>
      (document['report'] = { to: ['hr@muster.example'], when, language: 'de', deadManHours: 26 }),
  );
const owed = async (story: Story): Promise<string[]> =>
  (await story.archive.mails()).map(({ kind, runId }) => `${kind} ${runId === null ? '' : 'of a run'}`);

test('what is new is told once, and once more when it is solved', async () => {
  const story = tellStory();
  tellHr(story);
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const wrong = story.works(anna.user, '2026-03-16 11:00', '13:00');

  const first = await story.sync();
  expect((await story.archive.mails()).map(({ to, runId }) => [to, runId])).toEqual([
    ['hr@muster.example', first.run.id],
  ]);
  await story.syncLater();
  expect(await owed(story)).toHaveLength(1);

  story.later();
  story.time.deleteTimeTracking(wrong.id);
  const third = await story.sync();
  expect(third.solved.map(({ code, why, employee }) => [code, why, employee?.name])).toEqual([
    ['entries-overlap', 'solved', 'Anna Ahrens'],
  ]);
  expect(await owed(story)).toHaveLength(2);
});

test('a rehearsal owes nothing, and neither does a run of which nobody wants to hear', async () => {
  const story = tellStory();
  tellHr(story);
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync({ mode: 'dry-run' });
  expect(await owed(story)).toEqual([]);
  tellHr(story, 'never');
  await story.sync();
  expect(await owed(story)).toEqual([]);
});

test('what is switched off is told as no longer watched, and mails nobody', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 11:00', '13:00');
  await story.sync();
  const before = await owed(story);
  story.world.changeSettings((document) => (document['attendances'].enabled = false));
  const report = await story.syncLater();
  expect(report.solved.map(({ code, why }) => [code, why])).toEqual([['entries-overlap', 'not-watched']]);
  expect(await owed(story)).toEqual(before);
});

test('refused credentials are told once, whatever follows', async () => {
  const story = tellStory();
  tellHr(story, 'daily');
  await story.sync();
  story.time.revokeCredential('demo-client');
  for (let run = 0; run < 3; run += 1) await story.syncLater();
  expect(await owed(story)).toEqual(['reconnect of a run']);
});

test('a vendor that is away for minutes is told in the report, and by mail only when it lasts', async () => {
  const story = tellStory();
  tellHr(story);
  await story.sync();
  const before = (await owed(story)).length;
  story.wire.next({ side: 'timetac', path: '/' }, answering('gone', 500), { times: Infinity });
  const away = await story.syncLater();
  expect(away.issues.map(({ code }) => code)).toContain('vendor-unreachable');
  story.wire.mend();
  await story.syncLater();
  expect((await owed(story)).length).toBe(before);
});

test('a run of another part does not say that trouble is over', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  const hours = { side: 'personio', method: 'GET', path: '/attendance-periods' } as const;
  story.wire.next(hours, answering('gone', 500), { times: Infinity });
  expect((await story.sync({ full: true })).issues.map(({ code }) => code)).toContain('vendor-unreachable');

  const other = await story.sync({ only: ['absences'] });
  expect(other.issues.map(({ code }) => code)).toContain('vendor-unreachable');
  expect(other.solved).toEqual([]);
});

test('a refused plan is told once, also where a pilot ran in between', async () => {
  const story = tellStory();
  story.world.changeSettings((document) => {
    document['guard'] = { maxDeletes: 0, maxDeleteShare: 0 };
    document['report'] = { to: ['hr@muster.example'], when: 'on-issues', language: 'de', deadManHours: 26 };
  });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.deleteTimeTracking(row.id);
  expect((await story.sync()).run.status).toBe('refused');
  const mails = await owed(story);

  await story.syncLater({ employeeIds: [ben.employee] });
  expect((await story.syncLater()).run.status).toBe('refused');

  expect(await owed(story)).toEqual(mails);
});
