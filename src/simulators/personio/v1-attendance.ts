// v1 attendance, which is ending (section 5.9). Switch `v1-attendance`: not there at all, or a read that gives up on
// accounts with periods over midnight.

import { dateOf, timeOf } from '../../core/time/calendar.ts';
import { refuseV1 } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PersonioAttendance } from './state.ts';
import { v1List, v1Number } from './v1-envelope.ts';
import type { Call, Wire } from './wire.ts';
import type { World } from './world.ts';

export function listAttendanceV1(world: World, call: Call): Answer {
  const all = world.attendances.all();
  if (all.some(passesMidnight)) refuseV1(422, 'SIM_The account has overnight periods');
  const work = all.filter((period) => period.type === 'WORK');
  const limit = v1Number(call, 'limit', { preset: 200, least: 1, most: 200 });
  const offset = v1Number(call, 'offset', { preset: 0, least: 0, most: 1e9 });
  return v1List(
    world,
    { total: work.length, offset, limit, currentPage: Math.floor(offset / limit) },
    work.slice(offset, offset + limit).map(toWire),
  );
}

const passesMidnight = ({ start, end }: PersonioAttendance): boolean =>
  end !== null && dateOf(end) !== dateOf(start) && !end.endsWith('T00:00:00');

const toWire = (period: PersonioAttendance): Wire => ({
  id: Number.parseInt(period.id.slice(0, 7), 16),
  id_v2: period.id,
  type: 'AttendancePeriod',
  attributes: {
    employee: Number(period.person_id),
    date: period.attribution_date,
    start_time: timeOf(period.start),
    end_time: endTime(period),
    break: 0,
    comment: period.comment ?? '',
    status: period.status.toLowerCase(),
    project: period.project_id,
  },
});

function endTime({ start, end }: PersonioAttendance): string | null {
  if (end === null) return null;
  return dateOf(end) === dateOf(start) ? timeOf(end) : '24:00';
}
