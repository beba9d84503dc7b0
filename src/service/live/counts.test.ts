import { expect, test } from 'vitest';
import { minutesFor } from './counts.ts';

test.each([
  [0, 1],
  [599, 1],
  [1204, 2],
  [1800, 3],
  [60_000, 100],
])('%d records take about %d minutes', (records, minutes) => {
  expect(minutesFor(records)).toBe(minutes);
});
