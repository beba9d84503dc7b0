// Rule 3.8: an equal foreign period is joined; one in the way holds only the piece that it overlaps.

import { describe, expect, test } from 'vitest';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, type Story, tellStory, told, writesOf } from '../support/company.ts';
import { changing } from '../support/wire.ts';
import type { Draft } from '../support/world.ts';

const workday = (story: Story): void => {
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 13:00', '17:00');
};

test('equal in minute and kind, exactly one: adopted without a write', async () => {
  const story = tellStory();
  workday(story);
  story.hrEnters('WORK', '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(report.parts.attendances).toMatchObject({ adopted: 1, created: 1 });
  expect(report.run.writes.personio).toBe(1);
});

describe('an equal one is adopted whatever its', () => {
  const same: readonly [what: string, change: Parameters<Story['hr']['editAttendance']>[1]][] = [
    ['comment', { comment: 'by hand' }],
    ['approval', { status: 'PENDING' }],
    ['seconds', { start: '2026-03-16T08:00:31' }],
  ];

  test.each(same)('%s', async (_what, change) => {
    const story = tellStory();
    workday(story);
    story.hr.editAttendance(story.hrEnters('WORK', '2026-03-16 08:00', '12:00').id, change);

    const report = await story.sync();

    expect(report.parts.attendances.adopted).toBe(1);
    expect(report.issues).toEqual([]);
  });
});

test('an equal one that was rejected is not joined, and blocks nothing', async () => {
  const story = tellStory();
  workday(story);
  story.hr.editAttendance(story.hrEnters('WORK', '2026-03-16 08:00', '12:00').id, { status: 'REJECTED' });

  const report = await story.sync();

  expect(report.parts.attendances).toMatchObject({ adopted: 0, created: 2 });
  expect(report.issues).toEqual([]);
});

test('with another project it is not equal', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00', { task_id: taskIds.relaunch });
  story.hrEnters('WORK', '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
});

describe.each(['reject', 'trim'] as const)('in the way, in an account that would %s', (overlap) => {
  const foreign: readonly [
    what: string,
    type: 'WORK' | 'BREAK',
    from: string,
    to: string,
    pending: boolean,
  ][] = [
    ['work', 'WORK', '11:00', '12:30', false],
    ['a break', 'BREAK', '09:00', '09:15', false],
    ['something pending', 'WORK', '07:00', '09:00', true],
    ['something around it', 'WORK', '07:00', '12:45', false],
  ];

  test.each(foreign)(
    '%s: that piece is held, the rest of the day goes out',
    async (_what, type, from, to, pending) => {
      const story = tellStory({ personio: { 'attendance-overlap': overlap } });
      workday(story);
      const theirs = story.hrEnters(type, `2026-03-16 ${from}`, to);
      if (pending) story.hr.editAttendance(theirs.id, { status: 'PENDING' });
      const before = { ...theirs };

      const report = await story.sync();

      expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
      expect(report.issues[0]?.message.en).toContain('08:00');
      expect(report.issues[0]?.message.en).toContain(from);
      expect(report.parts.attendances).toMatchObject({ created: 1, held: 1 });
      expect(story.attendances()).toHaveLength(2);
      expect(story.attendances()).toContain('WORK 2026-03-16 13:00–17:00');
      expect(theirs).toEqual(before);
    },
  );

  test('a foreign period that only touches is not in the way', async () => {
    const story = tellStory({ personio: { 'attendance-overlap': overlap } });
    workday(story);
    story.hrEnters('WORK', '2026-03-16 12:00', '13:00');

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.attendances()).toHaveLength(3);
  });

  test('one issue per day, however many pieces are held', async () => {
    const story = tellStory({ personio: { 'attendance-overlap': overlap } });
    workday(story);
    story.hrEnters('WORK', '2026-03-16 11:00', '14:00');

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
    expect(report.issues[0]?.covers).toBe(2);
  });

  test('once the foreign period is out of the way, the piece goes out in the next ordinary run', async () => {
    const story = tellStory({ personio: { 'attendance-overlap': overlap } });
    workday(story);
    const theirs = story.hrEnters('WORK', '2026-03-16 11:00', '12:30');
    await story.sync();
    story.later();
    story.hr.editAttendance(theirs.id, { start: '2026-03-16T12:00:00' });

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.attendances()).toHaveLength(3);
  });

  test('once it is deleted, the piece goes out with the next full check', async () => {
    const story = tellStory({ personio: { 'attendance-overlap': overlap } });
    workday(story);
    const theirs = story.hrEnters('WORK', '2026-03-16 11:00', '12:30');
    await story.sync();
    story.later();
    story.hr.deleteAttendance(theirs.id);

    const report = await story.sync({ full: true });

    expect(report.issues).toEqual([]);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–17:00']);
  });

  test('two equal foreign periods: nobody guesses which', async () => {
    const story = tellStory({ personio: { 'attendance-overlap': overlap } });
    workday(story);
    story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
    story.hrEnters('WORK', '2026-03-16 08:00', '12:00');

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
    expect(report.parts.attendances.adopted).toBe(0);
  });
});

