import { expect, test } from 'vitest';
import type { Mail } from '../words/mails.ts';
import { kindWords, newsOf } from './mail-states.ts';

const mail = (change: Partial<Mail>): Mail => ({
  id: 'report-1',
  kind: 'report',
  to: 'hr@muster.example',
  language: 'de',
  createdAt: '2026-03-02T07:00:00Z',
  sentAt: null,
  state: 'waiting',
  tries: 0,
  nextTryAt: null,
  trouble: null,
  reason: null,
  ...change,
});

const refusal = '451 try later';
const nextTryAt = '2026-03-02T08:00:00Z';

test('a mail that was never tried has nothing to tell but that it waits', () => {
  expect(newsOf(mail({ nextTryAt }))).toEqual({
    sentAt: null,
    trouble: null,
    reason: null,
    tries: null,
    nextTryAt: null,
  });
});

test('a mail that is tried again says why and when', () => {
  expect(newsOf(mail({ tries: 2, trouble: refusal, nextTryAt }))).toEqual({
    sentAt: null,
    trouble: refusal,
    reason: null,
    tries: 2,
    nextTryAt,
  });
});

test('trouble on the way of a mail that was sent is forgotten', () => {
  const sentAt = '2026-03-02T08:00:01Z';
  expect(newsOf(mail({ state: 'sent', sentAt, tries: 3, trouble: refusal }))).toEqual({
    sentAt,
    trouble: null,
    reason: null,
    tries: null,
    nextTryAt: null,
  });
});

test('a refused mail promises no further try', () => {
  for (const state of ['refused', 'given-up'] as const) {
    expect(newsOf(mail({ state, tries: 1, trouble: refusal, nextTryAt }))).toMatchObject({
      trouble: refusal,
      nextTryAt: null,
    });
  }
});

test('a kind of mail that the page does not know is shown as it is', () => {
  expect(kindWords('report').de).toBe('Schnittstellenbericht');
  expect(kindWords('brand-new')).toEqual({ en: 'brand-new', de: 'brand-new' });
});

test('why a mail did not go is told in the reader’s words where no mail server said no', () => {
  const news = newsOf(mail({ state: 'given-up', reason: 'recipient' }));
  expect(news).toMatchObject({ trouble: null, reason: 'recipient' });
});
