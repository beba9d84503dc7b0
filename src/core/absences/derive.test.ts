// Rules 2.1–2.5: what a booking with its day rows becomes.

import { describe, expect, test } from 'vitest';
import type { Link } from '../sync/desk.ts';
import { datesFrom } from '../time/calendar.ts';
import type { Absence, AbsenceContent, AbsenceDay } from './absence.ts';
import { deriveAbsencePeriods } from './derive.ts';
import { type AbsenceRules, type DerivedAbsences, type Mapped } from './derived.ts';

const mapped: Readonly<Record<string, Mapped>> = {
  vacation: { kind: 'sync', typeId: 'V', unit: 'days' },
  sick: { kind: 'sync', typeId: 'S', unit: 'days' },
  hours: { kind: 'sync', typeId: 'H', unit: 'hours' },
  office: { kind: 'off' },
};
const rules: AbsenceRules = {
  mapping: (typeKey) => mapped[typeKey] ?? { kind: 'unmapped' },
  fractions: 'hold',
  startDate: '2026-01-01',
  lockedUntil: null,
  exitOn: null,
  dayRowsExist: true,
  targetHours: new Map(),
};

const march = (day: string): string => (day.includes('-') ? day : `2026-03-${day}`);

/** `02–06` or a single day in March 2026, which begins on a Sunday. */
function booking(id: string, days: string, more: Partial<Absence> = {}): Absence {
  const [from = '', to = from] = days.split('–');
  return {
    id,
    userId: '7',
    typeKey: 'vacation',
    status: 'granted',
    from: march(from),
    to: march(to),
    unit: 'days',
    duration: null,
    firstDayShare: null,
    lastDayShare: null,
    beginsAt: null,
    ...more,
  };
}

/** Day rows of a booking: `02 03 04=0.5`. */
function rows(absenceId: string, days: string, more: Partial<AbsenceDay> = {}): AbsenceDay[] {
  return days.split(' ').map((text) => {
    const [on = '', value = '1'] = text.split('=');
    return {
      id: `${absenceId}-${on}`,
      absenceId,
      userId: '7',
      on: march(on),
      publicHoliday: false,
      value: Number(value),
      unit: 'days',
      beginsAt: null,
      ...more,
    };
  });
}
const holiday = (days: string): AbsenceDay[] => rows('', days, { absenceId: null, publicHoliday: true });

function exported(key: string, text: string, typeId = 'V'): Link<AbsenceContent> {
  const place = { part: 'absences' as const, employeeId: '3001', from: null, to: null, linkedAt: 0 };
  return { ...place, key, targetId: `t${key}`, origin: 'created', agreed: content(text, typeId) };
}

/** `|02–06|`: from midday of the 2nd until midday of the 6th. */
function content(text: string, typeId = 'V'): AbsenceContent {
  const [first = '', last = first] = text.split('–');
  const date = (part: string): string => march(part.replaceAll('|', ''));
  const halves = { startsAtMidday: first.startsWith('|'), endsAtMidday: last.endsWith('|') };
  return { typeId, firstOn: date(first), lastOn: date(last), ...halves, hours: null };
}

function derive(
  absences: readonly Absence[],
  days: readonly AbsenceDay[],
  changed: Partial<AbsenceRules> = {},
  links: readonly Link<AbsenceContent>[] = [],
): DerivedAbsences {
  return deriveAbsencePeriods(absences, days, links, { ...rules, ...changed });
}

/** `1#1 V |02–06|` per period. */
const told = (derived: DerivedAbsences): string[] =>
  derived.periods.map(
    ({ key, content: { typeId, firstOn, lastOn, startsAtMidday, endsAtMidday, hours } }) => {
      const day = (date: string | null): string => (date ?? '…').replace('2026-03-', '');
      if (hours !== null) return `${key} ${typeId} ${hours.start.slice(8, 16)}–${hours.end.slice(11, 16)}`;
      const [first, last] = [
        `${startsAtMidday ? '|' : ''}${day(firstOn)}`,
        `${day(lastOn)}${endsAtMidday ? '|' : ''}`,
      ];
      return `${key} ${typeId} ${first}–${last}`;
    },
  );
const problems = (derived: DerivedAbsences): string[] =>
  derived.problems.map(({ code, from, to }) => `${code} ${from.slice(5)}–${to.slice(5)}`);

