// Lists of an account as choices for a field.

import type { Say } from '../../words/say.ts';
import { fieldWords } from '../../words/steps-frame.ts';
import type { NameChoice } from '../fields/name-field.tsx';

interface Named {
  readonly name: string;
  readonly active: boolean;
}

/** Names, in the order of the alphabet, the inactive ones last and named as such. A name that is there twice is told once. */
export function nameChoices(
  say: Say,
  named: readonly Named[] | null | undefined,
): readonly NameChoice[] | null {
  if (named === null || named === undefined) {
    return null;
  }
  const byName = new Map<string, Named>();
  for (const one of named) {
    const known = byName.get(one.name);
    byName.set(one.name, known === undefined || one.active ? one : known);
  }
  return [...byName.values()]
    .sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
    .map(({ name, active }) => ({
      value: name,
      label: active ? name : say(fieldWords.inactive, { name }),
    }));
}

export function textChoices(texts: readonly string[] | undefined): readonly NameChoice[] | null {
  return texts === undefined
    ? null
    : [...new Set(texts)].sort((a, b) => a.localeCompare(b)).map((text) => ({ value: text, label: text }));
}
