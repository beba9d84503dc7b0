// The last 30 days as a picture: which days there are, how high a bar may be, and how high each one is.

import type { Answer } from '../api/types.ts';

export type HistoryDay = Answer<'readHistory'>['days'][number];

export interface DayShown {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** null: no run ended that day, so there is nothing to tell. */
  readonly told: HistoryDay | null;
}

export const SHOWN_DAYS = 30;

/**
 * Thirty days without a gap, the last of them today. A server east of the reader may have begun the next day already:
 * then that day is the last.
 */
export function lastDays(history: readonly HistoryDay[], today: string): readonly DayShown[] {
  const byDate = new Map(history.map((day) => [day.date, day]));
  const last = history.reduce((latest, { date }) => (date > latest ? date : latest), today);
  return Array.from({ length: SHOWN_DAYS }, (_, index) => {
    const date = daysBefore(last, SHOWN_DAYS - 1 - index);
    const day = byDate.get(date);
    return { date, told: day === undefined || day.runs === 0 ? null : day };
  });
}

/** All records written, and the issues open at the end of the newest day with a run; null: there was no run. */
export function totalsOf(
  days: readonly DayShown[],
): { readonly writes: number; readonly issues: number } | null {
  const told = days.flatMap((day) => (day.told === null ? [] : [day.told]));
  const newest = told.at(-1);
  return newest === undefined
    ? null
    : { writes: told.reduce((sum, { writes }) => sum + writes, 0), issues: newest.issues };
}

/** One day this much higher than any other (the first run, mostly) would leave nothing to see of the others. */
const LONER = 4;

/** The value at which the scale ends: a round number that all bars stay below, but for a loner. At least 1. */
export function ceilingOf(values: readonly number[]): number {
  const [most = 0, next = 0] = [...values].sort((a, b) => b - a);
  return roundUp(next > 0 && most > LONER * next ? next * 1.5 : most);
}

export interface Bar {
  readonly height: number;
  /** Higher than the scale. */
  readonly isCut: boolean;
}

const LEAST_HEIGHT = 2;

/** In the unit of `room`; what is not nothing can always be seen. */
export function barOf(value: number, ceiling: number, room: number): Bar {
  return value === 0
    ? { height: 0, isCut: false }
    : {
        height: Math.max(LEAST_HEIGHT, room * Math.min(1, value / ceiling)),
        isCut: value > ceiling,
      };
}

/** Neighbouring days with runs, as stretches of indexes: a line is drawn through each. */
export function stretchesOf(days: readonly DayShown[]): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  days.forEach(({ told }, index) => {
    if (told !== null) {
      const current = stretches.at(-1);
      if (current?.at(-1) === index - 1) {
        current.push(index);
      } else {
        stretches.push([index]);
      }
    }
  });
  return stretches;
}

/** The day in the reader's own zone, `YYYY-MM-DD`. */
export function dayOf(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const DAY_MS = 86_400_000;

const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10);

const ROUND = [1, 2, 3, 4, 5, 6, 8, 10] as const;

function roundUp(value: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return (ROUND.find((step) => step * size >= value) ?? 10) * size;
}
