// Both sides of a month compared, for payroll: per person the sums, the days that differ, and what is open about them.

import { groupBy } from '../people/names.ts';
import type { FindingCode } from '../report/codes.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { MonthCheck, MonthDay, MonthPart, MonthRow, PersonMonth, Piece, Reason, Sums } from './month.ts';

/** `month` is `YYYY-MM`. The order of people, pieces and reasons does not matter. */
export function compareMonth(month: string, people: readonly PersonMonth[]): MonthCheck {
  return monthOf(month, people.map(rowOf).sort(differingFirst));
}

/** Sums are those of the rows, so that they add up for whoever reads them, and tell of nobody else. */
export const monthOf = (month: string, rows: readonly MonthRow[]): MonthCheck => ({
  month,
  totals: {
    timetacHours: totalOf(rows, 'timetacHours'),
    personioHours: totalOf(rows, 'personioHours'),
    timetacDays: totalOf(rows, 'timetacDays'),
    personioDays: totalOf(rows, 'personioDays'),
  },
  rows,
  differing: rows.filter(({ days }) => days.length > 0).length,
});

const totalOf = (rows: readonly MonthRow[], name: keyof Sums): number =>
  rounded(rows.reduce((sum, row) => sum + row[name], 0));

function rowOf({ employee, timetac, personio, reasons }: PersonMonth): MonthRow {
  return {
    employee,
    ...sumsOf(timetac, personio),
    days: differingDays(timetac, personio, reasons),
    open: codesOf(reasons),
  };
}

const sumsOf = (timetac: readonly Piece[], personio: readonly Piece[]): Sums => ({
  timetacHours: hoursOf(timetac),
  personioHours: hoursOf(personio),
  timetacDays: daysOf(timetac),
  personioDays: daysOf(personio),
});

const hoursOf = (pieces: readonly Piece[]): number =>
  rounded(pieces.reduce((sum, { minutes }) => sum + minutes, 0) / 60);
const daysOf = (pieces: readonly Piece[]): number => rounded(pieces.reduce((sum, { days }) => sum + days, 0));
const rounded = (value: number): number => Math.round(value * 100) / 100;

function differingDays(
  timetac: readonly Piece[],
  personio: readonly Piece[],
  reasons: readonly Reason[],
): MonthDay[] {
  const [ours, theirs] = [groupBy(timetac, ({ on }) => on), groupBy(personio, ({ on }) => on)];
  const dates = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return dates.flatMap((date) => dayOf(date, ours.get(date) ?? [], theirs.get(date) ?? [], reasons) ?? []);
}

/** null where both sides say the same. */
function dayOf(
  date: LocalDate,
  timetac: readonly Piece[],
  personio: readonly Piece[],
  reasons: readonly Reason[],
): MonthDay | null {
  const differing = partsOfDay.filter((part) => !isSame(timetac, personio, part, withType));
  if (differing.length === 0) return null;
  return {
    date,
    timetac: textOf(timetac, differing),
    personio: textOf(personio, differing),
    onlyType: differing.every((part) => isSame(timetac, personio, part, withoutType)),
    because: codesOf(reasons.filter((reason) => differing.includes(reason.part) && isAbout(reason, date))),
  };
}

const partsOfDay: readonly MonthPart[] = ['absences', 'attendances'];

const withType = ({ type, mark }: Piece): string => `${type} ${mark}`;
const withoutType = ({ mark }: Piece): string => mark;

function isSame(
  timetac: readonly Piece[],
  personio: readonly Piece[],
  part: MonthPart,
  nameOf: (piece: Piece) => string,
): boolean {
  const names = (pieces: readonly Piece[]): string =>
    pieces
      .filter((piece) => piece.part === part)
      .map(nameOf)
      .sort()
      .join('|');
  return names(timetac) === names(personio);
}

/** Halves of one period carry the same text, which is said once. */
function textOf(pieces: readonly Piece[], parts: readonly MonthPart[]): string | null {
  const texts = pieces.filter(({ part }) => parts.includes(part)).map(({ part, text }) => `${part} ${text}`);
  const once = [...new Set(texts)].sort().map((text) => text.slice(text.indexOf(' ') + 1));
  return once.length === 0 ? null : once.join(', ');
}

const isAbout = ({ from, to }: Reason, date: LocalDate): boolean =>
  from === null || (from <= date && date <= (to ?? from));

const codesOf = (reasons: readonly Reason[]): FindingCode[] =>
  [...new Set(reasons.map(({ code }) => code))].sort();

/** Who has no name comes after those who have one. */
function differingFirst(a: MonthRow, b: MonthRow): number {
  const [first, second] = [a, b].map(({ days }) => Number(days.length === 0));
  return (
    (first ?? 0) - (second ?? 0) ||
    Number(a.employee.name === null) - Number(b.employee.name === null) ||
    collator.compare(a.employee.name ?? '', b.employee.name ?? '') ||
    collator.compare(a.employee.personioId ?? '', b.employee.personioId ?? '')
  );
}

const collator = new Intl.Collator('de', { numeric: true });
