// What moving house says: what is in the file, what is not, and what to do next.

import { existsSync } from 'node:fs';
import { UsageMistake } from '../cli/arguments.ts';
import type { Head, Misfit } from '../store/sql/moving-lines.ts';
import { openKeyring } from './keyring.ts';

/** Where the master key is expected, and whether what lies there opens the stored credentials. */
export interface KeyAt {
  readonly path: string;
  readonly state: 'fits' | 'missing' | 'other' | 'not-needed';
}

/** @param masterIds of the keys that the data keys are wrapped by */
export function keyAt(path: string, masterIds: readonly string[]): KeyAt {
  if (masterIds.length === 0) return { path, state: 'not-needed' };
  if (!existsSync(path)) return { path, state: 'missing' };
  const known = new Set(idsIn(path));
  return { path, state: masterIds.every((id) => known.has(id)) ? 'fits' : 'other' };
}

/** What cannot be read as keys opens nothing; the server tells more about it when it starts. */
function idsIn(path: string): readonly string[] {
  try {
    return openKeyring(path).keyring.map(({ id }) => id);
  } catch (error) {
    if (error instanceof UsageMistake) return [];
    throw error;
  }
}

export const left = (head: Head, file: string): string =>
  `${whatIsIn(head)} are in ${file}.\nIt holds names, hours and absences: keep it as you keep the database. The queue is not in it (the server makes its jobs anew), nor are configuration files, settings of the environment and generations.json (an import needs none).\n`;

export const arrived = (head: Head, file: string): string =>
  `${whatIsIn(head)} have moved in from ${file}, made at ${head.madeAt}.\nThe old installation must not run any more. The next run of each integration reads everything, joins what stands there already and takes nothing away; when one such run has ended without trouble, it goes on as ever.\n`;

function whatIsIn({ tables }: Head): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows} ${rows === 1 ? 'row' : 'rows'} of ${tables.length} tables`;
}

export function aboutKeyHere({ path, state }: KeyAt): string {
  const sealed =
    'Stored credentials are in the file as they lie in the database, sealed: the master key is not.';
  switch (state) {
    case 'fits':
      return `${sealed} Move it by itself: ${path}\n`;
    case 'missing':
      return `${sealed} It has to be moved by itself, and is not where it is expected: ${path}. Find it (TANDEM_MASTER_KEY_FILE names another place) before you take this installation down.\n`;
    case 'other':
      return `${sealed} It has to be moved by itself, and ${path} is another one. Find the one that fits (TANDEM_MASTER_KEY_FILE names another place) before you take this installation down.\n`;
    case 'not-needed':
      return `No credentials are stored. The master key is never in the file; it would have to be moved by itself: ${path}\n`;
    default:
      return state satisfies never;
  }
}

export function aboutKeyThere({ path, state }: KeyAt): string {
  switch (state) {
    case 'fits':
      return `Stored credentials came sealed, and the master key that opens them is here: ${path}\n`;
    case 'missing':
      return `Stored credentials came sealed, without the master key. Before the server starts, put the old installation's key file here: ${path}\n`;
    case 'other':
      return `Stored credentials came sealed, and ${path} is not the master key that opens them. Before the server starts, put the old installation's key file in its place.\n`;
    case 'not-needed':
      return `No stored credentials came along. The master key is never in the file; its place here is ${path}\n`;
    default:
      return state satisfies never;
  }
}

/** Why a file did not come in, and what to do next. */
export function unfit(misfit: Misfit, file: string): string {
  switch (misfit.why) {
    case 'foreign':
      return `${file} was not made by “tandem db export”. Nothing was changed.`;
    case 'damaged':
      return `${file} is cut off or was changed: ${misfit.what}. Nothing was changed here. Copy the file once more, or export again.`;
    case 'newer-format':
      return `${file} was made by a newer Tandem (format ${misfit.format}). Nothing was changed. Install that version here first.`;
    case 'newer-tables':
      return `${file} was made by a newer Tandem: this one does not know ${misfit.migrations.join(', ')}. Nothing was changed. Install that version here first.`;
    case 'older-tables':
      return `${file} was made by an older Tandem, before ${misfit.migrations.join(', ')}. Nothing was changed. Update the old installation to this version and export again, or import with the old version and update then.`;
    case 'other-tables':
      return `${file} was made by a Tandem whose tables differ (${misfit.tables.join(', ')}). Nothing was changed. Use the same version on both sides.`;
    case 'occupied':
      return `an import needs an empty installation, and here is something already: ${misfit.tables.map(({ name, rows }) => `${name} (${rows})`).join(', ')}. Nothing was changed. Name another folder with --data, or an empty database with TANDEM_DATABASE_URL.`;
    default:
      return misfit satisfies never;
  }
}
