// TimeTac's side of the absences: what the rules make of one employee's bookings.

import type { Absence, AbsenceDay } from '../absences/absence.ts';
import { deriveAbsencePeriods } from '../absences/derive.ts';
import type { AbsenceProblem, AbsenceProblemCode, AbsenceRules } from '../absences/derived.ts';
import { contentText } from '../report/contents.ts';
import { datesFrom, earlierOf, isInWindow, laterOf } from '../time/calendar.ts';
import { absencePieces, shareOfHours } from './absence-pieces.ts';
import type { Expected } from './expected-work.ts';
import type { Days, Piece, Reason } from './month.ts';

/**
 * A closed month hides nothing here: what payroll has to book by hand is a difference. A granted booking that cannot go
 * out counts all the same, by its day rows as far as there are any, so that it shows.
 */
export function expectedAbsences(
  absences: readonly Absence[],
  rows: readonly AbsenceDay[],
  rules: Omit<AbsenceRules, 'lockedUntil'>,
  days: Days,
): Expected {
  // Links would only name the periods and keep what lies outside of the month.
  const derived = deriveAbsencePeriods(absences, rows, [], { ...rules, lockedUntil: null });
  const granted = absences.filter(({ status }) => status === 'granted');
  // Nobody has said what their type is in Personio, so they are missing there: payroll has to see it.
  const unmapped = granted.filter(
    ({ typeKey, from, to }) =>
      rules.mapping(typeKey).kind === 'unmapped' &&
      from <= days.to &&
      to >= laterOf(days.from, rules.startDate),
  );
  const held = [...granted.filter(({ id }) => derived.waiting.has(id)), ...unmapped];
  return {
    pieces: [
      ...derived.periods.flatMap(({ content }) => absencePieces(content, days)),
      ...[...new Set(held)].flatMap((absence) => heldPieces(absence, rows, days)),
    ],
    reasons: [
      ...derived.problems
        .filter((problem) => holds.has(problem.code) && problem.from <= days.to && problem.to >= days.from)
        .map(toReason),
      ...unmapped.map(({ from, to }): Reason => ({ code: 'type-unmapped', part: 'absences', from, to })),
    ],
  };
}

/** Problems that keep a whole booking back. */
const holds: ReadonlySet<AbsenceProblemCode> = new Set([
  'fraction-unsupported',
  'unit-mismatch',
  'absence-without-days',
]);

const toReason = ({ code, from, to }: AbsenceProblem): Reason => ({ code, part: 'absences', from, to });

function heldPieces(absence: Absence, rows: readonly AbsenceDay[], days: Days): Piece[] {
  const own = rows.filter((row) => row.absenceId === absence.id && !row.publicHoliday && row.value > 0);
  const counted =
    own.length > 0
      ? own.map(({ on, value, unit }) => ({
          on,
          days: unit === 'hours' ? shareOfHours(value) : Math.min(1, value),
        }))
      : datesFrom(laterOf(absence.from, days.from), earlierOf(absence.to, days.to)).map((on) => ({
          on,
          days: 1,
        }));
  const { id, typeKey: type, from: firstOn, to: lastOn } = absence;
  const text = contentText('absences', { firstOn, lastOn }) ?? '';
  return counted
    .filter(({ on }) => isInWindow(on, days))
    .map((day) => ({ part: 'absences', ...day, mark: `held ${id}`, type, minutes: 0, text }));
}
