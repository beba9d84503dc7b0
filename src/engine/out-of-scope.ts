// Linked people whom nobody looks after any more: what was exported stays, and nothing waits for it (rule 0.7).

import { scopeOf } from '../core/people/scope.ts';
import type { Archive } from './archive.ts';
import type { RunState, Workshop } from './workshop.ts';

/** Their users, as a small memory: between runs nobody has the register. */
const memoryKey = 'people.outOfScope';

export const usersOutOfScope = (memory: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(JSON.parse(memory[memoryKey] ?? '[]') as string[]);

export function outOfScopeMemory({ register, memory }: RunState): Record<string, string> {
  if (register === null) return {};
  const linked = [...register.linked.values()];
  const listed = new Set(linked.map(({ userId }) => userId));
  // Of whom one side lists no more, nobody knows better than before.
  const before = [...usersOutOfScope(memory)].filter((userId) => !listed.has(userId));
  const now = linked.flatMap(({ inScope, userId }) => (inScope ? [] : [userId]));
  return { [memoryKey]: JSON.stringify([...before, ...now]) };
}

/**
 * Employees whom the form of today leaves out, by what HR's list says of them today: the form may have changed since the
 * newest run. Whom nobody lists, and of whom cannot be read what the form asks for, as that run had them (rules 1.2, 1.8).
 */
export async function peopleOutOfScope({ hr, archive, settings }: Workshop): Promise<ReadonlySet<string>> {
  const before = await employeesOf(archive, usersOutOfScope(await archive.memory()));
  const fits = new Map(
    (await hr.readEmployees()).rows.map((employee) => [employee.id, scopeOf(employee, settings.users.scope)]),
  );
  const links = await archive.links({ part: 'employees' });
  return new Set(
    links
      .map(({ key }) => key)
      .filter((id) => {
        const fit = fits.get(id) ?? 'unknown';
        return fit === 'unknown' ? before.has(id) : fit === 'no';
      }),
  );
}

async function employeesOf(archive: Archive, users: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const links = users.size === 0 ? [] : await archive.links({ part: 'employees', targetIds: [...users] });
  return new Set(links.map((link) => link.key));
}

/** Employees whom this run does not look after; where it could not tell (one side lists them no more), the run before. */
export async function peopleLeftOut(
  archive: Archive,
  { register, memory }: RunState,
): Promise<ReadonlySet<string>> {
  const before = await employeesOf(archive, usersOutOfScope(memory));
  if (register === null) return before;
  const { linked } = register;
  return new Set([
    ...[...before].filter((employeeId) => !linked.has(employeeId)),
    ...[...linked].flatMap(([employeeId, { inScope }]) => (inScope ? [] : [employeeId])),
  ]);
}
