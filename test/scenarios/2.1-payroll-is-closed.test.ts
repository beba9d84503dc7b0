// Rule 2.1: up to and including `lockedUntil` nothing is written; what differs there is listed for payroll.

import { describe, expect, test } from 'vitest';
import { anna, ben, clara, codes, type Story, takeRowOut, tellStory, told } from '../support/company.ts';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import type { Draft } from '../support/world.ts';

const locked = (document: Draft): void => void (document['lockedUntil'] = '2026-02-28');

test('a new absence in a closed month is not sent but listed for payroll, one issue per person', async () => {
  const story = tellStory({ settings: locked });
  story.takesLeave(anna.user, 'sick', '2026-02-10');
  story.takesLeave(anna.user, 'sick', '2026-02-17');
  story.takesLeave(ben.user, 'sick', '2026-02-12');

  const report = await story.sync();

  expect(codes(report.issues)).toEqual(['month-closed', 'month-closed']);
  expect(story.states.personio.absences).toEqual([]);
});

test('a new absence over the closed day is clipped', async () => {
  const story = tellStory({ settings: (document) => (document['lockedUntil'] = '2026-03-10') });
  story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-13');

  await story.sync();

  expect(story.absences()).toEqual(['Paid absence 2026-03-11 – 2026-03-13']);
});

test('an exported absence of a closed month that changes is held; what stands stays', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-02-10', '2026-02-12');
  await story.sync();
  story.world.changeSettings(locked);
  story.later();
  story.time.cancelAbsence(leave.id);

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['month-closed 3001 2026-02-10']);
  expect(story.absences()).toEqual(['Paid absence 2026-02-10 – 2026-02-12']);
});

test('an exported absence over the closed day is not cut', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-02-26', '2026-03-03');
  await story.sync();
  story.world.changeSettings(locked);

  const report = await story.syncLater({ full: true });

  expect(report.issues).toEqual([]);
  expect(report.run.writes.personio).toBe(0);
  expect(story.absences()).toEqual(['Paid absence 2026-02-26 – 2026-03-03']);
});

test('the list names the days, person by person', async () => {
  const story = tellStory({ settings: locked });
  story.takesLeave(anna.user, 'vacation', '2026-02-10', '2026-02-11');
  story.takesLeave(anna.user, 'vacation', '2026-02-17');

  const report = await story.sync();

  expect(report.issues).toMatchObject([{ code: 'month-closed', covers: 2 }]);
  expect(report.issues[0]?.details).toHaveLength(2);
  expect(report.issues[0]?.details.join('\n')).toMatch(/2026-02-10[^]*2026-02-17/);
});

test('payroll opens the month again: what was listed goes out', async () => {
  const story = tellStory({ settings: locked });
  story.takesLeave(anna.user, 'vacation', '2026-02-10', '2026-02-11');
  await story.sync();
  story.world.changeSettings((document) => (document['lockedUntil'] = '2026-01-31'));

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-02-10 – 2026-02-11']);
});

test('what payroll has entered in Personio by hand is off the list', async () => {
  const story = tellStory({ settings: locked });
  story.takesLeave(anna.user, 'vacation', '2026-02-10', '2026-02-11');
  await story.sync();
  story.hrEntersAbsence('vacation', '2026-02-10', '2026-02-11');

  const report = await story.syncLater({ full: true });

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-02-10 – 2026-02-11']);
});

test('hours of a closed month are not written but listed for payroll', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-02-16 08:00', '12:00');
  await story.sync();
  story.world.changeSettings(locked);
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-02-16 11:00:00' });
  story.works(anna.user, '2026-02-17 08:00', '12:00');
  story.works(anna.user, '2026-03-02 08:00', '12:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-02-16 08:00–12:00', 'WORK 2026-03-02 08:00–12:00']);
  expect(told(report.issues)).toEqual(['month-closed 3001 2026-02-16']);
  expect(report.issues[0]?.details).toEqual([
    '2026-02-16 08:00–12:00 → 2026-02-16 08:00–11:00',
    '– → 2026-02-17 08:00–12:00',
  ]);
});