test('somebody enters a period after the plan was made: the account cut it, and that is told', async () => {
  const story = tellStory({ personio: { 'attendance-overlap': 'trim' } });
  workday(story);
  let entered: ReturnType<Story['hrEnters']> | undefined;
  // The moment before our first write arrives.
  story.wire.next({ side: 'personio', method: 'POST', path: '/attendance-periods' }, (request, handle) => {
    entered = story.hrEnters('WORK', '2026-03-16 11:00', '12:30');
    return handle(request);
  });

  const report = await story.sync();

  const cut = report.issues.find(({ code }) => code === 'foreign-cut');
  expect(cut?.message.en).toContain(entered?.id ?? 'nobody entered anything');
  // Nothing more of that day is sent.
  expect(story.attendances().some((text) => text.includes('13:00–17:00'))).toBe(false);

  // The rest of the day follows, and the cut is told as long as nobody has seen to it.
  const issuesOf = async (): Promise<string[]> => {
    story.later();
    return told((await story.sync({ full: true })).issues);
  };
  expect(await issuesOf()).toEqual(['foreign-cut 3001 2026-03-16']);
  expect(story.attendances()).toContain('WORK 2026-03-16 13:00–17:00');
  expect(await issuesOf()).toEqual(['foreign-cut 3001 2026-03-16']);
  story.hr.editAttendance(entered?.id ?? '', { comment: 'seen' });
  expect(await issuesOf()).toEqual(['foreign-cut 3001 2026-03-16']);
  story.hr.deleteAttendance(entered?.id ?? '');
  expect(await issuesOf()).toEqual([]);
});

test.each([
  ['confirmed', {}],
  ['rejected', { status: 'REJECTED' as const }],
])(
  'an entry that was never closed, two days before, is in nobody’s way (beside one that is %s)',
  async (_, more) => {
    const story = tellStory();
    story.works(anna.user, '2026-03-18 08:00', '12:00');
    story.works(anna.user, '2026-03-18 13:00', '17:00');
    const open = story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
    story.hr.editAttendance(open.id, { end: null });
    const beside = story.hrEnters('WORK', '2026-03-18 12:10', '12:20');
    story.hr.editAttendance(beside.id, more);

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(report.parts.attendances.created).toBe(2);
    expect(await story.archive.dirty('attendances')).toEqual([]);
  },
);

