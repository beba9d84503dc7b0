import { expect, test } from 'vitest';
import type { Card, IntegrationState } from '../api/types.ts';
import { needsSomebody, worstFirst } from './worst-first.ts';

const card = (name: string, state: IntegrationState, openIssues = 0): Card => ({
  id: name,
  name,
  origin: 'page',
  role: 'operator',
  state,
  openIssues,
  history: [],
  lastRun: null,
  nextRunAt: null,
});

test('what needs somebody stands before what does not', () => {
  const cards = [
    card('ok', 'in-step'),
    card('few', 'issues', 2),
    card('b', 'reconnect'),
    card('many', 'issues', 20),
    card('a', 'reconnect'),
    card('off', 'off'),
  ];
  const names = worstFirst(cards, 'de').map(({ name }) => name);
  expect(names).toEqual(['a', 'b', 'many', 'few', 'ok', 'off']);
  expect(cards.filter(needsSomebody)).toHaveLength(4);
});
