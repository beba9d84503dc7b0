// v1 absence types and day-type absences, read only (section 5.8): they bridge v1 ids and v2 UUIDs and serve comparisons.

import { midnightOf } from '../../core/time/calendar.ts';
import type { LocalDate } from '../../core/time/calendar.ts';
import { typeOf } from './absence-wire.ts';
import { refuseV1 } from './answer.ts';
import type { Answer } from './answer.ts';
import { breakdownOf } from './breakdowns.ts';
import { asDate } from './lists.ts';
import type { PersonioAbsence, PersonioAbsenceType } from './state.ts';
import { personReference } from './v1-attributes.ts';
import { withOffset } from './v1-dates.ts';
import { v1List, v1Number } from './v1-envelope.ts';
import { wireInstant } from './wire.ts';
import type { Call, Wire } from './wire.ts';
import { namedUuid } from './world.ts';
import type { World } from './world.ts';

export function listTimeOffTypes(world: World, call: Call): Answer {
  const limit = v1Number(call, 'limit', { preset: 200, least: 1, most: 200 });
  const offset = v1Number(call, 'offset', { preset: 0, least: 0, most: 1e9 });
  const types = world.state.absenceTypes;
  return v1List(
    world,
    { total: types.length, offset, limit, currentPage: Math.floor(offset / limit) },
    types.slice(offset, offset + limit).map((type) => ({
      type: 'TimeOffType',
      attributes: {
        ...typeReference(type),
        unit: type.unit.toLowerCase(),
        approval_required: type.approval_required,
        id_v2: type.id,
      },
    })),
  );
}

/** Only absences that lie fully inside the window; the offset counts pages, and 0 and 1 are the same page [forum]. */
export function listTimeOffs(world: World, call: Call): Answer {
  const from = dateParam(call, 'start_date') ?? '0000-01-01';
  const to = dateParam(call, 'end_date') ?? '9999-12-31';
  const people = new Set(
    [...call.query].filter(([name]) => name.startsWith('employees')).map(([, id]) => id),
  );
  const rows = world.absences
    .all()
    .filter(
      (absence) =>
        !absence.hours &&
        absence.first >= from &&
        absence.last !== null &&
        absence.last <= to &&
        (people.size === 0 || people.has(absence.person_id)),
    );
  const limit = v1Number(call, 'limit', { preset: 200, least: 1, most: 200 });
  const offset = v1Number(call, 'offset', { preset: 0, least: 0, most: 1e9 });
  const page = Math.max(1, offset);
  const shown = rows.slice((page - 1) * limit, page * limit);
  return v1List(
    world,
    { total: rows.length, offset, limit, currentPage: page },
    shown.map((absence) => timeOffToWire(world, absence)),
  );
}

function dateParam(call: Call, name: string): LocalDate | null {
  const text = call.query.get(name);
  return text === null ? null : (asDate(text) ?? refuseV1(400, `SIM_The parameter ${name} is not a date`));
}

function timeOffToWire(world: World, absence: PersonioAbsence): Wire {
  const type = typeOf(world, absence.absence_type_id);
  const employee = world.employees.get(absence.person_id);
  return {
    type: 'TimeOffPeriod',
    attributes: {
      id: v1IdOf(absence),
      id_v2: absence.id,
      status: absence.status.toLowerCase(),
      comment: absence.comment,
      start_date: midnightWithOffset(world, absence.first),
      end_date: absence.last === null ? null : midnightWithOffset(world, absence.last),
      days_count: breakdownOf(world, absence).reduce((sum, row) => sum + row.value, 0),
      half_day_start: absence.starts_at_midday ? 1 : 0,
      half_day_end: absence.ends_at_midday ? 1 : 0,
      time_off_type: type ? { type: 'TimeOffType', attributes: typeReference(type) } : null,
      employee: employee ? personReference(world, employee) : null,
      certificate: { status: 'not-required' },
      created_at: wireInstant(absence.created_at),
      created_by: absence.created_by,
      updated_at: wireInstant(absence.updated_at),
    },
  };
}

const typeReference = ({ v1_id, name, category }: PersonioAbsenceType): Wire => ({
  id: v1_id,
  name,
  category: category.toLowerCase(),
});

/** The state knows no integer id of an absence: derived from the UUID, always the same. */
const v1IdOf = (absence: PersonioAbsence): number =>
  Number.parseInt(namedUuid(absence.id).slice(0, 7), 16) + 1;

const midnightWithOffset = (world: World, date: LocalDate): string =>
  withOffset(midnightOf(date), world.state.zone, '');
