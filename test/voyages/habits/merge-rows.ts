// Somebody who books a morning and an afternoon, and makes one entry of both later on; HR, who enters things between.

import type { TimetacTimeTracking } from '../../../src/simulators/timetac/state.ts';
import { enterApproved, isAtWork } from '../booked.ts';
import { dayAfter } from '../chart.ts';
import { at, shifted, someDay, someUser } from '../chosen.ts';
import type { Dice } from '../dials.ts';
import { byApi, stands } from '../watched.ts';
import type { Aboard } from './habits.ts';

export function mergeRows(aboard: Aboard, dice: Dice): string | undefined {
  const what = dice.random();
  const acted = what < 0.3 ? enterInGap(aboard, dice) : what < 0.75 ? merge(aboard, dice) : undefined;
  return acted ?? bookPair(aboard, dice);
}

function bookPair({ world, startDate, diary }: Aboard, dice: Dice): string | undefined {
  const user = someUser(world, dice);
  if (user === undefined) return undefined;
  const day = someDay(world, startDate, dice);
  if (isAtWork(world, user.id, day, dayAfter(day))) return undefined;
  const book = (from: number, to: number): TimetacTimeTracking =>
    enterApproved(world, user.id, at(day, from * 900), at(day, to * 900));
  const [morning, afternoon] = [
    book(dice.between(24, 34), dice.between(40, 48)),
    book(52, dice.between(60, 70)),
  ];
  const employee = world.personio.state.employees.find((one) => String(one.id) === user.external_id);
  if (employee === undefined || !dice.chance(0.25)) return `${toldPair(morning, afternoon)} are entered`;
  const [start, end] = [morning.start_time, morning.end_time ?? ''].map((time) => time.replace(' ', 'T'));
  world.personio.people.addAttendance({
    person_id: String(employee.id),
    type: 'WORK',
    start: start ?? '',
    end: end ?? '',
  });
  diary.touchedDays.add(`${employee.id} ${day}`);
  return `${toldPair(morning, afternoon)} are entered, and the first one by HR as well`;
}

/** HR enters half an hour between two records of one day, of which one at least is ours. */
function enterInGap({ world, diary }: Aboard, dice: Dice): string | undefined {
  const { people, state } = world.personio;
  const standing = state.attendances.filter(stands);
  const gaps = standing.flatMap((one) => {
    const [next] = standing
      .filter(
        (other) => other.person_id === one.person_id && other.start.slice(0, 10) === one.start.slice(0, 10),
      )
      .filter((other) => other.start >= (one.end ?? '9999') && (byApi(one) || byApi(other)))
      .sort((a, b) => (a.start < b.start ? -1 : 1));
    const start = shifted((one.end ?? '').replace('T', ' '), 900);
    const end = shifted(start, 1800);
    const [from, to] = [start, end].map((time) => time.replace(' ', 'T'));
    return next !== undefined && to !== undefined && to <= next.start
      ? [{ person_id: one.person_id, type: 'WORK' as const, start: from ?? '', end: to }]
      : [];
  });
  const gap = dice.pick(gaps);
  if (gap === undefined) return undefined;
  people.addAttendance(gap);
  diary.touchedDays.add(`${gap.person_id} ${gap.start.slice(0, 10)}`);
  return `HR enters WORK of ${gap.person_id} in a gap (${gap.start}–${gap.end.slice(11)})`;
}

/** One of two rows of a day takes the other in. */
function merge({ world }: Aboard, dice: Dice): string | undefined {
  const { people, state } = world.timetac;
  const rows = state.timeTrackings.filter((row) => row.absence_request_id === null && row.end_time !== null);
  const pairs = rows.flatMap((one) => {
    const [next] = rows
      .filter((other) => other.user_id === one.user_id && other.start_time >= (one.end_time ?? ''))
      .sort((a, b) => (a.start_time < b.start_time ? -1 : 1));
    const isPair =
      next?.start_time.slice(0, 10) === one.start_time.slice(0, 10) && next.task_id === one.task_id;
    return isPair ? [[one, next] as const] : [];
  });
  const [first, second] = dice.pick(pairs) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const told = toldPair(first, second);
  if (dice.chance(0.7)) {
    people.deleteTimeTracking(second.id);
    people.editTimeTracking(first.id, { end_time: second.end_time });
    return `${told} are one entry, the first`;
  }
  people.deleteTimeTracking(first.id);
  people.editTimeTracking(second.id, { start_time: first.start_time });
  return `${told} are one entry, the second`;
}

const toldPair = (first: TimetacTimeTracking, second: TimetacTimeTracking): string =>
  `entries ${first.id} (${first.start_time}–${first.end_time?.slice(11) ?? ''}) and ${second.id} ` +
  `(${second.start_time.slice(11)}–${second.end_time?.slice(11) ?? ''}) of ${first.user_id}`;