test('a row that is deleted in a closed month stays in Personio and on the list', async () => {
  const story = tellStory({ people: 3 });
  const row = story.works(clara.user, '2026-02-16 08:00', '12:00');
  await story.sync();
  story.world.changeSettings(locked);
  story.later();
  story.time.deleteTimeTracking(row.id);

  const report = await story.sync();

  expect(story.attendances(clara.employee)).toEqual(['WORK 2026-02-16 08:00–12:00']);
  expect(told(report.issues)).toEqual(['month-closed 3003 2026-02-16']);
});

test('a night shift over the closed day goes out from midnight on', async () => {
  const story = tellStory({ settings: locked });
  story.works(anna.user, '2026-02-28 22:00', '2026-03-01 06:00');

  const report = await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-01 00:00–06:00']);
  expect(told(report.issues)).toEqual(['month-closed 3001 2026-02-28']);
});

test('the same leave on both sides, across the closed day, is joined, and stays so when the next month is closed', async () => {
  const story = tellStory({ settings: locked });
  story.hrEntersAbsence('vacation', '2026-02-25', '2026-04-10');
  story.takesLeave(anna.user, 'vacation', '2026-02-25', '2026-04-10');
  const report = await story.sync();
  expect([told(report.issues), report.parts.absences?.adopted]).toEqual([[], 1]);
  story.world.changeSettings((document) => (document['lockedUntil'] = '2026-03-31'));

  const closed = await story.syncLater({ full: true });

  expect(told(closed.issues)).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-02-25 – 2026-04-10']);
});

test('begun earlier by HR afterwards, a record of ours is edited, also where that reaches into the closed month', async () => {
  const story = tellStory({ settings: locked });
  story.takesLeave(anna.user, 'vacation', '2026-03-02', '2026-03-05');
  await story.sync();
  story.later();
  story.hr.editAbsence(story.absenceOn('2026-03-02').id, { first: '2026-02-27' });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['edited-in-target 3001 2026-03-02']);
});

describe('leave that reaches from a closed month into an open one', () => {
  const close = (story: Story): void =>
    story.world.changeSettings((document) => void (document['lockedUntil'] = '2026-02-28'));

  async function exported() {
    const story = tellStory({ now: '2026-03-02 09:00' });
    const leave = story.takesLeave(anna.user, 'vacation', '2026-02-26', '2026-03-13');
    await story.sync();
    return { story, leave };
  }

  test('is split in the open part: what begins in the closed one keeps its place', async () => {
    const { story, leave } = await exported();
    close(story);
    await story.syncLater();
    story.takesLeave(anna.user, 'sick', '2026-03-03');
    takeRowOut(story, leave.id, '2026-03-03');

    const report = await story.syncLater();

    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual([
      'Paid absence 2026-02-26 – 2026-03-02',
      'Sick day 2026-03-03',
      'Paid absence 2026-03-04 – 2026-03-13',
    ]);
  });

  test('is whole again once the day between goes', async () => {
    const { story, leave } = await exported();
    const sick = story.takesLeave(anna.user, 'sick', '2026-03-03');
    takeRowOut(story, leave.id, '2026-03-03');
    await story.syncLater();
    expect(story.absences()).toHaveLength(3);
    close(story);
    await story.syncLater();
    story.time.cancelAbsence(sick.id);
    story.time.changeAbsenceDates(leave.id, { from_date: '2026-02-26', to_date: '2026-03-13' });

    const report = await story.syncLater({ full: true });

    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual(['Paid absence 2026-02-26 – 2026-03-13']);
  });
});

test('half a day in Personio is not the whole day that payroll has to book', async () => {
  const story = tellStory({ settings: (d) => void (d['lockedUntil'] = '2026-02-28') });
  story.hrEntersAbsence('vacation', '2026-02-16', '2026-02-16', { starts_at_midday: true });
  story.takesLeave(anna.user, 'vacation', '2026-02-16');
  story.takesLeave(ben.user, 'vacation', '2026-02-16');
  expect(told((await story.sync()).issues)).toEqual([
    'month-closed 3001 2026-02-16',
    'month-closed 3002 2026-02-16',
  ]);
});

