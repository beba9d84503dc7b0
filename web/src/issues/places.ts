// Where in the set-up a cause is mended, for those that are mended there.

import type { FindingCode } from '../../../src/core/report/codes.ts';
import type { StepName } from '../api/types.ts';

const places: { readonly [C in FindingCode]?: StepName } = {
  'vendor-unreachable': 'accounts',
  'credentials-refused': 'credentials',
  'attribute-missing': 'credentials',
  'username-exists': 'users',
  'username-invalid': 'users',
  'default-not-found': 'users',
  'employee-ambiguous': 'users',
  'employee-possible-duplicate': 'users',
  'employee-rehired': 'users',
  'employee-vanished': 'users',
  'user-vanished': 'users',
  'employee-two-users': 'users',
  'employee-unlinked': 'users',
  'user-without-employee': 'users',
  'month-closed': 'exports',
  'type-unmapped': 'types',
  'unit-mismatch': 'types',
  'fraction-unsupported': 'types',
  'attendance-on-absence': 'types',
};

export function placeOf(code: string): StepName | null {
  const known: Readonly<Record<string, StepName | undefined>> = places;
  return known[code] ?? null;
}
