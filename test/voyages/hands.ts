// HR in Personio: enters the same by hand, edits and deletes what stands there, whoever wrote it.

import type { AttendanceContent } from '../../src/core/attendance/attendance.ts';
import type { Intent } from '../../src/engine/archive.ts';
import { personioTypes } from '../../src/simulators/company/catalogue.ts';
import type { PersonioAbsence, PersonioAttendance } from '../../src/simulators/personio/state.ts';
import type { World } from './sea.ts';
import { chartOfLeave, dayAfter } from './chart.ts';
import { at, shifted, someDay } from './chosen.ts';
import type { Dice } from './dials.ts';
import type { Diary } from './diary.ts';

/** @returns what was done, in words; undefined where it came to nothing. */
export function touchPeriods(world: World, startDate: string, diary: Diary, dice: Dice): string | undefined {
  const { people, state } = world.personio;
  const employee = dice.pick(state.employees);
  if (employee === undefined) return undefined;
  const id = String(employee.id);
  const own = state.attendances.filter((one) => one.person_id === id && !one.is_auto_generated);
  const period = dice.pick(own);
  const touch = (one: Pick<PersonioAttendance, 'start' | 'end'>): void => {
    const last = (one.end ?? one.start).slice(0, 10);
    for (let day = one.start.slice(0, 10); day <= last; day = dayAfter(day))
      diary.touchedDays.add(`${id} ${day}`);
  };
  const what = dice.between(0, 9);
  if (what <= 3 || period === undefined) {
    // Often the same that stands in TimeTac, entered by hand.
    const user = world.timetac.state.users.find((one) => one.external_id === id);
    const row = dice.pick(
      world.timetac.state.timeTrackings.filter(
        (one) => one.user_id === user?.id && one.absence_request_id === null && one.end_time !== null,
      ),
    );
    const same = row !== undefined && dice.chance(0.6);
    // Now and then a night over midnight.
    const isNight = dice.chance(0.3);
    const from = (isNight ? dice.between(72, 95) : dice.between(0, 80)) * 900;
    const day = someDay(world, startDate, dice);
    const start = (same ? row.start_time : at(day, from)).replace(' ', 'T');
    const quarters = isNight || dice.chance(0.3) ? dice.between(12, 40) : dice.between(1, 12);
    const end = (same ? (row.end_time ?? '') : at(day, from + 900 * quarters)).replace(' ', 'T');
    const added = people.addAttendance({
      person_id: id,
      type: same && row.is_nonworking ? 'BREAK' : 'WORK',
      start: `${start.slice(0, 16)}:00`,
      end: `${end.slice(0, 16)}:00`,
    });
    touch(added);
    return `HR enters ${toldPeriod(added)}`;
  }
  touch(period);
  if (what <= 6) {
    const end = shifted((period.end ?? period.start).replace('T', ' '), dice.pick([-300, 300, 1800]) ?? 300);
    if (end.replace(' ', 'T') <= period.start) return undefined;
    const before = toldPeriod(period);
    people.editAttendance(period.id, { end: end.replace(' ', 'T') });
    touch(period);
    diary.editedIds.add(period.id);
    return `HR changes ${before} to end at ${end}`;
  }
  if (what === 7) {
    people.editAttendance(period.id, { comment: 'checked' });
    diary.commentedIds.add(period.id);
    return `HR writes a comment on ${toldPeriod(period)}`;
  }
  if (dice.chance(0.3)) {
    // To a day far away: a window around the old one does not show it any more.
    const away = 4 * 86_400;
    const before = toldPeriod(period);
    const start = shifted(period.start.replace('T', ' '), away).replace(' ', 'T');
    const end = period.end === null ? null : shifted(period.end.replace('T', ' '), away).replace(' ', 'T');
    people.editAttendance(period.id, { start, end });
    touch(period);
    diary.editedIds.add(period.id);
    diary.movedIds.add(period.id);
    return `HR moves ${before} to ${start}`;
  }
  diary.deletedAt.add(`${id} ${period.start.slice(0, 10)}`);
  // Told on the day on which it was exported.
  if (diary.movedIds.has(period.id)) diary.deletedAt.add(`${id} somewhere`);
  people.deleteAttendance(period.id);
  return `HR deletes ${toldPeriod(period)}`;
}

/** @returns what was done, in words. */
export function enterAgain(world: World, { employeeId, to }: Intent, diary: Diary): string {
  const { kind, start, end } = to as AttendanceContent;
  const added = world.personio.people.addAttendance({ person_id: employeeId, type: kind, start, end });
  diary.acts += 1;
  diary.touchedDays.add(`${employeeId} ${start.slice(0, 10)}`);
  return `HR enters ${toldPeriod(added)}, which was missing`;
}

const toldPeriod = (one: PersonioAttendance): string =>
  `period ${one.id.slice(-4)} of ${one.person_id} (${one.type} ${one.start}–${one.end?.slice(11) ?? ''}, by ${one.created_by})`;

/** @returns as above. */
export function touchAbsences(world: World, startDate: string, diary: Diary, dice: Dice): string | undefined {
  const { people, state } = world.personio;
  const employee = dice.pick(state.employees);
  if (employee === undefined) return undefined;
  const id = String(employee.id);
  const absence = dice.pick(state.absences.filter((one) => one.person_id === id));
  diary.touchedLeave.add(id);
  const what = dice.between(0, 9);
  if (what <= 4 || absence === undefined) {
    const user = world.timetac.state.users.find((one) => one.external_id === id);
    const marks =
      user === undefined
        ? []
        : chartOfLeave(world.timetac.state, user.id, startDate, () => personioTypes.vacation.id).marks;
    const [, first = '', last = ''] = (dice.pick(marks) ?? '').split(' ');
    const from = first === '' ? dayAfter(startDate, dice.between(0, 30)) : first.slice(0, 10);
    const added = people.addAbsence({
      person_id: id,
      absence_type_id: (dice.pick([personioTypes.vacation, personioTypes.sick]) ?? personioTypes.vacation).id,
      first: from,
      last: last === '' ? dayAfter(from, dice.between(0, 3)) : last.slice(0, 10),
    });
    return `HR enters ${toldAbsence(added)}`;
  }
  if (what <= 6) {
    const before = toldAbsence(absence);
    people.editAbsence(absence.id, { last: dayAfter(absence.last ?? absence.first) });
    diary.editedIds.add(absence.id);
    return `HR makes ${before} a day longer`;
  }
  diary.deletedAt.add(id);
  if (what === 7) {
    people.rejectAbsence(absence.id);
    return `HR rejects ${toldAbsence(absence)}`;
  }
  people.deleteAbsence(absence.id);
  return `HR deletes ${toldAbsence(absence)}`;
}

const toldAbsence = (one: PersonioAbsence): string =>
  `absence ${one.id.slice(-4)} of ${one.person_id} (${one.first}–${one.last ?? ''}, by ${one.created_by})`;
