// Rule 4.1: after a change of the settings a part is judged again as a whole, by itself, once.

import { describe, expect, test } from 'vitest';
import { anna, type Story, tellStory, writesOf } from '../support/company.ts';
import type { ChangeSettings } from '../support/world.ts';

async function inStep(): Promise<Story> {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  await story.sync();
  await story.syncLater();
  story.later(60);
  return story;
}

const changes: readonly [what: string, change: ChangeSettings][] = [
  ['the start date of absences', (document) => (document['absences'].startDate = '2026-02-01')],
  ['the mapping of types', (document) => void document['absences'].types.pop()],
  ['what happens to fractions', (document) => (document['absences'].fractions = 'round')],
  ['the start date of attendances', (document) => (document['attendances'].startDate = '2026-02-01')],
  ['the granularity', (document) => (document['attendances'].granularity = 'entries')],
  ['whether only approved hours go', (document) => (document['attendances'].approvedOnly = true)],
  ['the mapping of projects', (document) => (document['attendances'].projects = [])],
  ['who is looked after', (document) => (document['users'].scope = { exclude: [{ ids: ['9999'] }] })],
  ['what new users get', (document) => (document['users'].defaults.language = 'en')],
  ['what payroll has closed', (document) => (document['lockedUntil'] = '2026-01-31')],
];

describe.each(changes)('%s', (_what, change) => {
  test('the next run is full by itself, the one after it is not', async () => {
    const story = await inStep();
    story.world.changeSettings(change);

    const next = await story.sync();
    const after = await story.syncLater();

    expect([next.run.scope, after.run.scope]).toEqual(['full', 'incremental']);
    expect(next.issues).toEqual([]);
    expect(writesOf(next)).toBe(0);
  });
});

test.each<[string, ChangeSettings]>([
  ['nothing', () => undefined],
  ['how often it runs', (document) => (document['schedule'].every = '60s')],
  ['to whom the report goes', (document) => (document['report'].to = ['somebody@muster.example'])],
  ['its name', (document) => (document['name'] = 'Another name')],
  ['the guard', (document) => (document['guard'].maxDeletes = 30)],
])('%s changed: the next run is an ordinary one', async (_what, change) => {
  const story = await inStep();
  story.world.changeSettings(change);

  const report = await story.sync();

  expect(report.run.scope).toBe('incremental');
});

test('a dry run with the new settings does not use the full run up', async () => {
  const story = await inStep();
  story.world.changeSettings((document) => (document['attendances'].granularity = 'entries'));

  const dry = await story.sync({ mode: 'dry-run' });
  const live = await story.syncLater();

  expect([dry.run.scope, live.run.scope]).toEqual(['full', 'full']);
});

test('a full run that failed is made up for', async () => {
  const story = await inStep();
  story.world.changeSettings((document) => (document['attendances'].granularity = 'entries'));
  story.wire.next(
    { side: 'personio', method: 'GET', path: '/attendance-periods' },
    () => Promise.reject(new TypeError('lost')),
    { times: Infinity },
  );
  expect((await story.sync()).run.status).toBe('failed');
  story.wire.mend();

  const report = await story.syncLater();

  expect([report.run.status, report.run.scope]).toEqual(['done', 'full']);
});

test.each([
  ['of one part', { only: ['absences'] as const }],
  ['of named people', { employeeIds: [anna.employee] }],
])('the form of before is a change again, once a run %s judged by another one', async (_what, wish) => {
  const story = tellStory();
  const booking = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
  await story.sync();
  await story.syncLater();
  story.later(60);
  story.time.cancelAbsence(booking.id);
  story.world.changeSettings((document) => {
    for (const row of document['absences'].types) if (row.timetac === 'Vacation') row.sync = false;
  });
  await story.syncLater(wish);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
  story.world.changeSettings(() => undefined);

  await story.syncLater();

  expect(story.absences()).toEqual([]);
});
