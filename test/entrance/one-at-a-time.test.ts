// One run at a time, and what becomes of a run that was killed: the data folder, its holder, and the next command.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { expectCompletion, planOf } from './broken-off.ts';
import { readDocument } from './report-document.ts';
import { openStage, type Stage } from './stage.ts';
import { start, tandem } from './tandem.ts';

let stage: Stage;
afterEach(() => stage.close());

test('a second run meanwhile ends with 5 and does nothing; a report is answered by the holder', async () => {
  stage = await openStage({ employees: 5, days: 3 });
  const config = stage.configFile();
  const words = ['--config', config, '--data', stage.dataFolder()];
  const reached = stage.gate.close({
    side: 'personio',
    method: 'POST',
    path: '/v2/attendance-periods',
    nth: 3,
    when: 'before',
  });
  const first = start(['sync', ...words, '--json']);
  await reached;
  const second = await tandem(['sync', ...words, '--json']);
  expect([second.exit, JSON.parse(second.out)]).toMatchObject([5, { ok: false, exit: 5 }]);
  expect(second.err).toContain('in progress');
  // The holder answers: there is no finished run yet.
  expect((await tandem(['report', ...words])).exit).toBe(2);
  stage.gate.open();
  const ended = await first.ended;
  const report = readDocument(ended.out);
  expect([0, 1]).toContain(ended.exit);
  expect(stage.exported()).toHaveLength(report.run.writes.personio);
  expect(existsSync(join(stage.dataFolder(), 'tandem.lock'))).toBe(false);
});

test('killed with a write under way, the next run ends in step and nothing stands twice', async () => {
  stage = await openStage({ employees: 8, days: 5 });
  const words = ['--config', stage.configFile(), '--data', stage.dataFolder()];
  const planned = await planOf(words);

  // Once with the vendor's deed done and its answer never seen, once before the vendor has done anything.
  for (const [nth, when] of [
    [20, 'after'],
    [5, 'before'],
  ] as const) {
    const killed = start(['sync', ...words, '--json', '--quiet']);
    await stage.gate.close({ side: 'personio', method: 'POST', path: '/v2/attendance-periods', nth, when });
    killed.signal('SIGKILL');
    expect((await killed.ended).exit).toBeNull();
    stage.gate.open();
  }
  expect(stage.exported().length).toBeLessThan(planned.records);
  await expectCompletion(stage, words, planned);
});

test('a holder that does not answer is named by its process id, and is not robbed', async () => {
  stage = await openStage({ employees: 3, days: 1 });
  const folder = stage.dataFolder('held');
  const lock = new URL('../../dist/store/embedded/lock.js', import.meta.url).href;
  const silent = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { lockFolder } = await import(${JSON.stringify(lock)});
     await lockFolder(${JSON.stringify(folder)});
     console.log('held');
     setInterval(() => {}, 60_000);`,
  ]);
  try {
    await once(silent.stdout, 'data');
    const ended = await tandem(['sync', '--config', stage.configFile(), '--data', folder]);
    expect(ended.exit).toBe(2);
    expect(ended.err).toContain(`process ${silent.pid}`);
    expect(ended.out).toBe('');
    expect(readFileSync(join(folder, 'tandem.lock'), 'utf8')).toContain(String(silent.pid));
    expect(existsSync(join(folder, 'db'))).toBe(false);
    expect(stage.lookAtCalls().requests).toEqual({ personio: 0, timetac: 0 });
  } finally {
    silent.kill('SIGKILL');
  }
});
