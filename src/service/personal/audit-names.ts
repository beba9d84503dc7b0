// The audit log is for ever, people are not: it names them by the key that stays when they are erased, and who they are is
// looked up while they are known.

import type { Branch } from '../../core/settings/tree.ts';
import type { Archive } from '../../engine/archive.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { AuditEntry } from '../office/office.ts';
import { readSetup } from '../setup/change.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';
import { erasedKey } from './erased-doors.ts';
import { saltOf } from './salt.ts';

/** How an entry of the audit log names an employee. */
export async function auditName(desk: FrontDesk, archive: Archive, personioId: string): Promise<string> {
  return erasedKey(await saltOf(desk, archive), 'personio', personioId);
}

/** Entries with Personio ids in place of keys; null for who is not known any more. */
export async function withNames(
  desk: FrontDesk,
  setupId: string,
  entries: readonly AuditEntry[],
): Promise<readonly AuditEntry[]> {
  if (!entries.some(({ details }) => 'employee' in details)) return entries;
  const archive = await desk.home.openArchive(await pageSettingsOf(desk, await readSetup(desk, setupId)));
  const salt = await saltOf(desk, archive);
  const links = await archive.links({ part: 'employees' });
  const known = new Map(links.map(({ key }) => [erasedKey(salt, 'personio', key), key]));
  const named = (details: Branch): Branch => {
    const { employee } = details;
    return typeof employee === 'string' ? { ...details, employee: known.get(employee) ?? null } : details;
  };
  return entries.map((entry) => ({ ...entry, details: named(entry.details) }));
}
