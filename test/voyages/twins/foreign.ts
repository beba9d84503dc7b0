// HR enters hours and leave of its own in Personio, often the same that stands in TimeTac, and changes or deletes it
// later. Where something of the interface's stands, HR sees it and enters nothing.

import { personioTypes } from '../../../src/simulators/company/catalogue.ts';
import type { PersonioAttendance } from '../../../src/simulators/personio/state.ts';
import type { TimetacUser } from '../../../src/simulators/timetac/state.ts';
import { dayAfter } from '../chart.ts';
import { at, isRepeated, isSkipped, shifted, someDay } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import type { World } from '../sea.ts';
import { byApi, counts, stands } from '../watched.ts';
import { told } from './life.ts';

export interface Hand {
  readonly words: string;
  /** Only a full check learns of it. */
  readonly isHidden: boolean;
}

/** @returns null where it came to nothing */
export function enterOwn(world: World, startDate: string, dice: Dice): Hand | null {
  return dice.chance(0.65) ? ofHours(world, startDate, dice) : ofLeave(world, startDate, dice);
}

function ofHours(world: World, startDate: string, dice: Dice): Hand | null {
  const { people, state } = world.personio;
  const own = dice.pick(state.attendances.filter((one) => !byApi(one) && stands(one)));
  if (own !== undefined && dice.chance(0.35)) {
    if (dice.chance(0.5)) {
      people.deleteAttendance(own.id);
      return { words: `HR deletes its own ${told(own)}`, isHidden: true };
    }
    const end = asPersonio(shifted((own.end ?? own.start).replace('T', ' '), -600));
    if (end <= own.start) return null;
    people.editAttendance(own.id, { end });
    return { words: `HR ends its own ${told(own)}`, isHidden: false };
  }
  const wanted = someHours(world, startDate, dice);
  if (wanted === null || isTaken(state.attendances, wanted)) return null;
  const added = people.addAttendance(wanted);
  return { words: `HR enters ${told(added)}`, isHidden: false };
}

function someHours(world: World, startDate: string, dice: Dice) {
  const { personio, timetac } = world;
  const employee = dice.pick(personio.state.employees);
  if (employee === undefined) return null;
  const person_id = String(employee.id);
  const user = userOf(world, person_id);
  const row = dice.pick(
    timetac.state.timeTrackings.filter(
      (one) => one.user_id === user?.id && one.absence_request_id === null && one.end_time !== null,
    ),
  );
  if (row !== undefined && dice.chance(0.6)) {
    const [start, end] = [row.start_time, row.end_time ?? ''].map(
      (time) => `${asPersonio(time).slice(0, 16)}:00`,
    );
    return {
      person_id,
      type: row.is_nonworking ? 'BREAK' : 'WORK',
      start: start ?? '',
      end: end ?? '',
    } as const;
  }
  const day = someDay(world, startDate, dice);
  const from = at(day, dice.between(16, 80) * 900);
  if (isRepeated(day) || isSkipped(from)) return null;
  const end = shifted(from, dice.between(1, 12) * 900);
  return { person_id, type: 'WORK', start: asPersonio(from), end: asPersonio(end) } as const;
}

type Hours = Pick<PersonioAttendance, 'person_id' | 'start' | 'end'>;

const isTaken = (all: readonly PersonioAttendance[], { person_id, start, end }: Hours): boolean =>
  (end ?? '') <= start ||
  all.some(
    (one) =>
      one.person_id === person_id && stands(one) && one.start < (end ?? '') && (one.end ?? '9999') > start,
  );

function ofLeave(world: World, startDate: string, dice: Dice): Hand | null {
  const { people, state } = world.personio;
  const own = dice.pick(state.absences.filter((one) => !byApi(one) && counts(one)));
  if (own !== undefined && dice.chance(0.35)) {
    people.deleteAbsence(own.id);
    return { words: `HR deletes its own ${told(own)}`, isHidden: true };
  }
  const employee = dice.pick(state.employees);
  if (employee === undefined) return null;
  const person_id = String(employee.id);
  const user = userOf(world, person_id);
  const same = dice.pick(
    world.timetac.state.absences.filter((one) => one.user_id === user?.id && one.status === 1),
  );
  const isSame = same !== undefined && dice.chance(0.6);
  const first = isSame ? same.from_date : dayAfter(startDate, dice.between(0, 30));
  const last = isSame ? same.to_date : dayAfter(first, dice.between(0, 3));
  const isFree = !state.absences.some(
    (one) => one.person_id === person_id && counts(one) && one.first <= last && (one.last ?? '9999') >= first,
  );
  if (!isFree) return null;
  const added = people.addAbsence({ person_id, absence_type_id: personioTypes.vacation.id, first, last });
  return {
    words: `HR enters ${told(added)}`,
    isHidden: false,
  };
}

const asPersonio = (time: string): string => time.replace(' ', 'T');

const userOf = ({ timetac }: World, personId: string): TimetacUser | undefined =>
  timetac.state.users.find((one) => one.external_id === personId);
