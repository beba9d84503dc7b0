// TimeTac's side of a month, read in one go and put through the rules of the export.

import type { Absence, AbsenceDay } from '../../core/absences/absence.ts';
import { daysInDoubt } from '../../core/absences/days-in-doubt.ts';
import { countingRules } from '../../core/attendance/derive.ts';
import { expectedAbsences } from '../../core/month/expected-absences.ts';
import { type Expected, expectedWork } from '../../core/month/expected-work.ts';
import { daysOfMonth } from '../../core/month/month.ts';
import { groupBy } from '../../core/people/names.ts';
import { type LocalDate, addDays, isInWindow, laterOf } from '../../core/time/calendar.ts';
import type { SourceKind, SourceReading } from '../../engine/ports.ts';
import type { ResolvedTypes } from '../../engine/type-book.ts';
import { believe } from './believe.ts';
import { type CountedPerson, partDays } from './people.ts';
import type { MonthDesk } from './desk.ts';

/**
 * How far before the month absences are read: what a booking that began earlier covers of the month can hang on a
 * neighbour of its first days (rule 2.2). A longer one is cut there, as at a start date (rule 2.5).
 */
const lookBackDays = 35;

export async function readTimetac({ doors, settings }: MonthDesk, month: string): Promise<SourceReading> {
  const first = daysOfMonth(month).from;
  const absences = partDays(settings, 'absences', month) !== null;
  const work = partDays(settings, 'attendances', month)?.from;
  const kinds: readonly SourceKind[] = [
    'user',
    ...(absences ? (['absence', 'absenceDay'] as const) : []),
    ...(work === undefined ? [] : (['timeEntry'] as const)),
  ];
  const since = absencesSince(first, settings.absences.startDate);
  return doors.time.readAll(kinds, { absence: since, absenceDay: since, timeEntry: work ?? first });
}

const absencesSince = (first: LocalDate, startDate: LocalDate | null): LocalDate =>
  laterOf(addDays(first, -lookBackDays), startDate ?? '');

/** By employee id. */
export async function timetacMonth(
  desk: MonthDesk,
  month: string,
  { rows }: SourceReading,
  people: readonly CountedPerson[],
  types: ResolvedTypes,
): Promise<ReadonlyMap<string, Expected>> {
  await believe(desk, 'attendances', people, rows.timeEntry ?? [], timetacCall);
  await believe(desk, 'absences', people, rows.absence ?? [], timetacCall);
  const dayRowsExist = (rows.absenceDay ?? []).length > 0 || (await desk.archive.countRows('absenceDay')) > 0;
  const entries = groupBy(rows.timeEntry ?? [], ({ userId }) => userId);
  const bookings = groupBy(rows.absence ?? [], ({ userId }) => userId);
  const dayRows = groupBy(rows.absenceDay ?? [], ({ userId }) => userId);
  const expected = new Map<string, Expected>();
  for (const person of people) {
    const { userId, employeeId } = person;
    const work =
      person.attendances === null
        ? nothing
        : expectedWork(
            entries.get(userId) ?? [],
            countingRules(desk.settings.attendances),
            person.attendances,
          );
    const own = { absences: bookings.get(userId) ?? [], days: dayRows.get(userId) ?? [] };
    const absent = await absencesOf(desk, month, person, own, types, dayRowsExist);
    expected.set(employeeId, {
      pieces: [...work.pieces, ...absent.pieces],
      reasons: [...work.reasons, ...absent.reasons],
    });
  }
  return expected;
}

const timetacCall = {
  side: 'timetac',
  attendances: 'GET timeTrackings/read',
  absences: 'GET absences/read',
} as const;

const nothing: Expected = { pieces: [], reasons: [] };

async function absencesOf(
  desk: MonthDesk,
  month: string,
  person: CountedPerson,
  own: { readonly absences: readonly Absence[]; readonly days: readonly AbsenceDay[] },
  types: ResolvedTypes,
  dayRowsExist: boolean,
): Promise<Expected> {
  if (person.absences === null || own.absences.length === 0) return nothing;
  const { startDate, fractions } = desk.settings.absences;
  const since = absencesSince(daysOfMonth(month).from, startDate);
  const rules = {
    mapping: types.mapping,
    fractions,
    startDate: laterOf(since, person.from ?? since),
    exitOn: person.exitOn,
    dayRowsExist,
  };
  const doubts = daysInDoubt(own.absences, own.days, rules);
  const targetHours = await targetHoursOf(desk, month, person.userId, doubts);
  return expectedAbsences(own.absences, own.days, { ...rules, targetHours }, person.absences);
}

/** One call for one person, where a doubt reaches into the month. */
async function targetHoursOf(
  { doors }: MonthDesk,
  month: string,
  userId: string,
  doubts: readonly LocalDate[],
): Promise<ReadonlyMap<LocalDate, number>> {
  const days = daysOfMonth(month);
  // A gap over a weekend may begin inside the month and be settled by a day beside it.
  const near = { from: addDays(days.from, -7), to: addDays(days.to, 7) };
  const asked = doubts.filter((date) => isInWindow(date, near));
  const [first, last] = [asked[0], asked.at(-1)];
  return first === undefined || last === undefined
    ? new Map()
    : doors.time.readTargetHours(userId, first, last);
}
