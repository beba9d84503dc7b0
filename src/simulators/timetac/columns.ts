// What a resource shows: its fields by name with their kind, and how a kind looks on the wire. Real clients have seen
// booleans as true, 1 and "1", numbers as text and three ways to write "no date" (vendor document, section 3, Scalars).

import type { Row } from './table.ts';
import type { World } from './world.ts';

/** `stamp` is an instant shown in the server's zone; `wall` is such a text already, in a zone of its own. */
export type Kind = 'int' | 'number' | 'flag' | 'text' | 'date' | 'stamp' | 'wall' | 'json';

export interface Column<R> {
  readonly kind: Kind;
  get(row: R, world: World): unknown;
}
export type Columns<R> = Readonly<Record<string, Column<R>>>;

/** Fields that the row itself carries under their name on the wire. */
export function own<R extends object>(kinds: { readonly [Name in keyof R & string]?: Kind }): Columns<R> {
  const columns = Object.entries(kinds).map(([name, kind]) => [
    name,
    { kind: kind as Kind, get: (row: R): unknown => row[name as keyof R] },
  ]);
  return Object.fromEntries(columns) as Columns<R>;
}

/** Documented fields that this stage keeps no value for. */
export function blank<R>(kind: Kind, names: string): Columns<R> {
  const value = { int: 0, number: 0, flag: false, text: '', date: null, stamp: null, wall: null, json: null }[
    kind
  ];
  return Object.fromEntries(names.split(' ').map((name) => [name, { kind, get: () => value }]));
}

export const int = <R>(get: Column<R>['get']): Column<R> => ({ kind: 'int', get });
export const number = <R>(get: Column<R>['get']): Column<R> => ({ kind: 'number', get });
export const flag = <R>(get: Column<R>['get']): Column<R> => ({ kind: 'flag', get });
export const text = <R>(get: Column<R>['get']): Column<R> => ({ kind: 'text', get });
export const date = <R>(get: Column<R>['get']): Column<R> => ({ kind: 'date', get });
export const stamp = <R>(get: Column<R>['get']): Column<R> => ({ kind: 'stamp', get });

/** Turns rows into what goes over the wire; `fields` narrows it (`_fields`). */
export function rendererOf<R extends Row>(
  columns: Columns<R>,
  fields: readonly string[] | null,
  world: World,
): (row: R) => Record<string, unknown> {
  const all = entriesOf(columns);
  const shown = fields === null ? all : all.filter(([name]) => fields.includes(name));
  const loose = world.switches['loose-scalars'] === 'on';
  return (row) => {
    const wire: Record<string, unknown> = {};
    for (const [name, column] of shown) {
      const cell = cellOf(column, column.get(row, world), world);
      wire[name] = loose ? loosened(cell, row.id) : cell;
    }
    return wire;
  };
}

/** Columns never change; they are taken apart once, not for every page. */
const entries = new WeakMap<object, readonly [string, Column<never>][]>();

function entriesOf<R>(columns: Columns<R>): readonly [string, Column<R>][] {
  const known = entries.get(columns) as readonly [string, Column<R>][] | undefined;
  if (known !== undefined) return known;
  const taken = Object.entries(columns);
  entries.set(columns, taken);
  return taken;
}

/** The value as a filter or an order compares it: a number, or text; null where SQL would say NULL. */
export function comparableOf<R>(column: Column<R>, row: R, world: World): string | number | null {
  const cell = cellOf(column, column.get(row, world), world);
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
}

export const isNumeric = (kind: Kind): boolean => kind === 'int' || kind === 'number' || kind === 'flag';

function cellOf<R>(column: Column<R>, value: unknown, world: World): unknown {
  if (column.kind === 'stamp') return typeof value === 'number' ? world.stamp(value) : null;
  if (column.kind === 'date') return value ?? noDates[world.switches['zero-date']];
  return value ?? null;
}

const noDates = { zeros: '0000-00-00', empty: '', null: null } as const;

// One row shows 1, the next "1": both were seen.
function loosened(cell: unknown, id: number): unknown {
  if (typeof cell === 'boolean') return id % 2 === 0 ? Number(cell) : String(Number(cell));
  return typeof cell === 'number' ? String(cell) : cell;
}
