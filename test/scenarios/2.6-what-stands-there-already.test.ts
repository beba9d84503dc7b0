// Rule 2.6: the same absence once is joined; anything else that overlaps is in the way and stays as it is.

import { describe, expect, test } from 'vitest';
import { anna, type Story, tellStory, told } from '../support/company.ts';

const vacation = (story: Story, from = '2026-04-13', to = '2026-04-15') =>
  story.takesLeave(anna.user, 'vacation', from, to);

describe('the same absence', () => {
  test('approved: adopted, not written', async () => {
    const story = tellStory();
    vacation(story);
    story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15');

    const report = await story.sync();

    expect(report.parts.absences).toMatchObject({ adopted: 1, created: 0 });
    expect(report.run.writes.personio).toBe(0);
    expect(report.issues).toEqual([]);
  });

  test('pending: adopted with a note', async () => {
    const story = tellStory();
    vacation(story);
    story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15', { status: 'PENDING' });

    const report = await story.sync();

    expect(report.parts.absences.adopted).toBe(1);
    expect(told(report.notes)).toEqual(['adopted-pending 3001 2026-04-13']);
  });

  test('rejected: blocks nothing', async () => {
    const story = tellStory();
    vacation(story);
    story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15', { status: 'REJECTED' });

    const report = await story.sync();

    expect(report.parts.absences).toMatchObject({ adopted: 0, created: 1 });
    expect(report.issues).toEqual([]);
  });
});

describe('in the way', () => {
  const foreign: readonly [what: string, enter: (story: Story) => unknown][] = [
    ['other dates', (story) => story.hrEntersAbsence('vacation', '2026-04-14', '2026-04-16')],
    ['another type', (story) => story.hrEntersAbsence('sick', '2026-04-13', '2026-04-15')],
    [
      'other halves',
      (story) => story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15', { starts_at_midday: true }),
    ],
    [
      'a pending one',
      (story) => story.hrEntersAbsence('sick', '2026-04-15', '2026-04-15', { status: 'PENDING' }),
    ],
  ];

  test.each(foreign)('%s', async (_what, enter) => {
    const story = tellStory();
    vacation(story);
    enter(story);
    const before = structuredClone(story.states.personio.absences);

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['absence-exists 3001 2026-04-13']);
    expect(report.run.writes.personio).toBe(0);
    expect(story.states.personio.absences).toEqual(before);
  });

  test('the same absence entered twice: nobody guesses which', async () => {
    const story = tellStory();
    vacation(story);
    story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15');
    story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15');

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['absence-exists 3001 2026-04-13']);
    expect(report.parts.absences.adopted).toBe(0);
  });

  test('the free half of a day is free', async () => {
    const story = tellStory();
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5 });
    story.hrEntersAbsence('sick', '2026-04-13', '2026-04-13', { starts_at_midday: true });

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual([
      'Paid absence 2026-04-13 to midday',
      'Sick day 2026-04-13 from midday',
    ]);
  });

  test('an open-ended sickness is in the way of everything after it', async () => {
    const story = tellStory();
    vacation(story);
    story.hr.addAbsence({
      person_id: anna.employee,
      absence_type_id: story.states.personio.absenceTypes.find(({ name }) => name === 'Sick day')?.id ?? '',
      first: '2026-03-02',
      last: null,
    });

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['absence-exists 3001 2026-04-13']);
  });

  test('it goes out by itself once the foreign one is gone', async () => {
    const story = tellStory();
    vacation(story);
    const foreign = story.hrEntersAbsence('sick', '2026-04-14');
    await story.sync();
    story.later();
    story.hr.deleteAbsence(foreign.id);

    const report = await story.sync({ full: true });

    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
  });

  test('it goes out in the next ordinary run once the foreign one was moved away', async () => {
    const story = tellStory();
    vacation(story);
    const foreign = story.hrEntersAbsence('sick', '2026-04-14');
    await story.sync();
    story.later();
    story.hr.editAbsence(foreign.id, { first: '2026-05-04', last: '2026-05-04' });

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15', 'Sick day 2026-05-04']);
  });

  test('one whose deletion is pending blocks nothing in the plan, but Personio still refuses: told as what it is', async () => {
    const story = tellStory();
    vacation(story);
    const foreign = story.hrEntersAbsence('sick', '2026-04-14');
    story.hr.editAbsence(foreign.id, { status: 'DELETION_PENDING' });

    const report = await story.sync();
    expect(told(report.issues)).toEqual(['absence-exists 3001 2026-04-13']);

    story.later();
    story.hr.deleteAbsence(foreign.id);
    const after = await story.sync({ full: true });
    expect(after.issues).toEqual([]);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
  });

  test('the other absences of that person go out', async () => {
    const story = tellStory();
    vacation(story);
    vacation(story, '2026-05-18', '2026-05-19');
    story.hrEntersAbsence('sick', '2026-04-14');

    const report = await story.sync();

    expect(report.issues).toHaveLength(1);
    expect(story.absences()).toEqual(['Sick day 2026-04-14', 'Paid absence 2026-05-18 – 2026-05-19']);
  });
});
