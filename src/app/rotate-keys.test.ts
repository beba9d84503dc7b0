// A new master key for stored credentials, from the command line.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { start, tandem } from '../../test/entrance/tandem.ts';
import { newDatabaseIn } from '../../test/support/new-database.ts';
import { serverStore } from '../../test/support/stores.ts';
import { openVault } from '../service/office/vault.ts';
import { openOffice } from '../store/sql/office.ts';
import { readServerSettings } from './config.ts';
import { openHome } from './home.ts';
import { openKeyring } from './keyring.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-keys-'));
  await newDatabaseIn(join(folder, 'db'));
  path = join(folder, 'master.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withVault<T>(work: (vault: Awaited<ReturnType<typeof openVault>>) => Promise<T>): Promise<T> {
  const home = await openHome(readServerSettings({ TANDEM_DATA_DIR: folder }), folder);
  if ('heldBy' in home) throw new Error('the folder is held');
  try {
    return await work(await openVault(openOffice(home.database.sql), openKeyring(path).keyring));
  } finally {
    await home.close();
  }
}

test('everything sealed before opens afterwards, and the old key is gone from the file', async () => {
  const sealed = await withVault((vault) => vault.seal('company', 'credential personio', 'secret'));
  const [before] = openKeyring(path).keyring;

  const ended = await tandem(['keys', 'rotate', '--data', folder]);

  expect(ended.exit, ended.err).toBe(0);
  expect(ended.out).toContain('1 data key is sealed with a new master key');
  const { keyring } = openKeyring(path);
  expect(keyring.map(({ id }) => id)).not.toContain(before?.id);
  expect(readFileSync(path, 'utf8')).not.toContain(before?.key.toString('base64') ?? '-');
  expect(await withVault((vault) => vault.open('company', 'credential personio', sealed))).toBe('secret');
});

test('without its key the server does not start, and says which file is missing', async () => {
  await withVault((vault) => vault.seal('company', 'credential personio', 'secret'));
  rmSync(path);

  const ended = await tandem(['start', '--no-demo', '--port', '0', '--data', folder]);

  expect(ended.exit).toBe(2);
  expect(ended.err).toContain(`${path}: the master key of the stored credentials is missing`);
});

test('without its key nothing is changed, and no file is left that would be taken for one', async () => {
  await withVault((vault) => vault.seal('company', 'credential personio', 'secret'));
  rmSync(path);

  const ended = await tandem(['keys', 'rotate', '--data', folder]);

  expect(ended.exit).toBe(2);
  expect(ended.err).toContain(`${path}: there is no master key here to change`);
  expect(existsSync(path)).toBe(false);
});

test('a key that does not fit changes nothing, and is told as a mistake', async () => {
  const sealed = await withVault((vault) => vault.seal('company', 'credential personio', 'secret'));
  const right = readFileSync(path);
  rmSync(path);
  openKeyring(path);
  const wrong = readFileSync(path);

  const ended = await tandem(['keys', 'rotate', '--data', folder]);

  expect([ended.exit, ended.err]).toEqual([2, expect.stringContaining(`${path}: `)]);
  expect(readFileSync(path)).toEqual(wrong);
  writeFileSync(path, right);
  expect(await withVault((vault) => vault.open('company', 'credential personio', sealed))).toBe('secret');
});

test('of two at once on a server one does it, the other one says so, and everything opens afterwards', async () => {
  const store = await serverStore();
  const { database, url } = store;
  const office = openOffice(database.sql);
  const vault = await openVault(office, openKeyring(path).keyring);
  const owners = Array.from({ length: 60 }, (_, number) => `company ${number}`);
  const sealed = await Promise.all(owners.map((owner) => vault.seal(owner, 'credential', owner)));
  const waiting = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
      where wait_event_type = 'Lock'`.execute(database.sql);
    return rows[0]?.count ?? 0;
  };
  const rotation = () =>
    start(['keys', 'rotate'], {
      TANDEM_DATABASE_URL: url,
      TANDEM_MASTER_KEY_FILE: path,
      TANDEM_DATA_DIR: folder,
    });

  // The first one stands still in the middle, as one that has thousands of keys to wrap.
  const inItsWay = await database.sql.startTransaction().execute();
  await sql`select from data_key where owner = 'company 0' for update`.execute(inItsWay);
  const first = rotation();
  await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 60_000 });
  const second = rotation();
  const isAtIt = vi.waitFor(async () => expect(await waiting()).toBe(2), { timeout: 60_000 });
  await Promise.race([second.ended, isAtIt]);
  isAtIt.catch(() => undefined);
  first.signal('SIGSTOP');
  await inItsWay.rollback().execute();
  const last = await second.ended;
  first.signal('SIGCONT');
  const ends = [await first.ended, last];

  const after = await openVault(office, openKeyring(path).keyring);
  const opened = await Promise.all(
    owners.map((owner, at) => after.open(owner, 'credential', sealed[at] ?? '')),
  );
  expect(opened).toEqual(owners);
  expect(ends.map(({ exit }) => exit)).toEqual([0, 2]);
  expect(ends[1]?.err).toContain('is being changed already');
  await store.close();
});
