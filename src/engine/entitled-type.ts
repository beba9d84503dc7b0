// Entitlements name types of absence by ids of their own, which are not those of the list of types (rule 1.9). A name that leaves
// no doubt serves as well, and costs no call: the ids are asked for where it leaves one, and kept.

import { type VacationType, vacationDays } from '../core/people/derive-user.ts';
import type { Employee } from '../core/people/employee.ts';
import { asVendorTrouble } from './ports.ts';
import type { MappedVacation } from './type-book.ts';
import type { Workshop } from './workshop.ts';

type Shop = Pick<Workshop, 'archive' | 'hr'>;

/** The mapped type as these people's entitlements name it; undefined where that is not known. */
export async function entitledTypeOf(
  shop: Shop,
  vacation: MappedVacation,
  employees: readonly Employee[],
  fresh = false,
): Promise<VacationType | null | undefined> {
  if (vacation === null || vacation === undefined) return vacation;
  const { typeId, name, isNameShared } = vacation;
  const named = { id: null, name };
  const isListed = ({ entitlements }: Employee): boolean =>
    (entitlements ?? []).length === 0 || vacationDays(entitlements, named) !== undefined;
  if (!isNameShared && employees.every(isListed)) return named;
  const id = (await entitlementIds(shop, fresh))[typeId] ?? null;
  // Of two types of a name nobody knows which one is meant.
  return id === null && isNameShared ? undefined : { id, name };
}

const idsKey = 'cache.entitlement-ids';

/** As last read; none where these credentials may not ask. */
async function entitlementIds(
  { archive, hr }: Shop,
  fresh: boolean,
): Promise<Readonly<Record<string, string>>> {
  const kept = (await archive.memory())[idsKey];
  if (kept !== undefined && !fresh) return JSON.parse(kept) as Record<string, string>;
  try {
    const rows = await hr.readEntitlementIds();
    const ids = Object.fromEntries(rows.map(({ typeId, entitlementId }) => [typeId, entitlementId]));
    await archive.commit({ putMemory: { [idsKey]: JSON.stringify(ids) } });
    return ids;
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    // Whoever may not ask is not asked again before the next full run.
    if (trouble.kind !== 'unreachable') await archive.commit({ putMemory: { [idsKey]: kept ?? '{}' } });
    return kept === undefined ? {} : (JSON.parse(kept) as Record<string, string>);
  }
}
