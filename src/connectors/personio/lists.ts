// Reading a v2 list whole (personio.md sections 4.1 and 6). Pages hang together by an opaque cursor that may be an offset
// in disguise, and `next` has been seen pointing at its own page. So a list is believed only when no cursor repeats and,
// if it took several pages, when reading it again shows the same rows.

import type { z } from 'zod';
import { dayMs } from '../../core/time/calendar.ts';
import { field, isObject, parseWith } from '../http/read-answer.ts';
import { VendorError } from '../http/vendor-error.ts';
import type { PersonioCall, PersonioConnection } from './connection.ts';

export type Query = readonly (readonly [string, string])[];

export interface ListCall<Row> {
  readonly bucket: PersonioCall['bucket'];
  readonly name: string;
  readonly path?: string;
  readonly query: Query;
  readonly schema: z.ZodType<Row>;
  /** Names the row; null for rows without an id, which are never deduplicated. */
  readonly idOf: ((row: Row) => string) | null;
  /** The endpoint's cap, where it is not 100. */
  readonly limit?: string;
}

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** Query of the next page; null on the last. */
  readonly next: Query | null;
  readonly serverAt: number | null;
  /** Order and bounds went along as they were asked for; else the account takes the plain form only. */
  readonly isAsAsked: boolean;
}

export interface WholeList<Row> {
  readonly rows: readonly Row[];
  readonly serverAt: number | null;
  readonly pages: number;
}

export interface ListReader {
  /** All pages. Throws `garbage` when the pages do not hang together. */
  readAll<Row>(call: ListCall<Row>): Promise<WholeList<Row>>;
  readPage<Row>(call: ListCall<Row>, query: Query): Promise<ListPage<Row>>;
}

const maxPages = 20_000;
/** Pages in a row without a row that was not shown before: a cursor that is new every time may lead nowhere all the same. */
const maxIdlePages = 100;
const maxPasses = 5;

export function createListReader(connection: PersonioConnection): ListReader {
  /** By endpoint, how plainly it has to be asked. */
  const taken = new Map<string, number>();

  const readFirstPage = async <Row>(call: ListCall<Row>, query: Query): Promise<ListPage<Row>> => {
    const forms = formsOf(query, call.limit ?? '100');
    for (let form = taken.get(call.name) ?? 0; ; form += 1) {
      try {
        const page = await readAnyPage(connection, call, forms[form] ?? query);
        taken.set(call.name, form);
        return { ...page, isAsAsked: form < plainForm };
      } catch (error) {
        const isRefused = error instanceof VendorError && error.kind === 'refused' && error.status === 400;
        if (!isRefused || form + 1 >= forms.length) throw error;
      }
    }
  };

  const readPass = async <Row>(call: ListCall<Row>): Promise<WholeList<Row>> => {
    const first = await readFirstPage(call, call.query);
    const seen = new Set<string>();
    const rows: Row[] = [...first.rows];
    const ids = new Set(idsIn(call, first));
    let { next } = first;
    let [pages, idlePages] = [1, 0];
    while (next !== null) {
      const key = new URLSearchParams(next.map(([name, value]) => [name, value])).toString();
      if (seen.has(key))
        throw connection.garbage(asCall(call), 'the list points back at a page already read');
      if (pages >= maxPages || idlePages >= maxIdlePages)
        throw connection.garbage(asCall(call), 'the list does not end');
      seen.add(key);
      const page: ListPage<Row> = await readAnyPage(connection, call, next);
      rows.push(...page.rows);
      const known = ids.size;
      for (const id of idsIn(call, page)) ids.add(id);
      idlePages = ids.size > known ? 0 : idlePages + 1;
      next = page.next;
      pages += 1;
    }
    return { rows: unique(rows, call.idOf), serverAt: first.serverAt, pages };
  };

  return {
    readPage: (call, query) => readFirstPage(call, query),
    async readAll(call) {
      let last = await readPass(call);
      const { serverAt } = last;
      if (last.pages === 1 || call.idOf === null) return last;
      // Somebody's deletion shifts the rows behind it by one, and the row on the page's edge is never shown.
      for (let pass = 2; pass <= maxPasses; pass++) {
        const again = await readPass(call);
        if (sameIds(last.rows, again.rows, call.idOf)) return { ...again, serverAt };
        last = again;
      }
      throw connection.garbage(asCall(call), 'the list kept changing while it was read');
    },
  };
}

