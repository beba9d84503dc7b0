// Personio's side of a month, read for the people who count, some at a time.

import type { AbsencePeriod } from '../../core/absences/absence.ts';
import type { AttendancePeriod } from '../../core/attendance/attendance.ts';
import type { MonthPart, Piece } from '../../core/month/month.ts';
import { standingAbsences, standingWork } from '../../core/month/standing.ts';
import { groupBy } from '../../core/people/names.ts';
import type { Listing, PeriodQuery } from '../../engine/ports.ts';
import { chunked, peoplePerCall } from '../../engine/target-desk.ts';
import type { ResolvedTypes } from '../../engine/type-book.ts';
import type { Progress } from '../../engine/workshop.ts';
import { believe } from './believe.ts';
import { type CountedPerson, spanOf } from './people.ts';
import type { MonthDesk } from './desk.ts';

/** By employee id. */
export async function personioMonth(
  desk: MonthDesk,
  people: readonly CountedPerson[],
  types: ResolvedTypes,
  tell: (progress: Progress) => void,
): Promise<ReadonlyMap<string, readonly Piece[]>> {
  const { hr } = desk.doors;
  const absences = await readPart(people, 'absences', (query) => hr.readAbsencePeriods(query), tell);
  await believe(desk, 'absences', people, absences, personioCall);
  const work = await readPart(people, 'attendances', (query) => hr.readAttendancePeriods(query), tell);
  await believe(desk, 'attendances', people, work, personioCall);
  const absencesOf = groupBy<AbsencePeriod>(absences, ({ employeeId }) => employeeId);
  const workOf = groupBy<AttendancePeriod>(work, ({ employeeId }) => employeeId);
  return new Map(
    people.map(({ employeeId, absences: absentDays, attendances: workDays }) => [
      employeeId,
      [
        ...(absentDays === null
          ? []
          : standingAbsences(absencesOf.get(employeeId) ?? [], absentDays, types.isSynchronised)),
        ...(workDays === null ? [] : standingWork(workOf.get(employeeId) ?? [], workDays)),
      ],
    ]),
  );
}

const personioCall = {
  side: 'personio',
  attendances: 'GET /v2/attendance-periods',
  absences: 'GET /v2/absence-periods',
} as const;

async function readPart<Row>(
  people: readonly CountedPerson[],
  part: MonthPart,
  read: (query: PeriodQuery) => Promise<Listing<Row>>,
  tell: (progress: Progress) => void,
): Promise<readonly Row[]> {
  const counted = people.filter((person) => person[part] !== null);
  const span = spanOf(counted, part);
  if (span === null) return [];
  const rows: Row[] = [];
  let done = 0;
  for (const chunk of chunked(counted, peoplePerCall)) {
    tell({ phase: 'reading', part, done, total: counted.length });
    const employeeIds = chunk.map(({ employeeId }) => employeeId);
    for (const row of (await read({ employeeIds, ...span })).rows) rows.push(row);
    done += chunk.length;
  }
  tell({ phase: 'reading', part, done, total: counted.length });
  return rows;
}
