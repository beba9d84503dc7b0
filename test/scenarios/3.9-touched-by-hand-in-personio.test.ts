// Rule 3.9: what HR edits or deletes of ours freezes that day until a person answers or both sides agree again.

import { describe, expect, test } from 'vitest';
import { anna, type Story, tellStory, told, writesOf } from '../support/company.ts';
import type { ChangeSettings, Draft } from '../support/world.ts';

async function exported(settings: ChangeSettings = () => undefined) {
  const story = tellStory({ settings });
  const morning = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const afternoon = story.works(anna.user, '2026-03-16 13:00', '17:00');
  await story.sync();
  story.later();
  return { story, morning, afternoon };
}

const edit = (story: Story, change = { end: '2026-03-16T11:30:00' }): void =>
  void story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, change);
const remove = (story: Story): void => story.hr.deleteAttendance(story.attendanceAt('2026-03-16 08:00').id);

test('edited: told once, kept as HR wrote it, in this run and in all later ones', async () => {
  const { story } = await exported();
  edit(story);
  const standing = ['WORK 2026-03-16 08:00–11:30', 'WORK 2026-03-16 13:00–17:00'];

  const report = await story.sync();
  expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-03-16']);
  expect(report.run.writes.personio).toBe(0);

  await story.syncLater();
  const full = await story.syncLater({ full: true });
  expect(told(full.issues)).toEqual(['edited-in-target 3001 2026-03-16']);
  expect(full.issues[0]?.new).toBe(false);
  expect(story.attendances()).toEqual(standing);
});

test('deleted: a full window notices; it is not written again', async () => {
  const { story } = await exported();
  remove(story);

  const incremental = await story.sync();
  expect(incremental.issues).toEqual([]);

  const full = await story.syncLater({ full: true });
  expect(told(full.issues)).toEqual(['deleted-in-target 3001 2026-03-16']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 13:00–17:00']);
});

test('deleted there, and its own source changes: noticed without a full window, not written again', async () => {
  const { story, morning } = await exported();
  remove(story);
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:45:00' });

  const report = await story.sync();

  expect(report.issues).toHaveLength(1);
  expect(report.run.writes.personio).toBe(0);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 13:00–17:00']);
});

test('the frozen day takes no other change, the days around it do', async () => {
  const { story, afternoon } = await exported();
  edit(story);
  story.time.editTimeTracking(afternoon.id, { end_time: '2026-03-16 18:00:00' });
  story.works(anna.user, '2026-03-16 19:00', '20:00');
  story.works(anna.user, '2026-03-17 08:00', '12:00');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['changed-on-both-sides 3001 2026-03-16']);
  expect(story.attendances()).toEqual([
    'WORK 2026-03-16 08:00–11:30',
    'WORK 2026-03-16 13:00–17:00',
    'WORK 2026-03-17 08:00–12:00',
  ]);
});

test('changed on both sides to different things: a person decides', async () => {
  const { story, morning } = await exported();
  edit(story);
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:45:00' });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['changed-on-both-sides 3001 2026-03-16']);
  expect(story.attendances()[0]).toBe('WORK 2026-03-16 08:00–11:30');
});

test('changed on both sides to the same: agreed, and later changes travel again', async () => {
  const { story, morning } = await exported();
  edit(story);
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:30:00' });
  const report = await story.sync();
  expect(report.issues).toEqual([]);
  expect(report.run.writes.personio).toBe(0);
  story.later();
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:00:00' });

  const later = await story.sync();

  expect(later.issues).toEqual([]);
  expect(story.attendances()[0]).toBe('WORK 2026-03-16 08:00–11:00');
});

test('HR puts it back: the issue is solved by itself', async () => {
  const { story } = await exported();
  edit(story);
  await story.sync();
  story.later();
  edit(story, { end: '2026-03-16T12:00:00' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(report.run.status).toBe('done');
});

test('TimeTac follows the edit: the issue is solved by itself', async () => {
  const { story, morning } = await exported();
  edit(story);
  await story.sync();
  story.later();
  story.time.editTimeTracking(morning.id, { end_time: '2026-03-16 11:30:00' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()[0]).toBe('WORK 2026-03-16 08:00–11:30');
});

describe('no edit of what we wrote', () => {
  const harmless: readonly [what: string, touch: (story: Story) => unknown][] = [
    [
      'approval',
      (story) => story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { status: 'PENDING' }),
    ],
    [
      'a comment',
      (story) => story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { comment: 'fine' }),
    ],
    [
      'seconds',
      (story) =>
        story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T12:00:20' }),
    ],
    [
      'a saved form without changes',
      (story) => story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, {}),
    ],
    [
      "Personio's own break inside the period",
      (story) =>
        story.hr.addAttendance({
          person_id: anna.employee,
          type: 'BREAK',
          start: '2026-03-16T10:00:00',
          end: '2026-03-16T10:15:00',
          is_auto_generated: true,
        }),
    ],
  ];

  test.each(harmless)('%s', async (_what, touch) => {
    const { story, afternoon } = await exported();
    touch(story);
    const report = await story.sync();
    const full = await story.syncLater({ full: true });
    expect([...report.issues, ...full.issues]).toEqual([]);
    story.later();
    story.time.editTimeTracking(afternoon.id, { end_time: '2026-03-16 18:00:00' });

    const later = await story.sync();

    expect(later.issues).toEqual([]);
    expect(story.attendances().at(-1)).toBe('WORK 2026-03-16 13:00–18:00');
  });
});

