// Under which name a refused write about an account is remembered.

import type { Action } from '../sync/desk.ts';

/** A leaver whose name changed is two writes, each of which may be refused by itself (rule 0.5). */
export const refusalKeyOf = ({ kind, key }: Pick<Action<unknown>, 'kind' | 'key'>): string =>
  kind === 'delete' ? `${key} off` : key;

/** All that may be remembered about one employee. */
export const refusalKeysOf = (employeeId: string): readonly string[] =>
  (['update', 'delete'] as const).map((kind) => refusalKeyOf({ kind, key: employeeId }));
