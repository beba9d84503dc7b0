// Rule 4.8: a ledger that is older than the world (a restored backup) takes nothing away until one clean full check.

import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/engine/archive.ts';
import type { GenerationMark } from '../../src/engine/workshop.ts';
import { setPause } from '../../src/engine/pause.ts';
import { welcomeAgain } from '../../src/engine/welcome.ts';
import { anna, ben, changesIn, codes, tellStory, told, writesOf } from '../support/company.ts';
import { answering } from '../support/wire.ts';

function markInHand(): GenerationMark & { readonly now: () => number | null } {
  let mark: number | null = null;
  return {
    now: () => mark,
    read: () => Promise.resolve(mark),
    write: (generation) => {
      mark = generation;
      return Promise.resolve();
    },
  };
}

/** A backup is taken; then a day more is written, another one goes, an absence changes; then the backup comes back. */
async function restored(generation = markInHand()) {
  const story = tellStory({ generation });
  const doomed = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  const backup = await story.archive.copy();
  story.later();
  story.works(ben.user, '2026-03-17 09:00', '10:00');
  story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-16' });
  await story.sync();
  story.later();
  // Only the world knows of this when the backup is back.
  story.time.deleteTimeTracking(doomed.id);
  const sync = (full = false) => {
    story.later();
    return story.world.sync({ full }, backup);
  };
  return { story, sync, generation };
}

test('the mark outside tells it: everything is read, equal records are joined, nothing is taken away', async () => {
  const { story, sync } = await restored();

  const report = await sync();

  expect(report.run.ledger).toBe('older');
  expect(report.run.scope).toBe('full');
  expect(changesIn(report, 'attendances')).toBe('+0 ~0 -0');
  expect(report.parts.attendances.adopted).toBe(1);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-16']);
});

test('after one clean full check it goes on as ever: what is gone at the source goes, once', async () => {
  const { story, sync } = await restored();
  await sync();

  const second = await sync();

  expect(second.run.ledger).toBe('current');
  expect(changesIn(second, 'attendances')).toBe('+0 ~0 -1');
  expect(story.attendances()).toEqual([]);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-17 09:00–10:00']);
  expect(writesOf(await sync(true))).toBe(0);
});

