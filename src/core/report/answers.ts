// Which answers a person may give to which issue (rules 0.3, 3.9). Everything else is mended at its cause.

import type { Choice } from '../sync/decision.ts';
import type { Finding, FindingCode } from './codes.ts';

const whoHolds: readonly Choice[] = ['source-wins', 'keep-target', 'ignore'];
/** What somebody else entered follows TimeTac only once it is taken over (rule 0.3). */
const joined: readonly Choice[] = ['keep-target', 'ignore'];
const silence: readonly Choice[] = ['ignore'];

const table: { readonly [C in FindingCode]?: readonly Choice[] } = {
  'edited-in-target': whoHolds,
  'deleted-in-target': whoHolds,
  'changed-on-both-sides': whoHolds,
  'rejected-in-target': whoHolds,
  'source-changed-but-adopted': joined,
  'source-gone-but-adopted': joined,
  // What stands there belongs to somebody else, or cannot be said in the target's words: only silence can be chosen.
  'overlaps-foreign': silence,
  'foreign-cut': silence,
  'absence-exists': silence,
  'refused-by-personio': silence,
  'fraction-unsupported': silence,
  'unit-mismatch': silence,
  'absence-without-days': silence,
  'entries-overlap': silence,
  'entry-too-long': silence,
  'dst-ambiguous': silence,
  'zone-overlap': silence,
  'employee-possible-duplicate': ['create', 'ignore'],
  'first-link-differences': ['source-wins', 'keep-target'],
};

/** Whether a person may say which of two sides holds. */
export const canBeAnswered = (code: FindingCode): boolean =>
  table[code] === whoHolds || table[code] === joined;

/** Empty where there is nothing to choose. */
export const answersTo = (code: FindingCode): readonly Choice[] => table[code] ?? [];

/** Whether it is about a record that `take over` may make ours to change (rule 0.3). */
export const isOfJoined = (code: FindingCode): boolean =>
  code === 'source-changed-but-adopted' || code === 'source-gone-but-adopted';

/** Whether this very one may be taken over: not where its days before the scope are nobody's business (rule 2.5). */
export const canBeTakenOver = ({ code, facts }: Pick<Finding, 'code' | 'facts'>): boolean =>
  isOfJoined(code) && facts['sharedFrom'] === undefined;
