// What a person can read about a code at leisure: why it exists, how to solve it, and what happens then. The sentence of
// an issue says it in short and with names; the guide says it at length and without.

import type { FindingCode } from '../codes.ts';
import type { Bilingual } from '../words.ts';

/** Paragraphs or steps, in order; both languages have the same number of them. */
export interface Texts {
  readonly en: readonly string[];
  readonly de: readonly string[];
}

/** Where the work of a way is done. */
export type Place = 'personio' | 'timetac' | 'tandem';

export interface Way {
  readonly title: Bilingual;
  readonly place: Place;
  readonly steps: Texts;
}

export interface Guide {
  /** What happened and why, with an example. */
  readonly cause: Texts;
  /** At least one; the usual one first. */
  readonly ways: readonly Way[];
  /** What happens by itself once that is done. */
  readonly afterwards: Bilingual;
}

export type GuideTable<C extends FindingCode> = { readonly [K in C]: Guide };

/** Paragraphs as they are written: each in both languages, side by side. */
export function texts(...paragraphs: readonly Bilingual[]): Texts {
  return { en: paragraphs.map(({ en }) => en), de: paragraphs.map(({ de }) => de) };
}

export function way(place: Place, title: Bilingual, ...steps: readonly Bilingual[]): Way {
  return { title, place, steps: texts(...steps) };
}
