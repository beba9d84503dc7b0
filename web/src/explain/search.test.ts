import { expect, test } from 'vitest';
import { explainSearch } from './search.ts';

test('a link names the person and the day', () => {
  expect(explainSearch({ employee: '3003', date: '2026-03-02' })).toEqual({
    employee: '3003',
    date: '2026-03-02',
  });
});

test('an id of digits that was read as a number is the same id', () => {
  expect(explainSearch({ employee: 3003 })).toEqual({ employee: '3003' });
});

test.each([
  [{ employee: '', date: '' }],
  [{ employee: ' ', date: '2026-02-31' }],
  [{ employee: ['3003'], date: '02.03.2026' }],
  [{ employee: 'x'.repeat(51), date: 20260302 }],
  [{}],
])('%j names neither', (search) => {
  expect(explainSearch(search)).toEqual({});
});
