// `tandem simulate` as a stranger uses it: two vendors on this machine, and a configuration that works with them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDocument } from './report-document.ts';
import { endEverything, start, tandem } from './tandem.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-simulate-'));
});
afterEach(async () => {
  await endEverything();
  rmSync(folder, { recursive: true, force: true });
});

const small = [
  '--personio-port',
  '0',
  '--timetac-port',
  '0',
  '--seed',
  '7',
  '--employees',
  '5',
  '--days',
  '3',
];

test('the printed configuration is valid, passes the check and synchronises as it stands', async () => {
  const simulation = start(['simulate', ...small]);
  await simulation.says(/deadManHours: \d+\n/);
  const config = join(folder, 'tandem.yaml');
  writeFileSync(config, simulation.out());

  const validated = await tandem(['config', 'validate', config]);
  expect([validated.exit, validated.out]).toEqual([0, `${config}: valid (Muster GmbH)\n`]);
  const checked = await tandem(['check', '--config', config]);
  expect([checked.exit, checked.err]).toEqual([0, '']);
  expect(checked.out).toContain('Everything that the form needs is there.');

  const environment = { TANDEM_DATA_DIR: join(folder, 'data') };
  const synced = await tandem(['sync', '--config', config, '--json'], environment);
  expect(readDocument(synced.out).parts.attendances.created).toBeGreaterThan(0);

  simulation.signal('SIGTERM');
  expect((await simulation.ended).exit).toBe(0);
});

test('a switch on the command line reaches the simulated vendor', async () => {
  const hidden = 'attribute-whitelist=first_name,last_name,email,status';
  const simulation = start(['simulate', ...small, '--set', 'rate-limit=on', hidden]);
  await simulation.says(/deadManHours: \d+\n/);
  const config = join(folder, 'tandem.yaml');
  writeFileSync(config, simulation.out());
  const checked = await tandem(['check', '--config', config]);
  expect(checked.exit).toBe(1);
  expect(checked.out).toContain('“Date of termination” is not readable');
});
