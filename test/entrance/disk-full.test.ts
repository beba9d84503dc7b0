// A disk that fills up in the middle of a run, under the server: no room is left for the database's own log.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { expectCompletion, planOf } from './broken-off.ts';
import { openStage, type Stage } from './stage.ts';
import { startCramped } from './tandem.ts';

let stage: Stage;
afterEach(() => stage.close());

/** How far the database's log has been written; its file has its whole size from the beginning. */
function kilobytesOfLog(dataFolder: string): number {
  const folder = join(dataFolder, 'db', 'pg_wal');
  const [file = ''] = readdirSync(folder).filter((name) => /^[0-9A-F]{24}$/.test(name));
  const bytes = readFileSync(join(folder, file));
  return Math.ceil(bytes.findLastIndex((byte) => byte !== 0) / 1024);
}

/** Of log: a server begins with less (1,100), and a first run of this company needs more (2,300). */
const ENOUGH_TO_BEGIN = 1_700;

const hadRoom = (): never => {
  throw new Error(`the first run was done with ${ENOUGH_TO_BEGIN} KB`);
};

test('the server ends as faulty, so that whoever looks after it begins it again; then nothing is missing or doubled', async () => {
  stage = await openStage({ employees: 12, days: 8 });
  const words = ['--config', stage.configFile(), '--data', stage.dataFolder()];
  const planned = await planOf(words);

  const most = kilobytesOfLog(stage.dataFolder()) + ENOUGH_TO_BEGIN;
  const server = startCramped(most, ['start', '--port', '0', ...words]);
  const ended = await Promise.race([server.ended, server.says(/The page:/).then(hadRoom)]);
  expect(ended.exit).toBe(70);
  expect(ended.err).toContain('it has broken down');
  expect(stage.exported().length).toBeGreaterThan(0);
  expect(stage.exported().length).toBeLessThan(planned.records);
  await expectCompletion(stage, words, planned);
});
