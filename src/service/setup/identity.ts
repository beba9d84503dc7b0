// Which memory an integration of the page has: that of its TimeTac account (rule 4.6), once it has shown that it may ask
// there. A name that somebody typed is no proof: until then it has a memory of its own, which knows nobody.

import { defaultAddresses } from '../../core/settings/addresses.ts';
import { valueAt } from '../../core/settings/form-paths.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { FrontDesk } from '../front-desk.ts';
import { accountIdentity, integrationId } from '../home.ts';
import type { Setup } from '../office/office.ts';

/** The account that the form names; null as long as it names none. */
export function accountOf(desk: FrontDesk, setup: Setup): string | null {
  const file = desk.files.get(setup.id);
  if (file !== undefined) return integrationId(file);
  const account = valueAt(setup.form, 'timetac.account');
  const address = valueAt(setup.form, 'timetac.baseUrl') ?? defaultAddresses.timetac;
  if (typeof account !== 'string' || account.trim() === '' || typeof address !== 'string') return null;
  if (!URL.canParse(address)) return null;
  return accountIdentity(address, account.trim());
}

/** Whether TimeTac took its credentials for the account that the form names now, or it has written there already. */
export function isProven(desk: FrontDesk, setup: Setup): boolean {
  if (desk.files.has(setup.id) || setup.begunAt !== null) return true;
  const account = accountOf(desk, setup);
  return account !== null && setup.provenAccount === account;
}

/** null as long as the form names no account. */
export function archiveIdOf(desk: FrontDesk, setup: Setup): string | null {
  const account = accountOf(desk, setup);
  return account === null || isProven(desk, setup) ? account : draftId(setup);
}

const draftId = (setup: Setup): string => `draft/${setup.id}`;

/**
 * Takes away what only rehearsals of this integration left: before its account was proven, and for accounts that were named
 * by mistake. Where a live run wrote, or another integration is, the memory is theirs.
 */
export async function purgeRehearsals(desk: FrontDesk, setup: Setup): Promise<void> {
  const { provenAccount = null, formerAccounts = [] } = setup;
  const own = new Set([
    draftId(setup),
    ...(provenAccount === null ? [] : [provenAccount]),
    ...formerAccounts,
  ]);
  for (const other of await desk.office.setups())
    if (other.id !== setup.id) own.delete(archiveIdOf(desk, other) ?? '');
  for (const archiveId of own) {
    const runs = await desk.office.runSummaries(archiveId, mostRuns);
    if (runs.every(({ mode }) => mode === 'dry-run')) await desk.office.purgeArchive(archiveId);
  }
}

/** More rehearsals than anybody makes. */
const mostRuns = 10_000;

/** Settings that lead to the memory which the integration may have. */
export const withMemoryOf = (desk: FrontDesk, setup: Setup, settings: Settings): Settings =>
  isProven(desk, setup) ? settings : { ...settings, id: draftId(setup) };

/** From a configuration file that the server was not started with this time. */
export const isLeftByFile = (desk: FrontDesk, { id, origin, on }: Setup): boolean =>
  origin === 'file' && !on && !desk.files.has(id);

/** Another integration that has been switched on with the same account: two would write everything twice. */
export async function rivalOf(desk: FrontDesk, setup: Setup): Promise<Setup | null> {
  const own = accountOf(desk, setup);
  if (own === null) return null;
  const others = (await desk.office.setups()).filter(
    (other) =>
      other.id !== setup.id &&
      (other.on || other.begunAt !== null) &&
      !isLeftByFile(desk, other) &&
      accountOf(desk, other) === own,
  );
  return others[0] ?? null;
}
