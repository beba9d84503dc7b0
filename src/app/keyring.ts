// The master keys in their file, outside the database: made at the first start, readable by their owner only.

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageMistake } from '../cli/arguments.ts';
import { type Keyring, type MasterKey, masterKey, newMasterKey } from '../service/office/vault.ts';

interface KeyFile {
  readonly version: 1;
  /** Newest first, Base64. */
  readonly keys: readonly string[];
}

export interface OpenedKeyring {
  readonly keyring: Keyring;
  /** Made just now: somebody has to keep a copy. */
  readonly isNew: boolean;
}

/** @throws UsageMistake where the file is there and cannot be read as keys */
export function openKeyring(path: string): OpenedKeyring {
  if (existsSync(path)) return { keyring: readKeys(path), isNew: false };
  const made = newMasterKey();
  writeKeyring(path, [made]);
  return { keyring: [made], isNew: true };
}

/** Written whole and renamed, so that no crash leaves half a file. */
export function writeKeyring(path: string, keyring: Keyring): void {
  const file: KeyFile = { version: 1, keys: keyring.map(({ key }) => key.toString('base64')) };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
}

function readKeys(path: string): Keyring {
  const broken = (why: string): UsageMistake =>
    new UsageMistake(
      `${path}: ${why}. Put the file back from your backup: without it stored credentials are lost.`,
    );
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw broken(`the master key cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  // One key alone, as a secret store hands it out.
  if (/^[A-Za-z0-9+/]{43}=$/.test(text)) return [keyIn(text, broken)];
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw broken('this is no file of master keys');
  }
  const { version, keys } = (file ?? {}) as Partial<KeyFile>;
  if (version !== 1 || !Array.isArray(keys) || keys.length === 0)
    throw broken('this is no file of master keys');
  return keys.map((one) => keyIn(one, broken));
}

function keyIn(text: unknown, broken: (why: string) => UsageMistake): MasterKey {
  const key = Buffer.from(typeof text === 'string' ? text : '', 'base64');
  if (key.length !== 32) throw broken('a master key must have 32 bytes');
  return masterKey(key);
}
