// `_group_by` and `_aggregate__field` (section 3): one row per group, with the group's fields and the computed ones.

import { broken } from './problem.ts';

export type Aggregate = 'sum' | 'avg' | 'max' | 'min' | 'count' | 'group_concat';
type WireRow = Record<string, unknown>;

/** @throws Problem for a function that does not exist. */
export function aggregate(
  rows: readonly WireRow[],
  groupFields: readonly string[],
  wanted: readonly { readonly field: string; readonly by: Aggregate }[],
): WireRow[] {
  const groups = new Map<string, WireRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(groupFields.map((field) => row[field]));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => ({
    ...Object.fromEntries(groupFields.map((field) => [field, group[0]?.[field]])),
    ...Object.fromEntries(wanted.map(({ field, by }) => [field, valueOf(by, group, field)])),
  }));
}

function valueOf(by: Aggregate, group: readonly WireRow[], field: string): unknown {
  const present = group.map((row) => row[field]).filter((value) => value !== null && value !== undefined);
  const sum = present.reduce((total: number, value) => total + Number(value), 0);
  switch (by) {
    case 'count':
      return present.length;
    case 'sum':
      return sum;
    case 'avg':
      return present.length === 0 ? null : sum / present.length;
    case 'min':
      return extreme(present, (a, b) => a < b);
    case 'max':
      return extreme(present, (a, b) => a > b);
    case 'group_concat':
      return present.map(String).join(',');
    default:
      throw broken('SIM_OPERATOR_UNKNOWN', String(by satisfies never));
  }
}

const extreme = (
  values: readonly unknown[],
  better: (a: string | number, b: string | number) => boolean,
): unknown =>
  values.length === 0
    ? null
    : values.reduce((best, value) =>
        better(value as string | number, best as string | number) ? value : best,
      );
