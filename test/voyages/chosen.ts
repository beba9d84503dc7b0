// Days and times as the crew chooses them.

import type { TimetacUser } from '../../src/simulators/timetac/state.ts';
import type { World } from './sea.ts';
import { dayAfter } from './chart.ts';
import type { Dice } from './dials.ts';

export const todayOf = (world: World): string =>
  new Date(world.clock.now() + 2 * 3_600_000).toISOString().slice(0, 10);

export function someUser(world: World, dice: Dice): TimetacUser | undefined {
  return dice.pick(world.timetac.state.users.filter((user) => user.human));
}

export function someDay(world: World, startDate: string, dice: Dice): string {
  const days = [];
  for (let day = startDate; day <= todayOf(world); day = dayAfter(day)) days.push(day);
  return (dice.chance(0.5) ? days.at(-1) : dice.pick(days)) ?? startDate;
}

/** Minutes and seconds after a midnight, as TimeTac writes a time; a day and more is the next date. */
export function at(day: string, seconds: number): string {
  const text = new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000).toISOString();
  return text.slice(0, 19).replace('T', ' ');
}

export function shifted(text: string, seconds: number): string {
  return at(text.slice(0, 10), Date.parse(`1970-01-01T${text.slice(11, 19)}Z`) / 1000 + seconds);
}

/** The night in which a clock shows the hour from two to three twice. */
export const isRepeated = (day: string): boolean => day === '2026-10-25';

/** An hour that no clock ever shows: the only spring night that voyages reach. Nobody can book it. */
export const isSkipped = (text: string): boolean => text.startsWith('2027-03-28 02:');
