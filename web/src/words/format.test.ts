import { expect, test } from 'vitest';
import { fill, formatsIn } from './format.ts';
import { sayIn } from './say.ts';

const de = formatsIn('de');
const en = formatsIn('en');
/** Narrow and non-breaking spaces are as good as others here. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

test('values are put in; numbers in the reader’s form; what is missing is seen', () => {
  const text = { en: '{n} of {name}', de: '{n} von {name}' };
  expect(sayIn('de', text, { n: 1204.5, name: 'Ada' })).toBe('1.204,5 von Ada');
  expect(sayIn('en', text, { n: 1204.5, name: 'Ada' })).toBe('1,204.5 of Ada');
  expect(fill('{a} {b}', { a: '{b}' })).toBe('{b} {b}');
});

test('dates and numbers have the reader’s form', () => {
  expect([de.date('2026-03-02'), en.date('2026-03-02')]).toEqual(['02.03.2026', '2 Mar 2026']);
  expect(de.date('soon')).toBe('soon');
  expect(de.date('2026-02-31')).not.toBe('NaN');
  expect([de.number(7.5), en.number(7.5)]).toEqual(['7,5', '7.5']);
  expect([de.hours(7.5), en.hours(7.5)].map(plain)).toEqual(['7,5 h', '7.5 h']);
  expect([de.percent(0.104), en.percent(0.104)].map(plain)).toEqual(['10,4 %', '10.4%']);
  expect(plain(en.dateTimeZone('2026-03-02T02:00:00Z', 'Europe/Berlin'))).toMatch(
    /2 Mar 2026,? (at )?03:00 (CET|GMT\+1)/,
  );
});

test('counts choose the right word', () => {
  const [one, many] = [
    { en: '{n} run', de: '{n} Lauf' },
    { en: '{n} runs', de: '{n} Läufe' },
  ];
  expect([0, 1, 1204].map((n) => en.count(n, one, many))).toEqual(['0 runs', '1 run', '1,204 runs']);
  expect(de.count(1204, one, many)).toBe('1.204 Läufe');
});

test.each([
  [400, '0,4 s'],
  [12_000, '12 s'],
  [90_000, '1 min 30 s'],
  [120_000, '2 min'],
  [3_600_000, '1 h'],
  [5_400_000, '1 h 30 min'],
])('%i ms last %s', (ms, text) => {
  expect(plain(de.duration(ms))).toBe(text);
});

test('how long ago', () => {
  const now = Date.parse('2026-03-02T12:00:00Z');
  const ago = (ms: number): string => en.relative(new Date(now - ms).toISOString(), now);
  expect(ago(180_000)).toBe('3 minutes ago');
  expect(ago(-720_000)).toBe('in 12 minutes');
  expect(ago(5000)).toBe('now');
  expect(ago(86_400_000)).toBe('yesterday');
});

test.each([
  ['the same day, nearly 24 hours ago', [2, 0, 10], [2, 23, 30], 'vor 23 Stunden'],
  ['the evening before the day before', [2, 23, 0], [4, 8, 0], 'vorgestern'],
  ['a day and a half ago, yesterday all the same', [3, 11, 0], [4, 23, 30], 'gestern'],
  ['the day after tomorrow, in 33 hours', [4, 8, 0], [2, 23, 0], 'übermorgen'],
  ['tomorrow, in a day and a half', [3, 23, 30], [2, 11, 0], 'morgen'],
  ['a week ago', [2, 12, 0], [9, 9, 0], 'vor 7 Tagen'],
] as const)('days are those of the calendar: %s', (_, [day, hour, minute], now, text) => {
  const at = new Date(2026, 2, day, hour, minute).toISOString();
  expect(de.relative(at, new Date(2026, 2, ...now).getTime())).toBe(text);
});
