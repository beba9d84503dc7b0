// What one voyage is made of: everything that is drawn once, before it begins.

import { seededRandom } from '../../src/simulators/faults/random.ts';
import type { PersonioSwitches } from '../../src/simulators/personio/switches.ts';
import type { TimetacSwitches } from '../../src/simulators/timetac/switches.ts';
import { drawOddities } from './oddities.ts';
import { type Habit, habits } from './habits/habits.ts';
import { type Fault, faults } from './weather.ts';

export interface Dials {
  /** Local date and instant of the beginning. */
  readonly today: string;
  readonly now: number;
  /** Whether it begins in a night in which the clock changes: then it stays in that night. */
  readonly night: boolean;
  readonly employees: number;
  readonly days: number;
  readonly steps: number;
  /** How it comes to rest: by the incremental way alone, by a full check at once, or by one after the other. */
  readonly rest: 'incremental' | 'full' | 'both';
  readonly personio: Partial<PersonioSwitches>;
  readonly timetac: Partial<TimetacSwitches>;
  readonly granularity: 'merged' | 'entries';
  readonly approvedOnly: boolean;
  readonly notes: boolean;
  readonly onTargetEdit: 'hold' | 'source-wins';
  /** Days before the beginning up to which months are closed; null: none are. */
  readonly lockedDaysAgo: number | null;
  /** Deletes of one part that a run may do unasked. */
  readonly maxDeletes: number;
  readonly concurrency: number;
  /** Whether days are long gone as soon as they are settled. */
  readonly folds: boolean;
  /** From how many people on their day is looked at without the night before. */
  readonly worthAList: number;
  /** How far each vendor's clock is ahead of ours. */
  readonly aheadMs: { readonly personio: number; readonly timetac: number };
  /** Share of requests that meet a fault, and which. */
  readonly faultRate: number;
  readonly faults: readonly Fault[];
  /** Share of runs during which one endpoint fails all the time. */
  readonly stormRate: number;
  readonly crashRate: number;
  /** Share of requests during which somebody works in TimeTac or Personio at that very moment. */
  readonly haste: number;
  /** Whether HR touches periods and absences in Personio. */
  readonly hands: boolean;
  /** Share of requests during which a second worker tries to run. */
  readonly rivals: number;
  /** Whether lists of Personio point back at themselves for a while. */
  readonly loops: boolean;
  /** Share of runs during which access is lost. */
  readonly troubleRate: number;
  /** Whether TimeTac changes entries by itself and tells nobody. */
  readonly hiddenRewrites: boolean;
  /** What the people aboard are given to; null: nothing. */
  readonly habit: Habit | null;
  /** Whether a switch is drawn with which a vendor refuses writes that are in order. */
  readonly mayRefuse: boolean;
}

/** The dice of one named thing in a voyage: leaving a thing out leaves all others as they were. */
export function diceOf(seed: number, name: number): Dice {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(name + 1, 0x85ebca6b));
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  return {
    random,
    between,
    chance: (share) => random() < share,
    pick: (values) => values[Math.floor(random() * values.length)],
  };
}

export interface Dice {
  readonly random: () => number;
  /** Whole numbers, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  /** undefined only for an empty list. */
  readonly pick: <T>(values: readonly T[]) => T | undefined;
}

/** Days on which a voyage begins: ordinary weeks, both clock changes, the turn of a month and of a year. */
const beginnings: readonly string[] = [
  '2026-06-10',
  '2026-09-15',
  '2026-10-23',
  '2026-10-26',
  '2027-03-26',
  '2027-03-29',
  '2026-12-30',
  '2026-11-30',
];

/** Voyages that begin in the very night, an hour before the clock changes or in the hour that it shows twice. */
const nights = ['2026-10-25', '2026-10-25', '2027-03-28'] as const;

