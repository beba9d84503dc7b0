import { expect, test } from 'vitest';
import { dateFromText } from './date-text.ts';

test.each([
  ['02.03.2026', '2026-03-02'],
  ['2.3.26', '2026-03-02'],
  ['2. 3. 2026', '2026-03-02'],
  ['02/03/2026', '2026-03-02'],
  ['2026-03-02', '2026-03-02'],
  ['2 Mar 2026', '2026-03-02'],
  ['2. März 2026', '2026-03-02'],
  ['24. Dez. 2026', '2026-12-24'],
  ['31.02.2026', null],
  ['2.13.2026', null],
  ['2 Foo 2026', null],
  ['morgen', null],
  ['', null],
])('“%s” is %s', (text, date) => {
  expect(dateFromText(text)).toBe(date);
});
