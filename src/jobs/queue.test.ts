// The queue on a real database, with runs against simulated vendors: in turn for one integration, again after a fault,
// and never lost when the process ends.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTestDesk, type TestDesk } from '../../test/support/front-desk.ts';
import { openVendors, type Vendors } from '../../test/support/vendors.ts';
import type { FrontDesk, RunOrder } from '../service/front-desk.ts';
import { runSettingsOf } from '../service/setup/settings-of.ts';
import { type RunEnd, performRun } from '../service/runs/perform.ts';
import type { Setup } from '../service/office/office.ts';
import { lookAround } from './definitions/look-around.ts';
import type { RunJob } from './definitions/run-integration.ts';
import { openQueue, type Queue } from './queue.ts';

interface Heard {
  readonly setupId: string;
  readonly end: RunEnd;
}

let stage: TestDesk;
const vendors: Vendors[] = [];
const ids: string[] = [];
let [one, other] = ['', ''];
beforeAll(async () => {
  stage = await openTestDesk({ allowPrivateHosts: true });
  const operator = await stage.person({ operator: true });
  for (const account of ['one', 'other']) {
    const own = await openVendors({ employees: 3, days: 1, account });
    vendors.push(own);
    const id = String((await operator.call('POST', '/integrations', { name: account })).body.id);
    const form = { fileName: 'x.json', text: JSON.stringify(own.document()) };
    await operator.call('POST', `/integrations/${id}/form/import`, form);
    for (const side of ['personio', 'timetac'] as const) {
      const kept = await operator.call(
        'PUT',
        `/integrations/${id}/credentials/${side}`,
        own.credentials[side],
      );
      expect(kept.body.kept).toBe(true);
    }
    ids.push(id);
  }
  [one = '', other = ''] = ids;
});
afterAll(async () => {
  await stage.close();
  for (const own of vendors) await own.close();
});

let queue: Queue;
let heard: Heard[];
const complaints: Error[] = [];
beforeEach(async () => {
  heard = [];
  queue = await newQueue();
  return async () => {
    await queue.stop();
    await sql`delete from queue.job`.execute(stage.database.sql);
    await sql`update queue.version set monitor_backoff_on = null`.execute(stage.database.sql);
    expect(complaints).toEqual([]);
  };
});

const newQueue = (): Promise<Queue> =>
  openQueue(stage.database.reach, (error) => void complaints.push(error));
const hear = (order: RunOrder, end: RunEnd): void => void heard.push({ setupId: order.setupId, end });
const begin = (change: Partial<FrontDesk> = {}): Promise<void> =>
  queue.begin({ ...stage.desk, queue, ...change }, hear);
const rehearsal = (setupId: string): RunOrder => ({
  setupId,
  request: { mode: 'dry-run', full: true, only: null, employeeIds: null, release: false },
  askedBy: 'test',
});
const endsOf = (setupId: string): string[] =>
  heard
    .filter((item) => item.setupId === setupId)
    .map(({ end }) => (typeof end === 'string' ? end : end.run.mode));
const soon = { timeout: 30_000, interval: 50 };

/** Homes whose archive of one integration does something before it opens. */
const homeThat = (name: string, before: () => Promise<void>): Pick<FrontDesk, 'home'> => ({
  home: {
    ...stage.desk.home,
    openArchive: async (settings) => {
      if (settings.name === name) await before();
      return stage.desk.home.openArchive(settings);
    },
  },
});
/** A company of the simulators is named the same everywhere; here each is named after its account. */
beforeAll(async () => {
  for (const [index, name] of ['one', 'other'].entries())
    await stage.desk.office.changeSetup(ids[index] ?? '', (now) => ({
      putSetup: { ...now, name, form: { ...now.form, name } },
    }));
});

/** Nobody waits for the pauses between tries. */
const skipPauses = async (): Promise<void> => {
  await sql`update queue.job set start_after = now() where state = 'created'`.execute(stage.database.sql);
};
const jobs = async (): Promise<{ readonly state: string; readonly setup: string }[]> =>
  (
    await sql<{ state: string; setup: string }>`
      select state::text as state, data->>'setupId' as setup from queue.job where name = 'run-integration'
      order by created_on`.execute(stage.database.sql)
  ).rows.map((row) => ({ ...row }));

