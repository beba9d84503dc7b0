// The shape of a group of sentences.

import type { FindingCode } from '../codes.ts';
import type { Telling } from '../telling.ts';
import type { Bilingual } from '../words.ts';

/** What happened and why, and what to do next. No sentence begins with a name: a name may look like a formula. */
export type TwoSentences = readonly [what: string, next: string];

export interface Sentences<C extends FindingCode> {
  /** Headline for lists and documentation, without facts. */
  readonly title: Bilingual;
  readonly en: (t: Telling<C>) => TwoSentences;
  readonly de: (t: Telling<C>) => TwoSentences;
}

export type SentenceTable<C extends FindingCode> = { readonly [K in C]: Sentences<K> };
