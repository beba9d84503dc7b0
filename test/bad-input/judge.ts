// Judges what a door made of an answer: an error with a name and a place, or rows in which every value is what the
// vendor said or a word for "not known". It compares with what was answered, row by row, and knows nothing of the doors.

import type { Endpoint, RowList } from './endpoints.ts';
import { at, type FieldTable, isObject, isOneOf, storable, touches } from './meaning.ts';
import type { Path } from './mutations.ts';
import type { Exchange, Play } from './tape.ts';

export type Outcome =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: unknown };

export async function outcomeOf(step: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, output: await step() };
  } catch (error) {
    return { ok: false, error };
  }
}

const longestWaitMs = 3_600_000;

/** Everything that is wrong; empty: the door did right. */
export function complaintsAbout(endpoint: Endpoint, outcome: Outcome, play: Play): readonly string[] {
  return [
    ...play.misdeeds,
    ...(play.waitedMs() > longestWaitMs ? [`waits ${play.waitedMs()} ms`] : []),
    ...pollution(),
    ...(outcome.ok
      ? aboutOutput(endpoint, outcome.output, play.exchanges)
      : aboutError(endpoint, outcome.error, play)),
  ];
}

function pollution(): readonly string[] {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  if (prototype['polluted'] === undefined) return [];
  delete prototype['polluted'];
  return ['every object of the process was changed'];
}

const errorKinds = ['access', 'refused', 'missing', 'unreachable', 'garbage'];

function aboutError(endpoint: Endpoint, error: unknown, { exchanges }: Play): readonly string[] {
  if (!(error instanceof Error) || error.name !== 'VendorError')
    return [`throws ${String((error as Error).stack ?? error).slice(0, 300)}`];
  const last = exchanges.at(-1);
  const told = error as unknown as Readonly<Record<string, unknown>>;
  const rightly = performedRightly(endpoint, exchanges);
  return [
    ...(told['side'] === last?.side ? [] : [`side = ${String(told['side'])}`]),
    ...(errorKinds.includes(String(told['kind'])) ? [] : [`kind = ${String(told['kind'])}`]),
    ...(/^(GET|POST|PUT|PATCH|DELETE) [A-Za-z0-9/{}_-]+$/.test(String(told['endpoint']))
      ? []
      : [`endpoint = ${String(told['endpoint'])}`]),
    ...(rightly.includes(String(told['performed']))
      ? []
      : [`performed = ${String(told['performed'])}, right: ${rightly.join(' or ')}`]),
    ...(error.message.length > 800 ? ['the error repeats the whole answer'] : []),
  ];
}

/** Whether the vendor may have acted, by what it answered to the write itself. */
function performedRightly(endpoint: Endpoint, exchanges: readonly Exchange[]): readonly string[] {
  const write = exchanges.findLast(({ method, isToken }) => method !== 'GET' && !isToken);
  if (endpoint.writes === undefined || write === undefined) return ['no'];
  const { status, headers } = write.answer;
  const body = write.body;
  const stated = at(body, 'Success') === false ? Number(scalar(at(body, 'Error'))) : Number.NaN;
  if (status >= 200 && status < 300) return stated >= 400 && stated < 500 ? ['no'] : ['unknown'];
  if (status === 503 && headers['retry-after'] !== undefined) return ['no', 'unknown'];
  return status >= 400 && status < 500 && status !== 408 ? ['no', 'unknown'] : ['unknown'];
}

const scalar = (value: unknown): unknown => (typeof value === 'object' ? Number.NaN : value);

function aboutOutput(endpoint: Endpoint, output: unknown, exchanges: readonly Exchange[]): readonly string[] {
  return [
    ...unfitValues(output, []),
    ...endpoint.lists.flatMap((list) => aboutRows(list, output, exchanges)),
    ...(endpoint.alsoRight?.(output, exchanges) ?? []),
  ];
}

/** Values that nobody may ever be given, wherever they stand. */
function unfitValues(value: unknown, path: Path): readonly string[] {
  if (typeof value === 'number' && !Number.isFinite(value)) return [`${path.join('.')} = ${value}`];
  if (typeof value === 'string') {
    return storable(value) === value ? [] : [`${path.join('.')} = ${JSON.stringify(value)} cannot be stored`];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unfitValues(inner, [...path, key]));
}

