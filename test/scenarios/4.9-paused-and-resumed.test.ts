// Rule 4.9: a part is paused at once and goes on where the pause began.

import { expect, test } from 'vitest';
import type { Archive } from '../../src/engine/archive.ts';
import { noteSwitchedOff, setPause } from '../../src/engine/pause.ts';
import { anna, tellStory, writesOf } from '../support/company.ts';

test('a paused part writes nothing, the others go on; resumed, it catches up', async () => {
  const story = tellStory();
  await story.sync();
  await setPause(story.archive, ['attendances'], story.world.clock.now());
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');

  const paused = await story.syncLater();
  expect(paused.run.paused).toEqual(['attendances']);
  expect(story.attendances()).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13']);

  await setPause(story.archive, ['attendances'], null);
  const report = await story.syncLater();

  expect(report.run.paused).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
});

test.each([
  ['paused', (archive: Archive) => setPause(archive, ['attendances'], 1), true],
  ['switched off', (archive: Archive) => noteSwitchedOff(archive, 1), false],
] as const)(
  '%s while it writes, a run stops before its next batch, and what is left is done later',
  async (_how, stop, isPause) => {
    const story = tellStory({ now: '2026-03-18 09:00' });
    for (let day = 1; day <= 60; day++) {
      const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
      story.works(anna.user, `${date} 08:00`, '12:00');
    }
    let writes = 0;
    const shop = story.world.shop();
    const archive = story.archive;
    const create = shop.hr.createAttendancePeriod.bind(shop.hr);
    Object.assign(shop.hr, {
      createAttendancePeriod: async (...args: Parameters<typeof create>) => {
        if (++writes === 5) await stop(archive);
        return create(...args);
      },
    });
    const { runSync } = await import('../../src/engine/run-sync.ts');
    await runSync(shop, { mode: 'live', full: false, only: null, employeeIds: null, release: false });
    const written = story.attendances().length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(60);
    if (isPause) {
      await story.syncLater();
      expect(story.attendances()).toHaveLength(written);
      await setPause(archive, ['attendances'], null);
    }
    await story.syncLater();

    expect(story.attendances()).toHaveLength(60);
  },
);
