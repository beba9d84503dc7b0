import { expect, test } from 'vitest';
import type { ReviewRow } from '../../api/types.ts';
import { countOf, rowsShown } from './review-rows.ts';

const row = (name: string, state: ReviewRow['state'], inScope = true): ReviewRow => ({
  personioId: name,
  name,
  status: 'active',
  email: null,
  inScope,
  state,
  by: null,
  issue: null,
  message: null,
  action: null,
  mayCreate: false,
  users: [],
});

const rows = [row('Zoe', 'linked'), row('Ben', 'new'), row('Out', 'held', false), row('Amy', 'held')];

test('who needs somebody stands first, who is left out last', () => {
  expect(rowsShown(rows, 'all').map(({ name }) => name)).toEqual(['Amy', 'Ben', 'Zoe', 'Out']);
});

test('who is left out does not count among those who need somebody', () => {
  expect([countOf(rows, 'held'), countOf(rows, 'left-out'), countOf(rows, 'matched')]).toEqual([1, 1, 0]);
});
