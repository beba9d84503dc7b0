// Credentials that do not work any more: how often they are tried, and what makes them tried again.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { minuteMs } from '../../src/core/time/calendar.ts';
import { takeHint } from '../../src/service/live/hook.ts';
import { performRun } from '../../src/service/runs/perform.ts';
import { hashToken } from '../../src/service/session/secrets.ts';
import { ordinaryRun } from '../../src/engine/workshop.ts';
import { type DemoDesk, openDemoDesk } from '../support/demo-desk.ts';

let demo: DemoDesk;
let id: string;
beforeAll(async () => {
  demo = await openDemoDesk();
  id = (await demo.stage.desk.office.setups())[0]?.id ?? '';
});
afterAll(() => demo.stage.close());

const keys = () => demo.stage.opened.sandboxes.keysOf(id);
const give = async (clientSecret: string) => {
  const { status } = await demo.operator.call('PUT', `${demo.at}/credentials/personio`, {
    clientId: keys()?.personio.clientId,
    clientSecret,
    keepAnyway: true,
  });
  expect(status).toBe(200);
};
const setup = async () => {
  const found = await demo.stage.desk.office.setup(id);
  if (found === null) throw new Error('no demo');
  return found;
};
/** Minutes until the next run. */
const wait = async () =>
  Math.max(0, Math.round((((await setup()).nextRunAt ?? 0) - demo.stage.desk.now()) / minuteMs)) || 0;
const works = async () => (await demo.stage.desk.office.credential(id, 'personio'))?.works;

test('refused they are tried once an hour, hints or not; a dry run says nothing of them; new ones are tried at once', async () => {
  await give('no longer right');
  demo.stage.clock.advance(minuteMs);
  expect(await demo.run()).toMatchObject({ run: { status: 'failed' } });
  expect([await wait(), await works()]).toEqual([60, false]);

  const hook = { hash: hashToken('token'), madeAt: 0 };
  await demo.stage.desk.office.changeSetup(id, (now) => ({ putSetup: { ...now, hook } }));
  expect(await takeHint(demo.stage.desk, id, 'token')).toBe(true);
  expect(await wait()).toBe(60);

  await give(keys()?.personio.clientSecret ?? '');
  expect([await wait(), await works()]).toEqual([0, true]);
  demo.stage.clock.advance(minuteMs);
  const rehearsal = { ...ordinaryRun, mode: 'dry-run' } as const;
  await performRun(demo.stage.desk, { setupId: id, request: rehearsal, askedBy: 'test' });
  expect(await works()).toBe(true);
  expect(await wait()).toBeLessThan(60);

  await demo.run();
  expect([await works(), (await wait()) < 60]).toEqual([true, true]);
  expect(await takeHint(demo.stage.desk, id, 'token')).toBe(true);
  expect(await wait()).toBe(0);
});

test('what is entered while the run goes on that is refused waits for no hour', async () => {
  await give('no longer right');
  demo.stage.clock.advance(minuteMs);
  const running = demo.run();
  await demo.stage.desk.office.setNextRun(id, demo.stage.desk.now());
  await running;
  expect(await wait()).toBe(0);
});
