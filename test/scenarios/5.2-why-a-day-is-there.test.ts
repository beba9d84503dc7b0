// Rule 5.2: a day can be explained at any time: what TimeTac has, what stands in Personio and why, and what is open.

import { expect, test } from 'vitest';
import { explainOneDay } from '../../src/service/explain.ts';
import { setPause } from '../../src/engine/pause.ts';
import { anna, type Story, tellStory } from '../support/company.ts';

const day = '2026-03-16';

/** The English sentences about Anna's day, on one line each. */
async function explained(story: Story, employee: string = anna.employee): Promise<string> {
  const { home, settings } = story.world;
  const { statements } = await explainOneDay(home, settings, employee, day);
  for (const { text } of statements) expect([text.en.length > 0, text.de.length > 0]).toEqual([true, true]);
  return statements.map(({ text }) => text.en).join('\n');
}

test('what Tandem wrote is told as its own, with when', async () => {
  const story = tellStory();
  story.works(anna.user, `${day} 08:00`, '12:00');
  await story.sync();

  const text = await explained(story);

  expect(text).toMatch(/user 101 \(Anna Ahrens\)/);
  expect(text).toMatch(/Tandem wrote to Personio: work[^\n]*08:00–12:00/);
});

test('what stood there before is told as found', async () => {
  const story = tellStory();
  story.works(anna.user, `${day} 08:00`, '12:00');
  story.hrEnters('WORK', `${day} 08:00`, '12:00');
  await story.sync();

  const text = await explained(story);

  expect(text).not.toContain('Tandem wrote to Personio');
  expect(text).toMatch(/08:00–12:00/);
});

test('a day that is held says the issue in the words of the report', async () => {
  const story = tellStory();
  story.works(anna.user, `${day} 08:00`, '12:00');
  story.works(anna.user, `${day} 11:00`, '13:00');
  const report = await story.sync();

  const text = await explained(story);

  expect(text).toContain(report.issues[0]?.message.en);
  expect(text).not.toContain('Tandem wrote');
});

test.each<[what: string, happens: (story: Story) => void, why: string]>([
  [
    'left out by the settings',
    ({ world }) => world.changeSettings((d) => (d['users'].scope = { exclude: [{ ids: [anna.employee] }] })),
    'leave this employee out',
  ],
  ['gone from Personio', ({ hr }) => hr.removeEmployee(anna.id), 'no longer lists'],
])('somebody %s waits for no next run', async (_what, happens, why) => {
  const story = tellStory();
  await story.sync();
  story.later();
  happens(story);
  story.works(anna.user, `${day} 08:00`, '12:00');
  story.takesLeave(anna.user, 'vacation', day);
  await story.sync();

  const text = await explained(story);

  expect(text).toContain(why);
  expect(text).not.toContain('next run');
});

test('somebody who is linked to nobody, and a part that is paused, are the reason', async () => {
  const story = tellStory({ people: [{}, { employee: { email: null }, user: null }] });
  await story.sync();
  expect(await explained(story, '3002')).toContain('linked to no user');

  await setPause(story.archive, ['attendances'], story.world.clock.now());
  expect(await explained(story)).toMatch(/paused/i);
});

test('it asks no vendor and changes nothing', async () => {
  const story = tellStory();
  story.works(anna.user, `${day} 08:00`, '12:00');
  await story.sync();
  const mark = story.mark();
  const before = await story.archive.memory();

  await explained(story);

  expect(story.mark()).toEqual(mark);
  expect(await story.archive.memory()).toEqual(before);
});
