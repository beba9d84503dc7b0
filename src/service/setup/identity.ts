// Which memory an integration of the page has: that of its TimeTac account (rule 4.6), as soon as the form names it.

import { valueAt } from '../../core/settings/form-paths.ts';
import type { FrontDesk } from '../front-desk.ts';
import { accountIdentity, integrationId } from '../home.ts';
import type { Setup } from '../office/office.ts';

/** null as long as the form names no account. */
export function archiveIdOf(desk: FrontDesk, setup: Setup): string | null {
  const file = desk.files.get(setup.id);
  if (file !== undefined) return integrationId(file);
  const account = valueAt(setup.form, 'timetac.account');
  const address = valueAt(setup.form, 'timetac.baseUrl') ?? defaultAddress;
  if (typeof account !== 'string' || account.trim() === '' || typeof address !== 'string') return null;
  if (!URL.canParse(address)) return null;
  return accountIdentity(address, account.trim());
}

const defaultAddress = 'https://api.timetac.com';

/** Another integration that has been switched on with the same account: two would write everything twice. */
export async function rivalOf(desk: FrontDesk, setup: Setup): Promise<Setup | null> {
  const own = archiveIdOf(desk, setup);
  if (own === null) return null;
  const others = (await desk.office.setups()).filter(
    (other) =>
      other.id !== setup.id && (other.on || other.begunAt !== null) && archiveIdOf(desk, other) === own,
  );
  return others[0] ?? null;
}