describe('which days are covered', () => {
  test('the rows say it: one period from the first to the last, over weekends and holidays', () => {
    const days = [...rows('1', '05 06 09 11'), ...holiday('10')];
    expect(told(derive([booking('1', '05–11')], days))).toEqual(['1#1 V 05–11']);
  });

  test('another absence inside splits it: vacation, sick, vacation', () => {
    const absences = [booking('1', '02–06'), booking('2', '04', { typeKey: 'sick' })];
    const days = [...rows('1', '02 03 05 06'), ...rows('2', '04')];
    expect(told(derive(absences, days))).toEqual(['1#1 V 02–03', '1#2 V 05–06', '2#1 S 04–04']);
  });

  test.each([
    ['one that is not granted', 'sick', 'open', '1'],
    ['one that counts nothing there', 'sick', 'granted', '0'],
  ] as const)('%s does not split it', (_what, typeKey, status, value) => {
    const absences = [booking('1', '02–06'), booking('2', '04', { typeKey, status })];
    const days = [...rows('1', '02 03 05 06'), ...rows('2', `04=${value}`)];
    expect(told(derive(absences, days))).toContain('1#1 V 02–06');
  });

  test('one of a type that is not synchronised splits it all the same: nobody was on vacation then', () => {
    const absences = [booking('1', '02–06'), booking('2', '04', { typeKey: 'office' })];
    const days = [...rows('1', '02 03 05 06'), ...rows('2', '04')];
    expect(told(derive(absences, days))).toEqual(['1#1 V 02–03', '1#2 V 05–06']);
  });

  test('no rows while others have theirs: an issue, and its exports stay', () => {
    const derived = derive([booking('1', '02–06')], rows('2', '04'));
    expect([told(derived), problems(derived)]).toEqual([[], ['absence-without-days 03-02–03-06']]);
    expect(derived.waiting).toEqual(new Set(['1']));
  });

  test('only holidays and weekends, or rows that count nothing: it covers nothing', () => {
    for (const days of [holiday('06'), rows('1', '06=0 07=0')]) {
      const derived = derive([booking('1', '06–08')], days, {}, [exported('1#1', '06–08')]);
      expect([told(derived), problems(derived), derived.waiting.size, derived.outOfScope.size]).toEqual([
        [],
        [],
        0,
        0,
      ]);
    }
  });

  test('several rows of one booking on one date count together', () => {
    const days = [...rows('1', '02'), ...rows('1', '03=0.5'), ...rows('1', '03=0.5')];
    expect(told(derive([booking('1', '02–03')], days))).toEqual(['1#1 V 02–03']);
  });
});

describe('where the account writes no day rows', () => {
  const fields = { dayRowsExist: false };
  test.each([
    ['a single day', '02', { duration: 1 }, ['1#1 V 02–02']],
    ['a single half day', '02', { duration: 0.5 }, ['1#1 V 02–02|']],
    ['several days', '02–06', { duration: 5 }, ['1#1 V 02–06']],
    [
      'halves at both ends',
      '02–06',
      { duration: 4, firstDayShare: 0.5, lastDayShare: 0.5 },
      ['1#1 V |02–06|'],
    ],
    [
      'shares that nobody knows which day they mean',
      '02–06',
      { duration: 4.5, firstDayShare: 0.5, lastDayShare: 1 },
      [],
    ],
    ['a half that is nowhere', '02–06', { duration: 4.5 }, []],
    ['a day without a duration', '02', {}, []],
    ['hours over several days', '02–06', { unit: 'hours', duration: 20 }, []],
  ] as const)('%s', (_what, days, more, periods) => {
    const derived = derive([booking('1', days, more)], [], fields);
    expect(told(derived)).toEqual(periods);
    expect(problems(derived).length).toBe(periods.length === 0 ? 1 : 0);
  });
});