test('an entry that is still open since the day before is in the way', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  const open = story.hrEnters('WORK', '2026-03-16 20:00', '22:00');
  story.hr.editAttendance(open.id, { end: null });

  expect(told((await story.sync()).issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  expect(story.attendances().some((text) => text.includes('2026-03-17'))).toBe(false);
});

test('somebody enters a period while the run reads: the day is read again just before writing', async () => {
  const story = tellStory();
  workday(story);
  story.hrEnters('WORK', '2026-03-16 12:10', '12:20');
  let theirs: ReturnType<Story['hrEnters']> | undefined;
  // Right after the plan's own read of the target.
  story.wire.next(
    { side: 'personio', method: 'GET', path: '/attendance-periods' },
    async (request, handle) => {
      const response = await handle(request);
      theirs = story.hrEnters('WORK', '2026-03-16 11:00', '12:05');
      return response;
    },
  );

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
  expect(theirs).toMatchObject({ start: '2026-03-16T11:00:00', end: '2026-03-16T12:05:00' });
  expect(story.attendances()).toContain('WORK 2026-03-16 13:00–17:00');
});

test('two pieces of ours never block each other, and a rejected one of theirs never blocks', async () => {
  const story = tellStory();
  workday(story);
  const theirs = story.hrEnters('WORK', '2026-03-16 07:00', '18:00');
  story.hr.editAttendance(theirs.id, { status: 'REJECTED' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toHaveLength(3);
});

test('a joined period that its owner moves to another day leaves its place to ours', async () => {
  const story = tellStory();
  workday(story);
  const theirs = story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
  await story.sync();
  story.hr.editAttendance(theirs.id, { start: '2026-03-12T08:00:00', end: '2026-03-12T12:00:00' });

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual([
    'WORK 2026-03-12 08:00–12:00',
    'WORK 2026-03-16 08:00–12:00',
    'WORK 2026-03-16 13:00–17:00',
  ]);
  expect(await story.archive.dirty('attendances')).toEqual([]);
});

test('who is looked at again before writing is looked at for all days that are about to be written', async () => {
  const story = tellStory({ personio: { 'attendance-overlap': 'trim' } });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.hrEnters('WORK', '2026-03-17 18:00', '19:00');
  let entered = false;
  story.wire.next(
    { side: 'personio', method: 'GET', path: '/attendance-periods' },
    (request, handle) => {
      if (!entered) story.hrEnters('WORK', '2026-03-16 11:00', '13:00');
      entered = true;
      return handle(request);
    },
    { skip: 1 },
  );

  const report = await story.sync();

  expect(entered).toBe(true);
  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
  expect(story.attendances()).toEqual([
    'WORK 2026-03-16 11:00–13:00',
    'WORK 2026-03-17 08:00–12:00',
    'WORK 2026-03-17 18:00–19:00',
  ]);
});

test('somebody enters the very same at that moment: the account put ours in its place, and that is told once', async () => {
  const story = tellStory({ personio: { 'attendance-overlap': 'trim' } });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  let entered: ReturnType<Story['hrEnters']> | undefined;
  story.wire.next({ side: 'personio', method: 'POST', path: '/attendance-periods' }, (request, handle) => {
    entered = story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
    return handle(request);
  });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['foreign-cut 3001 2026-03-16']);
  expect(report.issues[0]?.message.en).toContain(entered?.id ?? 'nobody entered anything');
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  const later = await story.syncLater({ full: true });
  expect([later.issues, writesOf(later)]).toEqual([[], 0]);
});

test('what was cut is told as it was, where it was read before', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 13:00', '17:00');
  const entered = story.hrEnters('WORK', '2026-03-16 12:10', '12:50');
  const cut = (body: Draft) => ({
    ...body,
    affected_periods: [
      {
        id: entered.id,
        type: 'WORK',
        person: { id: anna.employee },
        start: { date_time: '2026-03-16T12:10:00' },
        end: { date_time: '2026-03-16T12:30:00' },
        attribution_date: '2026-03-16',
        approval: { status: 'CONFIRMED' },
      },
    ],
  });
  story.wire.next({ side: 'personio', method: 'POST', path: '/attendance-periods' }, changing(cut));

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['foreign-cut 3001 2026-03-16']);
  const { en = '', de = '' } = report.issues[0]?.message ?? {};
  expect(en).toContain('It was: 16 Mar 2026, 12:10–12:50. It is now: 16 Mar 2026, 12:10–12:30');
  expect(de).toContain(
    'Vorher lautete er: 16.03.2026, 12:10–12:50. Jetzt lautet er: 16.03.2026, 12:10–12:30',
  );
});

test('a break that Personio made by itself and moves with ours is nobody’s entry', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 13:00', '17:00');
  const automatic = (body: Draft) => ({
    ...body,
    affected_periods: [
      {
        id: 'automatic-1',
        type: 'BREAK',
        person: { id: anna.employee },
        start: { date_time: '2026-03-16T12:00:00' },
        end: { date_time: '2026-03-16T12:30:00' },
        status: 'CONFIRMED',
        is_auto_generated: true,
      },
    ],
  });
  story.wire.next({ side: 'personio', method: 'POST', path: '/attendance-periods' }, changing(automatic));

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–17:00']);
});

test('of hours that are held nothing is said as if they had been sent', async () => {
  const story = tellStory({ now: '2026-03-30 09:00' });
  story.hrEnters('WORK', '2026-03-29 01:00', '01:30');
  story.works(anna.user, '2026-03-29 00:00', '06:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-29']);
  expect(report.notes).toEqual([]);
});
