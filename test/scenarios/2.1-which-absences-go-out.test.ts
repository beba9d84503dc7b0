// Rules 2.1 and 2.9: granted, mapped, linked, after the start and after the closed month.

import { describe, expect, test } from 'vitest';
import { anna, ben, codes, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

test.each([
  [0, 'open', []],
  [1, 'granted', ['Paid absence 2026-04-13']],
  [2, 'declined', []],
  [3, 'cancelled', []],
  [5, 'waiting for the replacement', []],
] as const)('status %i (%s)', async (status, _name, standing) => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { status });

  const report = await story.sync();

  expect(story.absences()).toEqual(standing);
  expect(report.issues).toEqual([]);
});

test('an open request goes out once it is granted, and away again once it is cancelled', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14', { status: 0 });
  await story.sync();
  expect(story.absences()).toEqual([]);
  story.later();
  story.time.grantAbsence(leave.id);
  await story.sync();
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
  story.later();
  story.time.cancelAbsence(leave.id);

  const report = await story.sync();

  expect(story.absences()).toEqual([]);
  expect(report.parts.absences.deleted).toBe(1);
});

describe('types', () => {
  test('a type that nobody mapped is told once with the count, and goes out by itself once mapped', async () => {
    const story = tellStory();
    story.takesLeave(anna.user, 'volunteer', '2026-04-13');
    story.takesLeave(ben.user, 'volunteer', '2026-04-14');
    const report = await story.sync();
    expect(report.issues.map(({ code, covers, type }) => [code, covers, type])).toEqual([
      ['type-unmapped', 2, 'Volunteer day'],
    ]);
    expect(report.issues[0]?.message.en).not.toContain('Volunteer day');

    story.world.changeSettings((document) =>
      document['absences'].types.push({
        timetac: 'Volunteer day',
        personio: 'Overtime compensation',
        sync: true,
      }),
    );
    const mapped = await story.syncLater();

    expect(mapped.issues).toEqual([]);
    expect(story.absences()).toEqual(['Overtime compensation 2026-04-13']);
    expect(story.absences(ben.employee)).toEqual(['Overtime compensation 2026-04-14']);
  });

  test('`sync: false` silences a type', async () => {
    const story = tellStory({
      settings: (document) =>
        document['absences'].types.push({
          timetac: 'Volunteer day',
          personio: 'Overtime compensation',
          sync: false,
        }),
    });
    story.takesLeave(anna.user, 'volunteer', '2026-04-13');

    const report = await story.sync();

    expect(report.issues).toEqual([]);
    expect(story.absences()).toEqual([]);
  });

  test('days of a type that Personio counts in hours are held', async () => {
    const story = tellStory();
    story.takesLeave(anna.user, 'training', '2026-04-13');

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['unit-mismatch 3001 2026-04-13']);
    expect(story.absences()).toEqual([]);
  });
});

describe('payroll is closed', () => {
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
});

const locked = (document: Draft): void => void (document['lockedUntil'] = '2026-02-28');
