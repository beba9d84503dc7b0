// The queue of a process among several, on a real server: what a dead one left begins beside everything that is under way.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serverStore } from '../support/stores.ts';
import type { FrontDesk } from '../../src/service/front-desk.ts';
import type { RunJob } from '../../src/jobs/definitions/run-integration.ts';
import { openQueue } from '../../src/jobs/queue.ts';

let store: Awaited<ReturnType<typeof serverStore>>;
beforeAll(async () => {
  store = await serverStore();
});
afterAll(() => store.close());

/** What a queue asks of its desk; every run stays at its very beginning. */
function deskWhereRunsStay() {
  const begun: string[] = [];
  const office = {
    claimDue: () => Promise.resolve([]),
    setup: (id: string) => {
      begun.push(id);
      return new Promise(() => undefined);
    },
  };
  const desk = { now: Date.now, office, files: new Map(), sandbox: { ids: () => [] } };
  return { desk: desk as unknown as FrontDesk, begun };
}

test.each([
  ['long', true, 4],
  ['short', false, 6],
])(
  'a %s run of a dead process begins, although as many are under way as may begin',
  async (what, full, most) => {
    const queue = await openQueue({ connectionString: store.url }, (error) =>
      expect.unreachable(error.message),
    );
    const { desk, begun } = deskWhereRunsStay();
    const job = (name: string, again: boolean): RunJob => ({
      setupId: `${what} ${name}`,
      request: { mode: 'live', full, only: null, employeeIds: null, release: false },
      askedBy: 'test',
      again,
    });
    for (let count = 0; count <= most; count++) await queue.ask(job(`${count}`, false));
    await queue.begin(desk, () => undefined);
    await vi.waitFor(() => expect(begun).toHaveLength(most), { timeout: 30_000, interval: 50 });
    await queue.ask(job('left behind', true));
    await vi.waitFor(() => expect(begun).toHaveLength(most + 1), { timeout: 30_000, interval: 50 });
    expect(begun.at(-1)).toBe(`${what} left behind`);
    await queue.stop();
    await sql`delete from queue.job`.execute(store.database.sql);
  },
);
