// The two parts that write periods, seen alike: how to read what stands at the target, and how to write one record.

import { absenceCraft } from '../core/absences/craft.ts';
import type { AbsenceContent, AbsencePeriod, PeriodStatus } from '../core/absences/absence.ts';
import { attendanceCraft } from '../core/attendance/craft.ts';
import type { AttendanceContent, AttendancePeriod } from '../core/attendance/attendance.ts';
import type { Craft, TargetRecord } from '../core/sync/desk.ts';
import { type Instant, type LocalDate, addDays, datesFrom } from '../core/time/calendar.ts';
import { learnedEnd } from './learn-absence-end.ts';
import type { PeriodQuery } from './ports.ts';
import type { Workshop } from './workshop.ts';

export interface Standing<C> extends TargetRecord<C> {
  readonly employeeId: string;
  /** The day it counts for there, where that need not be the day on which it begins. */
  readonly countsFor: LocalDate | null;
  readonly updatedAt: Instant | null;
}

export interface StandingList<C> {
  readonly rows: readonly Standing<C>[];
  readonly serverAt: Instant | null;
}

export interface TargetDesk<C> {
  readonly part: 'absences' | 'attendances';
  readonly craft: Craft<C>;
  readonly read: (query: PeriodQuery) => Promise<StandingList<C>>;
  /** Returns the new id, and neighbours that the vendor changed by itself. */
  readonly create: (
    employeeId: string,
    content: C,
  ) => Promise<{ id: string; affected: readonly Standing<C>[] }>;
  readonly update: (id: string, content: C) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Contents that a lost create may have left behind, beside the one that was sent. */
  readonly strayForms: (content: C) => readonly C[];
}

export function attendanceDesk(shop: Workshop): TargetDesk<AttendanceContent> {
  const { attendances } = shop.settings;
  const projects = attendances.projects.length > 0;
  const options = { skipApproval: attendances.approval === 'skip', projects };
  return {
    part: 'attendances',
    craft: attendanceCraft({ projects, notes: attendances.notes }),
    read: async (query) => {
      const listing = await shop.hr.readAttendancePeriods(query);
      return { rows: listing.rows.map(standingAttendance), serverAt: listing.serverAt };
    },
    create: async (employeeId, content) => {
      const { id, affected } = await shop.hr.createAttendancePeriod(employeeId, content, options);
      return { id, affected: affected.map(standingAttendance) };
    },
    update: (id, content) => shop.hr.updateAttendancePeriod(id, content, options),
    remove: (id) => shop.hr.deleteAttendancePeriod(id),
    strayForms: () => [],
  };
}

export function absenceDesk(shop: Workshop): TargetDesk<AbsenceContent> {
  const options = { skipApproval: shop.settings.absences.approval === 'skip' };
  const end = learnedEnd(shop, options);
  return {
    part: 'absences',
    craft: absenceCraft,
    read: async (query) => {
      const listing = await shop.hr.readAbsencePeriods(query);
      return { rows: listing.rows.map(standingAbsence), serverAt: listing.serverAt };
    },
    create: async (employeeId, content) => ({ id: await end.create(employeeId, content), affected: [] }),
    update: end.update,
    remove: (id) => shop.hr.deleteAbsencePeriod(id, options),
    strayForms: end.strayForms,
  };
}

export function standingAttendance(period: AttendancePeriod): Standing<AttendanceContent> {
  const standing = { confirmed: 'live', pending: 'pending', rejected: 'rejected', other: 'live' } as const;
  return {
    id: period.id,
    employeeId: period.employeeId,
    countsFor: period.on,
    content: period.content,
    // What the HR system put in by itself follows what stands around it: nobody entered it, and it blocks nothing.
    standing: period.automatic ? 'dead' : standing[period.status],
    createdAt: period.createdAt,
    updatedAt: period.updatedAt,
  };
}

const absenceStanding = {
  approved: 'live',
  other: 'live',
  pending: 'pending',
  rejected: 'rejected',
  cancelled: 'dead',
  'deletion-pending': 'leaving',
} as const satisfies Record<PeriodStatus, TargetRecord<unknown>['standing']>;

