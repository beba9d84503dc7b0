// deriveDay over random days, the two nights of the clock change among them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instantOf, midnightOf, wallMinutesBetween, wallOf } from '../time/calendar.ts';
import type { TimeEntry } from './attendance.ts';
import { type AttendanceRules, deriveDay } from './derive.ts';

const zone = 'Europe/Berlin';
const ordinary = '2026-06-10';
const autumn = '2026-10-25';
const dates = [ordinary, '2026-03-29', autumn] as const;

const rulesOf = fc.record<AttendanceRules>({
  granularity: fc.constantFrom('merged', 'entries'),
  paidBreaks: fc.constantFrom('work', 'break'),
  approvedOnly: fc.constant(false),
  notes: fc.boolean(),
  projects: fc.constantFrom(
    new Map(),
    new Map([['2', 'p2']]),
    new Map([
      ['1', 'p1'],
      ['2', 'p2'],
    ]),
  ),
});

function entryAt(
  id: number,
  startAt: number,
  endAt: number,
  in_: string,
  more: Partial<TimeEntry>,
): TimeEntry {
  const offset = (instant: number): number => (Date.parse(`${wallOf(instant, in_)}Z`) - instant) / 60_000;
  return {
    id: String(id),
    userId: '7',
    start: wallOf(startAt, in_),
    startZone: in_,
    startOffset: offset(startAt),
    end: wallOf(endAt, in_),
    endZone: in_,
    endOffset: offset(endAt),
    kind: 'work',
    taskId: '1',
    notes: null,
    absenceId: null,
    approved: undefined,
    ...more,
  };
}

/** Rows one after the other, from the evening before until they run out; lengths and gaps in seconds. */
const rowsOf = (zones: readonly string[]) =>
  fc
    .record({
      date: fc.constantFrom(...dates),
      begin: fc.integer({ min: -4 * 3600, max: 10 * 3600 }),
      pieces: fc.array(
        fc.record({
          gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 7200 })),
          length: fc.oneof(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 60, max: 5 * 3600 })),
          zone: fc.constantFrom(...zones),
          kind: fc.constantFrom('work', 'break', 'paid-break'),
          taskId: fc.constantFrom('1', '2', '3'),
          notes: fc.constantFrom(null, 'a', 'b'),
        }),
        { maxLength: 9 },
      ),
    })
    .map(({ date, begin, pieces }) => {
      let at = instantOf(midnightOf(date), zone) + begin * 1000;
      const rows = pieces.map(({ gap, length, zone: in_, ...more }, index) => {
        const startAt = at + gap * 1000;
        at = startAt + length * 1000;
        return entryAt(100 + index, startAt, at, in_, more);
      });
      return { date, rows };
    });

const byText = (a: readonly string[], b: readonly string[]): number => (`${a[0]}` < `${b[0]}` ? -1 : 1);
const minute = (instant: number): number => Math.floor(instant / 60_000);
const instants = (row: TimeEntry): [number, number] => [
  minute(instantOf(row.start, row.startZone, row.startOffset ?? undefined)),
  minute(instantOf(row.end ?? row.start, row.endZone, row.endOffset ?? undefined)),
];

test('every minute worked on a day is there once: nothing lost, nothing doubled', () => {
  fc.assert(
    fc.property(rowsOf([zone]), rulesOf, ({ date, rows }, rules) => {
      for (const day of [addDays(date, -1), date, addDays(date, 1)]) {
        const derived = deriveDay(day, rows, rules);
        if (derived.problem !== null) {
          expect([day, derived.problem.code]).toEqual([autumn, 'dst-ambiguous']);
          continue;
        }
        const [from, to] = [day, addDays(day, 1)].map((d) => minute(instantOf(midnightOf(d), zone)));
        const worked = rows
          .map((row) => instants(row))
          .reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to!) - Math.max(start, from!)), 0);
        const onWall = derived.periods.reduce(
          (sum, { content }) => sum + wallMinutesBetween(content.start, content.end ?? content.start),
          0,
        );
        expect(onWall + derived.clockDifferenceMinutes).toBe(worked);
        if (day === ordinary) expect(derived.clockDifferenceMinutes).toBe(0);
      }
    }),
    { numRuns: 400 },
  );
});

test('periods of a day never overlap, lie on the day, and have a length and a name of their own', () => {
  fc.assert(
    fc.property(rowsOf([zone, 'Europe/London', 'Asia/Kolkata']), rulesOf, ({ date, rows }, rules) => {
      const { periods, problem } = deriveDay(date, rows, rules);
      if (problem !== null) expect(periods).toEqual([]);
      const spans = periods.map(({ content }) => [content.start, content.end ?? ''] as const).sort(byText);
      for (const [index, [start, end]] of spans.entries()) {
        expect(start < end).toBe(true);
        expect(start >= midnightOf(date) && end <= midnightOf(addDays(date, 1))).toBe(true);
        expect(end <= (spans[index + 1]?.[0] ?? '9999')).toBe(true);
      }
      expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
    }),
    { numRuns: 400 },
  );
});

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(
      rowsOf([zone, 'Europe/London']).chain(({ date, rows }) =>
        fc.record({
          date: fc.constant(date),
          rows: fc.constant(rows),
          shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
        }),
      ),
      rulesOf,
      ({ date, rows, shuffled }, rules) => {
        expect(deriveDay(date, shuffled, rules)).toEqual(deriveDay(date, rows, rules));
      },
    ),
    { numRuns: 300 },
  );
});

test('a name is the earliest entry’s: what changes later in the day renames nothing before it', () => {
  fc.assert(
    fc.property(rowsOf([zone]), rulesOf, fc.nat({ max: 8 }), ({ date, rows }, rules, at) => {
      const whole = deriveDay(date, rows, rules);
      const cut = deriveDay(date, rows.slice(0, at), rules);
      if (whole.problem !== null || cut.problem !== null) return;
      // Without the later rows the periods are the first ones of the day, under the same names; the last may be shorter.
      expect(cut.periods.map(({ key }) => key)).toEqual(
        whole.periods.slice(0, cut.periods.length).map(({ key }) => key),
      );
      for (const { key, content } of whole.periods) {
        const entry = rows.find(({ id }) => key === `${id}@${date}`);
        const start = entry === undefined ? '' : `${entry.start.slice(0, 16)}:00`;
        expect(content.start).toBe(start > midnightOf(date) ? start : midnightOf(date));
      }
    }),
    { numRuns: 300 },
  );
});

test('merged, no two neighbours could be one; as entries, every row that is not empty is there', () => {
  fc.assert(
    fc.property(rowsOf([zone]), rulesOf, ({ rows }, rules) => {
      const merged = deriveDay(ordinary, rows, { ...rules, granularity: 'merged' }).periods;
      for (const [index, { content }] of merged.entries()) {
        const next = merged[index + 1]?.content;
        const joined =
          next?.kind === content.kind && next.projectId === content.projectId && next.start === content.end;
        expect(joined).toBe(false);
      }
      const [from, to] = [ordinary, addDays(ordinary, 1)].map((d) => minute(instantOf(midnightOf(d), zone)));
      const filled = rows.map(instants).filter(([start, end]) => Math.min(end, to!) > Math.max(start, from!));
      expect(deriveDay(ordinary, rows, { ...rules, granularity: 'entries' }).periods).toHaveLength(
        filled.length,
      );
    }),
    { numRuns: 300 },
  );
});
