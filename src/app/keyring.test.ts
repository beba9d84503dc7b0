// The master keys in their file: made once, read by their owner only, and never guessed at where the file is broken.

import fs, {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { tempFolder } from '../../test/support/stores.ts';
import { UsageMistake } from '../cli/arguments.ts';
import { masterKey, newMasterKey } from '../service/office/vault.ts';
import { openKeyring, writeKeyring } from './keyring.ts';

const folder = tempFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newPath = (): string => join(folder, `${++files}`, 'master.key');

function fileWith(text: string): string {
  const path = newPath();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test('the key is made at the first start, for its owner only, and is the same from then on', () => {
  const path = newPath();
  const made = openKeyring(path);
  expect(made.isNew).toBe(true);
  expect(made.keyring.map(({ key }) => key.length)).toEqual([32]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(path))).toEqual(['master.key']);
  expect(openKeyring(path)).toEqual({ keyring: made.keyring, isNew: false });
});

test('a new key is put in front of the others, in a file that stays its owner’s', () => {
  const path = newPath();
  const { keyring } = openKeyring(path);
  chmodSync(path, 0o644);
  const longer = [newMasterKey(), ...keyring];
  writeKeyring(path, longer);
  expect(openKeyring(path).keyring).toEqual(longer);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a key that root changes stays the service’s to read', () => {
  const path = newPath();
  const { keyring } = openKeyring(path);
  const own = statSync(path);
  // Nobody else can give a file away.
  const service = own.uid === 0 ? { uid: 1234, gid: 5678 } : { uid: own.uid, gid: own.gid };
  chownSync(path, service.uid, service.gid);
  writeKeyring(path, [newMasterKey(), ...keyring]);
  expect(statSync(path)).toMatchObject(service);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each(['EBUSY', 'EROFS', 'EACCES'])(
  'a file that cannot be replaced (%s) is told with its name, and stays',
  (code) => {
    const path = newPath();
    const { keyring } = openKeyring(path);
    const refused = Object.assign(new Error(code), { code });
    vi.spyOn(fs, 'renameSync').mockImplementationOnce(() => {
      throw refused;
    });
    syncBuiltinESMExports();
    try {
      expect(() => writeKeyring(path, [newMasterKey()])).toThrow(UsageMistake);
    } finally {
      vi.restoreAllMocks();
      syncBuiltinESMExports();
    }
    expect(openKeyring(path)).toEqual({ keyring, isNew: false });
    expect(readdirSync(dirname(path))).toEqual(['master.key']);
  },
);

/** What is done to files and folders while `work` lasts, as far as it matters when the power fails. */
function onDisk(work: () => void): string[] {
  const done: string[] = [];
  for (const name of ['fsyncSync', 'linkSync', 'renameSync'] as const) {
    const real = fs[name] as (...given: unknown[]) => void;
    vi.spyOn(fs, name).mockImplementation((...given: unknown[]) => {
      const isFolder = typeof given[0] === 'number' && fs.fstatSync(given[0]).isDirectory();
      done.push(name === 'fsyncSync' ? (isFolder ? 'folder synced' : 'file synced') : 'named');
      real(...given);
    });
  }
  syncBuiltinESMExports();
  try {
    work();
  } finally {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  }
  return done;
}

test('a key is on the disk before anything can be sealed with it', () => {
  const path = newPath();
  const order = ['file synced', 'named', 'folder synced'];
  expect(onDisk(() => openKeyring(path))).toEqual(order);
  expect(onDisk(() => writeKeyring(path, [newMasterKey()]))).toEqual(order);
});

test('two processes that begin at once have one key, that of the file', async () => {
  const path = newPath();
  const script = `
    const { openKeyring } = await import(${JSON.stringify(new URL('../../dist/app/keyring.js', import.meta.url).href)});
    console.log(openKeyring(process.argv[1]).keyring[0].id);`;
  const started = Array.from({ length: 4 }, () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, path]),
  );
  const ids = (await Promise.all(started)).map(({ stdout }) => stdout.trim());
  expect(new Set(ids)).toEqual(new Set(openKeyring(path).keyring.map(({ id }) => id)));
  expect(readdirSync(dirname(path))).toEqual(['master.key']);
});

test('one key alone, as a secret store hands it out, is a ring of one', () => {
  const one = newMasterKey();
  const path = fileWith(`${one.key.toString('base64')}\n`);
  expect(openKeyring(path)).toEqual({ keyring: [masterKey(one.key)], isNew: false });
});

const whole = newMasterKey().key.toString('base64');
test.each([
  ['an empty file', '', 'no file of master keys'],
  ['a file that was cut off', `{ "version": 1, "keys": ["${whole}"`, 'no file of master keys'],
  ['no object', 'null', 'no file of master keys'],
  ['another version', JSON.stringify({ version: 2, keys: [whole] }), 'no file of master keys'],
  ['no keys', JSON.stringify({ version: 1, keys: [] }), 'no file of master keys'],
  ['a key that is too short', JSON.stringify({ version: 1, keys: [whole.slice(4)] }), '32 bytes'],
  ['a key that is no text', JSON.stringify({ version: 1, keys: [whole, 7] }), '32 bytes'],
])('%s is a mistake that names the file, and nothing is written over it', (_what, text, why) => {
  const path = fileWith(text);
  const opening = (): unknown => openKeyring(path);
  expect(opening).toThrow(UsageMistake);
  expect(opening).toThrow(why);
  expect(opening).toThrow(path);
  expect(opening).toThrow('backup');
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('a folder in place of the file is a mistake too', () => {
  const path = newPath();
  mkdirSync(path, { recursive: true });
  expect(() => openKeyring(path)).toThrow(UsageMistake);
});
