// In which order writes must go out so that at no moment two of our records overlap at the target (rule 3.7).

import { type Action, type Craft, isWrite } from './desk.ts';

/**
 * Deletes first, then updates and creates; a write waits for the updates that still stand where it wants to stand. A
 * ring (A wants B's place and B wants A's) is broken by deleting one record and creating it again.
 */
export function arrange<C>(actions: readonly Action<C>[], craft: Craft<C>): Action<C>[] {
  const passive = actions.filter((action) => !isWrite(action));
  const done = actions.filter((action) => action.kind === 'delete');
  let waiting = actions.filter((action) => action.kind === 'update' || action.kind === 'create');
  const ordered: Action<C>[] = [];

  while (waiting.length > 0) {
    const free = waiting.filter((action) => !waiting.some((other) => standsInTheWay(other, action, craft)));
    if (free.length > 0) {
      ordered.push(...free);
      waiting = waiting.filter((action) => !free.includes(action));
      continue;
    }
    // Only updates can form a ring: a create stands nowhere yet.
    const victim = waiting.find((action) => action.kind === 'update');
    if (victim === undefined) throw new Error('arrange: creates wait for each other');
    ordered.push({ ...victim, kind: 'delete', to: null, replaced: true });
    const again: Action<C> = { ...victim, kind: 'create', from: null, targetId: null };
    waiting = waiting.map((action) => (action === victim ? again : action));
  }
  return [...passive, ...done, ...ordered];
}

function standsInTheWay<C>(other: Action<C>, action: Action<C>, craft: Craft<C>): boolean {
  return (
    other !== action &&
    other.kind === 'update' &&
    other.from !== null &&
    action.to !== null &&
    craft.overlap(other.from, action.to)
  );
}
