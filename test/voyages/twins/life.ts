// What happens to the account that lives: people book in TimeTac and write notes, HR touches what the interface wrote,
// people leave and stay after all.

import { leaveTypes } from '../../../src/simulators/company/catalogue.ts';
import type { PersonioAbsence, PersonioAttendance } from '../../../src/simulators/personio/state.ts';
import { bookLeave } from '../book-leave.ts';
import { bookTime } from '../book-time.ts';
import { isOnLeave } from '../booked.ts';
import { dayAfter } from '../chart.ts';
import { shifted, someUser, todayOf } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import type { World } from '../sea.ts';
import { byApi, counts, stands } from '../watched.ts';

/** @returns what was done, in words. */
export function work(world: World, startDate: string, dice: Dice): string[] {
  return Array.from({ length: dice.between(0, 5) }, () => {
    world.clock.advance(dice.pick([0, 400, 3_000, 120_000]) ?? 0);
    const what = dice.random();
    if (what < 0.5) return bookTime(world, startDate, dice);
    return what < 0.85 ? bookLeave(world, startDate, dice) : writeNote(world, dice);
  }).flatMap((told) => told ?? []);
}

function writeNote({ timetac }: World, dice: Dice): string | undefined {
  const row = dice.pick(timetac.state.timeTrackings.filter((one) => one.absence_request_id === null));
  if (row === undefined) return undefined;
  const notes = dice.pick(['', 'on site', 'late shift', 'with the new printer']) ?? '';
  timetac.people.editTimeTracking(row.id, { notes });
  return `entry ${row.id} has the note "${notes}"`;
}

/** A quarter of a day, or three, of a type that Personio has in whole and half days. */
export function bookFraction(world: World, startDate: string, dice: Dice): string | undefined {
  const user = someUser(world, dice);
  if (user === undefined) return undefined;
  const from_date = dayAfter(startDate, dice.between(0, 30));
  const to_date = dayAfter(from_date, dice.pick([0, 0, 1, 3]) ?? 0);
  if (from_date < (user.payroll_accounting_starts_at ?? '')) return undefined;
  if (isOnLeave(world, user.id, from_date, to_date)) return undefined;
  const share = dice.pick([0.25, 0.75]) ?? 0.25;
  const { absence_type_id: type_id, absence_subtype_id: subtype_id } = leaveTypes.vacation;
  const added = world.timetac.people.addAbsence({
    user_id: user.id,
    type_id,
    subtype_id,
    from_date,
    to_date,
    status: 1,
    ...(from_date === to_date ? { duration: share } : {}),
    request_partial_begin_duration: share,
  });
  return `absence ${added.id} of ${user.id} (${from_date}–${to_date}, ${share} of its first day) is booked`;
}

/** HR touches what the interface wrote; what HR entered itself is another story (rule 0.3). */
export function touch({ personio }: World, dice: Dice): string | undefined {
  const { people, state } = personio;
  const period = dice.pick(state.attendances.filter((one) => byApi(one) && stands(one)));
  const absence = dice.pick(state.absences.filter((one) => byApi(one) && counts(one)));
  const isOfHours = absence === undefined || dice.chance(0.6);
  if (isOfHours && period !== undefined) {
    const end = shifted((period.end ?? period.start).replace('T', ' '), -300).replace(' ', 'T');
    const before = told(period);
    const isCut = dice.chance(0.5) && end > period.start;
    if (isCut) people.editAttendance(period.id, { end });
    else people.deleteAttendance(period.id);
    return isCut ? `HR ends ${before} at ${end}` : `HR deletes ${before}`;
  }
  if (absence === undefined) return undefined;
  if (dice.chance(0.4) && absence.last !== null && absence.last > absence.first) {
    const before = told(absence);
    people.editAbsence(absence.id, { last: dayAfter(absence.last, -1), ends_at_midday: false });
    return `HR makes ${before} a day shorter`;
  }
  people.deleteAbsence(absence.id);
  return `HR deletes ${told(absence)}`;
}

/** As stories name a record of Personio. */
export const told = (one: PersonioAbsence | PersonioAttendance): string =>
  'first' in one
    ? `absence ${one.id.slice(-4)} of ${one.person_id} (${one.first}–${one.last ?? ''})`
    : `period ${one.id.slice(-4)} of ${one.person_id} (${one.start}–${one.end ?? ''})`;

/** Somebody leaves, has another name or another address. */
export function changePeople(world: World, dice: Dice): string | undefined {
  const { people, state } = world.personio;
  const employee = dice.pick(state.employees);
  if (employee === undefined) return undefined;
  const what = dice.random();
  if (what < 0.3) {
    people.editEmployee(employee.id, {
      last_name: `${employee.last_name.split('-')[0] ?? ''}-Neu${world.clock.now() % 97}`,
    });
    return `employee ${employee.id} is called ${employee.last_name}`;
  }
  if (what < 0.6 && employee.termination_date !== null) {
    people.editEmployee(employee.id, { termination_date: null });
    return `employee ${employee.id} stays`;
  }
  const exit = dayAfter(todayOf(world), dice.between(-2, 4));
  if (employee.hire_date !== null && employee.hire_date > exit) return undefined;
  people.editEmployee(employee.id, { termination_date: exit });
  return `employee ${employee.id} leaves on ${exit}`;
}

/** Somebody is hired, or has another address. */
export function manageStaff(world: World, dice: Dice): string | undefined {
  const { people, state } = world.personio;
  const employee = dice.pick(state.employees);
  if (employee === undefined) return undefined;
  const next = Math.max(...state.employees.map((one) => one.id)) + 1;
  if (dice.chance(0.4)) {
    people.editEmployee(employee.id, {
      email: `new.${employee.id}.${next}.${dice.between(0, 99)}@generated.example`,
    });
    return `employee ${employee.id} has the address ${employee.email ?? ''}`;
  }
  const added = people.addEmployee({
    ...structuredClone(employee),
    id: next,
    first_name: `Kim${next}`,
    last_name: `Neumann${next}`,
    email: `kim.${next}@generated.example`,
    status: 'active',
    hire_date: dayAfter(todayOf(world), dice.between(-3, 6)),
    termination_date: null,
  });
  return `employee ${next} is hired on ${added.hire_date ?? ''}`;
}

/** In the end nobody has left. */
export function everybodyStays({ personio }: World): void {
  for (const { id, termination_date, status } of personio.state.employees)
    if (termination_date !== null || status === 'inactive')
      personio.people.editEmployee(id, { termination_date: null, status: 'active' });
}
