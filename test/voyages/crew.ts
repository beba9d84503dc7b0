// The people aboard: employees who book time and leave in TimeTac, HR who edits, deletes and enters things in Personio,
// hires, leavers. What they did is kept in a diary, because some issues are only fair where somebody had a hand in it.

import { personioTypes, leaveTypes, taskIds } from '../../src/simulators/company/catalogue.ts';
import type {
  PersonioAbsence,
  PersonioAttendance,
  PersonioEmployee,
} from '../../src/simulators/personio/state.ts';
import type { TimetacTimeTracking, TimetacUser } from '../../src/simulators/timetac/state.ts';
import type { World } from '../support/world.ts';
import { chartOfLeave, dayAfter } from './chart.ts';
import type { Dice } from './dials.ts';

export interface Diary {
  /** `employee date`: HR touched periods there. */
  readonly touchedDays: Set<string>;
  /** Employees whose absences HR touched. */
  readonly touchedLeave: Set<string>;
  /** Records that the interface wrote and a person changed since. */
  readonly editedIds: Set<string>;
  /** Earliest exit that was ever known, by employee. */
  readonly exits: Map<string, string>;
  /** Fields that HR changed of somebody who was linked then. */
  readonly changedPeople: Set<string>;
  /** Moments at which a write may have been lost or a process was killed. */
  readonly doubts: number[];
  /** Rises with every act. */
  acts: number;
}

export const newDiary = (): Diary => ({
  touchedDays: new Set(),
  touchedLeave: new Set(),
  editedIds: new Set(),
  exits: new Map(),
  changedPeople: new Set(),
  doubts: [],
  acts: 0,
});

export interface Crew {
  /** Something in TimeTac. */
  readonly work: (dice: Dice) => string;
  /** Something in Personio's lists of people. */
  readonly staff: (dice: Dice, isLinked: (employeeId: string) => boolean) => string;
  /** Something in Personio's periods and absences. */
  readonly hands: (dice: Dice) => string;
}

export function createCrew(world: World, startDate: string, diary: Diary): Crew {
  const act = (told: string | undefined): string => {
    diary.acts += 1;
    return told ?? 'nothing';
  };
  return {
    work: (dice) =>
      act(dice.chance(0.72) ? bookTime(world, startDate, dice) : bookLeave(world, startDate, dice)),
    staff: (dice, isLinked) => act(manageStaff(world, diary, dice, isLinked)),
    hands: (dice) =>
      act(
        dice.chance(0.7)
          ? touchPeriods(world, startDate, diary, dice)
          : touchAbsences(world, startDate, diary, dice),
      ),
  };
}

const todayOf = (world: World): string =>
  new Date(world.clock.now() + 2 * 3_600_000).toISOString().slice(0, 10);

function someUser(world: World, dice: Dice): TimetacUser | undefined {
  return dice.pick(world.timetac.state.users.filter((user) => user.human));
}

function someDay(world: World, startDate: string, dice: Dice): string {
  const days = [];
  for (let day = startDate; day <= todayOf(world); day = dayAfter(day)) days.push(day);
  return (dice.chance(0.5) ? days.at(-1) : dice.pick(days)) ?? startDate;
}

/** Minutes and seconds after a midnight, as TimeTac writes a time; a day and more is the next date. */
function at(day: string, seconds: number): string {
  const text = new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000).toISOString();
  return text.slice(0, 19).replace('T', ' ');
}

function shifted(text: string, seconds: number): string {
  return at(text.slice(0, 10), Date.parse(`1970-01-01T${text.slice(11, 19)}Z`) / 1000 + seconds);
}

