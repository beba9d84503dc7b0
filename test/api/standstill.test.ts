// An integration that is switched on and cannot run, and one that has to be stopped in the middle of a change.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { minuteMs } from '../../src/core/time/calendar.ts';
import { oweByTheClock } from '../../src/service/mails/by-the-clock.ts';
import type { Setup } from '../../src/service/office/office.ts';
import type { Actor } from '../../src/service/front-desk.ts';
import { readMonthCheck, startMonthCheck } from '../../src/service/month/ask.ts';
import { performRun } from '../../src/service/runs/perform.ts';
import { formSettingsOrNull } from '../../src/service/setup/settings-of.ts';
import { ordinaryRun } from '../../src/engine/workshop.ts';
import { type DemoDesk, openDemoDesk } from '../support/demo-desk.ts';

let demo: DemoDesk;
let before: Setup;
beforeAll(async () => {
  demo = await openDemoDesk();
  before = await setupNow();
});
afterAll(() => demo.stage.close());
beforeEach(() => put({}));

const setupNow = async (): Promise<Setup> => {
  const [setup] = await demo.stage.desk.office.setups();
  if (setup === undefined) throw new Error('no demo');
  return setup;
};
const put = (change: Partial<Setup>) =>
  demo.stage.desk.office.commit({ putSetup: { ...before, changedAt: demo.stage.desk.now(), ...change } });
const stateNow = async () => {
  const one = (await demo.operator.call('GET', demo.at)).body.state;
  const [card] = (await demo.operator.call('GET', '/integrations')).body.integrations;
  expect(card.state).toBe(one);
  return one;
};
/** Of the kind, after the clock has looked. */
const mailsOwed = async () => {
  await oweByTheClock(demo.stage.desk);
  const { mails } = (await demo.operator.call('GET', `${demo.at}/mails`)).body;
  return mails.filter(({ kind }: { kind: string }) => kind === 'reconnect');
};

/** The vendors' own addresses; the credentials are for those of the demo. */
const elsewhere = (): Setup['form'] => ({ ...before.form, personio: {}, timetac: { account: 'muster' } });
/** A form whose absences begin at no date. */
const wrong = (): Setup['form'] => ({
  ...before.form,
  absences: { ...(before.form['absences'] as object), startDate: 'soon' },
});

test('a comparison of a month that does not even begin says so, and does not seem to go on', async () => {
  const { desk } = demo.stage;
  const faults: unknown[] = [];
  const openDoors = () => {
    throw new Error('no doors');
  };
  const broken = {
    ...desk,
    home: { ...desk.home, openDoors },
    fault: (error: unknown) => void faults.push(error),
  };
  const { id } = await setupNow();
  const month = '2020-01';
  await startMonthCheck(broken, { person: { name: 'test' } } as Actor, id, month);
  await expect.poll(async () => (await readMonthCheck(desk, id, month)).state).toBe('failed');
  expect(faults).toEqual([new Error('no doors')]);
});

test('without credentials for the address of its form it asks to reconnect, and writes so once', async () => {
  expect(await stateNow()).toBe('issues');
  await put({ form: elsewhere(), completeForm: elsewhere() });
  const { id } = await setupNow();
  expect(await performRun(demo.stage.desk, { setupId: id, request: ordinaryRun, askedBy: 'test' })).toBe(
    'gone',
  );
  expect(await stateNow()).toBe('reconnect');

  expect(await mailsOwed()).toEqual([]);
  demo.stage.clock.advance(61 * minuteMs);
  const owed = await mailsOwed();
  expect(owed).toHaveLength(1);
  expect(await mailsOwed()).toHaveLength(1);
  const letter = (await demo.operator.call('GET', `${demo.at}/mails/${owed[0].id}?language=en`)).body;
  expect(letter.subject).toContain('credentials are missing');
  expect(letter.text).not.toMatch(/all is well|refuses/i);
});

test('with nothing but forms that have mistakes it is incomplete, which is written once as well', async () => {
  await put({ form: wrong(), completeForm: null });
  demo.stage.clock.advance(61 * minuteMs);
  expect(await stateNow()).toBe('incomplete');
  const before = await mailsOwed();
  const letter = (await demo.operator.call('GET', `${demo.at}/mails/${before[0].id}?language=en`)).body;
  expect(letter.subject).toContain('complete the form');
});

test('a change in the middle, with another address and a mistake, stops nothing', async () => {
  await put({ form: { ...wrong(), personio: { baseUrl: 'http://127.0.0.1:9' } }, completeForm: before.form });
  demo.stage.clock.advance(61 * minuteMs);
  expect(await stateNow()).toBe('issues');
  expect(await demo.run()).toMatchObject({ run: { status: 'done-with-issues' } });
});

