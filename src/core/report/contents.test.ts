import { describe, expect, it } from 'vitest';
import { contentText, dateOfContent } from './contents.ts';

const attendance = (start: string, end: string | null, kind = 'WORK') => ({
  kind,
  start,
  end,
  projectId: null,
  comment: 'never shown',
});
const absence = (change: object) => ({
  typeId: 'secret-type',
  firstOn: '2026-03-02',
  lastOn: '2026-03-06',
  startsAtMidday: false,
  endsAtMidday: false,
  hours: null,
  ...change,
});

describe('a record in words', () => {
  it.each([
    ['hours of one day', attendance('2026-03-02T08:00:00', '2026-03-02T12:00:00'), 'WORK 08:00–12:00'],
    ['a break', attendance('2026-03-02T12:00:00', '2026-03-02T12:30:00', 'BREAK'), 'BREAK 12:00–12:30'],
    ['hours until midnight', attendance('2026-03-02T22:00:00', '2026-03-03T00:00:00'), 'WORK 22:00–24:00'],
    [
      'hours into the next day',
      attendance('2026-03-02T22:00:00', '2026-03-03T06:00:00'),
      'WORK 22:00–2026-03-03 06:00',
    ],
    ['hours without an end', attendance('2026-03-02T22:00:00', null), 'WORK 22:00–'],
  ])('%s', (_what, content, text) => {
    expect(contentText('attendances', content)).toBe(text);
    expect(dateOfContent('attendances', content)).toBe('2026-03-02');
  });

  it.each([
    ['several days', {}, '2026-03-02 – 2026-03-06'],
    ['one day', { lastOn: '2026-03-02' }, '2026-03-02'],
    ['an afternoon', { lastOn: '2026-03-02', startsAtMidday: true }, '2026-03-02 ½'],
    ['a morning', { lastOn: '2026-03-02', endsAtMidday: true }, '2026-03-02 – 2026-03-02 ½'],
    ['from midday to midday', { startsAtMidday: true, endsAtMidday: true }, '2026-03-02 ½ – 2026-03-06 ½'],
    ['an open end', { lastOn: null }, '2026-03-02 – …'],
    [
      'hours',
      { lastOn: '2026-03-02', hours: { start: '2026-03-02T09:00:00', end: '2026-03-02T11:30:00' } },
      '2026-03-02 09:00–11:30',
    ],
  ])('an absence of %s', (_what, change, text) => {
    expect(contentText('absences', absence(change))).toBe(text);
    expect(dateOfContent('absences', absence(change))).toBe('2026-03-02');
    expect(text).not.toContain('secret-type');
  });

  it('tells two records apart exactly where their words differ', () => {
    const texts = [
      {},
      { startsAtMidday: true },
      { endsAtMidday: true },
      { lastOn: null },
      { lastOn: '2026-03-02' },
    ].map((change) => contentText('absences', absence(change)));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('of an account shows the fields of the product, and never a password', () => {
    const create = { username: 'ada', email: '', exitOn: null, password: 'hunter2', active: true };
    const text = contentText('employees', { create });
    expect(text).toBe('username: ada, email: –, exitOn: –, active: true');
    expect(contentText('employees', { change: { lastName: 'Lovelace', password: 'x' } })).toBe(
      'lastName: Lovelace',
    );
    expect(contentText('employees', { change: { password: 'x' } })).toBeNull();
    expect(dateOfContent('employees', { create })).toBeNull();
  });

  it.each(['employees', 'absences', 'attendances'] as const)(
    'is nothing where there is nothing of %s',
    (part) => {
      for (const nothing of [null, undefined, 'text', 7]) {
        expect(contentText(part, nothing)).toBeNull();
        expect(dateOfContent(part, nothing)).toBeNull();
      }
    },
  );
});