export function standingAbsence(period: AbsencePeriod): Standing<AbsenceContent> {
  return {
    id: period.id,
    employeeId: period.employeeId,
    countsFor: null,
    content: period.content,
    standing: absenceStanding[period.status],
    createdAt: period.createdAt,
    updatedAt: period.updatedAt,
  };
}

/**
 * Whether a record stands on a local day. One that is still open may last into the next day; that it goes on for longer,
 * nobody believes.
 */
export function standsOn<C>(craft: Craft<C>, content: C, day: LocalDate): boolean {
  const { from, to } = believedSpan(craft, content);
  return from <= day && to >= day;
}

/** All such days. */
export function daysOf<C>(craft: Craft<C>, content: C): LocalDate[] {
  const { from, to } = believedSpan(craft, content);
  return datesFrom(from, to);
}

function believedSpan<C>(craft: Craft<C>, content: C): { readonly from: LocalDate; readonly to: LocalDate } {
  const { from, to } = craft.span(content);
  return { from, to: to ?? addDays(from, 1) };
}

/** Reads windows for many people: few calls, each for people and days that belong together. */
export interface Reach {
  readonly employeeId: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** People in one list call: few enough that a page more or less does not matter, and many enough that pages are full. */
export const peoplePerCall = 200;

export function readReaches<C>(desk: TargetDesk<C>, reaches: readonly Reach[]): Promise<StandingList<C>> {
  const queries = groupReaches(reaches).map(({ employeeIds, from, to }) => ({
    employeeIds,
    from,
    ...(to === null ? {} : { to }),
  }));
  return readLists(desk, queries);
}

/** Several lists as one; `heard` is told what each of them said. */
export async function readLists<C, Q extends PeriodQuery>(
  desk: TargetDesk<C>,
  queries: readonly Q[],
  heard: (query: Q, rows: readonly Standing<C>[]) => void = () => undefined,
): Promise<StandingList<C>> {
  const rows = new Map<string, Standing<C>>();
  let serverAt: Instant | null = null;
  for (const query of queries) {
    const listing = await desk.read(query);
    heard(query, listing.rows);
    for (const row of listing.rows) rows.set(row.id, row);
    serverAt ??= listing.serverAt;
  }
  return { rows: [...rows.values()], serverAt };
}

/** Deep cursors get slow (vendors/personio.md 6): windows of 14 days, open-ended ones together. */
export const windowDays = 14;

export function groupReaches(
  reaches: readonly Reach[],
): { employeeIds: string[]; from: LocalDate; to: LocalDate | null }[] {
  const open = reaches.filter((reach) => reach.to === null);
  const closed = reaches.filter((reach) => reach.to !== null).sort((a, b) => (a.from < b.from ? -1 : 1));
  const windows: { from: LocalDate; to: LocalDate | null; people: Set<string> }[] = [];
  for (const reach of closed) {
    const last = windows.at(-1);
    const fits = last !== undefined && last.to !== null && daysApart(last.from, reach.from) < windowDays;
    if (fits && last.to !== null && reach.to !== null) {
      if (reach.to > last.to) last.to = reach.to;
      last.people.add(reach.employeeId);
    } else windows.push({ from: reach.from, to: reach.to, people: new Set([reach.employeeId]) });
  }
  if (open.length > 0)
    windows.push({
      from: open.map((reach) => reach.from).sort()[0] ?? '',
      to: null,
      people: new Set(open.map((reach) => reach.employeeId)),
    });
  return windows.flatMap(({ from, to, people }) =>
    chunked([...people].sort(), peoplePerCall).map((employeeIds) => ({ employeeIds, from, to })),
  );
}

const daysApart = (a: LocalDate, b: LocalDate): number => (Date.parse(b) - Date.parse(a)) / 86_400_000;

export function chunked<T>(values: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let index = 0; index < values.length; index += size) chunks.push(values.slice(index, index + size));
  return chunks;
}
