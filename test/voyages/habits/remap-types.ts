// Somebody who maps a type of leave to another one of Personio's, while people book and cancel leave of it.

import { leaveTypes, personioTypes } from '../../../src/simulators/company/catalogue.ts';
import type { TimetacAbsence } from '../../../src/simulators/timetac/state.ts';
import { isOnLeave } from '../booked.ts';
import { dayAfter } from '../chart.ts';
import { someUser } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import type { Aboard } from './habits.ts';

const { overtime } = leaveTypes;

export function remapTypes(aboard: Aboard, dice: Dice): string | undefined {
  const what = dice.random();
  const booked = dice.pick(
    aboard.world.timetac.state.absences.filter(
      (one) => one.type_id === overtime.absence_type_id && one.status === 1,
    ),
  );
  if (booked === undefined || what < 0.3) return book(aboard, dice);
  if (what < 0.5) return remap(aboard);
  const cancelled = cancel(aboard, booked);
  return what < 0.75 ? `${remap(aboard)}, and ${cancelled}` : cancelled;
}

function book({ world, startDate }: Aboard, dice: Dice): string | undefined {
  const { people } = world.timetac;
  const user = someUser(world, dice);
  const from = dayAfter(startDate, dice.between(0, 30));
  const to = dayAfter(from, dice.between(0, 4));
  if (user === undefined || from < (user.payroll_accounting_starts_at ?? '')) return undefined;
  if (isOnLeave(world, user.id, from, to)) return undefined;
  const added = people.addAbsence({
    user_id: user.id,
    type_id: overtime.absence_type_id,
    subtype_id: overtime.absence_subtype_id,
    from_date: from,
    to_date: to,
  });
  return `absence ${added.id} of ${user.id} (${from}–${to}, overtime) is booked`;
}

function cancel({ world }: Aboard, { id, from_date, to_date }: TimetacAbsence): string {
  world.timetac.people.cancelAbsence(id);
  return `absence ${id} (${from_date}–${to_date}) is cancelled`;
}

function remap({ world, diary }: Aboard): string {
  const next = diary.overtimeIs === 'overtime' ? 'remote' : 'overtime';
  diary.overtimeIs = next;
  world.changeSettings((document) => {
    const { types } = document['absences'] as { types: { timetac: string; personio: string | null }[] };
    for (const row of types) if (row.timetac === overtime.name) row.personio = personioTypes[next].name;
  });
  return `overtime is ${personioTypes[next].name} from now on`;
}
