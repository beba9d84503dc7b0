// A PostgreSQL server that is there and of no use: whoever starts Tandem is told why, as a mistake that they can mend.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readServerSettings } from '../../src/app/config.ts';
import { openHome } from '../../src/app/home.ts';
import { UsageMistake } from '../../src/cli/arguments.ts';
import { startPostgres, tempFolder } from '../support/stores.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create role poor login password 'poor'; revoke create on schema public from public`);
  await client.end();
});
afterAll(() => server.stop());

test.each([
  [
    'a user who may make no tables',
    (url: URL) => Object.assign(url, { username: 'poor', password: 'poor' }),
    /permission denied.*42501/,
  ],
  [
    'a wrong password',
    (url: URL) => Object.assign(url, { password: 'sesame' }),
    /authentication failed.*28P01/,
  ],
  ['no such database', (url: URL) => Object.assign(url, { pathname: '/nowhere' }), /does not exist.*3D000/],
  [
    'encryption that the server has not',
    (url: URL) => Object.assign(url, { search: '?sslmode=verify-full' }),
    /does not support SSL/,
  ],
])('%s', async (_what, change, says) => {
  const TANDEM_DATABASE_URL = change(new URL(server.url)).href;
  const folder = tempFolder();

  const opening = openHome(readServerSettings({ TANDEM_DATABASE_URL }), folder);

  const error: unknown = await opening.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UsageMistake);
  expect((error as Error).message).toMatch(says);
  expect((error as Error).message).not.toContain('sesame');
});

test('a data folder that takes nothing is told before anything runs, although the data are elsewhere', async () => {
  const folder = join(tempFolder(), 'data');
  writeFileSync(folder, '');

  const opening = openHome(readServerSettings({ TANDEM_DATABASE_URL: server.url }), folder);

  await expect(opening).rejects.toThrow(/TANDEM_DATA_DIR: .*a file is in the way/);
});