describe('halves', () => {
  test.each([
    ['a half at the first day begins at midday', '02=0.5 03 04', '1#1 V |02–04'],
    ['a half at the last day ends at midday', '02 03 04=0.5', '1#1 V 02–04|'],
    ['both', '02=0.5 03 04=0.5', '1#1 V |02–04|'],
    ['a single half is the morning', '02=0.5', '1#1 V 02–02|'],
  ])('%s', (_what, days, period) =>
    expect(told(derive([booking('1', '02–04')], rows('1', days)))).toEqual([period]),
  );

  test.each([
    ['first day, whose others are another booking’s now, stays the afternoon', '02', '03 04', '1#1 V |02–02'],
    ['last day, whose others are another booking’s now, stays the morning', '04', '02 03', '1#1 V 04–04|'],
  ])('half of the %s', (_what, left, taken, period) => {
    const sick = booking('2', taken.replace(' ', '–'));
    const mine = booking('1', '02–04', { beginsAt: '10:00:00' });
    const days = [...rows('1', `${left}=0.5`), ...rows('2', taken)];
    expect(told(derive([mine, sick], days))).toContain(period);
  });

  test.each([
    [null, '02–02|'],
    ['08:00:00', '02–02|'],
    ['11:59:00', '02–02|'],
    ['12:00:00', '|02–02'],
    ['13:30:00', '|02–02'],
  ])('a single half that begins at %s', (beginsAt, days) => {
    expect(told(derive([booking('1', '02', { beginsAt })], rows('1', '02=0.5')))).toEqual([`1#1 V ${days}`]);
  });

  test('half of a half holiday’s day is its whole', () => {
    const days = [...rows('1', '30 31=0.5'), ...holiday('31=0.5')];
    expect(told(derive([booking('1', '30–31')], days))).toEqual(['1#1 V 30–31']);
  });

  test('two half days of one type are one full day, named after the earlier booking, in any order', () => {
    const absences = [booking('12', '02', { beginsAt: '13:00:00' }), booking('9', '02')];
    const days = [...rows('12', '02=0.5'), ...rows('9', '02=0.5')];
    expect(told(derive(absences, days))).toEqual(['9#1 V 02–02']);
    expect(told(derive([...absences].reverse(), days))).toEqual(['9#1 V 02–02']);
  });

  test('a half day beside the half that ends a longer booking fills its day up', () => {
    const absences = [booking('1', '02–04'), booking('2', '04')];
    const days = [...rows('1', '02 03 04=0.5'), ...rows('2', '04=0.5')];
    expect(told(derive(absences, days))).toEqual(['1#1 V 02–04']);
  });

  test('a half day between two longer bookings fills up one of them, and takes nothing else', () => {
    const absences = [booking('1', '02–04'), booking('2', '04'), booking('3', '09–10')];
    const days = [...rows('1', '02 03 04=0.5'), ...rows('2', '04=0.5'), ...rows('3', '09=0.5 10')];
    expect(told(derive(absences, days))).toEqual(['1#1 V 02–04', '3#1 V |09–10']);
  });

  test('halves of two types stay two', () => {
    const absences = [booking('1', '02'), booking('2', '02', { typeKey: 'sick', beginsAt: '12:00:00' })];
    const days = [...rows('1', '02=0.5'), ...rows('2', '02=0.5')];
    expect(told(derive(absences, days))).toEqual(['1#1 V 02–02|', '2#1 S |02–02']);
  });
});

describe('what is neither full nor half', () => {
  test.each([
    ['a quarter', '02=0.25 03'],
    ['a half in the middle', '02 03=0.5 04'],
    ['more than a day', '02=1.5'],
  ])('%s is held', (_what, days) => {
    const derived = derive([booking('1', '02–04')], rows('1', days));
    expect(told(derived)).toEqual([]);
    expect(derived.problems[0]?.code).toBe('fraction-unsupported');
    expect(derived.waiting).toEqual(new Set(['1']));
  });

  test('the issue names the day and its value', () => {
    expect(derive([booking('1', '02–04')], rows('1', '02 03=0.3 04')).problems[0]).toMatchObject({
      from: '2026-03-03',
      to: '2026-03-03',
      value: 0.3,
      unit: 'days',
    });
  });

  test.each([
    ['0.25', '1#1 V 02–02|'],
    ['0.1', '1#1 V 02–02|'],
    ['0.6', '1#1 V 02–02|'],
    ['0.74', '1#1 V 02–02|'],
    ['0.75', '1#1 V 02–02'],
    ['0.9', '1#1 V 02–02'],
  ])('rounded: %s goes to the nearest half, ties up, never to nothing, with a note', (value, period) => {
    const derived = derive([booking('1', '02')], rows('1', `02=${value}`), { fractions: 'round' });
    expect([told(derived), problems(derived)]).toEqual([[period], ['rounded 03-02–03-02']]);
  });

  test('what is half or full is not rounded, and no note is made', () => {
    expect(problems(derive([booking('1', '02–03')], rows('1', '02=0.5 03'), { fractions: 'round' }))).toEqual(
      [],
    );
  });

  test('on a half holiday the nearest half is all there is', () => {
    const days = [...rows('1', '31=0.3'), ...holiday('31=0.5')];
    expect(told(derive([booking('1', '31')], days, { fractions: 'round' }))).toEqual(['1#1 V 31–31']);
  });

  test('a half in the middle stays on hold, rounded or not', () => {
    const derived = derive([booking('1', '02–04')], rows('1', '02 03=0.3 04'), { fractions: 'round' });
    expect([told(derived), problems(derived)]).toEqual([[], ['fraction-unsupported 03-03–03-03']]);
  });
});