export function drawDials(seed: number): Dials {
  const dice = diceOf(seed, 0);
  const night = dice.chance(0.18) ? dice.pick(nights) : undefined;
  const today = night ?? dice.pick(beginnings) ?? '';
  const or = <T>(share: number, usual: T, ...others: readonly T[]): T =>
    dice.chance(share) ? (dice.pick(others) ?? usual) : usual;
  const odd = drawOddities(diceOf(seed, 4));
  const loops = diceOf(seed, 5).chance(0.1);
  const habit = drawHabit(diceOf(seed, 10));
  const rewrites = or(0.15, 'off', 'breaks-and-rounding');
  return {
    today,
    now:
      night === undefined
        ? Date.parse(`${today}T07:00:00Z`) + dice.between(0, 10 * 3_600_000)
        : Date.parse(`${today}T00:00:00Z`) + dice.between(-20, 50) * 60_000,
    night: night !== undefined,
    employees: dice.pick([1, 1, 2, 2, 3, 4]) ?? 1,
    days: dice.between(1, 2),
    // A habit takes its time.
    steps: dice.between(2, 6) + (habit === null ? 0 : 2),
    rest: or(0.6, 'both', 'full', 'incremental'),
    personio: {
      'absence-write-end': or(0.4, 'inclusive', 'exclusive'),
      'absence-half-day-read': or(0.4, 'next-midnight', 'noon', 'same-day'),
      'attendance-overlap': or(0.15, 'reject', 'trim'),
      // A page that points at itself matters only where there are several.
      'attendance-page-size': loops ? '3' : or(0.2, '100', '7'),
      'attendance-get-one': or(0.3, 'bare', 'wrapped'),
      'attendance-patch-success': or(0.3, '204', '200-id'),
      'attendance-seconds': or(0.2, 'kept', 'cut'),
      'expired-token-status': or(0.3, '401', '403'),
      'token-lifetime': or(0.2, '86400', '90'),
      'next-link': or(0.3, 'cursor-only', 'full-query', 'relative'),
      'v1-employees-page': or(0.2, '50', '10'),
      'v1-error-style': or(0.2, 'http', 'success-false-200'),
      'absence-two-halves': or(0.1, 'allow', 'conflict'),
      'auto-breaks': or(0.15, 'off', 'on'),
      ...odd.personio,
    },
    timetac: {
      'error-status-style': or(0.3, 'http', 'always-200'),
      'expired-token-style': or(0.3, 'oauth-401', 'envelope-200'),
      'token-lifetime': or(0.2, '3600', '90'),
      // Pages smaller than the documented default are cut; no server would refuse its own default.
      'page-limit-max': or(0.25, '1000', odd.timetac['page-limit-overrun'] === 'reject' ? '200' : '5'),
      'since-compare': or(0.3, 'inclusive', 'exclusive'),
      'deleted-shape': or(0.3, 'array', 'map', 'absent'),
      'delta-sync-access': or(0.1, 'allow', 'deny'),
      'read-missing-id': or(0.2, 'empty', 'not-found'),
      'zero-date': or(0.3, 'zeros', 'empty', 'null'),
      'loose-scalars': or(0.2, 'off', 'on'),
      'server-rewrites': rewrites,
      ...odd.timetac,
    },
    granularity: or(0.25, 'merged', 'entries'),
    approvedOnly: dice.chance(0.1) || (habit === 'reopen rows' && diceOf(seed, 11).chance(0.7)),
    notes: dice.chance(0.15),
    onTargetEdit: or(0.2, 'hold', 'source-wins'),
    lockedDaysAgo: or<number | null>(0.15, null, 1, 2, 4),
    maxDeletes: or(0.3, 25, 0, 1, 2),
    concurrency: or(0.3, 1, 2, 3),
    folds: diceOf(seed, 8).chance(0.3),
    worthAList: diceOf(seed, 9).chance(0.6) ? 1 : 30,
    aheadMs: dice.chance(0.2)
      ? { personio: dice.between(-8, 8) * 60_000, timetac: dice.between(-10, 10) * 60_000 }
      : { personio: 0, timetac: 0 },
    faultRate: or(0.75, 0, 0.02, 0.05, 0.12),
    faults: faults.filter(() => dice.chance(0.6)),
    stormRate: or(0.4, 0, 0.3),
    crashRate: or(0.6, 0, 0.2, 0.5),
    haste: or(0.5, 0, 0.02, 0.08),
    hands: dice.chance(0.6),
    rivals: or(0.15, 0, 0.02),
    loops,
    troubleRate: loops ? 0.5 : or(0.2, 0, 0.3),
    habit,
    mayRefuse: odd.mayRefuse,
    hiddenRewrites: rewrites !== 'off' && odd.timetac['rewrite-visible'] === 'no',
  };
}

function drawHabit(dice: Dice): Habit | null {
  return dice.chance(0.4) ? (dice.pick(habits) ?? null) : null;
}