function bookTime(world: World, startDate: string, dice: Dice): string | undefined {
  const { people, state } = world.timetac;
  const user = someUser(world, dice);
  if (user === undefined) return undefined;
  const own = state.timeTrackings.filter((row) => row.user_id === user.id && row.absence_request_id === null);
  const running = own.find((row) => row.end_time === null);
  if (running !== undefined && dice.chance(0.7)) {
    const end = shifted(running.start_time, dice.between(60, 6 * 3600));
    people.editTimeTracking(running.id, { end_time: end });
    return `${told(running)} is stopped at ${end}`;
  }
  const row = dice.chance(0.5) ? dice.pick(own) : own.at(-1);
  const what = dice.between(0, 9);
  if (what <= 2 || row === undefined || row.end_time === null)
    return addEntry(world, user, own, startDate, dice);
  switch (what) {
    case 3:
    case 4: {
      const end = shifted(row.end_time, dice.pick([-1800, -61, -60, -5, 5, 60, 600, 3600]) ?? 60);
      if (end <= row.start_time) return undefined;
      people.editTimeTracking(row.id, { end_time: end });
      return `${told(row)} now ends at ${end}`;
    }
    case 5: {
      const start = shifted(row.start_time, dice.pick([-3600, -600, -60, 60, 61, 900]) ?? 60);
      if (start >= row.end_time || start < `${startDate} 00:00:00`) return undefined;
      people.editTimeTracking(row.id, { start_time: start });
      return `${told(row)} now begins at ${start}`;
    }
    case 6:
      people.deleteTimeTracking(row.id);
      return `${told(row)} is deleted`;
    case 7: {
      people.deleteTimeTracking(row.id);
      const again = people.addTimeTracking(sameAs(row));
      return `${told(row)} is entered anew as ${again.id}`;
    }
    case 8: {
      const task = row.task_id === taskIds.break ? taskIds.work : taskIds.break;
      people.editTimeTracking(row.id, { task_id: task });
      return `${told(row)} is task ${task} now`;
    }
    default:
      return split(world, row, dice);
  }
}

const sameAs = (row: TimetacTimeTracking) => ({
  user_id: row.user_id,
  task_id: row.task_id,
  start_time: row.start_time,
  end_time: row.end_time,
  start_time_timezone: row.start_time_timezone,
  end_time_timezone: row.end_time_timezone,
  start_time_offset: row.start_time_offset,
  end_time_offset: row.end_time_offset,
});

function split(world: World, row: TimetacTimeTracking, dice: Dice): string | undefined {
  const end = row.end_time ?? row.start_time;
  const middle = shifted(row.start_time, 60 * dice.between(5, 120));
  const after = shifted(middle, 60 * dice.between(0, 45));
  if (after >= end) return undefined;
  const { people } = world.timetac;
  people.editTimeTracking(row.id, { end_time: middle });
  if (dice.chance(0.5) && after > middle)
    people.addTimeTracking({
      user_id: row.user_id,
      task_id: taskIds.break,
      start_time: middle,
      end_time: after,
    });
  people.addTimeTracking({ user_id: row.user_id, task_id: row.task_id, start_time: after, end_time: end });
  return `${told(row)} is split at ${middle} and ${after}`;
}

function addEntry(
  world: World,
  user: TimetacUser,
  own: readonly TimetacTimeTracking[],
  startDate: string,
  dice: Dice,
): string | undefined {
  const tasks = [taskIds.work, taskIds.work, taskIds.break, taskIds.paidBreak, taskIds.relaunch] as const;
  for (let attempt = 0; attempt < 8; attempt++) {
    const day = someDay(world, startDate, dice);
    const from = dice.chance(0.12) ? dice.between(21 * 3600, 86_390) : dice.between(0, 20 * 3600);
    const start = at(day, dice.chance(0.6) ? from - (from % 900) : from);
    const open = dice.chance(0.08);
    const end = open ? null : shifted(start, dice.chance(0.05) ? 20 : dice.between(4, 20) * 900);
    const touching = own.find((row) => row.start_time < (end ?? '9999') && (row.end_time ?? '9999') > start);
    if (touching !== undefined && !dice.chance(0.06)) continue;
    const row = world.timetac.people.addTimeTracking({
      user_id: user.id,
      task_id: dice.pick(tasks) ?? taskIds.work,
      start_time: start,
      end_time: end,
    });
    return `${told(row)} is entered`;
  }
  return undefined;
}

