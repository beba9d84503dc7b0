// Linked people whom nobody looks after any more: what was exported stays, and nothing waits for it (rule 0.7).

import type { Archive } from './archive.ts';
import type { RunState } from './workshop.ts';

/** Their users, as a small memory: between runs nobody has the register. */
const memoryKey = 'people.outOfScope';

export const usersOutOfScope = (memory: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(JSON.parse(memory[memoryKey] ?? '[]') as string[]);

export const outOfScopeMemory = ({ register }: RunState): Record<string, string> =>
  register === null
    ? {}
    : {
        [memoryKey]: JSON.stringify(
          [...register.linked.values()].flatMap(({ inScope, userId }) => (inScope ? [] : [userId])),
        ),
      };

/** Employees whom the newest run did not look after. */
export async function peopleOutOfScope(archive: Archive): Promise<ReadonlySet<string>> {
  const targetIds = [...usersOutOfScope(await archive.memory())];
  const links = await archive.links({ part: 'employees', targetIds });
  return new Set(links.map((link) => link.key));
}

/** Employees whom this run does not look after; where it could not tell, the run before. */
export async function peopleLeftOut(archive: Archive, { register }: RunState): Promise<ReadonlySet<string>> {
  if (register === null) return peopleOutOfScope(archive);
  return new Set([...register.linked].flatMap(([employeeId, { inScope }]) => (inScope ? [] : [employeeId])));
}
