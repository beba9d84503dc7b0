// Rule 4.2: what an incomplete, partial or dry run has seen is seen again by the next whole one.

import { describe, expect, test } from 'vitest';
import type { RunRequest } from '../../src/engine/workshop.ts';
import { anna, ben, type Story, tellStory } from '../support/company.ts';

async function inStep(): Promise<Story> {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  await story.sync();
  await story.syncLater();
  story.later(60);
  return story;
}

const watermarks = async (story: Story): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await story.archive.memory()).filter(([key]) => /^(source|target)\./.test(key)),
  );

describe('a run that is not the whole truth moves no watermark', () => {
  const partial: readonly [what: string, request: Partial<RunRequest>][] = [
    ['a dry run', { mode: 'dry-run' }],
    ['`--only attendances`', { only: ['attendances'] }],
    ['`--employees`', { employeeIds: [ben.employee] }],
  ];

  test.each(partial)('%s', async (_what, request) => {
    const story = await inStep();
    const before = await watermarks(story);
    expect(Object.keys(before).length).toBeGreaterThan(0);

    await story.sync(request);

    expect(await watermarks(story)).toEqual(before);
  });

  test('a failed part keeps its own, the others move', async () => {
    const story = await inStep();
    const before = await watermarks(story);
    story.wire.next(
      { side: 'personio', method: 'GET', path: '/attendance-periods' },
      () => Promise.reject(new TypeError('lost')),
      {
        times: Infinity,
      },
    );

    await story.sync();

    const after = await watermarks(story);
    expect(after['source.attendances']).toBe(before['source.attendances']);
    expect(after['target.attendances']).toBe(before['target.attendances']);
    expect(after['source.absences']).not.toBe(before['source.absences']);
  });
});

test('a first run of one part leaves everything of the others for the next run', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');

  await story.sync({ only: ['absences'] });
  expect(story.attendances()).toEqual([]);

  await story.syncLater();
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test.each([
  ['behind', -9],
  ['ahead', 9],
])(
  'a change made in the very second of the last read is not lost, with our clock %s by minutes',
  async (_where, minutes) => {
    const story = tellStory();
    await story.sync();
    // The servers stamp by their own clock; ours only asks "since when".
    story.world.clock.advance(minutes * 60_000);
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.world.clock.advance(-minutes * 60_000);

    await story.syncLater();

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  },
);

test.each([
  ['2026-03-29 01:50', 'spring'],
  ['2026-10-25 02:50', 'autumn'],
])('changes around the clock change of the server are not lost (%s, %s)', async (moment) => {
  const story = tellStory({ now: '2026-03-28 12:00' });
  await story.sync();
  story.goTo(moment);
  for (let step = 0; step < 8; step++) {
    const day = `${moment.slice(0, 8)}${String(10 + step)}`;
    story.works(anna.user, `${day} 08:00`, '12:00');
    await story.syncLater(step % 2 === 0 ? {} : { only: null });
    expect(story.attendances(), `step ${step}`).toContain(`WORK ${day} 08:00–12:00`);
  }
});
