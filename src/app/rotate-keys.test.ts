// A new master key for stored credentials, from the command line.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tandem } from '../../test/entrance/tandem.ts';
import { openVault } from '../service/office/vault.ts';
import { openOffice } from '../store/sql/office.ts';
import { readServerSettings } from './config.ts';
import { openHome } from './home.ts';
import { openKeyring } from './keyring.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-keys-'));
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