test('a check that fails half-way is not a clean one', async () => {
  const { story, sync } = await restored();
  const place = { side: 'personio', path: '/attendance-periods' } as const;
  story.wire.next(place, answering({}, 503), { times: Infinity });

  const failed = await sync();
  expect(failed.run.status).toBe('failed');
  story.wire.mend();
  const next = await sync();

  expect(next.run.ledger).toBe('older');
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('a ledger that is up to date is never taken for an old one', async () => {
  const story = tellStory({ generation: markInHand() });
  for (const full of [false, false, true, false])
    expect((await story.syncLater({ full })).run.ledger).toBe('current');
});

describe('without a mark, many records like ours that are newer than the ledger tell it', () => {
  async function manyNewer() {
    const story = tellStory();
    const doomed = story.works(anna.user, '2026-03-02 08:00', '12:00');
    await story.sync();
    const backup = await story.archive.copy();
    for (const day of ['03', '04', '05', '06', '09']) story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
    await story.syncLater();
    story.time.deleteTimeTracking(doomed.id);
    return { story, sync: () => (story.later(), story.world.sync({}, backup)) };
  }

  test('nothing is taken away, and another writer is asked about', async () => {
    const { story, sync } = await manyNewer();

    const report = await sync();

    expect(report.run.ledger).toBe('older');
    expect(codes(report.issues)).toEqual(['second-writer']);
    expect(report.issues[0]?.covers).toBe(5);
    expect(story.attendances()).toHaveLength(6);
  });

  test('the next run checks everything, the one after it goes on', async () => {
    const { story, sync } = await manyNewer();
    await sync();
    const check = await sync();
    expect([check.run.scope, check.run.ledger, told(check.issues)]).toEqual(['full', 'older', []]);

    const after = await sync();

    expect(after.run.ledger).toBe('current');
    expect(story.attendances()).toHaveLength(5);
    expect(after.issues).toEqual([]);
  });
});

test('a full check that left a paused part out is none: nothing of it is taken away when it goes on', async () => {
  const { story, generation } = await restored();
  const backup = await story.archive.copy();
  await generation.write(1_000);
  await setPause(backup, ['attendances'], story.world.clock.now());
  const sync = () => (story.later(), story.world.sync({}, backup));
  expect((await sync()).run.ledger).toBe('older');
  await sync();
  await setPause(backup, ['attendances'], null);

  const report = await sync();

  expect(report.run.ledger).toBe('older');
  expect(changesIn(report, 'attendances')).toBe('+0 ~0 -0');
});

test('while a part is paused no check can be clean: everything is read once an hour, not with every look', async () => {
  const story = tellStory();
  const doomed = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  // As after a move.
  await story.archive.commit({ putMemory: { 'ledger.older': String(story.world.clock.now()) } });
  await setPause(story.archive, ['absences'], story.world.clock.now());
  story.time.deleteTimeTracking(doomed.id);

  const full: number[] = [];
  for (let minute = 1; minute <= 100; minute++) {
    story.later(1);
    const look = await story.world.poll();
    if (typeof look === 'string') continue;
    expect([look.run.ledger, changesIn(look, 'attendances')]).toEqual(['older', '+0 ~0 -0']);
    if (look.run.scope === 'full') full.push(minute);
  }
  expect(full).toEqual([1, 61]);

  await setPause(story.archive, ['absences'], null);
  story.later(60);
  expect((await story.sync()).run.scope).toBe('full');
  expect(changesIn(await story.syncLater(), 'attendances')).toBe('+0 ~0 -1');
});

describe('a welcome mail that was due on the day of hire', () => {
  const starter = () =>
    tellStory({
      generation: markInHand(),
      people: [{}, { employee: { status: 'onboarding', hire_date: '2026-03-23' }, user: null }],
      settings: (document) => void (document['users'].welcomeEmail = 'on-hire'),
    });
  const startsWork = (story: ReturnType<typeof starter>): void => {
    story.goTo('2026-03-23 06:00');
    story.hr.editEmployee(ben.id, { status: 'active' });
  };

  test('and went out after the backup is not sent once more, but told', async () => {
    const story = starter();
    await story.sync();
    const backup = await story.archive.copy();
    startsWork(story);
    await story.sync();
    const sync = () => (story.later(), story.world.sync({}, backup));

    const report = await sync();

    expect([report.run.ledger, told(report.issues)]).toEqual(['older', ['outcome-unknown 3002 -']]);
    expect(report.issues[0]?.message.en).toMatch(/^Whether the welcome mail to .* cannot be seen/);
    expect(told((await sync()).issues)).toEqual(['outcome-unknown 3002 -']);
    expect(story.world.timetac.mails).toHaveLength(1);

    await backup.commit({ putMemory: welcomeAgain(await backup.memory(), [ben.employee]) });
    expect([(await sync()).issues, story.world.timetac.mails.length]).toEqual([[], 2]);
  });

  test('is told as well where the backup was made while the account was being made', async () => {
    const story = starter();
    let backup: Archive = story.archive;
    story.wire.next({ side: 'timetac', path: '/users/create' }, async (request, handle) => {
      backup = await story.archive.copy();
      return handle(request);
    });
    startsWork(story);
    await story.sync();
    expect([(await backup.intents()).length, story.world.timetac.mails.length]).toEqual([1, 1]);
    story.later();

    const report = await story.world.sync({}, backup);

    expect([report.run.ledger, told(report.issues)]).toEqual(['older', ['outcome-unknown 3002 -']]);
    expect(story.world.timetac.mails).toHaveLength(1);
  });

  test('and cannot have gone out before the backup came back is sent', async () => {
    const story = starter();
    await story.sync();
    const backup = await story.archive.copy();
    await story.syncLater();
    story.later();
    expect((await story.world.sync({}, backup)).run.ledger).toBe('older');
    startsWork(story);

    const report = await story.world.sync({}, backup);

    expect([report.issues, story.world.timetac.mails.length]).toEqual([[], 1]);
  });
});