test('orders for one integration run one after the other, others meanwhile', async () => {
  let [under, most, otherMeanwhile] = [0, 0, false];
  const watched: FrontDesk['home'] = {
    ...stage.desk.home,
    openDoors: (settings) => {
      const doors = stage.desk.home.openDoors(settings);
      if (settings.name !== 'one') {
        otherMeanwhile ||= under > 0;
        return doors;
      }
      under += 1;
      most = Math.max(most, under);
      return { ...doors, close: () => doors.close().finally(() => void (under -= 1)) };
    },
  };
  for (const setupId of [one, one, other, one]) await queue.ask(rehearsal(setupId));
  await begin({ home: watched });
  await vi.waitFor(() => expect(heard).toHaveLength(4), soon);
  // A second one at the same time would have found the first at work: `busy`.
  expect(endsOf(one)).toEqual(['dry-run', 'dry-run', 'dry-run']);
  expect(endsOf(other)).toEqual(['dry-run']);
  expect(most).toBe(1);
  expect(heard.findIndex(({ setupId }) => setupId === other)).toBeLessThan(3);
});

test('a long run holds up nobody else, and the next one of the same integration comes soon after it', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await queue.ask(rehearsal(one));
  await begin(homeThat('one', () => held));
  await vi.waitFor(async () => expect(await jobs()).toEqual([{ state: 'active', setup: one }]), soon);
  await queue.ask(rehearsal(one));
  await queue.ask(rehearsal(other));
  await vi.waitFor(() => expect(endsOf(other)).toEqual(['dry-run']), soon);
  // The queue has noted by now that this integration is at work.
  await vi.waitFor(async () => {
    const { rows } = await sql<{ at: string[] | null }>`
      select singletons_active as at from queue.queue where name = 'run-integration'`.execute(
      stage.database.sql,
    );
    expect(rows[0]?.at).toEqual([one]);
  }, soon);
  letGo();
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['dry-run', 'dry-run']), soon);
});

test('a second order for an integration at work stands in nobody’s way', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  // The queue's note of who is at work stays as it is: as if the database had no time for it.
  await sql`update queue.version set monitor_backoff_on = now() + interval '1 hour'`.execute(
    stage.database.sql,
  );
  await sql`update queue.queue set singletons_active = null`.execute(stage.database.sql);
  await queue.ask(rehearsal(one));
  await begin(homeThat('one', () => held));
  await vi.waitFor(async () => expect(await jobs()).toEqual([{ state: 'active', setup: one }]), soon);
  await queue.ask(rehearsal(one));
  await queue.ask(rehearsal(other));
  await vi.waitFor(() => expect(endsOf(other)).toEqual(['dry-run']), soon);
  expect(endsOf(one)).toEqual([]);
  letGo();
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['dry-run', 'dry-run']), soon);
});

/** One round, and what it began. */
async function looksOf(
  desk: FrontDesk,
  told: (error: unknown) => void = (error) => expect.unreachable(String(error)),
): Promise<number> {
  const looks = lookAround(told);
  const count = await looks.round(desk);
  await looks.quiet();
  return count;
}

test('what is due is put into the queue once, and what is not due waits', async () => {
  const switchOn = (setupId: string, nextRunAt: number) =>
    stage.desk.office.changeSetup(setupId, (now) => ({ putSetup: { ...now, on: true, nextRunAt } }));
  const desk = { ...stage.desk, queue };
  const now = desk.now();
  await switchOn(one, now - 1000);
  await switchOn(other, now + 60_000);
  expect(await looksOf(desk)).toBe(1);
  expect(await looksOf(desk)).toBe(0);
  expect((await jobs()).map(({ setup }) => setup)).toEqual([one]);
  stage.clock.advance(61_000);
  expect(await looksOf(desk)).toBe(1);
  expect((await jobs()).map(({ setup }) => setup)).toEqual([one, other]);
  // Claimed, not forgotten: a run that never sets the next time is asked for again.
  stage.clock.advance(14 * 60_000);
  expect(await looksOf(desk)).toBe(1);
  expect((await jobs()).map(({ setup }) => setup)).toEqual([one, other, one]);
  for (const setupId of [one, other])
    await desk.office.changeSetup(setupId, (setup) => ({
      putSetup: { ...setup, on: false, nextRunAt: null },
    }));
});