describe('in the middle of a change with a mistake', () => {
  beforeEach(() => put({ form: wrong(), completeForm: before.form }));

  test('it is paused and goes on', async () => {
    const pause = (parts: readonly string[]) => demo.operator.call('PUT', `${demo.at}/pause`, { parts });
    expect((await pause(['employees', 'absences', 'attendances'])).status).toBe(200);
    expect(await stateNow()).toBe('paused');
    expect((await pause([])).status).toBe(200);
    expect(await stateNow()).toBe('issues');
  });

  test('a run is taken back', async () => {
    const { runs } = (await demo.operator.call('GET', `${demo.at}/runs`)).body;
    const oldest = runs.at(-1);
    const answer = await demo.operator.call('POST', `${demo.at}/runs/${oldest.id}/undo`, { preview: true });
    expect(answer.status).toBe(200);
    expect(answer.body.removed).toBeGreaterThan(10);
  });

  test('a month is compared by what runs go by', async () => {
    const month = `${demo.at}/months/${new Date(demo.stage.desk.now()).toISOString().slice(0, 7)}`;
    expect((await demo.operator.call('POST', month)).status).toBe(200);
    const check = async () => (await demo.operator.call('GET', month)).body;
    await expect.poll(async () => (await check()).state, { timeout: 45_000 }).toBe('done');
    const { rows } = await check();
    expect(rows.some(({ timetacDays }: { timetacDays: number }) => timetacDays > 0)).toBe(true);
  });
});

test('a run at work stays in sight where somebody asks in vain for another one to be taken back', async () => {
  const { desk } = demo.stage;
  const settings = formSettingsOrNull(desk, await setupNow());
  if (settings === null) throw new Error('no settings');
  const lease = await (await desk.home.openArchive(settings)).openLease('a run at work');
  const progress = { phase: 'writing', part: null, done: 1, total: 2 } as const;
  desk.news.tell(before.id, { kind: 'progress', progress });
  const { runs } = (await demo.operator.call('GET', `${demo.at}/runs`)).body;
  const undo = `${demo.at}/runs/${runs.at(-1).id}/undo`;
  const answer = await demo.operator.call('POST', undo, { preview: false });
  expect([answer.status, answer.body.code]).toEqual([409, 'run-in-progress']);
  expect((await demo.operator.call('GET', demo.at)).body.running).toEqual(progress);
  desk.news.tell(before.id, { kind: 'ended', mode: 'live', runId: null, status: 'done' });
  await lease?.release();
});

describe('in the middle of a change of an address that has a mistake', () => {
  beforeEach(() => {
    const personio = { ...(before.form['personio'] as object), baseUrl: 'nowhere' };
    return put({ form: { ...before.form, personio }, completeForm: before.form });
  });
  const asked = (path: string) => demo.operator.call('GET', `${demo.at}${path}`);

  test('issues, runs, payroll and people are there to be read', async () => {
    const { runs } = (await asked('/runs')).body;
    const { employees } = (await asked('/employees')).body;
    const [{ personioId }] = employees;
    const first = runs.at(-1).id;
    const pages = [
      '/issues',
      `/runs/${first}`,
      `/runs/${first}/comparison`,
      '/payroll',
      '/audit',
      `/explanation?employeeId=${personioId}&date=2026-11-02`,
      `/personal-data/${personioId}`,
      '/erased',
    ];
    for (const page of pages) expect([page, (await asked(page)).status]).toEqual([page, 200]);
    expect((await asked('/issues')).body.issues.length).toBeGreaterThan(0);
  });

  test('an issue is answered', async () => {
    const { issues } = (await asked('/issues')).body;
    const one = issues.find(({ answers }: { answers: string[] }) => answers.includes('ignore'));
    const answer = await demo.operator.call('POST', `${demo.at}/issues/${one.id}/answer`, {
      answer: 'ignore',
    });
    expect(answer.status).toBe(200);
  });
});

test('while payroll’s date is typed wrongly, the list goes by the one that runs go by', async () => {
  const closed = { ...before.form, lockedUntil: '2026-01-31' };
  await put({ form: { ...before.form, lockedUntil: 'soon' }, completeForm: closed });
  expect((await demo.operator.call('GET', `${demo.at}/payroll`)).body.lockedUntil).toBe('2026-01-31');
});

test('an expiry date that is none keeps nobody from lists, links and tests of credentials', async () => {
  const timetac = { ...(before.form['timetac'] as object), credentialsExpireOn: 'soon' };
  await put({ form: { ...before.form, timetac }, completeForm: null });
  const ask = async (method: 'GET' | 'POST', path: string, body?: object) =>
    (await demo.operator.call(method, `${demo.at}${path}`, body)).status;
  expect(await ask('GET', '/choices')).toBe(200);
  expect(await ask('POST', '/check')).toBe(200);
  expect(await ask('POST', '/deposit-links', { side: 'timetac', hours: 1, language: 'de' })).toBe(200);
  expect(await stateNow()).toBe('incomplete');
});

describe('asked for in the middle of a change with a mistake', () => {
  beforeEach(() => put({ form: wrong(), completeForm: before.form }));
  const ask = async (wish: object) => {
    const { status, body } = await demo.operator.call('POST', `${demo.at}/runs`, wish);
    return [status, body.code];
  };

  test('a rehearsal and a pilot wait until the form that they are to try is right', async () => {
    expect(await ask({ mode: 'dry-run' })).toEqual([409, 'form-has-mistakes']);
    expect(await ask({ mode: 'live', employeeIds: ['3003'] })).toEqual([409, 'form-has-mistakes']);
  });

  test('a run is made as the schedule makes them, and a refused plan can be let through', async () => {
    expect(await ask({ mode: 'live', release: true })).toEqual([200, undefined]);
  });
});
