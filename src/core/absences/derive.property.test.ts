// deriveAbsencePeriods over random months: vacations with sick days inside, halves at their edges, weekends between.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Link } from '../sync/desk.ts';
import { addDays, datesFrom, weekdayOf } from '../time/calendar.ts';
import type { Absence, AbsenceContent, AbsenceDay } from './absence.ts';
import { deriveAbsencePeriods } from './derive.ts';
import { type AbsenceRules, type DerivedAbsence } from './derived.ts';

interface Month {
  readonly absences: readonly Absence[];
  readonly days: readonly AbsenceDay[];
}

const monday = '2026-03-02';

/** Bookings one after the other; inside each, some working days belong to a sick day of their own. */
const months = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 5 }),
      length: fc.integer({ min: 1, max: 12 }),
      sick: fc.array(fc.nat({ max: 11 }), { maxLength: 3 }),
      first: fc.constantFrom(1, 1, 0.5),
      last: fc.constantFrom(1, 1, 0.5),
      beginsAt: fc.constantFrom(null, '08:00:00', '13:00:00'),
    }),
    { maxLength: 6 },
  )
  .map((bookings): Month => {
    const absences: Absence[] = [];
    const days: AbsenceDay[] = [];
    let at = 0;
    let id = 100;
    const book = (
      typeKey: string,
      dates: readonly string[],
      values: readonly number[],
      beginsAt: string | null,
    ): void => {
      id += 1;
      const [from, to] = [dates[0], dates.at(-1)];
      if (from === undefined || to === undefined) return;
      absences.push({
        id: String(id),
        userId: '7',
        typeKey,
        status: 'granted',
        from,
        to,
        unit: 'days',
        duration: null,
        firstDayShare: null,
        lastDayShare: null,
        beginsAt,
      });
      for (const [index, on] of dates.entries())
        days.push({
          id: `${id}-${on}`,
          absenceId: String(id),
          userId: '7',
          on,
          publicHoliday: false,
          value: values[index] ?? 1,
          unit: 'days',
          beginsAt: null,
        });
    };
    for (const { gap, length, sick, first, last, beginsAt } of bookings) {
      const from = addDays(monday, at + gap);
      at += gap + length;
      const working = datesFrom(from, addDays(from, length - 1)).filter((date) => weekdayOf(date) < 6);
      const ill = new Set(sick.map((index) => working[index]).filter((date) => date !== undefined));
      const own = working.filter((date) => !ill.has(date));
      book(
        'vacation',
        own,
        own.map((_, index) => (index === 0 ? first : index === own.length - 1 ? last : 1)),
        beginsAt,
      );
      for (const date of ill) book('sick', [date], [1], null);
    }
    return { absences, days };
  });

const rules: AbsenceRules = {
  mapping: (typeKey) => ({ kind: 'sync', typeId: typeKey, unit: 'days' }),
  fractions: 'hold',
  startDate: '2026-01-01',
  lockedUntil: null,
  exitOn: null,
  dayRowsExist: true,
  targetHours: new Map(),
};
const derive = (
  { absences, days }: Month,
  changed: Partial<AbsenceRules> = {},
  links: readonly Link<AbsenceContent>[] = [],
) => deriveAbsencePeriods(absences, days, links, { ...rules, ...changed });

/** Half days `date am|pm type` that a period claims, weekends apart. */
const claimed = ({
  content: { firstOn, lastOn, startsAtMidday, endsAtMidday, typeId },
}: DerivedAbsence): string[] =>
  datesFrom(firstOn, lastOn ?? firstOn)
    .filter((date) => weekdayOf(date) < 6)
    .flatMap((date) => [
      ...(date === firstOn && startsAtMidday ? [] : [`${date} am ${typeId}`]),
      ...(date === lastOn && endsAtMidday ? [] : [`${date} pm ${typeId}`]),
    ]);

/** How much of each date and type the rows count. */
function counted({ absences, days }: Month): Map<string, number> {
  const types = new Map(absences.map(({ id, typeKey }) => [id, typeKey]));
  return new Map(
    days.map(({ on, absenceId, value }) => [`${on} ${types.get(absenceId ?? '') ?? ''}`, value]),
  );
}