describe('hours', () => {
  const hours = (days: string, more: Partial<AbsenceDay> = {}) =>
    rows('1', days, { unit: 'hours', beginsAt: '10:00:00', ...more });
  const hourly = booking('1', '02', { typeKey: 'hours', unit: 'hours' });

  test('hours for a type in hours go as they are', () => {
    expect(told(derive([hourly], hours('02=2.5')))).toEqual(['1#1 H 02T10:00–12:30']);
  });

  test.each([
    ['no begin', hours('02=2', { beginsAt: null })],
    ['two days', hours('02=2 03=2')],
    ['an end at midnight', hours('02=14')],
    ['no minute', hours('02=0.001')],
  ])('%s is held', (_what, days) => {
    const derived = derive([hourly], days);
    expect([told(derived), derived.problems[0]?.code]).toEqual([[], 'fraction-unsupported']);
  });

  test('days for a type in hours are held', () => {
    const derived = derive([booking('1', '02', { typeKey: 'hours' })], rows('1', '02'));
    expect([told(derived), derived.problems[0]?.code]).toEqual([[], 'unit-mismatch']);
  });

  test.each(['hold', 'round'] as const)(
    'hours for a type in days are held (%s): no row knows the day’s target',
    (fractions) => {
      const derived = derive([booking('1', '02', { unit: 'hours' })], hours('02=8'), { fractions });
      expect([told(derived), derived.problems[0]?.code]).toEqual([[], 'fraction-unsupported']);
    },
  );
});

describe('status and mapping', () => {
  const link = [exported('1#1', '02–06')];
  const days = rows('1', '02 03 04 05 06');

  test.each(['cancelled', 'declined'] as const)('%s is gone', (status) => {
    const derived = derive([booking('1', '02–06', { status })], days, {}, link);
    expect([derived.periods, derived.problems, derived.waiting.size, derived.outOfScope.size]).toEqual([
      [],
      [],
      0,
      0,
    ]);
  });

  test.each(['open', 'waiting', 'unknown'] as const)('%s waits, and what was exported stays', (status) => {
    const derived = derive([booking('1', '02–06', { status })], days, {}, link);
    expect([derived.periods, problems(derived), [...derived.waiting]]).toEqual([
      [],
      ['entry-unapproved 03-02–03-06'],
      ['1'],
    ]);
    expect(derive([booking('1', '02–06', { status })], days).problems).toEqual([]);
  });

  test.each(['office', 'nobody knows'])(
    'a type that is not synchronised (%s) is out of scope, not gone',
    (typeKey) => {
      const derived = derive([booking('1', '02–06', { typeKey })], days, {}, link);
      expect([derived.periods, derived.problems, [...derived.outOfScope]]).toEqual([[], [], ['1']]);
    },
  );
});

