// Reading attendance in windows. A first run reads a hundred pages and more; the list is therefore walked by start time
// (`sort` and `start.date_time.gte`, section 5.5) instead of by cursor: rows that vanish meanwhile shift nothing, and
// deep cursors, which get slow (section 6), are never needed.

import type { AttendancePeriod } from '../../core/attendance/attendance.ts';
import {
  addDays,
  dateOf,
  isInWindow,
  isMidnight,
  type Instant,
  type WallTime,
} from '../../core/time/calendar.ts';
import type { Listing, PeriodQuery } from '../../engine/ports.ts';
import { attendanceSchema } from './attendance.ts';
import type { ListCall, ListPage, ListReader, Query } from './lists.ts';

/** Room for the list of ids in an address: 50 of Personio's long ones, or 250 of its short ones. */
const idCharacters = 2_000;

export interface AttendanceReader {
  /** Periods that touch the window: attributed to one of its days, or lasting into one. */
  list(query: PeriodQuery): Promise<Listing<AttendancePeriod>>;
  /** Whether this account keeps the order, once a list of several pages has shown it. */
  learned(): KeptOrder | null;
  recall(order: KeptOrder): void;
}

type KeptOrder = 'kept' | 'doubted';

export function createAttendanceReader(lists: ListReader): AttendanceReader {
  let learned: KeptOrder | null = null;
  const order: Order = {
    isKept: async (filters, page) => {
      if (learned !== 'kept') learned = (await keepsOrder(lists, filters, page)) ? 'kept' : 'doubted';
      return learned === 'kept';
    },
    doubt: () => {
      learned = 'doubted';
    },
  };
  return {
    learned: () => learned,
    recall: (told) => {
      learned = told;
    },
    async list(query) {
      const byId = new Map<string, AttendancePeriod>();
      let serverAt: Instant | null | undefined;
      for (const filters of filtersOf(query)) {
        const part = await walk(lists, filters, order);
        serverAt ??= part.serverAt;
        for (const row of part.rows) byId.set(row.id, row);
      }
      return {
        rows: [...byId.values()].filter((period) => touches(period, query)),
        serverAt: serverAt ?? null,
      };
    },
  };
}

// Long lists of ids and persons are cut: an address has a length.
function filtersOf(query: PeriodQuery): Query[] {
  const common: (readonly [string, string])[] = [];
  // A period belongs to one day but may reach into the next, or be attributed to the one before.
  if (query.from !== undefined)
    common.push([
      'attribution_date.gte',
      query.isQuietBefore === true ? query.from : addDays(query.from, -1),
    ]);
  if (query.to !== undefined) common.push(['attribution_date.lte', addDays(query.to, 1)]);
  if (query.updatedSince !== undefined) common.push([updatedFilter, isoOf(query.updatedSince)]);
  const persons = listFilter('person.id', query.employeeIds);
  const ids = listFilter('id', query.ids);
  return persons.flatMap((person) => ids.map((id) => [...common, ...person, ...id]));
}

/** One filter per piece of the list; none at all for an absent list, no request for an empty one. */
export function listFilter(name: string, values: readonly string[] | undefined): Query[] {
  if (values === undefined) return [[]];
  const lists: string[] = [];
  for (const value of new Set(values)) {
    const last = lists.at(-1);
    if (last === undefined || last.length + value.length >= idCharacters) lists.push(value);
    else lists[lists.length - 1] = `${last},${value}`;
  }
  return lists.map((list) => [[name, list]]);
}

/** Whole seconds, earlier rather than later: the bound is inclusive. */
export const isoOf = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

function touches({ on, content }: AttendancePeriod, { from, to }: PeriodQuery): boolean {
  if (from === undefined && to === undefined) return true;
  const window = { from: from ?? '0000-01-01', to: to ?? null };
  // One that is still open may last into the next day.
  const last = content.end === null ? addDays(dateOf(content.start), 1) : lastDateOf(content.end);
  return isInWindow(on, window) || (last >= window.from && (to === undefined || dateOf(content.start) <= to));
}

