// The table that decides. Source state down, target state across; every cell is one line, as in house.md.

import type { Origin } from './desk.ts';

export type SourceState = 'as-agreed' | 'changed' | 'gone' | 'new' | 'out-of-scope';
export type TargetState = 'as-agreed' | 'edited' | 'gone' | 'rejected' | 'never-linked';

export type Decision =
  | { readonly do: 'keep' | 'update' | 'delete' | 'forget' | 'judge-as-new' }
  | {
      readonly do: 'hold';
      readonly because:
        | 'edited-in-target'
        | 'deleted-in-target'
        | 'changed-on-both-sides'
        | 'rejected-in-target'
        | 'source-changed-but-adopted'
        | 'source-gone-but-adopted';
    };

export interface Facts {
  readonly origin: Origin;
  /** The edited target says what the changed source says. */
  readonly equalNow: boolean;
  /**
   * Whether the source overrules what was done at the target: `edits` by the settings' word; `always` by a person's
   * answer to this very case, deletions and rejections too.
   */
  readonly sourceWins: 'never' | 'edits' | 'always';
}

/** What becomes of one linked (or new) record. */
export function decide(source: SourceState, target: TargetState, facts: Facts): Decision {
  if (target === 'never-linked') return { do: 'judge-as-new' };
  // What somebody else entered is theirs: touched by them, it is no longer what we joined. A rejection is no such touch:
  // whoever rejected it there did not ask for it to be sent by us (rule 2.8).
  if (facts.origin === 'adopted' && (target === 'edited' || target === 'gone'))
    return { do: source === 'gone' ? 'forget' : 'judge-as-new' };
  switch (source) {
    case 'new':
      return { do: 'judge-as-new' };
    case 'out-of-scope':
      return { do: target === 'gone' ? 'forget' : 'keep' };
    case 'as-agreed':
      return onTarget(target, { do: 'keep' }, facts, { do: 'hold', because: 'edited-in-target' });
    case 'changed':
      return onTarget(
        target,
        facts.origin === 'created' ? { do: 'update' } : { do: 'hold', because: 'source-changed-but-adopted' },
        facts,
        facts.equalNow ? { do: 'keep' } : { do: 'hold', because: 'changed-on-both-sides' },
      );
    case 'gone':
      if (target === 'gone' || target === 'rejected') return { do: 'forget' };
      return onTarget(
        target,
        facts.origin === 'created' ? { do: 'delete' } : { do: 'hold', because: 'source-gone-but-adopted' },
        facts,
        { do: 'hold', because: 'edited-in-target' },
      );
    default:
      return source satisfies never;
  }
}

function onTarget(
  target: Exclude<TargetState, 'never-linked'>,
  untouched: Decision,
  facts: Facts,
  edited: Decision,
): Decision {
  switch (target) {
    case 'as-agreed':
      return untouched;
    case 'edited':
      if (edited.do === 'keep' || facts.sourceWins === 'never') return edited;
      return untouched.do === 'keep' ? { do: 'update' } : untouched;
    case 'gone':
      if (facts.sourceWins === 'always') return { do: 'judge-as-new' };
      return { do: 'hold', because: 'deleted-in-target' };
    case 'rejected':
      // The rejected record stays where it is and blocks nothing; a new one is written beside it.
      if (facts.sourceWins === 'always') return { do: 'judge-as-new' };
      return { do: 'hold', because: 'rejected-in-target' };
    default:
      return target satisfies never;
  }
}
