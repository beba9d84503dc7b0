// Dates, wall times and instants: what both vendors mean by them, on ordinary days and on the two days of the year
// when the clock changes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  clockChangesOn,
  cutToMinute,
  dateIn,
  datesFrom,
  daysBetween,
  instantOf,
  isInWindow,
  isLocalDate,
  isWallTime,
  isZone,
  wallMinutesBetween,
  wallOf,
  weekdayOf,
} from './calendar.ts';
import { monthsOf } from './months.ts';

const berlin = 'Europe/Berlin';
const iso = (instant: number): string => new Date(instant).toISOString();

describe('dates', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-01', false],
    ['2026-01-01T00:00:00', false],
    ['', false],
  ])('%s is a date: %s', (text, is) => expect(isLocalDate(text)).toBe(is));

  test.each([
    ['2026-03-29T02:30:00', true],
    ['2026-02-29T10:00:00', false],
    ['2026-03-29T24:00:00', false],
    ['2026-03-29T23:60:00', false],
    ['2026-03-29 10:00:00', false],
  ])('%s is a wall time: %s', (text, is) => expect(isWallTime(text)).toBe(is));

  test('steps over month, year and leap day', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1);
    expect(datesFrom('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(datesFrom('2026-03-02', '2026-03-01')).toEqual([]);
  });

  test('a week begins on Monday, also before 1970', () => {
    expect(weekdayOf('2026-03-02')).toBe(1);
    expect(weekdayOf('2026-03-08')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  test('a window includes both its ends, and an open one has no last day', () => {
    const window = { from: '2026-03-01', to: '2026-03-31' };
    expect(
      ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((d) => isInWindow(d, window)),
    ).toEqual([false, true, true, false]);
    expect(isInWindow('2999-01-01', { from: '2026-03-01', to: null })).toBe(true);
  });

  test('adding days and counting them are each other’s inverse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: -5000, max: 5000 }),
        (start, days) => {
          const date = addDays('1990-06-15', start);
          expect(isLocalDate(date)).toBe(true);
          expect(daysBetween(date, addDays(date, days))).toBe(days);
          expect(addDays(date, days) > date).toBe(days > 0);
        },
      ),
    );
  });
});

describe('months', () => {
  test.each([
    ['2026-01-31', '2026-01-31', ['2026-01']],
    ['2025-11-30', '2026-02-01', ['2025-11', '2025-12', '2026-01', '2026-02']],
    ['2026-05-04', null, ['2026-05']],
  ])('%s to %s touches %s', (from, to, months) => expect(monthsOf(from, to)).toEqual(months));

  test('a link without days touches none', () => expect(monthsOf(null, null)).toEqual([]));
});

describe('the clock on the wall', () => {
  test('seconds are dropped, never rounded', () => {
    expect(cutToMinute('2026-03-02T07:59:59')).toBe('2026-03-02T07:59:00');
    expect(wallMinutesBetween('2026-03-02T22:30:00', '2026-03-03T00:15:00')).toBe(105);
  });

  test.each([
    ['winter', '2026-01-15T08:00:00', undefined, '2026-01-15T07:00:00.000Z'],
    ['summer', '2026-07-15T08:00:00', undefined, '2026-07-15T06:00:00.000Z'],
    ['before the gap', '2026-03-29T01:59:59', undefined, '2026-03-29T00:59:59.000Z'],
    ['inside the gap: the offset before it', '2026-03-29T02:30:00', undefined, '2026-03-29T01:30:00.000Z'],
    ['after the gap', '2026-03-29T03:00:00', undefined, '2026-03-29T01:00:00.000Z'],
    ['repeated hour, first passage by default', '2026-10-25T02:30:00', undefined, '2026-10-25T00:30:00.000Z'],
    ['repeated hour, summer offset', '2026-10-25T02:30:00', 120, '2026-10-25T00:30:00.000Z'],
    ['repeated hour, winter offset', '2026-10-25T02:30:00', 60, '2026-10-25T01:30:00.000Z'],
    ['an offset that the zone never has there', '2026-10-25T02:30:00', 300, '2026-10-25T00:30:00.000Z'],
  ])('%s', (_when, wall, offset, instant) => expect(iso(instantOf(wall, berlin, offset))).toBe(instant));

  // The Azores change with the rest of Europe at 01:00 UTC, which is their midnight.
  test('where the change takes midnight away, midnight is the moment of the change', () => {
    expect(iso(instantOf('2026-03-29T00:00:00', 'Atlantic/Azores'))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(instantOf('2026-03-29T01:00:00', 'Atlantic/Azores'))).toBe('2026-03-29T01:00:00.000Z');
    expect(clockChangesOn('2026-03-29', 'Atlantic/Azores')).toBe(true);
  });

  test('the clock changes on two dates a year, and not where there is no summer time', () => {
    const changes = (zone: string): string[] =>
      datesFrom('2026-01-01', '2026-12-31').filter((date) => clockChangesOn(date, zone));
    expect(changes(berlin)).toEqual(['2026-03-29', '2026-10-25']);
    expect(changes('Asia/Kolkata')).toEqual([]);
  });

  test('an instant has another date elsewhere', () => {
    const instant = Date.parse('2026-03-01T23:30:00Z');
    expect(dateIn(instant, 'UTC')).toBe('2026-03-01');
    expect(dateIn(instant, berlin)).toBe('2026-03-02');
    expect(wallOf(instant + 999, 'America/New_York')).toBe('2026-03-01T18:30:00');
  });

  test('an instant comes back from its wall time and offset, in every zone and at every second', () => {
    const zones = [
      berlin,
      'Atlantic/Azores',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    ];
    const seconds = fc.integer({ min: Date.UTC(2024, 0) / 1000, max: Date.UTC(2028, 0) / 1000 });
    const nearChange = fc
      .tuple(
        fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-04-24T22:00Z', '2026-04-04T15:00Z'),
        fc.integer({ min: -7200, max: 7200 }),
      )
      .map(([at, delta]) => Date.parse(at) / 1000 + delta);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.oneof(seconds, nearChange), (zone, second) => {
        const instant = second * 1000;
        const wall = wallOf(instant, zone);
        const offset = (Date.parse(`${wall}Z`) - instant) / 60_000;
        expect(isWallTime(wall)).toBe(true);
        expect(instantOf(wall, zone, offset)).toBe(instant);
      }),
      { numRuns: 500 },
    );
  });

  test('a zone is known or not', () => {
    expect([berlin, 'UTC', 'Europe/Atlantis', ''].map(isZone)).toEqual([true, true, false, false]);
  });
});
