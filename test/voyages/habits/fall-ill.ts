// Somebody who falls ill on leave: TimeTac gives the day of sickness back, and takes it in again where it was none.

import { leaveTypes, personioTypes } from '../../../src/simulators/company/catalogue.ts';
import type { TimetacAbsence } from '../../../src/simulators/timetac/state.ts';
import { isOnLeave } from '../booked.ts';
import { dayAfter } from '../chart.ts';
import { someUser } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import type { Aboard } from './habits.ts';

export function fallIll(aboard: Aboard, dice: Dice): string | undefined {
  const what = dice.random();
  const spell = dice.pick(spellsOf(aboard));
  if (spell === undefined || what < 0.2) return takeLeave(aboard, dice);
  return what < 0.5 ? enterSickness(aboard, spell) : recover(aboard, spell, dice);
}

interface Spell {
  readonly leave: TimetacAbsence;
  readonly sickness: TimetacAbsence;
}

/** Days of sickness inside of a leave. */
function spellsOf({ world }: Aboard): Spell[] {
  const granted = world.timetac.state.absences.filter((one) => one.status === 1);
  return granted.flatMap((leave) =>
    granted
      .filter(
        (one) =>
          one.user_id === leave.user_id && one.from_date > leave.from_date && one.to_date < leave.to_date,
      )
      .map((sickness) => ({ leave, sickness })),
  );
}

function takeLeave({ world, startDate }: Aboard, dice: Dice): string | undefined {
  const { people, state } = world.timetac;
  const user = someUser(world, dice);
  const from = dayAfter(startDate, dice.between(0, 30));
  const to = dayAfter(from, dice.between(4, 9));
  if (user === undefined || from < (user.payroll_accounting_starts_at ?? '')) return undefined;
  if (isOnLeave(world, user.id, from, to)) return undefined;
  const book = (
    type: (typeof leaveTypes)['vacation' | 'sick'],
    first: string,
    last: string,
  ): TimetacAbsence =>
    people.addAbsence({
      user_id: user.id,
      type_id: type.absence_type_id,
      subtype_id: type.absence_subtype_id,
      from_date: first,
      to_date: last,
    });
  const leave = book(leaveTypes.vacation, from, to);
  const days = state.absenceDays.filter((row) => row.request_id === leave.id);
  const ill = dice.pick(days.slice(1, -1))?.date;
  if (ill === undefined) return `absence ${leave.id} of ${user.id} (${from}–${to}) is booked`;
  state.absenceDays.splice(
    state.absenceDays.findIndex((row) => row.request_id === leave.id && row.date === ill),
    1,
  );
  const sickness = book(leaveTypes.sick, ill, ill);
  return `absence ${leave.id} of ${user.id} (${from}–${to}) is booked, with sickness ${sickness.id} on ${ill}`;
}

/** HR enters the day of sickness by hand, beside ours. */
function enterSickness({ world, diary }: Aboard, { sickness }: Spell): string | undefined {
  const user = world.timetac.state.users.find((one) => one.id === sickness.user_id);
  const employee = world.personio.state.employees.find((one) => String(one.id) === user?.external_id);
  if (employee === undefined) return undefined;
  world.personio.people.addAbsence({
    person_id: String(employee.id),
    absence_type_id: personioTypes.sick.id,
    first: sickness.from_date,
    last: sickness.to_date,
  });
  diary.touchedLeave.add(String(employee.id));
  return `HR enters the sickness of ${employee.id} on ${sickness.from_date}`;
}

/** The sickness was none, or nobody is sure: the leave has its day back. */
function recover({ world }: Aboard, { leave, sickness }: Spell, dice: Dice): string {
  const { people } = world.timetac;
  const isOpen = dice.chance(0.5);
  if (isOpen) people.changeAbsenceDates(sickness.id, { status: 0 });
  else people.cancelAbsence(sickness.id);
  people.changeAbsenceDates(leave.id, { to_date: leave.to_date });
  return `sickness ${sickness.id} is ${isOpen ? 'open again' : 'cancelled'}, leave ${leave.id} is whole`;
}
