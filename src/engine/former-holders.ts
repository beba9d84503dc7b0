// For whom records were exported from which account, before it was set apart from them.

import { accountOfAside } from '../core/sync/set-aside.ts';
import type { Archive } from './archive.ts';

/** Employees by account. */
export async function formerHolders(archive: Archive): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const holders = new Map<string, Set<string>>();
  for (const part of ['absences', 'attendances'] as const)
    for (const { key, employeeId } of await archive.links<unknown>({ part, isSetAside: true })) {
      const userId = accountOfAside(key, employeeId);
      if (userId !== null) holders.set(userId, (holders.get(userId) ?? new Set()).add(employeeId));
    }
  return holders;
}
