// In which order writes must go out so that at no moment two of our records overlap at the target (rule 3.7).

import { type Action, type Craft, isWrite } from './desk.ts';

/**
 * Deletes first, then updates and creates; a write waits for the updates that still stand where it wants to stand. A
 * ring (A wants B's place and B wants A's) is broken by deleting one record of it and creating that one again. What leans on
 * others comes after them, and goes before them.
 */
export function arrange<C>(actions: readonly Action<C>[], craft: Craft<C>): Action<C>[] {
  const passive = actions.filter((action) => !isWrite(action));
  const leans = ({ to, from }: Action<C>): boolean => {
    const content = to ?? from;
    return content !== null && craft.leans(content);
  };
  const [leaning, steady] = [actions.filter(leans), actions.filter((action) => !leans(action))];
  const done = [...leaning, ...steady].filter((action) => action.kind === 'delete');
  let waiting = [...steady, ...leaning].filter(({ kind }) => kind === 'update' || kind === 'create');
  // A create stands nowhere yet: without updates nothing waits for anything.
  if (!waiting.some((action) => action.kind === 'update')) return [...passive, ...done, ...waiting];

  const ordered: Action<C>[] = [];
  while (waiting.length > 0) {
    const free = new Set(waiting.filter((action) => inTheWayOf(action, waiting, craft) === undefined));
    if (free.size > 0) {
      const standing = [...free].filter((action) => !leans(action));
      const next = new Set(standing.length > 0 ? standing : free);
      ordered.push(...next);
      waiting = waiting.filter((action) => !next.has(action));
      continue;
    }
    const victim = memberOfRing(waiting, craft);
    ordered.push({
      ...victim,
      kind: 'delete',
      key: victim.formerKey ?? victim.key,
      formerKey: null,
      to: null,
      replaced: true,
    });
    const again: Action<C> = { ...victim, kind: 'create', from: null, targetId: null };
    waiting = waiting.map((action) => (action === victim ? again : action));
  }
  return [...passive, ...done, ...ordered];
}

/**
 * Whoever waits waits for somebody, so following the waiting leads into a ring; those before it only queue for it. Of
 * its members the one that most are waiting for: it may belong to other rings too.
 */
function memberOfRing<C>(waiting: readonly Action<C>[], craft: Craft<C>): Action<C> {
  const path: Action<C>[] = [];
  let at = waiting[0];
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = inTheWayOf(at, waiting, craft);
  }
  if (at === undefined) throw new Error('arrange: a write that waits for nobody is free');
  const waitingFor = (member: Action<C>): number =>
    waiting.filter((other) => standsInTheWay(member, other, craft)).length;
  return path
    .slice(path.indexOf(at))
    .reduce((most, member) => (waitingFor(member) > waitingFor(most) ? member : most), at);
}

const inTheWayOf = <C>(
  action: Action<C>,
  waiting: readonly Action<C>[],
  craft: Craft<C>,
): Action<C> | undefined => waiting.find((other) => standsInTheWay(other, action, craft));

function standsInTheWay<C>(other: Action<C>, action: Action<C>, craft: Craft<C>): boolean {
  return (
    other !== action &&
    other.kind === 'update' &&
    other.from !== null &&
    action.to !== null &&
    craft.overlap(other.from, action.to)
  );
}
