// The guard (rule 0.9): a plan that would take away too much is refused whole, before anything is written.

import type { Part } from '../report/codes.ts';
import type { Action } from './desk.ts';
import { hashOf } from './fingerprint.ts';

export interface Refusal {
  readonly reason:
    | 'too-many-deletes'
    | 'too-many-deactivations'
    | 'too-many-new-users'
    | 'everything-changed';
  readonly part: Part;
  readonly planned: number;
  readonly allowed: number;
  /** Hash of the plan: what a person may release. */
  readonly plan: string;
}

export interface PartCounts {
  /** All links of the part. */
  readonly links: number;
  /** Live `created` links in the months that the plan touches (periods), or all linked users (employees). */
  readonly createdLinksInReach: number;
}

export interface GuardInput {
  readonly actions: readonly Action<unknown>[];
  readonly counts: Readonly<Record<Part, PartCounts>>;
  readonly employeesInScope: number;
  /** People that the time system already has (API users apart). */
  readonly usersBefore: number;
  readonly limits: { readonly maxDeletes: number; readonly maxDeleteShare: number };
}

const deactivations = { least: 3, share: 0.1 };
const newUsers = { least: 25, share: 0.25 };
/** Below this a part may change wholly: three records of a new customer are not a mass change. */
const everythingFrom = 20;

export interface Changes {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
}

/** Writes by kind; a delete and a create of one source key count as one update. */
export function countChanges(actions: readonly Action<unknown>[], part: Part): Changes {
  const own = actions.filter((action) => action.part === part);
  const of = (kind: Action<unknown>['kind']) => own.filter((action) => action.kind === kind);
  const creates = of('create');
  const deletes = of('delete');
  // A replacement may come back under another name; one whose other half was refused is a delete.
  const createdKeys = new Set(creates.flatMap(({ key, formerKey }) => [key, formerKey]));
  const replaced = deletes.filter((action) => createdKeys.has(action.key)).length;
  return {
    created: creates.length - replaced,
    updated: of('update').length + replaced,
    deleted: deletes.length - replaced,
  };
}

/** Names a plan by what it would write; order and passive lines do not matter. */
export function planHashOf(actions: readonly Action<unknown>[]): string {
  const writes = actions
    .filter((action) => action.kind === 'create' || action.kind === 'update' || action.kind === 'delete')
    .map(({ kind, part, key, targetId, to }) => hashOf({ kind, part, key, targetId, to }));
  return hashOf(writes.sort());
}

/** null: the plan may go out. Exactly the limit is allowed. */
export function guard(input: GuardInput): Refusal | null {
  const plan = planHashOf(input.actions);
  const refuse = (reason: Refusal['reason'], part: Part, planned: number, allowed: number): Refusal | null =>
    planned > allowed ? { reason, part, planned, allowed, plan } : null;

  for (const part of ['absences', 'attendances'] as const) {
    const { deleted, updated } = countChanges(input.actions, part);
    const { links, createdLinksInReach } = input.counts[part];
    const allowed = Math.max(
      input.limits.maxDeletes,
      wholeShare(input.limits.maxDeleteShare, createdLinksInReach),
    );
    const refusal =
      refuse('too-many-deletes', part, deleted, allowed) ??
      (links >= everythingFrom ? refuse('everything-changed', part, deleted + updated, links - 1) : null);
    if (refusal !== null) return refusal;
  }
  const people = countChanges(input.actions, 'employees');
  const { links } = input.counts.employees;
  const mayLeave = Math.max(deactivations.least, wholeShare(deactivations.share, links));
  const mayJoin = Math.max(newUsers.least, wholeShare(newUsers.share, input.employeesInScope));
  return (
    refuse('too-many-deactivations', 'employees', people.deleted, mayLeave) ??
    (input.usersBefore > 0 ? refuse('too-many-new-users', 'employees', people.created, mayJoin) : null) ??
    (links >= everythingFrom
      ? refuse('everything-changed', 'employees', changedLinks(input.actions), links - 1)
      : null)
  );
}

/** Whole records of a share; 0.29 of 100 is 29, although the machine's product is a hair less. */
const wholeShare = (share: number, of: number): number => Math.floor(share * of + 1e-9);

/** Linked people that the plan changes; first links of this plan are none of them. */
function changedLinks(actions: readonly Action<unknown>[]): number {
  const adopted = new Set(
    actions.filter((a) => a.part === 'employees' && a.kind === 'adopt').map((a) => a.key),
  );
  const changed = actions.filter(
    (action) =>
      action.part === 'employees' &&
      (action.kind === 'update' || action.kind === 'delete') &&
      !adopted.has(action.key),
  );
  return new Set(changed.map((action) => action.key)).size;
}
