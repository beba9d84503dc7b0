// Rules 2.5–2.7: how absences are compared, by half days or by the clock.

import { describe, expect, test } from 'vitest';
import type { AbsenceContent } from './absence.ts';
import { absenceCraft } from './craft.ts';

/** `02–06` in March 2026; `|` before a day: from midday, after it: until midday. */
function leave(text: string, typeId = 'vacation'): AbsenceContent {
  const [first = '', last = first] = text.split('–');
  const date = (part: string): string => `2026-03-${part.replaceAll('|', '')}`;
  return {
    typeId,
    firstOn: date(first),
    lastOn: last === '…' ? null : date(last),
    startsAtMidday: first.startsWith('|'),
    endsAtMidday: last.endsWith('|'),
    hours: null,
  };
}
const hourly = (day: string, from: string, to: string, typeId = 'hours'): AbsenceContent => ({
  ...leave(day, typeId),
  hours: { start: `2026-03-${day}T${from}`, end: `2026-03-${day}T${to}` },
});

test.each([
  ['02–06', '02–06', true],
  ['02–06', '02–07', false],
  ['02–06', '03–06', false],
  ['|02–06', '02–06', false],
  ['02–06|', '02–06', false],
  ['02–…', '02–06', false],
])('%s and %s are equal: %s', (a, b, equal) => {
  expect(absenceCraft.equal(leave(a), leave(b))).toBe(equal);
  expect(absenceCraft.equal(leave(a), leave(b, 'sick'))).toBe(false);
});

test('hours are equal to the minute, and never equal to days', () => {
  const base = hourly('02', '10:00:00', '12:00:00');
  expect(absenceCraft.equal(base, hourly('02', '10:00:20', '12:00:59'))).toBe(true);
  expect(absenceCraft.equal(base, hourly('02', '10:01:00', '12:00:00'))).toBe(false);
  expect(absenceCraft.equal(base, leave('02', 'hours'))).toBe(false);
  expect(absenceCraft.equal(leave('02', 'hours'), base)).toBe(false);
});

test.each([
  ['02–06', '06–09', true],
  ['02–06', '07–09', false],
  ['02–06|', '|06–09', false],
  ['02–06|', '06–09', true],
  ['|02', '02|', false],
  ['02', '02|', true],
  ['02–…', '20', true],
  ['02–…', '01', false],
])('%s and %s overlap: %s', (a, b, overlap) => {
  expect(absenceCraft.overlap(leave(a), leave(b, 'sick'))).toBe(overlap);
  expect(absenceCraft.overlap(leave(b, 'sick'), leave(a))).toBe(overlap);
});

test('hours overlap half days by the clock', () => {
  expect(absenceCraft.overlap(hourly('02', '13:00:00', '15:00:00'), leave('02|'))).toBe(false);
  expect(absenceCraft.overlap(hourly('02', '11:00:00', '13:00:00'), leave('02|'))).toBe(true);
  expect(
    absenceCraft.overlap(hourly('02', '08:00:00', '10:00:00'), hourly('02', '10:00:00', '11:00:00')),
  ).toBe(false);
});

test('type and unit stay with a record for its life; its days can change', () => {
  expect(absenceCraft.canUpdate(leave('02–06'), leave('03|'))).toBe(true);
  expect(absenceCraft.canUpdate(leave('02–06'), leave('02–06', 'sick'))).toBe(false);
  expect(absenceCraft.canUpdate(leave('02', 'hours'), hourly('02', '08:00:00', '10:00:00'))).toBe(false);
});

test('likeness is the days in common, of one type', () => {
  expect(absenceCraft.likeness(leave('02–06'), leave('05–09'))).toBe(2);
  expect(absenceCraft.likeness(leave('02–06'), leave('07–09'))).toBe(0);
  expect(absenceCraft.likeness(leave('02–06'), leave('02–06', 'sick'))).toBe(0);
});

describe('up to a closed day', () => {
  const upTo = (a: AbsenceContent | null, b: AbsenceContent | null): boolean =>
    absenceCraft.agreeUpTo(a, b, '2026-03-10');
  test.each([
    ['a later end behind it', '02–20', '02–17', true],
    ['an end drawn into it', '02–20', '02–09', false],
    ['an end on its last day', '02–20', '02–10', true],
    ['half of its last day', '02–20', '02–10|', false],
    ['an earlier begin', '02–20', '01–20', false],
    ['a begin at midday', '02–20', '|02–20', false],
    ['only days behind it', '11–20', '12–13', true],
  ])('%s', (_what, a, b, agree) => expect(upTo(leave(a), leave(b))).toBe(agree));

  test('another type, or nothing, is another story', () => {
    expect(upTo(leave('02–20'), leave('02–20', 'sick'))).toBe(false);
    expect(upTo(leave('02–20'), null)).toBe(false);
    expect(upTo(null, leave('11–20'))).toBe(true);
  });
});

describe('what is folded', () => {
  const kinds = [leave('02–06'), leave('|02–06|'), hourly('02', '09:00:00', '11:00:00')];

  test.each(kinds)('tells equality, its dates, and nothing else: %j', (real) => {
    const folded = absenceCraft.folded(real);
    for (const other of [...kinds, leave('02–05'), leave('02–06', 'sick')]) {
      const isSame = absenceCraft.equal(real, other);
      expect([absenceCraft.equal(folded, other), absenceCraft.equal(other, folded)]).toEqual([
        isSame,
        isSame,
      ]);
    }
    expect([folded.firstOn, folded.lastOn]).toEqual([real.firstOn, real.lastOn]);
    expect(JSON.stringify(folded)).not.toMatch(/vacation|"hours":\{|09:00|true/);
    expect(absenceCraft.folded(folded)).toEqual(folded);
  });

  test('is opened by its equal, or shows at least its type', () => {
    const [whole = leave('02'), , hours = leave('02')] = kinds;
    expect(absenceCraft.unfolded(absenceCraft.folded(whole), [leave('02–05'), whole])).toEqual(whole);
    const folded = absenceCraft.folded(hours);
    const typeKnown = absenceCraft.unfolded(folded, [leave('02', 'hours')]);
    expect(typeKnown).toEqual({ ...folded, typeId: 'hours' });
    expect(absenceCraft.canUpdate(typeKnown, hours)).toBe(false);
    expect(absenceCraft.unfolded(folded, [leave('02')])).toEqual(folded);
  });
});