const lastDateOf = (end: WallTime): string => (isMidnight(end) ? addDays(dateOf(end), -1) : dateOf(end));

const listOf = (query: Query): ListCall<AttendancePeriod> => ({
  bucket: 'attendance-periods',
  name: '/v2/attendance-periods',
  query,
  schema: attendanceSchema,
  idOf: (period) => period.id,
});

/** What is known of the order in which this account shows a list. */
interface Order {
  /** Asks, as long as it is not known to be kept. */
  readonly isKept: (filters: Query, page: ListPage<AttendancePeriod>) => Promise<boolean>;
  readonly doubt: () => void;
}

async function walk(lists: ListReader, filters: Query, order: Order): Promise<Listing<AttendancePeriod>> {
  const call = listOf(filters);
  const sorted: Query = [...filters, ['sort', 'start.date_time']];
  const byId = new Map<string, AttendancePeriod>();
  const keep = (rows: readonly AttendancePeriod[]): void => {
    for (const row of rows) byId.set(row.id, row);
  };
  let page = await lists.readPage(call, sorted);
  const { serverAt } = page;
  keep(page.rows);
  if (page.next === null) return { rows: [...byId.values()], serverAt };

  let from: WallTime = '';
  // Whether order and bound are honoured is known from clients only; without them, or without the server's clock for
  // the last step, the list is read by its cursors.
  if (serverAt === null || !isAfter(page, from) || !(await order.isKept(filters, page)))
    return lists.readAll(call);
  while (page.next !== null) {
    const first = page.rows[0]?.content.start;
    const last = page.rows.at(-1)?.content.start;
    if (first === undefined || last === undefined) return lists.readAll(call);
    from = last;
    if (first === last) {
      keep((await lists.readAll(listOf([...filters, ...startsBetween(last, last)]))).rows);
      from = secondsFrom(last, 1);
    }
    page = await lists.readPage(call, [...sorted, ['start.date_time.gte', from]]);
    keep(page.rows);
    if (!isAfter(page, from)) {
      order.doubt();
      return lists.readAll(call);
    }
  }
  // A period moved meanwhile from a later to an earlier time was on neither page; having moved, it is new. A list of changes
  // leaves that to the next, which begins where this one did.
  if (serverAt !== null && !filters.some(([name]) => name === updatedFilter))
    keep((await lists.readAll(listOf([...filters, [updatedFilter, justBefore(serverAt)]]))).rows);
  return { rows: [...byId.values()], serverAt };
}

const updatedFilter = 'updated_at.gte';
/** Two seconds before an answer: its clock shows whole seconds. */
const justBefore = (serverAt: Instant): string => isoOf(serverAt - 2_000);

const startsBetween = (from: WallTime, to: WallTime): Query => [
  ['start.date_time.gte', from],
  ['start.date_time.lte', to],
];

/** In order as it was asked for, and nothing before the bound. */
const isAfter = ({ rows, isAsAsked }: ListPage<AttendancePeriod>, from: WallTime): boolean =>
  isAsAsked && rows.every((row, index) => row.content.start >= (rows[index - 1]?.content.start ?? from));

/**
 * An account that takes an order and heeds none shows a page in order by chance (all of one person, say), and the next one
 * would begin behind rows that were never shown. Where it keeps the order, only this page holds what begins before its end.
 */
async function keepsOrder(
  lists: ListReader,
  filters: Query,
  { rows }: ListPage<AttendancePeriod>,
): Promise<boolean> {
  const last = rows.at(-1)?.content.start;
  if (last === undefined) return false;
  const shown = new Set(rows.map(({ id }) => id));
  const bounded: Query = [...filters, ['start.date_time.lte', secondsFrom(last, -1)]];
  const before = await lists.readPage(listOf(bounded), bounded);
  return before.next === null && before.rows.every(({ id }) => shown.has(id));
}

const secondsFrom = (wall: WallTime, seconds: number): WallTime =>
  new Date(Date.parse(`${wall}Z`) + seconds * 1000).toISOString().slice(0, 19);
