// What a conflict card shows on either side: a record, nothing, or that nobody here knows.

import type { Bilingual, Line, Side } from '../api/types.ts';

export type Standing =
  | { readonly is: 'record'; readonly text: Bilingual }
  | { readonly is: 'gone' | 'unknown' };

/** Left out on the sides where nothing can stand any more, by the name of the cause. */
const gone: { readonly [S in Side]: readonly string[] } = {
  timetac: ['source-gone-but-adopted'],
  personio: ['deleted-in-target'],
};

/** A missing record is gone only where the cause says so: what is merely not known must not look deleted. */
export function standingOf({ code, sides }: Pick<Line, 'code' | 'sides'>, side: Side): Standing {
  const text = sides?.[side] ?? null;
  if (text !== null) {
    return { is: 'record', text };
  }
  return { is: gone[side].includes(code) ? 'gone' : 'unknown' };
}

/** Whether TimeTac's record is shown as Tandem wrote it (it may be gone there by now); else as it stands there now. */
export const isAsWritten = ({ code }: Pick<Line, 'code'>): boolean => code === 'edited-in-target';

/** Whether the record in Personio belongs to somebody else. */
export const isForeign = ({ code }: Pick<Line, 'code'>): boolean =>
  code === 'source-changed-but-adopted' || code === 'source-gone-but-adopted';
