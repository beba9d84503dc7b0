// The first day that counts of an account that was another employment's before is a day of hire (rule 1.7). Where HR puts
// that day right in Personio, it moves along; never to days that are the former employment's.

import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { Employee } from '../core/people/employee.ts';
import type { Link } from '../core/sync/desk.ts';
import { type LocalDate, addDays, earlierOf, laterOf } from '../core/time/calendar.ts';
import { formerHolders } from './former-holders.ts';
import { everythingOf } from './set-aside.ts';
import type { Workshop } from './workshop.ts';

export async function followHireDates(
  { archive }: Workshop,
  links: readonly Link<EmployeeAgreed>[],
  employees: readonly Employee[],
): Promise<readonly Link<EmployeeAgreed>[]> {
  const byId = new Map(employees.map((employee) => [employee.id, employee]));
  const moved = links.flatMap((link) => {
    const hiredOn = byId.get(link.key)?.hiredOn;
    const { from, agreed } = link;
    return from !== null && from === agreed.entryOn && typeof hiredOn === 'string' && hiredOn !== from
      ? [{ link, hiredOn, before: from }]
      : [];
  });
  if (moved.length === 0) return links;
  const former = await formerHolders(archive);
  const changed = new Map<string, Link<EmployeeAgreed>>();
  for (const { link, hiredOn, before } of moved) {
    const others = [...(former.get(link.targetId) ?? [])].filter((id) => id !== link.key);
    const free = dayAfterAll(others, byId);
    if (free === null) continue;
    const from = free.after === null ? hiredOn : laterOf(hiredOn, free.after);
    if (from === before) continue;
    const now = { ...link, from };
    changed.set(link.key, now);
    await archive.commit({
      putLinks: [now],
      markDirty: await everythingOf(archive, link.targetId, earlierOf(from, before)),
    });
  }
  return links.map((link) => changed.get(link.key) ?? link);
}

/** The day after the last of these employments (null: there are none); null where one of them has no end that is known. */
function dayAfterAll(
  ids: readonly string[],
  byId: ReadonlyMap<string, Employee>,
): { readonly after: LocalDate | null } | null {
  let after: LocalDate | null = null;
  for (const id of ids) {
    const end = byId.get(id)?.terminatedOn;
    if (typeof end !== 'string') return null;
    after = after === null ? addDays(end, 1) : laterOf(after, addDays(end, 1));
  }
  return { after };
}