const told = (row: TimetacTimeTracking): string =>
  `entry ${row.id} of ${row.user_id} (${row.start_time}–${row.end_time?.slice(11) ?? ''}, task ${row.task_id})`;

const kinds = [leaveTypes.vacation, leaveTypes.vacation, leaveTypes.sick, leaveTypes.remote] as const;

function bookLeave(world: World, startDate: string, dice: Dice): string | undefined {
  const { people, state } = world.timetac;
  const user = someUser(world, dice);
  if (user === undefined) return undefined;
  const own = state.absences.filter((one) => one.user_id === user.id && one.from_date >= startDate);
  const standing = own.filter((one) => one.status === 1);
  const one = dice.pick(standing);
  const what = dice.between(0, 9);
  const name = one === undefined ? '' : `absence ${one.id} of ${user.id} (${one.from_date}–${one.to_date})`;
  const isFree = (from: string, to: string, but: number | null): boolean =>
    !state.absences.some(
      (other) =>
        other.user_id === user.id &&
        other.id !== but &&
        other.status <= 1 &&
        other.from_date <= to &&
        other.to_date >= from,
    );
  if (what <= 4 || one === undefined) {
    const from = dayAfter(startDate, dice.between(0, 30));
    const to = dice.chance(0.5) ? from : dayAfter(from, dice.between(1, 8));
    if (!isFree(from, to, null) && !dice.chance(0.08)) return undefined;
    const type = dice.pick(kinds) ?? leaveTypes.vacation;
    const half = dice.chance(0.25);
    const added = people.addAbsence({
      user_id: user.id,
      type_id: type.absence_type_id,
      subtype_id: type.absence_subtype_id,
      from_date: from,
      to_date: to,
      status: dice.chance(0.15) ? 0 : 1,
      ...(half && from === to ? { duration: 0.5, request_partial_begin_duration: 0.5 } : {}),
      ...(half && from === to && dice.chance(0.5) ? { begin: '13:00:00' } : {}),
      ...(half && from !== to && dice.chance(0.6) ? { request_partial_begin_duration: 0.5 } : {}),
      ...(half && from !== to && dice.chance(0.6) ? { request_partial_end_duration: 0.5 } : {}),
    });
    return `absence ${added.id} of ${user.id} (${from}–${to}, status ${added.status}${half ? ', half' : ''}) is booked`;
  }
  if (what <= 6) {
    people.cancelAbsence(one.id);
    return `${name} is cancelled`;
  }
  if (what === 7) {
    const waiting = own.find((other) => other.status === 0);
    if (waiting !== undefined) {
      people.grantAbsence(waiting.id);
      return `absence ${waiting.id} of ${user.id} is granted`;
    }
    people.declineAbsence(one.id);
    return `${name} is declined`;
  }
  const from = dayAfter(one.from_date, dice.between(0, 2));
  const to = dayAfter(from, dice.between(0, 4));
  if (!isFree(from, to, one.id)) return undefined;
  people.changeAbsenceDates(one.id, {
    from_date: from,
    to_date: to,
    request_partial_begin_duration: null,
    request_partial_end_duration: null,
  });
  return `${name} moves to ${from}–${to}`;
}

function touchPeriods(world: World, startDate: string, diary: Diary, dice: Dice): string | undefined {
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
    const from = dice.between(0, 80) * 900;
    const day = someDay(world, startDate, dice);
    const start = (same ? row.start_time : at(day, from)).replace(' ', 'T');
    const end = (same ? (row.end_time ?? '') : at(day, from + 900 * dice.between(1, 12))).replace(' ', 'T');
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
    return `HR writes a comment on ${toldPeriod(period)}`;
  }
  people.deleteAttendance(period.id);
  return `HR deletes ${toldPeriod(period)}`;
}