describe('payroll sees what to book', () => {
  const closed = async (tell: (story: Story) => () => unknown) => {
    const story = tellStory();
    const change = tell(story);
    await story.sync();
    story.world.changeSettings(locked);
    change();
    const { issues } = await story.syncLater();
    return issues.map(({ type, details }) => [type, ...details]);
  };

  test('half a day that is a whole one now', async () => {
    const lines = await closed((story) => {
      const leave = story.takesLeave(anna.user, 'vacation', '2026-02-12');
      return () => story.time.changeAbsenceDates(leave.id, { duration: 0.5 });
    });
    expect(lines).toEqual([['Paid absence', '2026-02-12 → 2026-02-12 ½']]);
  });

  test('a new half day', async () => {
    const lines = await closed(
      (story) => () => story.takesLeave(anna.user, 'vacation', '2026-02-12', '2026-02-12', { duration: 0.5 }),
    );
    expect(lines).toEqual([['Vacation', '– → 2026-02-12 ½']]);
  });

  test('leave that became sickness: one line for each type', async () => {
    const lines = await closed((story) => {
      const leave = story.takesLeave(anna.user, 'vacation', '2026-02-12');
      return () => {
        story.time.cancelAbsence(leave.id);
        story.takesLeave(anna.user, 'sick', '2026-02-12');
      };
    });
    expect(lines.map((line) => line.slice(1).join()).sort()).toEqual(
      ['2026-02-12 → –', '– → 2026-02-12'].sort(),
    );
    expect(new Set(lines.map(([type]) => type)).size).toBe(2);
  });

  test('work that became a break', async () => {
    const lines = await closed((story) => {
      const row = story.works(anna.user, '2026-02-12 08:00', '12:00');
      return () => story.time.editTimeTracking(row.id, { task_id: taskIds.break });
    });
    expect(lines[0]?.join()).toMatch(/WORK .* → .*BREAK/);
  });
});

describe('of a new booking in a closed month only the days that payroll has to book', () => {
  const daysOf = (report: Awaited<ReturnType<Story['sync']>>): string[] =>
    report.issues.flatMap(({ details }) => details).sort();

  /** A vacation with a sick day amid it. */
  function withSickDay() {
    const story = tellStory({ settings: locked });
    const leave = story.takesLeave(anna.user, 'vacation', '2026-02-09', '2026-02-13');
    takeRowOut(story, leave.id, '2026-02-11');
    story.takesLeave(anna.user, 'sick', '2026-02-11');
    return story;
  }

  test('a sick day amid a vacation is in none of its stretches', async () => {
    const report = await withSickDay().sync();
    expect(codes(report.issues)).toEqual(['month-closed', 'month-closed']);
    expect(daysOf(report)).toEqual([
      '– → 2026-02-09–2026-02-10',
      '– → 2026-02-11',
      '– → 2026-02-12–2026-02-13',
    ]);
  });

  test('what Personio has of them, in one record or in several, is not told', async () => {
    const story = withSickDay();
    story.hrEntersAbsence('vacation', '2026-02-09', '2026-02-10');
    story.hrEntersAbsence('sick', '2026-02-11', '2026-02-11');
    story.hrEntersAbsence('vacation', '2026-02-12', '2026-02-12');
    story.hrEntersAbsence('vacation', '2026-02-13', '2026-02-13');
    expect((await story.sync()).issues).toEqual([]);
  });

  test('days after the exit are not payroll’s', async () => {
    const story = tellStory({ settings: locked });
    story.hr.editEmployee(anna.id, { termination_date: '2026-02-13' });
    story.takesLeave(anna.user, 'vacation', '2026-02-10', '2026-02-20');
    const report = await story.sync();
    expect(told(report.issues)).toEqual(['after-exit 3001 2026-02-16', 'month-closed 3001 2026-02-10']);
    expect(daysOf(report)).toContain('– → 2026-02-10–2026-02-13');
  });
});

test('half a day that Personio lacks amid two of its records is payroll’s', async () => {
  const story = tellStory({ settings: locked });
  story.takesLeave(anna.user, 'vacation', '2026-02-09', '2026-02-13');
  story.hr.addAbsence({
    person_id: anna.employee,
    absence_type_id: story.states.personio.absenceTypes.find(({ name }) => name === 'Paid absence')?.id ?? '',
    first: '2026-02-09',
    last: '2026-02-10',
    ends_at_midday: true,
  });
  story.hrEntersAbsence('vacation', '2026-02-11', '2026-02-13');
  expect(told((await story.sync()).issues)).toEqual(['month-closed 3001 2026-02-09']);
});
