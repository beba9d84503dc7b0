// The short way for a unit in which nothing moved, which nearly all units are: every record of the source has its link,
// and both sides still say what was agreed. The table (`decide.ts`) then says "keep" of each, and nothing else can come
// of the unit. The long way (`plan-unit.ts`) ends the same; a property test holds the two together.

import { noAnswers } from './decision.ts';
import { type Action, type Craft, agrees, targetStateOf } from './desk.ts';
import type { UnitInput } from './plan-unit.ts';

/** Beyond this a register is faster than looking through the list, and the long way has one. */
const fewEnough = 32;

/** All of the unit's actions, or null where anything at all has to be looked at. */
export function keepAll<C>(input: UnitInput<C>, craft: Craft<C>): Action<C>[] | null {
  const { links, sources, targets, waiting, movedAway } = input;
  if (input.answers !== noAnswers || waiting.size + movedAway.length > 0) return null;
  if (links.length !== sources.length || links.length > fewEnough) return null;
  const actions: Action<C>[] = [];
  for (const [index, link] of links.entries()) {
    const source = here(sources, index, (record) => record.key === link.key);
    const target = here(targets, index, (record) => record.id === link.targetId);
    if (source === undefined || !agrees(link, source.content, craft)) return null;
    if (targetStateOf(link, target, craft) !== 'as-agreed') return null;
    const { part, employeeId } = input;
    const { key, targetId, agreed, origin } = link;
    const to = origin === 'adopted' ? agreed : source.content;
    actions.push({
      kind: 'keep',
      part,
      employeeId,
      key,
      targetId,
      from: agreed,
      to,
      formerKey: null,
      replaced: false,
    });
  }
  return actions;
}

/** Most often it stands at the same place in both lists. */
function here<T>(list: readonly T[], index: number, fits: (one: T) => boolean): T | undefined {
  const there = list[index];
  return there !== undefined && fits(there) ? there : list.find(fits);
}
