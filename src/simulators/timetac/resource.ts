// What the stage knows about one resource: its rows, its fields and its verbs.

import type { Instant } from '../../core/time/calendar.ts';
import type { Columns } from './columns.ts';
import type { Fields } from './input.ts';
import type { TimetacCredential, TimetacUser } from './state.ts';
import type { Row, Table } from './table.ts';
import type { World } from './world.ts';

export interface Resource<R extends Row> {
  /** As the wire spells it: `timeTrackings`. */
  readonly name: string;
  /** As access errors spell it: `TimeTracking`. */
  readonly entity: string;
  readonly columns: Columns<R>;
  rows(world: World): readonly R[];
  /** Where the rows are a list of the account: makes look-ups by id and user quick. */
  table?(world: World): Table<R>;
  /** For rows without a table: when they changed. Neither table nor this: never, as far as `_since` is concerned. */
  changedAt?(row: R): Instant;
  readonly actions?: Readonly<Record<string, Action>>;
}

export interface Action {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Takes several rows in one request, each failing alone. */
  readonly batch?: true;
  /** Changes nothing: a credential that may only read may call it. */
  readonly harmless?: true;
  run(world: World, call: Call): Done;
}

/** One row of work: a batch makes one per row. */
export interface Call {
  readonly fields: Fields;
  /** From the path, else from `?id=`. */
  readonly id: number | null;
  readonly params: URLSearchParams;
  readonly apiUser: TimetacUser;
  readonly credential: TimetacCredential;
}

export type Done =
  | { readonly kind: 'rows'; readonly rows: readonly Row[]; readonly more?: Columns<Row> }
  /** `Results` that is no list of this resource's rows. */
  | { readonly kind: 'value'; readonly value: unknown; readonly count: number };

export const rows = (...changed: readonly Row[]): Done => ({ kind: 'rows', rows: changed });