function aboutRows(list: RowList, output: unknown, exchanges: readonly Exchange[]): readonly string[] {
  const fields = list.fields(exchanges);
  const nameField = Object.keys(fields)[0] ?? '';
  const told = new Map<unknown, unknown[]>();
  const fewest = new Map<unknown, number>();
  const complaints: string[] = [];
  for (const exchange of exchanges) {
    if (!list.path.test(exchange.path) || exchange.isToken || exchange.answer.status >= 300) continue;
    const body = exchange.body;
    if (exchange.side === 'timetac' && at(body, 'Success') !== true)
      complaints.push('believes an answer without a sign of success');
    const rows = list.rowsIn(body);
    if (!Array.isArray(rows)) {
      complaints.push('believes an answer that holds no rows');
      continue;
    }
    const contents = new Map<unknown, Set<string>>();
    for (const row of rows as unknown[]) {
      const [name] = fields[nameField]?.says(row) ?? [];
      if (name === undefined) {
        complaints.push(`passes over a row without a name: ${short(row)}`);
        continue;
      }
      told.set(name, [...(told.get(name) ?? []), row]);
      contents.set(name, (contents.get(name) ?? new Set()).add(JSON.stringify(row)));
    }
    for (const [name, { size }] of contents) fewest.set(name, Math.max(size, fewest.get(name) ?? 0));
  }
  const given = list.rowsOut(output);
  if (!Array.isArray(given)) return [...complaints, `gives no rows: ${short(given)}`];
  for (const [name, rows] of told) {
    const count = (given as unknown[]).filter((row) => at(row, nameField) === name).length;
    const mayMiss = rows.some((row) => list.mayLeaveOut?.(row) === true);
    if (count < (mayMiss ? 0 : (fewest.get(name) ?? 1))) {
      complaints.push(`loses ${short(name)}: ${fewest.get(name)} told, ${count} given`);
    }
  }
  for (const row of given as unknown[])
    complaints.push(...aboutRow(fields, row, told.get(at(row, nameField))));
  return complaints;
}

function aboutRow(fields: FieldTable, row: unknown, told: readonly unknown[] | undefined): readonly string[] {
  if (told === undefined) return [`invents a row: ${short(row)}`];
  const wrongBy = told.map((wire) => wrongFields(fields, row, wire));
  if (wrongBy.some((wrong) => wrong.length === 0)) return [];
  return wrongBy[0] ?? [];
}

function wrongFields(fields: FieldTable, row: unknown, wire: unknown): readonly string[] {
  return Object.entries(fields).flatMap(([place, { says }]) => {
    const readings = says(wire);
    const value = at(row, place);
    return isOneOf(value, readings)
      ? []
      : [`${place} = ${short(value)}, right: ${readings.map(short).join(' or ') || 'an error'}`];
  });
}

/** What a row holds that no table speaks of: it would go unjudged. */
export function unjudged(
  endpoint: Endpoint,
  output: unknown,
  exchanges: readonly Exchange[],
): readonly string[] {
  return endpoint.lists.flatMap((list) => {
    const places = Object.keys(list.fields(exchanges));
    const rows = list.rowsOut(output);
    return (Array.isArray(rows) ? (rows as unknown[]) : []).flatMap((row) =>
      leavesOf(row, [])
        .filter((leaf) => !places.some((place) => touches(leaf, place)))
        .map((leaf) => leaf.join('.')),
    );
  });
}

const leavesOf = (value: unknown, path: Path): readonly Path[] =>
  isObject(value) ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key])) : [path];

/** What a vendor writes on every envelope without anybody opening it. */
const unreadEnvelope: ReadonlySet<string> = new Set([
  'Host',
  'Codeversion',
  'ResourceName',
  'RequestEndTime',
  'SuccessNested',
  'NumResults',
  'NumResultsNested',
  'Affected',
  'offset',
]);

/** Whether anything of ours comes from this place of the answer; of an envelope everything may matter. */
export function isRead(endpoint: Endpoint, exchange: Exchange, path: Path): boolean {
  const list = endpoint.lists.find((one) => one.path.test(exchange.path) && withinRow(one, path) !== null);
  const inRow = list === undefined ? null : withinRow(list, path);
  // The rows that a write shows and nobody takes up.
  if (endpoint.lists.length === 0 && endpoint.writes === true) return path.length === 1;
  if (list === undefined || inRow === null) return !unreadEnvelope.has(String(path[0]));
  if (endpoint.rowsElsewhere === true) return inRow.length === 0 || inRow.at(-1) === 'id';
  const places = Object.values(list.fields([])).flatMap(({ from }) => from);
  return places.some((place) => touches(inRow, place));
}

/** The path inside a row of the list; null when it lies outside. */
export function withinRow({ place, single }: RowList, path: Path): Path | null {
  const steps = place === '' ? [] : place.split('.');
  if (!steps.every((step, index) => path[index] === step)) return null;
  const rest = path.slice(steps.length);
  if (single === true) return rest;
  return typeof rest[0] === 'number' ? rest.slice(1) : null;
}

const short = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 90);
