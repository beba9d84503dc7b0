import { expect, test } from 'vitest';
import type { Line } from '../api/types.ts';
import { standingOf } from './sides.ts';

const text = { en: '2 Mar 2026', de: '02.03.2026' };
const line = (code: string, sides: Partial<NonNullable<Line['sides']>>): Pick<Line, 'code' | 'sides'> => ({
  code,
  sides: { timetac: null, personio: null, changedAt: null, ...sides },
});

test('a record is shown as it is', () => {
  expect(standingOf(line('edited-in-target', { timetac: text }), 'timetac')).toEqual({ is: 'record', text });
});

test.each([
  ['deleted-in-target', 'personio', 'gone'],
  ['source-gone-but-adopted', 'timetac', 'gone'],
  // Nobody said that it was deleted: it is only not known here.
  ['edited-in-target', 'personio', 'unknown'],
  ['deleted-in-target', 'timetac', 'unknown'],
] as const)('%s without a record at %s: %s', (code, side, is) => {
  expect(standingOf(line(code, {}), side)).toEqual({ is });
});
