import { expect, test } from 'vitest';
import type { Card, IntegrationState } from '../api/types.ts';
import { everything, findIn, offersFind, statesIn } from './find.ts';

const card = (name: string, state: IntegrationState): Card => ({
  id: name,
  name,
  origin: 'page',
  role: 'operator',
  state,
  openIssues: 0,
  history: [],
  lastRun: null,
  nextRunAt: null,
});

const cards = [
  card('Muster GmbH Süd', 'in-step'),
  card('Muster GmbH Nord', 'reconnect'),
  card('"=cmd" & Co', 'issues'),
  card('Alpha AG', 'in-step'),
];
const found = (wanted: Partial<typeof everything>): readonly string[] =>
  findIn(cards, { ...everything, ...wanted }).map(({ name }) => name);

test('every typed word must occur in the name, in any order and case', () => {
  expect(found({ name: ' süd MUSTER ' })).toEqual(['Muster GmbH Süd']);
  expect(found({ name: '=CMD' })).toEqual(['"=cmd" & Co']);
  expect(found({ name: '   ' })).toHaveLength(4);
  expect(found({ name: 'muster west' })).toEqual([]);
});

test('a state and a name must both fit', () => {
  expect(found({ state: 'in-step' })).toEqual(['Muster GmbH Süd', 'Alpha AG']);
  expect(found({ state: 'in-step', name: 'muster' })).toEqual(['Muster GmbH Süd']);
});

test('whatever needs somebody can be asked for at once', () => {
  expect(found({ state: 'needing' })).toEqual(['Muster GmbH Nord', '"=cmd" & Co']);
});

test('only states that occur are offered, the worst first', () => {
  expect(statesIn(cards)).toEqual([
    { state: 'reconnect', n: 1 },
    { state: 'issues', n: 1 },
    { state: 'in-step', n: 2 },
  ]);
});

test('few integrations need no search, but what hides some of them stays in sight', () => {
  expect(offersFind(cards, everything)).toBe(false);
  expect(offersFind([...cards, ...cards, ...cards], everything)).toBe(true);
  expect(offersFind(cards, { ...everything, name: 'muster' })).toBe(true);
  expect(offersFind(cards, { ...everything, state: 'issues' })).toBe(true);
});
