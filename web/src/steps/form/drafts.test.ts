import { expect, test } from 'vitest';
import { noAnswer } from '../../api/refused.ts';
import type { Draft, Drafts } from './drafts.ts';
import { conflicted, dropped, edited, failed, insisted, sendable, sending, settled } from './drafts.ts';

const none: Drafts = new Map();
const only = (drafts: Drafts): Draft => {
  const [draft] = drafts.values();
  if (draft === undefined) {
    throw new Error('there is no draft');
  }
  return draft;
};
const typed = (drafts: Drafts, now: string, saved: string | null = 'old'): Drafts =>
  edited(drafts, { path: 'name', now, typed: now }, saved);

test('what stood there when the change began is remembered, whatever is read meanwhile', () => {
  const drafts = typed(typed(none, 'a', 'old'), 'ab', 'read meanwhile');
  expect(only(drafts)).toMatchObject({ base: 'old', now: 'ab', state: 'typing' });
});

test('what is saved is gone from the drafts', () => {
  const drafts = typed(none, 'a');
  const sent = sendable(drafts, ['name']);
  expect(settled(sending(drafts, sent), sent).size).toBe(0);
});

test('what was typed while it was being saved stays, on top of what is saved', () => {
  const drafts = typed(none, 'a');
  const sent = sendable(drafts, ['name']);
  const later = typed(sending(drafts, sent), 'ab');
  expect(only(settled(later, sent))).toMatchObject({ base: 'a', now: 'ab', state: 'typing' });
});

test('what could not be saved stays as it was typed', () => {
  const drafts = typed(none, 'a');
  const after = failed(drafts, sendable(drafts, ['name']), noAnswer());
  expect(only(after)).toMatchObject({ now: 'a', typed: 'a', state: 'failed' });
  expect(sendable(after, ['name'])).toHaveLength(1);
});

const conflict = { path: 'name', current: 'theirs', by: 'Ada', at: '2026-11-26T12:00:00Z' };

test('of two people the second chooses; until then nothing of it is sent, and typing on is kept', () => {
  const drafts = conflicted(typed(none, 'mine'), [conflict]);
  expect(sendable(drafts, ['name'])).toEqual([]);
  const on = typed(drafts, 'mine!');
  expect(only(on)).toMatchObject({ now: 'mine!', state: 'conflict', conflict });
  expect(only(insisted(on, 'name', 'mine!'))).toMatchObject({
    base: 'theirs',
    now: 'mine!',
    state: 'typing',
    conflict: null,
  });
  expect(dropped(on, 'name').size).toBe(0);
});
