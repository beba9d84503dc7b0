// Rules 2.7 and 2.8: changes travel with few writes that never overlap; hand edits and rejections are held per absence.

import { describe, expect, test } from 'vitest';
import type { TimetacAbsence } from '../../src/simulators/timetac/state.ts';
import { anna, type Story, tellStory, told } from '../support/company.ts';

async function exported() {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  return { story, leave, absence: story.absenceOn('2026-04-13') };
}

const changes: readonly [what: string, change: Partial<TimetacAbsence>, stands: string, writes: number][] = [
  ['longer', { to_date: '2026-04-16' }, 'Paid absence 2026-04-13 – 2026-04-16', 1],
  ['earlier', { from_date: '2026-04-09', to_date: '2026-04-10' }, 'Paid absence 2026-04-09 – 2026-04-10', 1],
  ['one half', { request_partial_end_duration: 0.5 }, 'Paid absence 2026-04-13 – 2026-04-15 to midday', 1],
  ['another type', { type_id: 3, subtype_id: 11 }, 'Sick day 2026-04-13 – 2026-04-15', 2],
];

test.each(changes)('%s', async (_what, change, stands, writes) => {
  const { story, leave } = await exported();
  story.time.changeAbsenceDates(leave.id, change);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([stands]);
  expect(report.run.writes.personio).toBeLessThanOrEqual(writes);
  expect(report.parts.absences).toMatchObject({ created: 0, updated: 1, deleted: 0 });
});

test('two absences that swap their days', async () => {
  const story = tellStory();
  const first = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
  const second = story.takesLeave(anna.user, 'sick', '2026-04-15', '2026-04-16');
  await story.sync();
  story.later();
  story.time.changeAbsenceDates(first.id, { from_date: '2026-04-15', to_date: '2026-04-16' });
  story.time.changeAbsenceDates(second.id, { from_date: '2026-04-13', to_date: '2026-04-14' });

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([
    'Sick day 2026-04-13 – 2026-04-14',
    'Paid absence 2026-04-15 – 2026-04-16',
  ]);
});

describe('touched by hand in Personio', () => {
  const touches: readonly [
    what: string,
    touch: (story: Story, id: string) => void,
    code: string,
    full: boolean,
  ][] = [
    [
      'edited',
      (story, id) => void story.hr.editAbsence(id, { last: '2026-04-14' }),
      'edited-in-target',
      false,
    ],
    ['deleted', (story, id) => story.hr.deleteAbsence(id), 'deleted-in-target', true],
    ['rejected', (story, id) => story.hr.rejectAbsence(id), 'rejected-in-target', false],
  ];

  test.each(touches)('%s: held, told, and never sent again by itself', async (_what, touch, code, full) => {
    const { story, absence } = await exported();
    touch(story, absence.id);
    const standing = story.absences();

    const report = await story.sync({ full });
    await story.syncLater();
    const later = await story.syncLater({ full: true });

    expect(told(report.issues)).toEqual([`${code} 3001 2026-04-13`]);
    expect(told(later.issues)).toEqual(told(report.issues));
    expect(story.absences()).toEqual(standing);
  });

  test('only that absence is held, another one of the same person goes out', async () => {
    const { story, absence } = await exported();
    story.hr.editAbsence(absence.id, { last: '2026-04-14' });
    story.takesLeave(anna.user, 'vacation', '2026-05-18');

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-04-13']);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14', 'Paid absence 2026-05-18']);
  });

  test('edited there and changed here: a person decides', async () => {
    const { story, leave, absence } = await exported();
    story.hr.editAbsence(absence.id, { last: '2026-04-14' });
    story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-17' });

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['changed-on-both-sides 3001 2026-04-13']);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
  });

  test('edited there and changed here to the same: nothing to tell', async () => {
    const { story, leave, absence } = await exported();
    story.hr.editAbsence(absence.id, { last: '2026-04-14' });
    story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-14' });

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(report.run.writes.personio).toBe(0);
  });

  test('edited there and cancelled here: their edit is not deleted', async () => {
    const { story, leave, absence } = await exported();
    story.hr.editAbsence(absence.id, { last: '2026-04-14' });
    story.time.cancelAbsence(leave.id);

    const report = await story.sync();

    expect(report.issues).toHaveLength(1);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
  });

  test('deleted there and cancelled here: both agree, nothing is left to tell', async () => {
    const { story, leave, absence } = await exported();
    story.hr.deleteAbsence(absence.id);
    story.time.cancelAbsence(leave.id);

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(await story.archive.links({ part: 'absences' })).toEqual([]);
  });

  test('only its comment or approval changes: no edit of what we wrote', async () => {
    const { story, absence } = await exported();
    story.hr.editAbsence(absence.id, { comment: 'enjoy', status: 'PENDING' });
    story.hr.approveAbsence(absence.id);

    const report = await story.sync();

    expect(report.issues).toEqual([]);
  });
});

test.each([
  ['skip', 'APPROVED'],
  ['personio', 'PENDING'],
] as const)('with `approval: %s` a vacation arrives %s', async (approval, status) => {
  const story = tellStory({ settings: (document) => (document['absences'].approval = approval) });
  story.takesLeave(anna.user, 'vacation', '2026-04-13');

  const report = await story.sync();
  const again = await story.syncLater({ full: true });

  expect(story.absenceOn('2026-04-13').status).toBe(status);
  expect([...report.issues, ...again.issues]).toEqual([]);
});

describe.each(['inclusive', 'exclusive'] as const)('an account that takes the last day %s', (end) => {
  test('gets every absence with its right last day', async () => {
    const story = tellStory({ personio: { 'absence-write-end': end } });
    story.takesLeave(anna.user, 'vacation', '2026-04-13');
    story.takesLeave(anna.user, 'sick', '2026-04-15', '2026-04-17');
    story.takesLeave(anna.user, 'vacation', '2026-04-20', '2026-04-20', { duration: 0.5 });

    const report = await story.sync();
    const again = await story.syncLater({ full: true });

    expect([...report.issues, ...again.issues]).toEqual([]);
    expect(story.absences()).toEqual([
      'Paid absence 2026-04-13',
      'Sick day 2026-04-15 – 2026-04-17',
      'Paid absence 2026-04-20 to midday',
    ]);
    expect(again.run.writes.personio).toBe(0);
  });
});