const toldPeriod = (one: PersonioAttendance): string =>
  `period ${one.id.slice(-4)} of ${one.person_id} (${one.type} ${one.start}–${one.end?.slice(11) ?? ''}, by ${one.created_by})`;

function touchAbsences(world: World, startDate: string, diary: Diary, dice: Dice): string | undefined {
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
  if (what === 7) {
    people.rejectAbsence(absence.id);
    return `HR rejects ${toldAbsence(absence)}`;
  }
  people.deleteAbsence(absence.id);
  return `HR deletes ${toldAbsence(absence)}`;
}

const toldAbsence = (one: PersonioAbsence): string =>
  `absence ${one.id.slice(-4)} of ${one.person_id} (${one.first}–${one.last ?? ''}, by ${one.created_by})`;

function manageStaff(
  world: World,
  diary: Diary,
  dice: Dice,
  isLinked: (employeeId: string) => boolean,
): string | undefined {
  const { people, state } = world.personio;
  const employee = dice.pick(state.employees);
  if (employee === undefined) return undefined;
  const id = String(employee.id);
  const today = todayOf(world);
  const what = dice.between(0, 9);
  const note = (field: string): void => {
    if (isLinked(id)) diary.changedPeople.add(`${id} ${field}`);
  };
  if (what <= 3) {
    people.editEmployee(employee.id, {
      email: `${employee.first_name.toLowerCase().replace(/[^a-z]/g, '')}.${diary.acts}@generated.example`,
    });
    note('email');
    return `employee ${id} has the address ${employee.email ?? ''}`;
  }
  if (what <= 5) {
    const name = `${employee.last_name.split('-')[0] ?? ''}-${dice.pick(['Ahrens', 'Busch', 'Conrad']) ?? ''}`;
    if (name === employee.last_name) return undefined;
    people.editEmployee(employee.id, { last_name: name });
    note('name');
    return `employee ${id} is called ${employee.last_name}`;
  }
  if (what <= 7) {
    if (diary.exits.size >= 2 && !diary.exits.has(id)) return undefined;
    if (employee.termination_date !== null) {
      const over = employee.termination_date < today;
      people.editEmployee(employee.id, over ? { status: 'inactive' } : { termination_date: null });
      if (!over) note('exit');
      return `employee ${id} is ${employee.status}, exit ${employee.termination_date ?? 'none'}`;
    }
    const exit = dayAfter(today, dice.between(-2, 6));
    // Hired after an exit means hired again.
    if (employee.hire_date !== null && employee.hire_date > exit) return undefined;
    people.editEmployee(employee.id, { termination_date: exit });
    note('exit');
    const earliest = diary.exits.get(id);
    diary.exits.set(id, earliest === undefined || exit < earliest ? exit : earliest);
    return `employee ${id} leaves on ${exit}`;
  }
  if (what === 8 && dice.chance(0.15)) return vanish(world, employee, dice);
  const next = Math.max(...state.employees.map((one) => one.id)) + 1;
  people.addEmployee({
    ...structuredClone(employee),
    id: next,
    first_name: `Kim${next}`,
    last_name: `Neumann${next}`,
    email: `kim.${next}@generated.example`,
    status: dice.chance(0.3) ? 'onboarding' : 'active',
    hire_date: dayAfter(today, dice.between(-3, 10)),
    termination_date: null,
  });
  return `employee ${next} is hired`;
}

/** Somebody is taken out of a list for good; what was booked stays. */
function vanish(world: World, employee: PersonioEmployee, dice: Dice): string {
  const user = world.timetac.state.users.find((one) => one.external_id === String(employee.id));
  if (user !== undefined && dice.chance(0.5)) {
    world.timetac.people.removeUser(user.id);
    return `user ${user.id} of employee ${employee.id} is removed`;
  }
  world.personio.people.removeEmployee(employee.id);
  return `employee ${employee.id} is removed`;
}
