import { expect, test } from 'vitest';
import { isAnybodyHere, listenForSigns } from './presence.ts';

test('whoever moves nothing for ten minutes is away, and back with the first sign', () => {
  const page = new EventTarget();
  listenForSigns(page);
  const in11Minutes = Date.now() + 11 * 60_000;
  expect([isAnybodyHere(), isAnybodyHere(in11Minutes)]).toEqual([true, false]);
  page.dispatchEvent(new Event('keydown'));
  expect(isAnybodyHere(Date.now() + 9 * 60_000)).toBe(true);
});
