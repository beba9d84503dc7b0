// Where results and progress go may be full or gone: that ends no run, and a result that was not written counts as none.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { endEverything, start, tandem } from './tandem.ts';

const entrance = fileURLToPath(new URL('../../bin/tandem', import.meta.url));
const full = '/dev/full';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ employees: 3, days: 2 });
});
afterAll(async () => {
  await endEverything();
  await stage.close();
});

/** `out` and `err`: a device, or a pipe that is read until a first piece came (`shut`) or to its end (`pipe`). */
async function ended(argv: readonly string[], out: 'pipe' | 'shut' | 'full', err: 'pipe' | 'shut' | 'full') {
  const device = openSync(full, 'w');
  const to = (where: 'pipe' | 'shut' | 'full'): number | 'pipe' => (where === 'full' ? device : 'pipe');
  const child = spawn(process.execPath, [entrance, ...argv], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      TANDEM_ALLOW_PRIVATE_HOSTS: '1',
    },
    stdio: ['ignore', to(out), to(err)],
  });
  closeSync(device);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  if (out === 'shut') child.stdout?.once('data', () => child.stdout?.destroy());
  else child.stdout?.resume();
  if (err === 'shut') child.stderr?.once('data', () => child.stderr?.destroy());
  const [exit] = (await once(child, 'close')) as [number | null];
  return { exit, said };
}

test.skipIf(!existsSync(full))('a result that cannot be written is told, and counts as a fault', async () => {
  const { exit, said } = await ended(['config', 'schema'], 'full', 'pipe');
  expect(said).toMatch(/the result could not be written/);
  expect(exit).toBe(70);
});

test('whoever reads the first lines only gets the command’s own exit code', async () => {
  expect((await ended(['config', 'schema'], 'shut', 'pipe')).exit).toBe(0);
  expect((await ended(['config', 'schema', '--unknown'], 'shut', 'pipe')).exit).toBe(2);
});

test.skipIf(!existsSync(full)).each(['shut', 'full'] as const)(
  'progress that nobody takes (%s) ends no run',
  async (err) => {
    const before = stage.exported().length;
    const data = stage.dataFolder();
    const { exit } = await ended(['sync', '--config', stage.configFile(), '--data', data], 'pipe', err);
    expect([0, 1]).toContain(exit);
    expect(stage.exported().length).toBeGreaterThan(err === 'shut' ? before : 0);
  },
);

test('a command that is stopped says so on both ways out, and the folder is free', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const data = stage.dataFolder();
  const config = stage.configFile((document) => (document['personio'].baseUrl = `http://127.0.0.1:${port}`));
  const asked = once(silent, 'connection');
  const sync = start(['sync', '--config', config, '--data', data, '--json']);
  await asked;
  sync.signal('SIGTERM');
  const { exit, out, err } = await sync.ended;
  silent.close();
  expect(exit).toBe(143);
  expect(JSON.parse(out)).toMatchObject({ ok: false, exit: 143 });
  expect(err).toMatch(/^tandem: stopped by SIGTERM/m);
  const after = await tandem(['report', '--config', stage.configFile(), '--data', data]);
  expect(after.exit).not.toBe(70);
});
