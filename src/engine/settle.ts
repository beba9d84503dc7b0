// What the archive learns from a unit that was performed: links, findings, refusals, and what no longer waits.

import type { Action, Link } from '../core/sync/desk.ts';
import type { Batch, Intent } from './archive.ts';
import { spanOf } from './recover.ts';
import { type Tally, doneQuietly, doneWrite } from './run-actions.ts';
import type { TargetDesk } from './target-desk.ts';
import { typeNames } from './type-book.ts';
import type { JudgedUnit, RunState, Workshop } from './workshop.ts';

/** What the archive remembers about the part, so that settling writes only what changes. */
export interface Memories {
  /** Name of an absence's type at the target; null where it is not known, or the part has none. */
  readonly typeOf: (content: unknown) => string | null;
  readonly refusedKeys: ReadonlySet<string>;
  readonly unitsWithFindings: ReadonlySet<string>;
}

export async function memoriesOf<C>(shop: Workshop, desk: TargetDesk<C>): Promise<Memories> {
  const refusals = await shop.archive.refusals(desk.part);
  const findings = (await shop.archive.findings()).filter((entry) => entry.part === desk.part);
  return {
    typeOf: desk.part === 'absences' ? typeNames(await shop.archive.memory()) : () => null,
    refusedKeys: new Set(refusals.map((memory) => memory.key)),
    unitsWithFindings: new Set(findings.map((entry) => entry.unit)),
  };
}

/** What a write that was done leaves behind: its link, no intent, and a line of what the run did. */
export function settle<C>(
  action: Action<C>,
  intent: Intent,
  targetId: string,
  unit: JudgedUnit<C>,
  desk: TargetDesk<C>,
  memories: Memories,
): Batch {
  const forgiven = memories.refusedKeys.has(action.key) ? [{ part: action.part, key: action.key }] : [];
  const done = {
    removeIntents: [intent.id],
    removeRefusals: forgiven,
    putActions: [doneWrite(intent, targetId)],
  };
  const former = action.formerKey === null ? [] : [{ part: action.part, key: action.formerKey }];
  if (action.kind === 'delete' || action.to === null)
    return { ...done, removeLinks: [{ part: action.part, key: action.key }] };
  const link: Link<C> = {
    part: action.part,
    key: action.key,
    targetId,
    employeeId: action.employeeId,
    ...spanOf(desk, action.to),
    origin: 'created',
    agreed: desk.craft.remembered(agreedAfter(action, action.to, unit, desk)),
    linkedAt: intent.beganAt,
  };
  return { ...done, removeLinks: former, putLinks: [link] };
}

/** A new record says what was sent; one that was changed also says what it said before and nobody writes at present. */
function agreedAfter<C>(
  { kind, key, formerKey }: Action<C>,
  to: C,
  { links }: JudgedUnit<C>,
  desk: TargetDesk<C>,
): C {
  const link = kind === 'update' ? links.find((own) => own.key === (formerKey ?? key)) : undefined;
  return link === undefined ? to : desk.craft.afterwards(link.agreed, to);
}

/** A unit without writes: what it keeps, adopts and forgets, and what it has to say. */
export function settleQuietly<C>(
  shop: Workshop,
  state: RunState,
  unit: JudgedUnit<C>,
  desk: TargetDesk<C>,
  tally: Tally,
): Batch {
  return mergeBatches([
    passiveBatch(unit, state.id, shop.now(), desk, tally),
    unit.dirty === null ? {} : { clearDirty: [unit.dirty] },
    unit.isPutOff === true
      ? {}
      : { putFindings: [{ part: unit.part, unit: unit.unit, findings: unit.findings }] },
    closing(unit, shop.now()),
  ]);
}

export function passiveBatch<C>(
  unit: JudgedUnit<C>,
  runId: string,
  now: number,
  desk: TargetDesk<C>,
  tally: Tally,
): Batch {
  const batches = unit.actions.map((action): Batch => {
    const { part, key, formerKey, employeeId, targetId, to } = action;
    switch (action.kind) {
      case 'adopt':
        if (targetId === null || to === null) return {};
        tally.done.push(action);
        return {
          putActions: [doneQuietly(runId, action)],
          putLinks: [
            {
              part,
              key,
              targetId,
              employeeId,
              ...spanOf(desk, to),
              origin: 'adopted',
              agreed: desk.craft.remembered(to),
              linkedAt: now,
            },
          ],
        };
      case 'forget':
        tally.done.push(action);
        return { putActions: [doneQuietly(runId, action)], removeLinks: [{ part, key }] };
      case 'keep':
        return to === null || isRemembered(action, desk) ? {} : relink(unit, formerKey ?? key, key, to, desk);
      default:
        return {};
    }
  });
  return mergeBatches(batches);
}

/** Not renamed, nothing to learn, and neither have both sides changed to the same: then only the memory moves. */
const isRemembered = <C>({ targetId, from, to, formerKey }: Action<C>, desk: TargetDesk<C>): boolean =>
  targetId === null ||
  from === null ||
  to === null ||
  (formerKey === null && desk.craft.equal(from, to) && !desk.craft.learns(from, to));

/** Whether nothing is to be done in a unit, to be said of it, or to be remembered. */
export const settlesNothing = <C>(unit: JudgedUnit<C>, desk: TargetDesk<C>): boolean =>
  unit.findings.length === 0 &&
  unit.answered.length === 0 &&
  unit.actions.every((action) => action.kind === 'keep' && isRemembered(action, desk));

function relink<C>(unit: JudgedUnit<C>, formerKey: string, key: string, to: C, desk: TargetDesk<C>): Batch {
  const link = unit.links.find((own) => own.key === formerKey);
  if (link === undefined) throw new Error(`apply: no link ${formerKey} to rename`);
  const agreed = desk.craft.afterwards(link.agreed, to);
  return {
    removeLinks: [{ part: unit.part, key: formerKey }],
    putLinks: [{ ...link, key, agreed: desk.craft.remembered(agreed), ...spanOf(desk, agreed) }],
  };
}

/** Answers that were carried out become history; what a vendor refused was not. */
export function closing(
  unit: JudgedUnit<unknown>,
  now: number,
  refused: readonly Action<unknown>[] = [],
): Batch {
  const done = unit.answered.filter(({ keys }) => !refused.some(({ key }) => keys.has(key)));
  return done.length === 0
    ? {}
    : { putDecisions: done.map(({ decision }) => ({ ...decision, doneAt: now })) };
}

/** Joins batches into one; later entries of the same kind follow earlier ones. */
export function mergeBatches(batches: readonly Batch[]): Batch {
  const merged: Record<string, unknown[]> = {};
  for (const batch of batches)
    for (const [name, values] of Object.entries(batch))
      if (Array.isArray(values)) (merged[name] ??= []).push(...(values as unknown[]));
  return merged;
}
