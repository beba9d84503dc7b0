import { expect, test } from 'vitest';
import { sameName } from './same-name.ts';

test.each([
  ['Muster GmbH', 'Muster GmbH', true],
  [' Muster  GmbH ', 'Muster GmbH', true],
  ['muster gmbh', 'Muster GmbH', false],
  ['Muster', 'Muster GmbH', false],
  ['', '', false],
  // Marks of writing from right to left stand in the name, but on no keyboard.
  ['Muster GmbH', '\u202eMuster\u200f GmbH', true],
  ['Mu\u0308ller', 'Müller', true],
  ['"=cmd" & Co 🎉', '"=cmd" & Co 🎉', true],
])('%j typed for %j: %s', (typed, name, same) => {
  expect(sameName(typed, name)).toBe(same);
});
