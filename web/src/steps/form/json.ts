// Values of the form by their dotted path.

import type { IntegrationView, Mistake } from '../../api/types.ts';

export type FormDocument = IntegrationView['form'];
export type Json = FormDocument[string];
export type JsonObject = { readonly [key: string]: Json };

/** null where nothing stands. */
export function valueAt(form: FormDocument, path: string): Json {
  let here: Json = form;
  for (const key of path.split('.')) {
    if (!isObject(here)) {
      return null;
    }
    here = here[key] ?? null;
  }
  return here;
}

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equal whatever the order of keys; a key with nothing in it counts as absent. */
export function sameJson(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, index) => sameJson(one, b[index] ?? null));
  }
  if (isObject(a) && isObject(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
      sameJson(a[key] ?? null, b[key] ?? null),
    );
  }
  return a === b;
}

export function mistakeAt(mistakes: readonly Mistake[], path: string): Mistake | null {
  return mistakes.find((mistake) => mistake.path === path) ?? null;
}

/** At the value itself or somewhere inside: `absences.types[1].personio` lies within `absences.types`. */
export function mistakesWithin(mistakes: readonly Mistake[], path: string): readonly Mistake[] {
  return mistakes.filter(
    (mistake) =>
      mistake.path === path || mistake.path.startsWith(`${path}.`) || mistake.path.startsWith(`${path}[`),
  );
}

export function textOf(value: Json): string {
  return value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** A field left empty takes the value away. */
export function textToJson(typed: string): Json {
  const text = typed.trim();
  return text === '' ? null : text;
}

/** A number as people type it; what is none stays as it was typed, so that it can be told. */
export function numberToJson(typed: string): Json {
  const text = typed.trim().replace(',', '.');
  if (text === '') {
    return null;
  }
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : typed.trim();
}

/** One entry per line; commas and semicolons part as well. */
export function linesToJson(typed: string): Json {
  const entries = typed
    .split(/[\n,;]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return entries.length === 0 ? null : entries;
}

export function textsIn(value: Json): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}
