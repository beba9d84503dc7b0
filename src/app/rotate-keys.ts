// `tandem keys rotate`: a new master key for the stored credentials. May be interrupted at any point and begun again: until
// the last data key is sealed anew, the file holds the old key as well.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { UsageMistake, readArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/commands.ts';
import { exitCodes } from '../cli/exit.ts';
import type { Office } from '../service/office/office.ts';
import { newMasterKey, openVault } from '../service/office/vault.ts';
import type { Database } from '../store/database.ts';
import { holdLocks } from '../store/sql/hold.ts';
import { openOffice } from '../store/sql/office.ts';
import { holderSilent, openHome } from './home.ts';
import { openKeyring, openVaultOf, writeKeyring } from './keyring.ts';

const options = { data: 'text' } as const;

export const runKeys: Command['run'] = async (context) => {
  const given = readArguments(context.argv, options, ['verb']);
  if (given.positionals[0] !== 'rotate') throw new UsageMistake('say what to do: keys rotate');
  const { server, terminal } = context;
  const dataDir = resolve(given.text('data') ?? server.dataDir);
  const path = server.masterKeyFile ?? join(dataDir, 'master.key');
  if (!existsSync(path))
    throw new UsageMistake(
      `${path}: there is no master key here to change. Name its file with TANDEM_MASTER_KEY_FILE, or its folder with --data.`,
    );
  const opened = await openHome(server, dataDir);
  if ('heldBy' in opened) throw new UsageMistake(holderSilent(dataDir, opened.heldBy, 'serves it'));
  try {
    const count = await alone(opened.database, () => renew(path, openOffice(opened.database.sql)));
    terminal.out(
      `${count === 1 ? '1 data key is' : `${count} data keys are`} sealed with a new master key: ${path}\nKeep a copy of this file apart from the data, and destroy copies of the old one.\n`,
    );
  } finally {
    await opened.close();
  }
  return exitCodes.inStep;
};

/** Two at once would each leave the file with its own key alone, and something sealed with the other's. */
async function alone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const letGo = await holdLocks(database, sql`select 'tandem keys' as name`);
  if (letGo === null)
    throw new UsageMistake('the master key is being changed already: wait until that has ended');
  try {
    return await work();
  } finally {
    await letGo();
  }
}

/** Returns how many data keys were sealed anew. */
async function renew(path: string, office: Office): Promise<number> {
  const { keyring } = openKeyring(path);
  // One that does not fit stays as it is.
  await openVaultOf(path, keyring, office);
  const rotated = [newMasterKey(), ...keyring];
  // The new key is safe on disk before anything depends on it.
  writeKeyring(path, rotated);
  const count = await (await openVault(office, rotated)).rewrap();
  writeKeyring(path, rotated.slice(0, 1));
  return count;
}
