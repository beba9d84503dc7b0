// One condition of a read, compiled once per request (operators of section 3). Rows without a value never match,
// except where `null` asks for them, as in SQL. Text compares without regard to case, as the database presumably does.

import { comparableOf, isNumeric, type Column } from './columns.ts';
import { broken } from './problem.ts';
import type { World } from './world.ts';

export interface Filter<R> {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly test: (row: R) => boolean;
}

/** @throws Problem for an unknown operator, or words where a number is compared. */
export function filterOf<R>(
  field: string,
  column: Column<R>,
  operator: string,
  written: string,
  world: World,
): Filter<R> {
  const values = valuesOf(operator, written);
  if (operator === 'null' || operator === 'notnull') {
    const wanted = operator === 'null';
    const test = (row: R) => ((column.get(row, world) ?? null) === null) === wanted;
    return { field, operator, values, test };
  }
  const matches = matcherOf(
    operator,
    values.map((value) => operandOf(column, field, operator, value)),
  );
  const test = (row: R) => {
    const value = comparableOf(column, row, world);
    return value !== null && matches(typeof value === 'string' ? value.toLowerCase() : value);
  };
  return { field, operator, values, test };
}

type Operand = string | number;

const valuesOf = (operator: string, written: string): readonly string[] =>
  operator === 'in' || operator === 'nin' || operator === 'betw' ? written.split('|') : [written];

function operandOf<R>(column: Column<R>, field: string, operator: string, written: string): Operand {
  if (operator === 'like' || !isNumeric(column.kind)) return written.toLowerCase();
  if (column.kind === 'flag' && /^(true|false)$/i.test(written))
    return written.toLowerCase() === 'true' ? 1 : 0;
  const number = Number(written);
  if (written === '' || !Number.isFinite(number)) throw broken('SIM_VALUE_INVALID', field);
  return number;
}

function matcherOf(operator: string, operands: readonly Operand[]): (value: Operand) => boolean {
  const [first = '', second] = operands;
  switch (operator) {
    case 'eq':
      return (value) => value === first;
    case 'neq':
      return (value) => value !== first;
    case 'gt':
      return (value) => value > first;
    case 'gteq':
      return (value) => value >= first;
    case 'lt':
      return (value) => value < first;
    case 'lteq':
      return (value) => value <= first;
    case 'like':
      return likePattern(String(first));
    case 'in':
      return (value) => operands.includes(value);
    case 'nin':
      return (value) => !operands.includes(value);
    case 'betw':
      if (second === undefined) throw broken('SIM_VALUE_INVALID', 'betw');
      return (value) => value >= first && value <= second;
    default:
      throw broken('SIM_OPERATOR_UNKNOWN', operator);
  }
}

function likePattern(written: string): (value: Operand) => boolean {
  const parts = written.split('%').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${parts.join('.*')}$`, 's');
  return (value) => pattern.test(String(value));
}
