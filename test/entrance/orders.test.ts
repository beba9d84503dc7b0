// A person's orders from outside: who is who, answers to issues, why a day is there, taking a run back, pausing.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from './report-document.ts';
import { openStage, type Stage } from './stage.ts';
import { tandem } from './tandem.ts';

let stage: Stage;
let config: string;
beforeAll(async () => {
  stage = await openStage({ employees: 4, days: 4 });
  config = stage.configFile();
});
afterAll(() => stage.close());

const run = (command: string, ...rest: string[]) =>
  tandem([command, '--config', config, '--data', stage.dataFolder(), ...rest]);
const json = async (command: string, ...rest: string[]): Promise<Record<string, unknown>> => {
  const ended = await run(command, '--json', ...rest);
  return JSON.parse(ended.out) as Record<string, unknown>;
};

describe('one company and its person in charge', () => {
  test('employees before the first run: who will be matched how', async () => {
    const ended = await run('employees');
    expect(ended.exit).toBe(0);
    expect(ended.out).toMatch(/will be linked by the next run/);
    const review = (await json('employees')) as { employees: { state: string }[] };
    expect(review.employees.length).toBeGreaterThanOrEqual(4);
  });

  test('explain a day after the run: what TimeTac has, what Tandem wrote', async () => {
    const report = readDocument((await run('sync', '--json')).out);
    expect(report.parts.attendances.created).toBeGreaterThan(0);
    const [line = ''] = stage.exported().filter((text) => text.includes('WORK'));
    const [employee = '', , start = ''] = line.split(' ');
    const ended = await run('explain', '--employee', employee, '--date', start.slice(0, 10));
    expect(ended.exit).toBe(0);
    expect(ended.out).toMatch(/Tandem wrote to Personio: work/);
  });

  test('undo shows, takes back, and is remembered until it is resumed', async () => {
    const before = stage.exported();
    const last = readDocument((await run('report', '--json')).out);
    const dry = (await json('undo', '--run', last.run.id, '--dry-run')) as { actions: unknown[] };
    expect(dry.actions.length).toBeGreaterThan(0);
    expect(stage.exported()).toEqual(before);

    const undone = (await json('undo', '--run', last.run.id)) as { left: number };
    expect(undone.left).toBe(0);
    expect(stage.exported()).toEqual([]);
    await run('sync');
    expect(stage.exported()).toEqual([]);

    const resumed = await run('issues', 'take-back', last.run.id);
    expect(resumed.exit).toBe(0);
    await run('sync');
    expect(stage.exported()).toEqual(before);
  });

  test('a run that does not exist cannot be taken back', async () => {
    const ended = await run('undo', '--run', 'nothing');
    expect(ended.exit).toBe(2);
    expect(ended.err).toContain('there is no run nothing');
  });

  test('pause and resume say what is paused', async () => {
    expect((await run('pause', '--only', 'absences')).out).toBe('Paused: absences.\n');
    expect((await run('sync')).out).toContain('Paused: absences');
    expect((await run('resume')).out).toBe('Nothing is paused.\n');
  });

  test('unlink and link by hand', async () => {
    const { employees } = (await json('employees')) as {
      employees: { personioId: string; state: string; users: { timetacId: string }[] }[];
    };
    const linked = employees.find(({ state }) => state === 'linked');
    const [user] = linked?.users ?? [];
    const [employee = '', timetac = ''] = [linked?.personioId, user?.timetacId];
    expect(await json('employees', 'unlink', employee)).toEqual({ ok: true, timetacId: timetac });
    const again = await run('employees', 'unlink', employee);
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining('is linked to nobody')]);
    expect((await run('employees', 'link', employee, timetac)).exit).toBe(0);
  });

  test('issues: the list, and an order about none of them', async () => {
    const list = (await json('issues', 'list')) as { issues: unknown[] };
    const ended = await run('issues');
    expect(ended.exit).toBe(list.issues.length > 0 ? 1 : 0);
    const wrong = await run('issues', 'decide', 'none', 'ignore');
    expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining('no open issue “none”')]);
  });
});

test.each([
  [['undo'], 'name what to take back'],
  [['undo', '--run', 'a', '--out-of-scope'], 'name what to take back'],
  [['undo', '--run', 'a', '--release'], '--release belongs to --out-of-scope'],
  [['explain', '--employee', '1'], '--date YYYY-MM-DD is missing'],
  [['explain', '--employee', '1', '--date', '2026-02-30'], 'is no date'],
  [['explain', '--date', '2026-02-20'], '--employee ID is missing'],
  [['issues', 'retry'], 'name an issue'],
  [['issues', 'decide', 'x'], 'say what shall hold'],
  [['issues', 'decide', 'x', 'maybe'], '“maybe” is none of'],
  [['issues', 'list', 'x'], 'unexpected “x”'],
  [['issues', 'burn'], '“burn” is none of'],
  [['employees', 'link', '1'], 'the user’s id in TimeTac'],
  [['employees', 'marry', '1', '2'], '“marry” is none of'],
  [['pause', '--only', 'lunch'], '“lunch” is no part'],
] as const)('%j is a usage mistake that says what is wrong', async ([command, ...rest], reason) => {
  const ended = await run(command, ...rest);
  expect(ended.exit).toBe(2);
  expect(ended.out).toBe('');
  expect(ended.err).toContain(reason);
});
