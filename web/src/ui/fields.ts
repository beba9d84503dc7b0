// Mistakes at the fields they are about.

import { useMemo } from 'react';
import { Refused } from '../api/refused.ts';
import type { Bilingual, Mistake, Problem } from '../api/types.ts';
import { useSay } from '../words/say.ts';

/** By path, the first mistake each. */
export function fieldErrors(
  of: Refused | Problem | readonly Mistake[] | null | undefined,
): Readonly<Record<string, Bilingual>> {
  const fields = fieldsOf(of);
  const byPath: Record<string, Bilingual> = {};
  for (const field of fields) {
    byPath[field.path] ??= withHint(field);
  }
  return byPath;
}

/** The same in the reader's language, ready for `error={errors['email']}`. */
export function useFieldErrors(
  of: Refused | Problem | readonly Mistake[] | null | undefined,
): Readonly<Record<string, string>> {
  const say = useSay();
  return useMemo(
    () => Object.fromEntries(Object.entries(fieldErrors(of)).map(([path, text]) => [path, say(text)])),
    [of, say],
  );
}

function fieldsOf(of: Refused | Problem | readonly Mistake[] | null | undefined): readonly Mistake[] {
  if (of === null || of === undefined) {
    return [];
  }
  if (of instanceof Refused) {
    return of.problem.fields;
  }
  return 'fields' in of ? of.fields : of;
}

function withHint(mistake: Mistake): Bilingual {
  const { message, hint } = mistake;
  return hint === null ? message : { en: `${message.en} ${hint.en}`, de: `${message.de} ${hint.de}` };
}
