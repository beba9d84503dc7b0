// One record of a matter as its sentence and its card show it: when it is, and everything else in which two records of
// the same time may differ. A person decides by this, so what differs has to be seen.

import type { Finding } from './codes.ts';
import { datesInside, type Language, periodForm } from './forms.ts';
import type { Bilingual } from './words.ts';

/** `was`: theirs, as it was before. */
export type Whose = 'ours' | 'theirs' | 'was';

const halves: Readonly<Record<string, Bilingual>> = {
  morning: { en: 'morning', de: 'vormittags' },
  afternoon: { en: 'afternoon', de: 'nachmittags' },
  'from-midday': { en: 'from midday', de: 'ab Mittag' },
  'to-midday': { en: 'to midday', de: 'bis Mittag' },
  'midday-to-midday': { en: 'from midday to midday', de: 'von Mittag bis Mittag' },
};
const others: Readonly<Record<string, Bilingual>> = {
  project: { en: 'with another project', de: 'mit einem anderen Projekt' },
  comment: { en: 'with another comment', de: 'mit einem anderen Kommentar' },
  several: { en: 'with other details', de: 'mit anderen Angaben' },
  type: { en: 'of another type', de: 'von anderer Art' },
};
const kinds: Readonly<Record<string, Bilingual>> = { BREAK: { en: 'break', de: 'Pause' } };
const work: Bilingual = { en: 'work', de: 'Arbeit' };

/** `13 Apr 2026, morning`, `2 Mar 2026, 08:00–12:00, break`; empty where nothing is known. */
export function recordForm({ facts }: Pick<Finding, 'facts'>, whose: Whose, language: Language): string {
  const text = (name: string): string => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : null;
    return typeof fact === 'string' ? fact : '';
  };
  const wall = (name: string): string | null => text(name) || null;
  const word = (words: Readonly<Record<string, Bilingual>>, name: string): string =>
    Object.hasOwn(words, text(name)) ? (words[text(name)]?.[language] ?? '') : '';
  const period = periodForm(wall(`${whose}From`), wall(`${whose}To`), language);
  const more = [
    word(halves, `${whose}Half`),
    word(kinds, `${whose}Kind`),
    word(others, `${whose}Other`),
  ].filter((piece) => piece !== '');
  return period === '' ? '' : [period, ...more].join(', ');
}

const kindWord = (kind: string, language: Language): string => (kinds[kind] ?? work)[language];

/** What a record says (`contentText`) in the reader's form and words. */
export const contentForm = (text: string, language: Language): string =>
  datesInside(
    text.replace(/^(WORK|BREAK)(?= \d\d:)/, (kind) => kindWord(kind, language)),
    language,
  );

/** Moves of records (`moveText` in places.ts) in the reader's form and words. */
export function movesForm(text: string, language: Language): string {
  const inWords = text
    .replace(/\b(WORK|BREAK)(?= \d{4}-)/g, (kind) => kindWord(kind, language))
    .replace(/ \[(\w+)\](?=;|$)/g, (whole, name: string) =>
      Object.hasOwn(others, name) ? ` ${others[name]?.[language]}` : whole,
    );
  return datesInside(inWords, language);
}
