import { expect, test } from 'vitest';
import { sayIn } from '../../words/say.ts';
import { nameChoices, textChoices } from './name-choices.ts';

const say = sayIn.bind(null, 'en');

test('inactive entries come last and are named as such; a name is there once', () => {
  const named = [
    { name: 'Works', active: true },
    { name: 'Old', active: false },
    { name: 'Sales', active: false },
    { name: 'Sales', active: true },
  ];
  expect(nameChoices(say, named)?.map(({ label }) => label)).toEqual(['Sales', 'Works', 'Old (inactive)']);
});

test('a list that could not be read is no empty list', () => {
  expect([nameChoices(say, null), nameChoices(say, undefined), textChoices(undefined)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(textChoices(['b', 'a', 'b'])?.map(({ value }) => value)).toEqual(['a', 'b']);
});
