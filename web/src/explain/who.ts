// Who is meant by what somebody types: a name, part of a name, or an id of Personio.

import type { Answer } from '../api/types.ts';
import { isId } from './search.ts';

export type Listed = Answer<'listEmployees'>['employees'][number];

export type Who =
  | { readonly found: 'one'; readonly id: string }
  | { readonly found: 'several' }
  | { readonly found: 'nobody' };

/** `Ada Lovelace (3003)`: the id tells two people of one name apart. */
export function labelOf({ name, personioId }: Listed): string {
  const tidy = name?.replace(/\s+/g, ' ').trim() ?? '';
  return tidy === '' ? personioId : `${tidy} (${personioId})`;
}

/** Labels in the order of the alphabet; what has only an id comes last. */
export function labelsOf(listed: readonly Listed[], locale: string): readonly string[] {
  const order = new Intl.Collator(locale, { numeric: true });
  return [...listed]
    .sort(
      (a, b) => Number(a.name === null) - Number(b.name === null) || order.compare(labelOf(a), labelOf(b)),
    )
    .map(labelOf);
}

/**
 * A label or an id as it is; otherwise the only person in whose label all typed words occur. A number that is not
 * listed is taken as an id: whoever is not linked can be asked about, too.
 */
export function whoIs(typed: string, listed: readonly Listed[]): Who {
  const text = typed.trim();
  const exact = listed.find((one) => one.personioId === text || labelOf(one) === text);
  if (exact !== undefined) {
    return { found: 'one', id: exact.personioId };
  }
  if (/^\d+$/.test(text) && isId(text)) {
    return { found: 'one', id: text };
  }
  const fitting = text === '' ? [] : listed.filter((one) => fits(labelOf(one), text));
  const [first] = fitting;
  return first === undefined
    ? { found: 'nobody' }
    : fitting.length > 1
      ? { found: 'several' }
      : { found: 'one', id: first.personioId };
}

/** Every typed word occurs; accents count only where somebody typed them. */
export function fits(label: string, typed: string): boolean {
  const [exact, plain] = [label.toLocaleLowerCase(), withoutAccents(label)];
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => exact.includes(word) || plain.includes(word));
}

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