describe('`onTargetEdit: source-wins`', () => {
  test('overrules an edit', async () => {
    const { story } = await exported(sourceWins);
    edit(story);

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.attendances()[0]).toBe('WORK 2026-03-16 08:00–12:00');
  });

  test('never overrules a deletion', async () => {
    const { story } = await exported(sourceWins);
    remove(story);

    const report = await story.sync({ full: true });

    expect(told(report.issues)).toEqual(['deleted-in-target 3001 2026-03-16']);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 13:00–17:00']);
  });

  test('a day with both stays frozen', async () => {
    const { story } = await exported(sourceWins);
    remove(story);
    story.hr.editAttendance(story.attendanceAt('2026-03-16 13:00').id, { end: '2026-03-16T16:00:00' });

    const report = await story.sync({ full: true });

    expect(report.issues).toHaveLength(1);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 13:00–16:00']);
  });
});

test('deleted there and gone here: both agree, nothing is left to tell', async () => {
  const { story, morning } = await exported();
  remove(story);
  story.time.deleteTimeTracking(morning.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 13:00–17:00']);
  expect(await story.archive.links({ part: 'attendances' })).toHaveLength(1);
});

test('edited there and gone here: their edit is not deleted', async () => {
  const { story, morning } = await exported();
  edit(story);
  story.time.deleteTimeTracking(morning.id);

  const report = await story.sync();

  expect(report.issues).toHaveLength(1);
  expect(story.attendances()[0]).toBe('WORK 2026-03-16 08:00–11:30');
});

test('HR moves our period to another day: edited there, not written again here', async () => {
  const { story } = await exported();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, {
    start: '2026-03-17T08:00:00',
    end: '2026-03-17T12:00:00',
  });

  const report = await story.sync();
  const full = await story.syncLater({ full: true });

  expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-03-16']);
  expect(told(full.issues)).toEqual(told(report.issues));
  expect(story.attendances()).toEqual(['WORK 2026-03-16 13:00–17:00', 'WORK 2026-03-17 08:00–12:00']);
});

const sourceWins = (document: Draft): void => void (document['attendances'].onTargetEdit = 'source-wins');

test('beside a piece that is held anyway, an edit there alone is no change on both sides', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-16 13:00', '17:00');
  story.hrEnters('WORK', '2026-03-16 16:00', '18:00');
  await story.sync();
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { end: '2026-03-16T11:00:00' });
  const report = await story.sync();
  expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-03-16']);
});

describe('what HR adds of its own to a record of ours', () => {
  const without = (document: Draft): void => {
    document['attendances'].projects = [];
    document['attendances'].notes = false;
  };

  async function annotated(onTargetEdit: 'hold' | 'source-wins') {
    const settings = (document: Draft): void => {
      without(document);
      document['attendances'].onTargetEdit = onTargetEdit;
    };
    const story = tellStory({ settings });
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
    await story.sync();
    story.later();
    const [period] = story.states.personio.attendances;
    const [project] = story.states.personio.projects;
    story.hr.editAttendance(period?.id ?? '', { comment: 'seen', project_id: project?.id ?? '' });
    const stands = () => [period?.comment, period?.project_id, period?.end];
    return { story, row, stands, theirs: ['seen', project?.id] };
  }

  test('stays where our hours change', async () => {
    const { story, row, stands, theirs } = await annotated('hold');
    story.time.editTimeTracking(row.id, { end_time: '2026-03-16 13:00:00' });

    const report = await story.sync();

    expect([report.issues, stands()]).toEqual([[], [...theirs, '2026-03-16T13:00:00']]);
  });

  test.each(['hold', 'source-wins'] as const)(
    'is no edit once notes and projects go out as well (%s)',
    async (onTargetEdit) => {
      const { story, stands, theirs } = await annotated(onTargetEdit);
      story.world.changeSettings((document) => {
        document['attendances'].notes = true;
        document['attendances'].onTargetEdit = onTargetEdit;
      });

      const report = await story.syncLater({ full: true });

      expect([report.issues, writesOf(report), stands()]).toEqual([
        [],
        0,
        [...theirs, '2026-03-16T12:00:00'],
      ]);
    },
  );
});
