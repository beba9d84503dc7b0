// Rules 3.8 and 3.9: what counts when periods are compared.

import { describe, expect, test } from 'vitest';
import type { AttendanceContent } from './attendance.ts';
import { attendanceCraft } from './craft.ts';

const all = attendanceCraft({ projects: true, notes: true });
const none = attendanceCraft({ projects: false, notes: false });
const at = (from: string, to: string | null, more: Partial<AttendanceContent> = {}): AttendanceContent => ({
  kind: 'WORK',
  start: `2026-03-02T${from}`,
  end: to === null ? null : to.includes('T') ? to : `2026-03-02T${to}`,
  projectId: null,
  comment: null,
  ...more,
});
const base = at('08:00:00', '12:00:00');

test.each([
  ['seconds', at('08:00:31', '12:00:59'), true, true, true],
  ['another minute', at('08:01:00', '12:00:00'), false, false, false],
  ['another end', at('08:00:00', '12:01:00'), false, false, false],
  ['an open end', at('08:00:00', null), false, false, false],
  ['another kind', { ...base, kind: 'BREAK' as const }, false, false, false],
  ['a project of theirs', { ...base, projectId: 'p' }, true, false, true],
  ['a comment of theirs', { ...base, comment: 'x' }, true, false, true],
  ['an empty comment', { ...base, comment: '' }, true, true, true],
])(
  '%s: equal where nothing more is written, where all is written, and alike',
  (_what, other, plain, full, alike) => {
    expect([none.equal(base, other), all.equal(base, other), all.alike(base, other)]).toEqual([
      plain,
      full,
      alike,
    ]);
  },
);

test('a project counts for joining if ours is mapped', () => {
  const mapped = { ...base, projectId: 'p' };
  expect(all.alike(mapped, { ...base, projectId: 'p', comment: 'theirs' })).toBe(true);
  expect(all.alike(mapped, { ...base, projectId: 'q' })).toBe(false);
  expect(all.alike(mapped, base)).toBe(false);
});

describe('places', () => {
  test('touching is not overlapping; an open end overlaps all that follows', () => {
    expect(all.overlap(base, at('12:00:00', '13:00:00'))).toBe(false);
    expect(all.overlap(base, at('11:59:00', '13:00:00'))).toBe(true);
    expect(all.overlap(at('06:00:00', null), base)).toBe(true);
    expect(all.overlap(at('12:00:00', null), base)).toBe(false);
  });

  test('a piece that ends at midnight lies on one day', () => {
    expect(all.span(at('22:00:00', '2026-03-03T00:00:00'))).toEqual({ from: '2026-03-02', to: '2026-03-02' });
    expect(all.span(at('22:00:00', '2026-03-03T06:00:00'))).toEqual({ from: '2026-03-02', to: '2026-03-03' });
    expect(all.span(at('22:00:00', null))).toEqual({ from: '2026-03-02', to: null });
  });

  test('the kind of a period stays; its times and project can change', () => {
    expect(all.canUpdate(base, at('09:00:00', '10:00:00', { projectId: 'p' }))).toBe(true);
    expect(all.canUpdate(base, { ...base, kind: 'BREAK' })).toBe(false);
  });

  test('likeness is the minutes in common, of one kind', () => {
    expect(all.likeness(base, at('11:00:00', '14:00:00'))).toBe(60);
    expect(all.likeness(base, at('12:00:00', '14:00:00'))).toBe(0);
    expect(all.likeness(base, { ...base, kind: 'BREAK' })).toBe(0);
  });

  test('up to a closed day both sides agree when the day lies after it, or nothing changed', () => {
    const other = at('08:00:00', '13:00:00');
    expect(all.agreeUpTo(base, other, '2026-03-01')).toBe(true);
    expect(all.agreeUpTo(base, other, '2026-03-02')).toBe(false);
    expect(all.agreeUpTo(base, null, '2026-03-02')).toBe(false);
    expect(all.agreeUpTo(null, base, '2026-03-02')).toBe(false);
    expect(all.agreeUpTo(base, base, '2026-03-02')).toBe(true);
    expect(all.agreeUpTo(null, null, '2026-03-02')).toBe(true);
  });
});

describe('what is folded', () => {
  const real = at('08:00:00', '12:00:00', { projectId: 'p', comment: 'words' });
  const folded = all.folded(real);

  test('tells equality, and nothing else but its day', () => {
    const changes = [{ kind: 'BREAK' as const }, { start: '2026-03-02T08:01:00' }, { projectId: 'q' }];
    for (const change of [...changes, { comment: 'other words' }, { end: null }])
      expect([all.equal(folded, { ...real, ...change }), all.equal({ ...real, ...change }, folded)]).toEqual([
        false,
        false,
      ]);
    expect([all.equal(folded, real), all.equal(real, folded), all.equal(folded, folded)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(all.folded(folded)).toEqual(folded);
    expect(all.span(folded)).toEqual({ from: '2026-03-02', to: '2026-03-02' });
    expect(JSON.stringify(folded)).not.toMatch(/08:00|12:00|"p"|words/);
  });

  test('is opened by what is equal to it, and stays folded beside anything else', () => {
    const other = at('13:00:00', '17:00:00');
    const { comment: _comment, ...known } = all.unfolded(folded, [other, { ...real, comment: 'w' }]);
    expect(known).toEqual({ kind: 'WORK', start: real.start, end: real.end, projectId: 'p' });
    expect(all.unfolded(folded, [other])).toEqual(folded);
    expect(all.unfolded(real, [other])).toBe(real);
  });

  test('is changed by writing anew: nobody knows its kind', () => {
    expect(all.canUpdate(folded, real)).toBe(false);
    expect([all.likeness(folded, real), all.likeness(real, real)]).toEqual([0.5, 240]);
    expect(all.likeness(folded, { ...real, start: '2026-03-03T08:00:00', end: '2026-03-03T12:00:00' })).toBe(
      0,
    );
  });
});
