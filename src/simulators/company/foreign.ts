// What somebody entered in Personio by hand, without TimeTac's doing: Tandem may adopt it or must step aside.

import {
  addDays,
  dateOf,
  dayMs,
  instantOf,
  type LocalDate,
  midnightOf,
  type WallTime,
} from '../../core/time/calendar.ts';
import type { PersonioAbsence, PersonioAttendance } from '../personio/state.ts';
import { type Bench, inThePast, takeId, uuidOf } from './bench.ts';
import type { personioTypes } from './catalogue.ts';

/** `last: null` is open-ended. Full days. */
export function addForeignAbsence(
  bench: Bench,
  employeeId: number,
  type: (typeof personioTypes)[keyof typeof personioTypes],
  dates: { readonly first: LocalDate; readonly last: LocalDate | null },
  status: PersonioAbsence['status'],
): PersonioAbsence {
  const createdAt = inThePast(bench, instantOf(midnightOf(addDays(dates.first, -3)), bench.zone));
  const absence: PersonioAbsence = {
    id: uuidOf('absence', takeId(bench, 'foreign')),
    person_id: String(employeeId),
    absence_type_id: type.id,
    first: dates.first,
    last: dates.last,
    starts_at_midday: false,
    ends_at_midday: false,
    hours: null,
    status,
    comment: '',
    created_by: 'Personio HR',
    created_at: createdAt,
    updated_at: createdAt,
  };
  bench.personio.absences.push(absence);
  return absence;
}

export function addForeignAttendance(
  bench: Bench,
  employeeId: number,
  stretch: { readonly start: WallTime; readonly end: WallTime },
): PersonioAttendance {
  const createdAt = inThePast(bench, instantOf(stretch.end, bench.zone) + dayMs / 24);
  const attendance: PersonioAttendance = {
    id: uuidOf('attendance', takeId(bench, 'foreign')),
    person_id: String(employeeId),
    type: 'WORK',
    start: stretch.start,
    end: stretch.end,
    attribution_date: dateOf(stretch.start),
    status: 'CONFIRMED',
    comment: null,
    project_id: null,
    is_auto_generated: false,
    created_by: 'Personio HR',
    created_at: createdAt,
    updated_at: createdAt,
  };
  bench.personio.attendances.push(attendance);
  return attendance;
}
