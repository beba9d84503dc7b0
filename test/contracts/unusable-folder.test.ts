// A data folder whose database cannot be used: whoever starts Tandem is told why, as a mistake that they can mend, and the
// folder is let go for whoever mends it.

import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readServerSettings } from '../../src/app/config.ts';
import { openHome } from '../../src/app/home.ts';
import { UsageMistake } from '../../src/cli/arguments.ts';
import { newDatabaseIn } from '../support/new-database.ts';
import { tempFolder } from '../support/stores.ts';

let folder: string;
beforeEach(async () => {
  folder = tempFolder();
  await newDatabaseIn(join(folder, 'db'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openHome(readServerSettings({}), folder);
const whyNot = async (): Promise<string> => {
  const error: unknown = await open().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UsageMistake);
  return (error as Error).message;
};

test('of a newer version: refused, and the same again as soon as that is mended', async () => {
  const opened = await open();
  if ('heldBy' in opened) throw new Error('held by another');
  const { sql: db } = opened.database;
  await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2027-01-01')`.execute(db);
  await opened.close();

  expect(await whyNot()).toMatch(/newer version of Tandem/);
  expect(await whyNot()).toContain(folder);
  expect(existsSync(join(folder, 'tandem.lock'))).toBe(false);
});

test.each([
  ['whose control file is overwritten', () => overwrite('global/pg_control')],
  ['whose tables are gone', () => rmSync(join(folder, 'db', 'base'), { recursive: true })],
])('damaged, %s: told, with the way to a backup', async (_what, damage) => {
  damage();

  const why = await whyNot();

  expect(why).toContain('damaged');
  expect(why).toContain('docs/operating/restore-from-backup.md');
  expect(existsSync(join(folder, 'tandem.lock'))).toBe(false);
});

test('of which a part is missing, the very file that says what it is: told, and what is left stays', async () => {
  rmSync(join(folder, 'db', 'PG_VERSION'));
  const files = (): Set<string> =>
    new Set(readdirSync(join(folder, 'db'), { recursive: true, encoding: 'utf8' }));
  const before = files();

  expect(await whyNot()).toContain('damaged');

  expect(files()).toEqual(before);
  expect(existsSync(join(folder, 'tandem.lock'))).toBe(false);
});

test('an empty folder where the database should be is no damage: a new one is made', async () => {
  rmSync(join(folder, 'db'), { recursive: true });
  mkdirSync(join(folder, 'db'));
  const opened = await open();
  if ('heldBy' in opened) throw new Error('held by another');
  await opened.close();
  expect(existsSync(join(folder, 'db', 'PG_VERSION'))).toBe(true);
});

test('a file where the database should be', async () => {
  rmSync(join(folder, 'db'), { recursive: true });
  writeFileSync(join(folder, 'db'), '');
  expect(await whyNot()).toMatch(/a file is in the way/);
});

function overwrite(path: string): void {
  const file = openSync(join(folder, 'db', path), 'r+');
  writeSync(file, Buffer.alloc(1_024, 0xa5), 0, 1_024, 0);
  closeSync(file);
}
