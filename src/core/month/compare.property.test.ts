// Comparing a month of any company: equal sides agree in whatever order they are told, and one change shows exactly where
// it was made.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AbsenceContent } from '../absences/absence.ts';
import type { AttendanceContent } from '../attendance/attendance.ts';
import { addDays, midnightOf } from '../time/calendar.ts';
import { absencePieces } from './absence-pieces.ts';
import { compareMonth } from './compare.ts';
import { daysOfMonth, type PersonMonth, type Piece } from './month.ts';
import { workPieces } from './work-pieces.ts';

const month = '2026-03';
const days = daysOfMonth(month);

const wall = (day: number, minute: number): string => {
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return minute === 1440 ? midnightOf(addDays(days.from, day + 1)) : `${addDays(days.from, day)}T${clock}:00`;
};

interface Stint {
  readonly day: number;
  readonly from: number;
  readonly minutes: number;
}

const toContent = ({ day, from, minutes }: Stint): AttendanceContent => ({
  kind: 'WORK',
  start: wall(day, from),
  end: wall(day, Math.min(1440, from + minutes)),
  projectId: null,
  comment: null,
});

const stint = fc.record<Stint>({
  day: fc.integer({ min: 0, max: 30 }),
  from: fc.integer({ min: 0, max: 1439 }),
  minutes: fc.integer({ min: 1, max: 600 }),
});

const absence = fc
  .record({
    first: fc.integer({ min: -10, max: 35 }),
    length: fc.integer({ min: 0, max: 20 }),
    half: fc.boolean(),
  })
  .map(
    ({ first, length, half }): AbsenceContent => ({
      typeId: 'vacation',
      firstOn: addDays(days.from, first),
      lastOn: addDays(days.from, first + length),
      startsAtMidday: half,
      endsAtMidday: false,
      hours: null,
    }),
  );

const one = fc.record({
  stints: fc.uniqueArray(stint, { selector: ({ day }) => day, maxLength: 12 }),
  absences: fc.array(absence, { maxLength: 3 }),
});

const company = fc.array(one, { minLength: 1, maxLength: 8 });

type One = typeof one extends fc.Arbitrary<infer T> ? T : never;

const piecesOf = ({ stints, absences }: One): Piece[] => [
  ...workPieces(stints.map(toContent), days),
  ...absences.flatMap((content) => absencePieces(content, days)),
];

const person = (index: number, timetac: readonly Piece[], personio: readonly Piece[]): PersonMonth => ({
  employee: { personioId: String(index), timetacId: index, name: `Person ${index}` },
  timetac,
  personio,
  reasons: [],
});

test('sides that say the same agree, in whatever order they say it', () => {
  fc.assert(
    fc.property(company, fc.func(fc.integer()), (people, key) => {
      const shuffled = (side: One): One => ({
        stints: side.stints.toSorted((a, b) => key(a) - key(b)),
        absences: side.absences.toSorted((a, b) => key(a) - key(b)),
      });
      const check = compareMonth(
        month,
        people.map((side, index) => person(index, piecesOf(side), piecesOf(shuffled(side)).toReversed())),
      );
      expect(check.differing).toBe(0);
      expect(check.rows.flatMap((row) => row.days)).toEqual([]);
      expect(check.totals.personioHours).toBe(check.totals.timetacHours);
      expect(check.totals.personioDays).toBe(check.totals.timetacDays);
    }),
    { numRuns: 60 },
  );
});

test('one changed stretch of work is exactly that person and that day, and nobody else', () => {
  fc.assert(
    fc.property(company, fc.nat(), stint, fc.boolean(), (people, pick, extra, removes) => {
      const changed = pick % people.length;
      const side = people[changed] ?? { stints: [], absences: [] };
      const gone = side.stints[pick % Math.max(1, side.stints.length)];
      const [after, day] =
        removes && gone !== undefined
          ? [side.stints.filter((other) => other !== gone), gone.day]
          : [[...side.stints.filter((other) => other.day !== extra.day), extra], extra.day];
      const before = side.stints.find((other) => other.day === day);
      fc.pre(before === undefined || !after.includes(before));
      fc.pre(
        before === undefined || removes || before.from !== extra.from || before.minutes !== extra.minutes,
      );
      fc.pre(!(before !== undefined && !removes && before.from + before.minutes > 1440));
      const check = compareMonth(
        month,
        people.map((other, index) =>
          person(index, piecesOf(other), piecesOf(index === changed ? { ...other, stints: after } : other)),
        ),
      );
      expect(check.differing).toBe(1);
      expect(check.rows[0]?.employee.personioId).toBe(String(changed));
      expect(check.rows[0]?.days.map(({ date }) => date)).toEqual([addDays(days.from, day)]);
    }),
    { numRuns: 60 },
  );
});

test('the order of people changes nothing', () => {
  fc.assert(
    fc.property(company, company, (first, second) => {
      const people = first.map((side, index) =>
        person(index, piecesOf(side), piecesOf(second[index] ?? { stints: [], absences: [] })),
      );
      expect(compareMonth(month, people.toReversed())).toEqual(compareMonth(month, people));
    }),
    { numRuns: 60 },
  );
});
