import { expect, test } from 'vitest';
import { percentText, percentToJson } from './percent.ts';

test('percent become a share and back', () => {
  expect(['10', '7,5 %', '0.07', ''].map(percentToJson)).toEqual([0.1, 0.075, 0.0007, null]);
  expect([0.1, 0.07, 0.075].map((share) => percentText(share, String))).toEqual(['10', '7', '7.5']);
});

test('what is no number stays as it was typed', () => {
  expect(percentToJson('many')).toBe('many');
  expect(percentText('many', String)).toBe('many');
});
