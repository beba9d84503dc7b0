// Why a plan was refused, in sentences that are right for one record too.

import { expect, test } from 'vitest';
import type { Refusal } from '../sync/guard.ts';
import { refusalWords } from './refusal-words.ts';

const refusal = (change: Partial<Refusal>): Refusal => ({
  reason: 'too-many-deletes',
  part: 'absences',
  planned: 61,
  allowed: 25,
  plan: 'hash',
  ...change,
});

test.each<[Partial<Refusal>, string, string]>([
  [
    {},
    'would delete 61 absences; 25 are allowed',
    'würde 61 Abwesenheiten löschen; 25 sind ohne Freigabe erlaubt',
  ],
  [
    { planned: 1, allowed: 0 },
    'would delete 1 absence; 0 are allowed',
    'würde 1 Abwesenheit löschen; 0 sind ohne Freigabe erlaubt',
  ],
  [
    { part: 'attendances', planned: 2, allowed: 1 },
    'would delete 2 attendances; 1 is allowed',
    'würde 2 Anwesenheiten löschen; 1 ist ohne Freigabe erlaubt',
  ],
  [
    { reason: 'everything-changed', part: 'employees', planned: 40 },
    'would change every single one of the 40 employees.',
    'würde ausnahmslos alle 40 Mitarbeiter ändern.',
  ],
  [
    { reason: 'everything-changed', planned: 40 },
    'would change every single one of the 40 absences.',
    'würde ausnahmslos alle 40 Abwesenheiten ändern.',
  ],
])('%o', (change, en, de) => {
  const words = refusalWords(refusal(change));
  expect(words.en).toContain(en);
  expect(words.de).toContain(de);
});
