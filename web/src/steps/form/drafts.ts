// What was typed and is not saved yet, by path. Nothing leaves here but by being saved or by a person's choice.

import type { Refused } from '../../api/refused.ts';
import type { Problem } from '../../api/types.ts';
import type { Json } from './json.ts';
import { sameJson } from './json.ts';

export type Conflict = NonNullable<Problem['conflicts']>[number];

export interface Draft {
  readonly path: string;
  /** What stood there when somebody began to change it. */
  readonly base: Json;
  /** What is to stand there. */
  readonly now: Json;
  /** As it stands in a text field, where it was typed. */
  readonly typed: string | null;
  readonly state: 'typing' | 'saving' | 'failed' | 'conflict';
  readonly trouble: Refused | null;
  readonly conflict: Conflict | null;
}

export type Drafts = ReadonlyMap<string, Draft>;

export interface Edit {
  readonly path: string;
  readonly now: Json;
  readonly typed?: string;
}

/** `saved` is what the page shows at the path; it counts only where the change begins. */
export function edited(drafts: Drafts, { path, now, typed }: Edit, saved: Json): Drafts {
  const before = drafts.get(path);
  return withDraft(drafts, {
    path,
    base: before === undefined ? saved : before.base,
    now,
    typed: typed ?? null,
    state: before?.state === 'conflict' ? 'conflict' : 'typing',
    trouble: null,
    conflict: before?.conflict ?? null,
  });
}

/** Drafts that may be sent: not those about which a person has to choose. */
export function sendable(drafts: Drafts, paths: Iterable<string>): readonly Draft[] {
  return [...paths].flatMap((path) => {
    const draft = drafts.get(path);
    return draft === undefined || draft.state === 'conflict' ? [] : [draft];
  });
}

export function sending(drafts: Drafts, sent: readonly Draft[]): Drafts {
  return changeEach(drafts, sent, (draft) => ({ ...draft, state: 'saving', trouble: null }));
}

/** Saved; what was typed on meanwhile stays, on top of what is saved now. */
export function settled(drafts: Drafts, sent: readonly Draft[]): Drafts {
  const left = new Map(drafts);
  for (const { path, now } of sent) {
    const draft = left.get(path);
    if (draft !== undefined && sameJson(draft.now, now)) {
      left.delete(path);
    } else if (draft !== undefined) {
      left.set(path, { ...draft, base: now, state: 'typing' });
    }
  }
  return left;
}

export function failed(drafts: Drafts, sent: readonly Draft[], trouble: Refused): Drafts {
  return changeEach(drafts, sent, (draft) => ({ ...draft, state: 'failed', trouble }));
}

export function conflicted(drafts: Drafts, conflicts: readonly Conflict[]): Drafts {
  const left = new Map(drafts);
  for (const conflict of conflicts) {
    const draft = left.get(conflict.path);
    if (draft !== undefined) {
      left.set(conflict.path, { ...draft, state: 'conflict', trouble: null, conflict });
    }
  }
  return left;
}

/** The person's own value shall stand, whatever the other one is. */
export function insisted(drafts: Drafts, path: string, now: Json): Drafts {
  const draft = drafts.get(path);
  return draft === undefined
    ? drafts
    : withDraft(drafts, {
        ...draft,
        now,
        base: draft.conflict?.current ?? null,
        state: 'typing',
        conflict: null,
      });
}

export function dropped(drafts: Drafts, path: string): Drafts {
  const left = new Map(drafts);
  left.delete(path);
  return left;
}

function withDraft(drafts: Drafts, draft: Draft): Drafts {
  return new Map(drafts).set(draft.path, draft);
}

function changeEach(drafts: Drafts, sent: readonly Draft[], change: (draft: Draft) => Draft): Drafts {
  const left = new Map(drafts);
  for (const { path } of sent) {
    const draft = left.get(path);
    if (draft !== undefined) {
      left.set(path, change(draft));
    }
  }
  return left;
}
