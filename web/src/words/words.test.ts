// Every word in both languages, with the same places for values and the quotation marks of its language.

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The same in both languages, and rightly so. */
const ALIKE = new Set([
  'Personio',
  'TimeTac',
  'Tandem',
  'Tandem {version}',
  'Administrator',
  'Name',
  'Optional',
  'Authenticator',
  'Integration',
  'Person',
  'Pilot',
  'Status',
  'Test',
]);

interface Word {
  readonly place: string;
  readonly en: string;
  readonly de: string;
}

const here = new URL('./', import.meta.url);
const files = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

test.each(files)('%s has all its words in German and English', async (file) => {
  const words = wordsIn('', (await import(new URL(file, here).href)) as unknown);
  expect(words.flatMap(mistakesIn)).toEqual([]);
});

function mistakesIn({ place, en, de }: Word): readonly string[] {
  return [
    ...(en.trim() === '' || de.trim() === '' ? [`${place}: empty`] : []),
    ...(en === de && isText(en) && !ALIKE.has(en) ? [`${place}: “${en}” in both languages`] : []),
    ...(placesIn(en).join(' ') === placesIn(de).join(' ') ? [] : [`${place}: other {values}`]),
    ...(/["„]|'/.test(en) ? [`${place}: not English quotation marks: ${en}`] : []),
    ...(/["”]|'/.test(de) ? [`${place}: not German quotation marks: ${de}`] : []),
  ];
}

/** More than values with something between them. */
const isText = (text: string): boolean => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));

const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

function wordsIn(place: string, value: unknown): readonly Word[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if ('en' in value || 'de' in value) {
    const { en, de } = value as Partial<Word>;
    return [{ place, en: en ?? '', de: de ?? '' }];
  }
  return Object.entries(value).flatMap(([name, one]) => wordsIn(`${place} ${name}`.trim(), one));
}
