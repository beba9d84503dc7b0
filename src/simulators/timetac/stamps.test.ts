import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallOf } from '../../core/time/calendar.ts';
import { instantOfText, isStampText, offsetText, shiftText, stampText } from './stamps.ts';

test('a stamp shows what the clock on the wall of the server shows, clock changes included', () => {
  const zones = ['Europe/Vienna', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
  fc.assert(
    fc.property(
      fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2030-01-01') }),
      fc.constantFrom(...zones),
      (instant, zone) => {
        expect(stampText(instant, zone)).toBe(wallOf(instant, zone).replace('T', ' '));
      },
    ),
  );
});

test('in the repeated hour the offset tells the passages apart', () => {
  const passages = [120, 60].map((offset) => instantOfText('2026-10-25 02:30:00', 'Europe/Vienna', offset));
  expect(passages).toEqual([Date.parse('2026-10-25T00:30:00Z'), Date.parse('2026-10-25T01:30:00Z')]);
});

test.each([
  ['2026-02-28 23:59:59', true],
  ['2026-02-30 08:00:00', false],
  ['2026-02-28T08:00:00', false],
  ['2026-02-28 24:00:00', false],
  ['2026-02-28', false],
])('%s is a stamp: %s', (text, valid) => {
  expect(isStampText(text)).toBe(valid);
});

test('offsets and shifts are written as on the wire', () => {
  expect([60, -210, 0, 345].map(offsetText)).toEqual(['+01:00', '-03:30', '+00:00', '+05:45']);
  expect(shiftText('2026-02-28 23:50:00', 15)).toBe('2026-03-01 00:05:00');
});
