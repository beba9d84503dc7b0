// Rule 1.7: the exit date at once, switched off the day after, and what becomes of hours around the exit.

import { describe, expect, test } from 'vitest';
import { anna, ben, takeRowOut, tellStory, told } from '../support/company.ts';

async function linked() {
  const story = tellStory();
  await story.sync();
  story.later();
  return story;
}

/** Exported before the exit was known. */
async function awayBeyondTheExit() {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-03-17', '2026-04-02');
  await story.sync();
  story.later();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-31' });
  await story.sync();
  story.later();
  return { story, leave };
}

test('the exit date is written as soon as it is known; the account stays on until the day after', async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { termination_date: '2026-03-20' });
  await story.sync();
  expect(story.userOf(anna.user)).toMatchObject({ exit_date: '2026-03-20', active: true });

  story.goTo('2026-03-20 23:50');
  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(true);

  story.goTo('2026-03-21 00:05');
  const report = await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(false);
  expect(report.parts.employees.deleted).toBe(1);
  expect(report.issues).toEqual([]);
});

test('nobody is switched off in the run that made the link', async () => {
  const story = tellStory({ people: [{ employee: { termination_date: '2026-03-01' } }, {}] });

  await story.sync();
  expect(story.userOf(anna.user)?.active).toBe(true);

  await story.syncLater();
  expect(story.userOf(anna.user)?.active).toBe(false);
});

test('inactive without a date of termination: not switched off, but asked about', async () => {
  const story = await linked();
  story.hr.editEmployee(anna.id, { status: 'inactive' });

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['attribute-missing 3001 -']);
  expect(story.userOf(anna.user)?.active).toBe(true);
});

describe('hours around the exit', () => {
  test('late corrections up to the exit date still go out, later days are held', async () => {
    const story = await linked();
    story.hr.editEmployee(anna.id, { termination_date: '2026-03-16' });
    await story.sync();
    story.later();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    story.works(anna.user, '2026-03-17 08:00', '12:00');

    const report = await story.sync();

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(told(report.issues)).toEqual(['after-exit 3001 2026-03-17']);
  });

  test('what was exported before the exit was known stays and is no issue while it is unchanged', async () => {
    const story = tellStory();
    story.works(anna.user, '2026-03-17 08:00', '12:00');
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
    await story.sync();
    story.later();
    story.hr.editEmployee(anna.id, { termination_date: '2026-03-16' });

    const report = await story.sync();
    const again = await story.syncLater({ full: true });

    expect([...report.issues, ...again.issues]).toEqual([]);
    expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
  });

  test('once the exit is taken back, the held days go out by themselves', async () => {
    const story = await linked();
    story.hr.editEmployee(anna.id, { termination_date: '2026-03-16' });
    story.works(anna.user, '2026-03-17 08:00', '12:00');
    await story.sync();
    expect(story.attendances()).toEqual([]);
    story.later();
    story.hr.editEmployee(anna.id, { termination_date: null });

    const report = await story.sync();

    expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
    expect(report.issues).toEqual([]);
  });

  test('an absence over the exit is clipped when it is new', async () => {
    const story = await linked();
    story.hr.editEmployee(anna.id, { termination_date: '2026-03-31' });
    story.takesLeave(anna.user, 'vacation', '2026-03-30', '2026-04-02');

    await story.sync();

    expect(story.absences()).toEqual(['Paid absence 2026-03-30 – 2026-03-31']);
  });

  test.each([
    {
      sickOn: '2026-03-23',
      before: 'Paid absence 2026-03-17 – 2026-03-20',
      after: 'Paid absence 2026-03-24 – 2026-04-02',
    },
    {
      sickOn: '2026-03-27',
      before: 'Paid absence 2026-03-17 – 2026-03-26',
      after: 'Paid absence 2026-03-30 – 2026-04-02',
    },
  ])(
    'an exported absence over the exit is split before it, on $sickOn: what lies after the exit stays',
    async ({ sickOn, before, after }) => {
      const { story, leave } = await awayBeyondTheExit();
      story.takesLeave(anna.user, 'sick', sickOn);
      takeRowOut(story, leave.id, sickOn);

      const report = await story.sync();

      expect(told(report.issues)).toEqual([]);
      expect(story.absences()).toEqual([before, `Sick day ${sickOn}`, after]);
    },
  );

  test('an exported absence over the exit that grows beyond it is held as it is', async () => {
    const { story, leave } = await awayBeyondTheExit();
    story.time.changeAbsenceDates(leave.id, { from_date: '2026-03-18', to_date: '2026-04-07' });

    const report = await story.sync();

    expect(told(report.issues)).toEqual(['after-exit 3001 2026-04-07']);
    expect(story.absences()).toEqual(['Paid absence 2026-03-18 – 2026-04-02']);
  });
});

test('a starter who withdraws before the first day: the account is switched off', async () => {
  const story = tellStory({
    people: [{}, { employee: { status: 'onboarding', hire_date: '2026-03-23' }, user: null }],
  });
  await story.sync();
  const made = story.states.timetac.users.find(({ external_id }) => external_id === ben.employee);
  expect(made?.active).toBe(true);
  story.later();
  story.hr.editEmployee(ben.id, { status: 'inactive', termination_date: '2026-03-17' });

  const report = await story.sync();

  expect([report.issues, story.userOf(made?.id ?? 0)?.active]).toEqual([[], false]);
});