test('a look that has no answer in time asks for a run, which has more patience', async () => {
  await stage.desk.office.changeSetup(one, (now) => ({
    putSetup: { ...now, on: true, nextRunAt: stage.desk.now() },
  }));
  const looks = lookAround((error) => expect.unreachable(String(error)), 50);
  const office: FrontDesk['office'] = { ...stage.desk.office, standing: () => new Promise(() => undefined) };
  expect(await looks.round({ ...stage.desk, office, queue })).toBe(1);
  await looks.quiet();
  expect((await jobs()).map(({ setup }) => setup)).toEqual([one]);
  // Whoever watches sees a run that is due, not one that comes later; and nobody asks for it twice.
  expect((await stage.desk.office.setup(one))?.nextRunAt).toBeLessThanOrEqual(stage.desk.now());
  expect(await looksOf({ ...stage.desk, queue })).toBe(0);
  stage.clock.advance(60_000);
  expect(await looksOf({ ...stage.desk, queue })).toBe(0);
  await stage.desk.office.changeSetup(one, (now) => ({ putSetup: { ...now, on: false, nextRunAt: null } }));
});

test('a process that ends between the claim and the order is made good within seconds', async () => {
  await stage.desk.office.changeSetup(one, (now) => ({
    putSetup: { ...now, on: true, nextRunAt: stage.desk.now() },
  }));
  const ended = { ask: () => Promise.reject(new Error('this process has ended')) };
  const trouble: string[] = [];
  expect(await looksOf({ ...stage.desk, queue: ended }, (error) => trouble.push(String(error)))).toBe(1);
  expect(trouble).toEqual(['Error: this process has ended']);
  expect(await looksOf({ ...stage.desk, queue })).toBe(0);
  stage.clock.advance(21_000);
  expect(await looksOf({ ...stage.desk, queue })).toBe(1);
  await stage.desk.office.changeSetup(one, (now) => ({ putSetup: { ...now, on: false, nextRunAt: null } }));
});

test('a run that meets a fault of ours is told and tried again later, and the others go on', async () => {
  const faults: string[] = [];
  await queue.ask(rehearsal(one));
  await begin({
    ...homeThat('one', async () => {
      if (faults.length === 0) throw new Error('a fault of ours');
    }),
    fault: (error) => void faults.push(String(error)),
  });
  const waiting = [
    { state: 'completed', setup: one },
    { state: 'created', setup: one },
  ];
  await vi.waitFor(async () => expect(await jobs()).toEqual(waiting), soon);
  expect(faults).toEqual(['Error: a fault of ours']);
  expect(heard).toEqual([{ setupId: one, end: 'fault' }]);
  expect(stage.desk.news.running(one)).toBeNull();
  await queue.ask(rehearsal(other));
  await vi.waitFor(() => expect(endsOf(other)).toEqual(['dry-run']), soon);
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['fault', 'dry-run']), soon);
  expect(faults).toHaveLength(1);
});