describe('clipping', () => {
  const days = rows('1', '02 03 04 05 06 09 10');
  const whole = [booking('1', '02–10')];

  test.each([
    ['the start date', { startDate: '2026-03-04' }, '04–10', []],
    ['a closed month', { lockedUntil: '2026-03-03' }, '04–10', ['month-closed 03-02–03-03']],
    ['the exit', { exitOn: '2026-03-05' }, '02–05', ['after-exit 03-06–03-10']],
    [
      'a start date behind the closed month',
      { startDate: '2026-03-05', lockedUntil: '2026-03-03' },
      '05–10',
      [],
    ],
    [
      'a closed month behind the start date',
      { startDate: '2026-03-03', lockedUntil: '2026-03-04' },
      '05–10',
      ['month-closed 03-03–03-04'],
    ],
    // As Personio’s own record would be, cut to the same date (rule 2.5).
    ['an exit on a free day', { exitOn: '2026-03-07' }, '02–07', ['after-exit 03-09–03-10']],
  ] as const)('a new one is clipped to %s', (_what, changed, period, found) => {
    const derived = derive(whole, days, changed);
    expect([told(derived), problems(derived)]).toEqual([[`1#1 V ${period}`], found]);
  });

  test.each([
    ['the start date', { startDate: '2026-03-04' }],
    ['a closed month', { lockedUntil: '2026-03-03' }],
    ['the exit', { exitOn: '2026-03-05' }],
  ])('one that was exported before is not cut by %s', (_what, changed) => {
    const derived = derive(whole, days, changed, [exported('1#1', '02–10')]);
    expect([told(derived), problems(derived)]).toEqual([['1#1 V 02–10'], []]);
  });

  test('the closed days that were clipped stay on the list after the rest went out', () => {
    const derived = derive(whole, days, { lockedUntil: '2026-03-03' }, [exported('1#1', '04–10')]);
    expect([told(derived), problems(derived)]).toEqual([['1#1 V 04–10'], ['month-closed 03-02–03-03']]);
  });

  test('free days in a closed month are nobody’s concern', () => {
    const derived = derive([booking('1', '2026-02-28–02')], rows('1', '02'), { lockedUntil: '2026-02-28' });
    expect([told(derived), problems(derived)]).toEqual([['1#1 V 01–02'], []]);
  });

  test('wholly in a closed month and never exported: listed for payroll', () => {
    const derived = derive([booking('1', '02–03')], rows('1', '02 03'), { lockedUntil: '2026-03-31' });
    expect([told(derived), problems(derived)]).toEqual([[], ['month-closed 03-02–03-03']]);
  });

  test('wholly in a closed month and exported: judged like any other, so that differences show', () => {
    const derived = derive([booking('1', '02–03')], rows('1', '02 03'), { lockedUntil: '2026-03-31' }, [
      exported('1#1', '02–03'),
    ]);
    expect([told(derived), problems(derived), derived.outOfScope.size]).toEqual([['1#1 V 02–03'], [], 0]);
  });

  test('wholly before a later start date: out of scope, not gone', () => {
    const derived = derive(whole, days, { startDate: '2026-04-01' }, [exported('1#1', '02–10')]);
    expect([told(derived), problems(derived), [...derived.outOfScope]]).toEqual([[], [], ['1']]);
  });

  test('across a later start date and shortened since: changed, for its earlier days are still true', () => {
    const derived = derive([booking('1', '02–05')], days.slice(0, 4), { startDate: '2026-03-09' }, [
      exported('1#1', '02–10'),
    ]);
    expect([told(derived), derived.outOfScope.size]).toEqual([['1#1 V 02–05'], 0]);
  });

  test('moved away from the exported days to before the start date: those are covered no more', () => {
    const derived = derive(whole, days, { startDate: '2026-03-15' }, [exported('1#1', '16–18')]);
    expect([told(derived), derived.outOfScope.size, derived.waiting.size]).toEqual([[], 0, 0]);
  });
});

describe('names of segments', () => {
  const split = [booking('1', '02–06'), booking('2', '04', { typeKey: 'sick' })];
  const splitDays = [...rows('1', '02 03 05 06'), ...rows('2', '04')];

  test('the larger overlap keeps the name', () => {
    const days = [...rows('1', '02 05 06'), ...rows('2', '03 04')];
    const derived = derive([booking('1', '02–06'), booking('2', '03–04', { typeKey: 'sick' })], days, {}, [
      exported('1#1', '02–06'),
    ]);
    expect(told(derived).slice(0, 2)).toEqual(['1#2 V 02–02', '1#1 V 05–06']);
  });

  test('segments that grow together again keep the name of the longer one', () => {
    const links = [exported('1#1', '02'), exported('1#2', '04–06')];
    expect(told(derive([booking('1', '02–06')], rows('1', '02 03 04 05 06'), {}, links))).toEqual([
      '1#2 V 02–06',
    ]);
  });

  test('a booking that moved altogether is the same booking', () => {
    const derived = derive([booking('1', '16–20')], rows('1', '16 17 18 19 20'), {}, [
      exported('1#1', '02–06'),
    ]);
    expect(told(derived)).toEqual(['1#1 V 16–20']);
  });

  test('of several that moved, each keeps its place in the order of days', () => {
    const absences = [booking('1', '16–20'), booking('2', '18', { typeKey: 'sick' })];
    const days = [...rows('1', '16 17 19 20'), ...rows('2', '18')];
    const links = [exported('1#2', '02–03'), exported('1#1', '05–06')];
    expect(told(derive(absences, days, {}, links)).slice(0, 2)).toEqual(['1#2 V 16–17', '1#1 V 19–20']);
  });

  test('a new segment gets a number that nobody has', () => {
    const links = [exported('1#2', '05–06')];
    expect(told(derive(split, splitDays, {}, links)).slice(0, 2)).toEqual(['1#1 V 02–03', '1#2 V 05–06']);
    expect(told(derive(split, splitDays, {}, [exported('1#1', '05–06')])).slice(0, 2)).toEqual([
      '1#2 V 02–03',
      '1#1 V 05–06',
    ]);
  });
});

test('the rows of a leap year’s February are dates like any other', () => {
  const february = datesFrom('2028-02-28', '2028-03-01').join(' ');
  expect(
    derive([booking('1', '2028-02-28–2028-03-01')], rows('1', february)).periods[0]?.content,
  ).toMatchObject({
    firstOn: '2028-02-28',
    lastOn: '2028-03-01',
  });
});
