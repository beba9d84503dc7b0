// A share of the form (0 to 1) as people write it: in percent.

import type { Json } from '../form/json.ts';
import { numberToJson, textOf } from '../form/json.ts';

export function percentToJson(typed: string): Json {
  const value = numberToJson(typed.replace(/%\s*$/, ''));
  // 7.5 % is 0.075, not 0.07500000000000001.
  return typeof value === 'number' ? Number((value / 100).toFixed(6)) : value;
}

export function percentText(value: Json, number: (value: number) => string): string {
  return typeof value === 'number' ? number(Number((value * 100).toFixed(4))) : textOf(value);
}