/**
 * The caps are known from one observation only (U5), the order and a bound with its zone from clients (personio.md 3, 5.5):
 * where one of them is refused, the list is asked for without.
 */
function formsOf(query: Query, limit: string): Query[] {
  const plain = query.filter(([name]) => name !== 'sort').map(withoutZone);
  const limited = (form: Query): Query => [['limit', limit], ...form];
  return [limited(query), query, limited(plain), plain];
}

/** Read in whatever zone, a day earlier is early enough. */
function withoutZone([name, value]: Query[number]): Query[number] {
  if (!name.startsWith('updated_at') || !value.endsWith('Z')) return [name, value];
  return [name, new Date(Date.parse(value) - dayMs).toISOString().slice(0, 19)];
}

/** From this form on nothing says in which order rows come. */
const plainForm = 2;

const asCall = <Row>(call: ListCall<Row>): PersonioCall => ({
  bucket: call.bucket,
  method: 'GET',
  name: call.name,
  ...(call.path === undefined ? {} : { path: call.path }),
});

async function readAnyPage<Row>(
  connection: PersonioConnection,
  call: ListCall<Row>,
  query: Query,
): Promise<ListPage<Row>> {
  const sent: PersonioCall = { ...asCall(call), query };
  const { body, serverAt } = await connection.send(sent);
  // Both spellings of the envelope are seen (section 4.1).
  const data = field(body, '_data') ?? field(body, 'data');
  if (!Array.isArray(data)) throw connection.garbage(sent, '_data: expected a list');
  const rows = (data as unknown[]).map((row, index) => {
    const parsed = parseWith(call.schema, row);
    if (!parsed.ok) throw connection.garbage(sent, `_data.${index}.${parsed.reason}`);
    return parsed.value;
  });
  if (hasContradiction(rows, call.idOf)) throw connection.garbage(sent, '_data: one id with two contents');
  const next = nextQuery(body);
  if (next === 'unreadable') throw connection.garbage(sent, '_meta.links.next: not understood');
  return { rows, next, serverAt, isAsAsked: true };
}

const idsIn = <Row>({ idOf }: ListCall<Row>, { rows }: ListPage<Row>): readonly string[] =>
  idOf === null ? [] : rows.map(idOf);

/** Between two pages a row may move and change; on one page the same id twice would hide one of the two. */
function hasContradiction<Row>(rows: readonly Row[], idOf: ((row: Row) => string) | null): boolean {
  if (idOf === null) return false;
  const contents = new Map<string, string>();
  return rows.some((row) => {
    const content = JSON.stringify(row);
    const known = contents.get(idOf(row));
    contents.set(idOf(row), content);
    return known !== undefined && known !== content;
  });
}

// Only the query of `next` is used and always with our own host and path: it comes relative, absolute and with or
// without the filters (section 6), and the token must not follow a link to another host.
function nextQuery(body: unknown): Query | null | 'unreadable' {
  const meta = field(body, '_meta') ?? field(body, 'meta') ?? {};
  const links = field(meta, 'links') ?? {};
  // What holds the links and cannot be read may name a further page.
  if (!isObject(meta) || !isObject(links)) return 'unreadable';
  const next = field(links, 'next');
  const href = typeof next === 'string' ? next : field(next, 'href');
  if (next === undefined || next === null || href === null) return null;
  if (typeof href !== 'string') return 'unreadable';
  const mark = href.indexOf('?');
  const query = [...new URLSearchParams(mark < 0 ? '' : href.slice(mark + 1))];
  return query.some(([name, value]) => name === 'cursor' && value !== '') ? query : 'unreadable';
}

function unique<Row>(rows: readonly Row[], idOf: ((row: Row) => string) | null): readonly Row[] {
  if (idOf === null) return rows;
  // The later reading is the fresher one.
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}

function sameIds<Row>(a: readonly Row[], b: readonly Row[], idOf: (row: Row) => string): boolean {
  const ids = new Set(a.map(idOf));
  return a.length === b.length && b.every((row) => ids.has(idOf(row)));
}
