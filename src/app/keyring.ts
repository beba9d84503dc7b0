// The master keys in their file, outside the database: made at the first start, readable by their owner only.

import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UsageMistake } from '../cli/arguments.ts';
import { syncFile, syncFolder } from '../store/sync.ts';
import { placeMistake } from './places.ts';
import type { Office } from '../service/office/office.ts';
import {
  type Keyring,
  type MasterKey,
  type Vault,
  WrongKey,
  masterKey,
  newMasterKey,
  openVault,
} from '../service/office/vault.ts';

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

/** @throws UsageMistake where the file cannot be made, or is there and cannot be read as keys */
export function openKeyring(path: string): OpenedKeyring {
  if (!existsSync(path)) {
    const made = newMasterKey();
    if (giveName(firstOf(path, made), path)) {
      syncFolder(dirname(path));
      return { keyring: [made], isNew: true };
    }
  }
  return { keyring: readKeys(path), isNew: false };
}

function firstOf(path: string, made: MasterKey): string {
  try {
    return writtenBeside(path, [made]);
  } catch (error) {
    throw placeMistake(error, path, 'TANDEM_MASTER_KEY_FILE');
  }
}

/**
 * Takes the place of what is there, and stays whose it was: a key that root changed is still the service's to read. No crash
 * leaves half a file.
 * @throws UsageMistake where the file cannot be replaced; then it is as it was
 */
export function writeKeyring(path: string, keyring: Keyring): void {
  let beside: string | null = null;
  try {
    beside = writtenBeside(path, keyring);
    const before = statSync(path, { throwIfNoEntry: false });
    if (before !== undefined && before.uid !== statSync(beside).uid)
      chownSync(beside, before.uid, before.gid);
    renameSync(beside, path);
    syncFolder(dirname(path));
  } catch (error) {
    if (beside !== null) rmSync(beside, { force: true });
    throw placeMistake(error, path, 'TANDEM_MASTER_KEY_FILE');
  }
}

/**
 * Written whole under a name of its own: two processes may do so at once. What is sealed with a key is on the disk with the
 * next commit, so the key has to be there before.
 */
function writtenBeside(path: string, keyring: Keyring): string {
  const file: KeyFile = { version: 1, keys: keyring.map(({ key }) => key.toString('base64')) };
  const beside = `${path}.${process.pid}.new`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(beside, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  chmodSync(beside, 0o600);
  syncFile(beside);
  return beside;
}

/** false: another process was faster, and its file counts. */
function giveName(beside: string, path: string): boolean {
  try {
    linkSync(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A place without links.
    renameSync(beside, path);
    return true;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** @throws UsageMistake where something was sealed with a key that the file does not hold */
export function openVaultOf(path: string, keyring: Keyring, office: Office): Promise<Vault> {
  return openVault(office, keyring).catch((error: unknown) => {
    throw error instanceof WrongKey ? new UsageMistake(`${path}: ${error.message}`) : error;
  });
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