const asLinks = (periods: readonly DerivedAbsence[]): Link<AbsenceContent>[] =>
  periods.map(({ key, content }) => ({
    part: 'absences',
    key,
    targetId: `t${key}`,
    employeeId: '3001',
    from: null,
    to: null,
    origin: 'created',
    agreed: content,
    linkedAt: 0,
  }));

/** A half in the middle of a booking is held; a sick day can put one there. */
const isWhole = (month: Month): boolean => derive(month).problems.length === 0;

test('every half day that the rows cover is there once, and no other working half day is', () => {
  fc.assert(
    fc.property(months.filter(isWhole), (month) => {
      const halves = derive(month).periods.flatMap(claimed);
      expect(new Set(halves).size).toBe(halves.length);
      const sums = new Map<string, number>();
      for (const half of halves) {
        const place = half.replace(/ [ap]m /, ' ');
        sums.set(place, (sums.get(place) ?? 0) + 0.5);
      }
      const byPlace = (a: [string, number], b: [string, number]): number => (a[0] < b[0] ? -1 : 1);
      expect([...sums].sort(byPlace)).toEqual([...counted(month)].sort(byPlace));
    }),
    { numRuns: 500 },
  );
});

test('no two periods overlap', () => {
  fc.assert(
    fc.property(months, (month) => {
      const places = derive(month).periods.flatMap((period) =>
        claimed(period).map((half) => half.slice(0, 13)),
      );
      expect(new Set(places).size).toBe(places.length);
    }),
    { numRuns: 300 },
  );
});

test('clipping takes away what lies outside and nothing else', () => {
  const date = fc.nat({ max: 40 }).map((days) => addDays(monday, days));
  fc.assert(
    fc.property(
      months.filter(isWhole),
      date,
      fc.option(date),
      fc.option(date),
      (month, startDate, lockedUntil, exitOn) => {
        const inside = (half: string): boolean =>
          half.slice(0, 10) >= startDate &&
          (lockedUntil === null || half.slice(0, 10) > lockedUntil) &&
          (exitOn === null || half.slice(0, 10) <= exitOn);
        // A half at an edge can be the single day that is left, and then says which half only by its begin.
        const dayOf = (half: string): string => half.replace(/ [ap]m /, ' ');
        const expected = derive(month).periods.flatMap(claimed).filter(inside).map(dayOf);
        const clipped = derive(month, { startDate, lockedUntil, exitOn }).periods.flatMap(claimed).map(dayOf);
        expect(clipped.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 500 },
  );
});

test('the order of rows changes nothing', () => {
  const shuffled = months.chain((month) =>
    fc.record({
      month: fc.constant(month),
      absences: fc.shuffledSubarray([...month.absences], { minLength: month.absences.length }),
      days: fc.shuffledSubarray([...month.days], { minLength: month.days.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ month, ...other }) => {
      expect(derive(other)).toEqual(derive(month));
    }),
    { numRuns: 300 },
  );
});

test('names are stable: derived again with its own exports, nothing changes', () => {
  fc.assert(
    fc.property(months, (month) => {
      const first = derive(month);
      expect(derive(month, {}, asLinks(first.periods)).periods).toEqual(first.periods);
      expect(new Set(first.periods.map(({ key }) => key)).size).toBe(first.periods.length);
    }),
    { numRuns: 300 },
  );
});

test('whatever changes, a name belongs to its booking and is given once', () => {
  fc.assert(
    fc.property(months, months, (before, after) => {
      const links = asLinks(derive(before).periods);
      const { periods } = derive(after, {}, links);
      expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
      for (const { key, absenceId } of periods) {
        expect(key.startsWith(`${absenceId}#`)).toBe(true);
        const own = links.filter((link) => link.key.startsWith(`${absenceId}#`));
        const segments = periods.filter((period) => period.absenceId === absenceId);
        // As many of the known names as there are segments are used before a new one is given.
        const known = segments.filter((segment) => own.some((link) => link.key === segment.key));
        expect(known.length).toBe(Math.min(own.length, segments.length));
      }
    }),
    { numRuns: 300 },
  );
});
