import { expect, test } from 'vitest';
import { monthSearch } from './search.ts';

test('a link names the month', () => {
  expect(monthSearch({ month: '2026-10' })).toEqual({ month: '2026-10' });
});

test.each(['2026-13', '2026-00', '2026-1', 'last', '', 202610, null, undefined])(
  '%j is no month',
  (month) => {
    expect(monthSearch({ month })).toEqual({});
  },
);