test('what was changed, or hinted at, while a run was under way is due soon after it', async () => {
  const { desk } = stage;
  const nextOf = async (order: RunOrder, meanwhile: () => Promise<void>): Promise<number> => {
    await desk.office.changeSetup(one, (now) => ({
      putSetup: { ...now, on: true, nextRunAt: desk.now() + 3_600_000 },
    }));
    const { home } = homeThat('one', meanwhile);
    await performRun({ ...desk, home }, order);
    return ((await desk.office.setup(one))?.nextRunAt ?? 0) - desk.now();
  };
  const everyMs =
    (await runSettingsOf(desk, (await desk.office.setup(one)) as Setup)).schedule.everySeconds * 1000;
  expect(everyMs).toBeGreaterThan(15_000);
  const minute = 60_000;
  expect(await nextOf(rehearsal(one), async () => undefined)).toBeGreaterThan(everyMs - minute);
  const change = (what: object) => () =>
    desk.office.changeSetup(one, (now) => ({ putSetup: { ...now, ...what } }));
  expect(await nextOf(rehearsal(one), change({ hintedAt: desk.now() }))).toBeLessThanOrEqual(15_000);
  expect(await nextOf(rehearsal(one), change({ changedAt: desk.now() + 1 }))).toBeLessThanOrEqual(15_000);
  await desk.office.changeSetup(one, (now) => ({
    putSetup: { ...now, on: false, nextRunAt: null, hintedAt: null },
  }));
});

test('a form that is not complete any more waits for its change, and is not asked about again and again', async () => {
  const { desk } = stage;
  const before = (await desk.office.setup(one)) as Setup;
  await desk.office.changeSetup(one, (now) => ({
    putSetup: { ...now, form: {}, completeForm: null, on: true, nextRunAt: desk.now() },
  }));
  expect(await performRun(desk, rehearsal(one))).toBe('gone');
  const next = ((await desk.office.setup(one))?.nextRunAt ?? 0) - desk.now();
  expect(next).toBeGreaterThan(14 * 60_000);
  expect(next).toBeLessThanOrEqual(15 * 60_000);
  await desk.office.changeSetup(one, () => ({ putSetup: { ...before, on: false, nextRunAt: null } }));
});

test('a run that meets faults of ours again and again is given up after some tries', async () => {
  const faults: unknown[] = [];
  await stage.desk.office.changeSetup(one, (now) => ({
    putSetup: { ...now, on: true, nextRunAt: stage.desk.now() + 3_600_000 },
  }));
  await queue.ask(rehearsal(one));
  await begin({
    ...homeThat('one', () => Promise.reject(new Error('a fault of ours'))),
    fault: (error) => void faults.push(error),
  });
  await vi.waitFor(async () => {
    await skipPauses();
    expect((await jobs()).map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'completed'));
  }, soon);
  expect(faults).toHaveLength(4);
  // Put off, and not only claimed: whatever is changed or hinted at makes it due sooner.
  await vi.waitFor(async () => {
    const next = (await stage.desk.office.setup(one))?.nextRunAt ?? 0;
    expect(next).toBeLessThanOrEqual(stage.desk.now() + 15 * 60_000);
  }, soon);
  await stage.desk.office.changeSetup(one, (now) => ({ putSetup: { ...now, on: false, nextRunAt: null } }));
});

test('however many runs of hours there are, another integration’s short run gets through', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const many = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
  const begun: string[] = [];
  const office = {
    ...stage.desk.office,
    setup: async (id: string) => {
      if (!many.includes(id)) return stage.desk.office.setup(id);
      begun.push(id);
      await held;
      return null;
    },
  };
  const short: RunOrder = {
    setupId: one,
    request: { mode: 'live', full: false, only: [], employeeIds: [], release: false },
    askedBy: 'test',
  };
  for (const setupId of many) await queue.ask(rehearsal(setupId));
  await begin({ office });
  await vi.waitFor(() => expect(begun).toHaveLength(4), soon);
  await queue.ask(short);
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['live']), soon);
  expect(begun).toEqual(many.slice(0, 4));
  letGo();
  await vi.waitFor(() => expect(heard).toHaveLength(7), soon);
});

test('a run that broke off and finds another at work is offered again until that has ended', async () => {
  const { desk } = stage;
  const setup = await desk.office.setup(one);
  if (setup === null) throw new Error('no integration');
  const archive = await desk.home.openArchive(await runSettingsOf(desk, setup));
  const lease = await archive.openLease('somebody by hand');
  const switchTo = (on: boolean) =>
    desk.office.changeSetup(one, (now) => ({ putSetup: { ...now, on, nextRunAt: null } }));
  await switchTo(true);
  const short: RunOrder = {
    ...rehearsal(one),
    request: { ...rehearsal(one).request, mode: 'live', only: [] },
  };
  const job: RunJob = { ...short, again: true };
  await queue.ask(job);
  await begin();
  // It is offered again, later and not at once.
  await vi.waitFor(async () => {
    expect(endsOf(one)).toEqual(['busy']);
    expect((await jobs()).map(({ state }) => state)).toContain('created');
  }, soon);
  await skipPauses();
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['busy', 'busy']), soon);
  await lease?.release();
  await vi.waitFor(async () => {
    await skipPauses();
    expect(endsOf(one).at(-1)).toBe('live');
  }, soon);
  await switchTo(false);
});

test('an integration that is gone, or not complete any more, ends its run without a fault', async () => {
  await queue.ask(rehearsal('nowhere'));
  await begin();
  await vi.waitFor(() => expect(endsOf('nowhere')).toEqual(['gone']), soon);
  expect((await jobs()).map(({ state }) => state)).toEqual(['completed']);
});

test('a run of a configuration file waits for the process that has the file, and for nobody where no start names it', async () => {
  const { desk } = stage;
  const found = (await desk.office.setup(one)) as Setup;
  const id = 'file-muster';
  const put = (on: boolean) =>
    desk.office.commit({ putSetup: { ...found, id, origin: 'file', on, nextRunAt: null } });
  await put(true);
  await queue.ask(rehearsal(id));
  await begin();
  await vi.waitFor(async () => expect(await jobs()).toHaveLength(2), soon);
  expect(heard).toEqual([]);
  // The next start names it no more, and has switched it off.
  await put(false);
  await vi.waitFor(() => expect(endsOf(id)).toEqual(['gone']), { timeout: 8_000, interval: 50 });
  await vi.waitFor(
    async () => expect(new Set((await jobs()).map(({ state }) => state))).toEqual(new Set(['completed'])),
    soon,
  );
  await desk.office.commit({ removeSetup: id });
});

test('what was asked for before it was switched off writes nothing any more', async () => {
  const live = { ...rehearsal(one).request, mode: 'live' as const };
  await queue.ask({ setupId: one, request: live, askedBy: 'test' });
  const before = (await stage.desk.office.setup(one)) as Setup;
  expect(before.on).toBe(false);
  await begin();
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['gone']), soon);
});

test('what was asked for before the process ended is done by the next one', async () => {
  await queue.ask(rehearsal(one));
  await queue.stop();
  expect(heard).toEqual([]);
  queue = await newQueue();
  await begin();
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['dry-run']), soon);
});

test('a run that was under way when the process ended is begun again by the next one', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let begun = false;
  await queue.ask(rehearsal(one));
  await begin(
    homeThat('one', async () => {
      begun = true;
      await held;
      throw new Error('this process has ended');
    }),
  );
  await vi.waitFor(() => expect(begun).toBe(true), soon);
  await queue.stop();
  letGo();
  queue = await newQueue();
  await begin();
  // Nobody waits for its heart to stop: the database is ours alone.
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['dry-run']), { timeout: 8_000, interval: 50 });
});

test('a run that broke off before the clock was set back does not wait until the clock is there again', async () => {
  await queue.ask(rehearsal(one));
  await queue.stop();
  // As a process leaves it that was killed at work.
  const { sql: database } = stage.database;
  await sql`update queue.job set state = 'active', started_on = now() + interval '1 day',
    heartbeat_on = now() + interval '1 day'`.execute(database);
  await sql`update queue.queue set singletons_active = array[${one}], monitor_claim_on = now() + interval '1 day'
    where name = 'run-integration'`.execute(database);
  queue = await newQueue();
  await begin();
  await vi.waitFor(() => expect(endsOf(one)).toEqual(['dry-run']), { timeout: 8_000, interval: 50 });
});
