// Rule 2.9: a TimeTac type without a row is told once with the count; `sync: false` silences it.

import { describe, expect, test } from 'vitest';
import { removeOutOfScope } from '../../src/engine/undo.ts';
import { anna, ben, codes, type Story, tellStory, told } from '../support/company.ts';
import type { Draft } from '../support/world.ts';

const volunteer = (row: object) => ({
  settings: (document: Draft): void =>
    document['absences'].types.push({ timetac: 'Volunteer day', personio: 'Overtime compensation', ...row }),
});

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

test('two unmapped types are two issues', async () => {
  const story = tellStory({
    settings: (document) => {
      const { types } = document['absences'];
      document['absences'].types = types.filter((row: { timetac: string }) => row.timetac !== 'Sick leave');
    },
  });
  story.takesLeave(anna.user, 'volunteer', '2026-04-13');
  story.takesLeave(anna.user, 'sick', '2026-04-14');
  story.takesLeave(ben.user, 'sick', '2026-04-14');

  const report = await story.sync();

  expect(report.issues.map(({ type, covers }) => `${type} × ${covers}`).sort()).toEqual([
    'Sick leave × 2',
    'Volunteer day × 1',
  ]);
});

test('a type that nobody has taken since the start date is no issue, nor is one of Personio that is not used', async () => {
  const story = tellStory({ settings: (document) => (document['absences'].startDate = '2026-04-01') });
  story.takesLeave(anna.user, 'volunteer', '2026-03-16');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
});

test('neither is one that was only asked for', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'volunteer', '2026-04-13', '2026-04-13', { status: 0 });
  expect(codes((await story.sync()).issues)).toEqual([]);
});

test('nor one whose days all lie in a closed month', async () => {
  const story = tellStory({ settings: (document) => (document['lockedUntil'] = '2026-02-28') });
  story.takesLeave(anna.user, 'volunteer', '2026-02-10');
  expect(codes((await story.sync()).issues)).toEqual([]);
});

test('cancelled in TimeTac, it is solved without a mapping', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'volunteer', '2026-04-13');
  expect(codes((await story.sync()).issues)).toEqual(['type-unmapped']);
  story.later();
  story.time.cancelAbsence(leave.id);

  const report = await story.sync();

  expect(report.issues).toEqual([]);
});

test('silenced later, the issue is gone, and nothing was ever sent', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'volunteer', '2026-04-13');
  await story.sync();
  story.world.changeSettings(volunteer({ sync: false }).settings);

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual([]);
});

test('a row whose name does not exist is told, and its absences wait for it', async () => {
  const story = tellStory(volunteer({ personio: 'No such type' }));
  story.takesLeave(anna.user, 'volunteer', '2026-04-13');
  const report = await story.sync();
  expect(codes(report.issues)).toContain('default-not-found');
  expect(story.absences()).toEqual([]);
  story.world.changeSettings(volunteer({}).settings);

  const mended = await story.syncLater();

  expect(mended.issues).toEqual([]);
  expect(story.absences()).toEqual(['Overtime compensation 2026-04-13']);
});

test('a type that only somebody out of scope uses is no issue', async () => {
  const settings = (scope: object) => (d: Draft) => {
    d['users'].scope = scope;
    d['absences'].types = d['absences'].types.filter((row: Draft) => row['timetac'] !== 'Sick leave');
  };
  const story = tellStory({ settings: settings({}) });
  await story.sync();
  story.later();
  story.world.changeSettings(settings({ exclude: [{ ids: [ben.employee] }] }));
  story.takesLeave(ben.user, 'sick', '2026-04-13', '2026-04-15');
  const report = await story.sync();
  expect(told(report.issues)).toEqual([]);
});

describe('a type of Personio that is not found under its name any more', () => {
  const rename = (story: Story, name: string): void => {
    const type = story.states.personio.absenceTypes.find((one) => one.name === name);
    if (type === undefined) throw new Error(`There is no ${name}`);
    Object.assign(type, { name: `${name} (former)` });
  };

  async function exported() {
    const story = tellStory();
    story.takesLeave(anna.user, 'vacation', '2026-04-13');
    story.takesLeave(anna.user, 'sick', '2026-04-14');
    await story.sync();
    rename(story, 'Paid absence');
    story.takesLeave(anna.user, 'vacation', '2026-04-20');
    return { story, report: await story.syncLater({ full: true }) };
  }

  test('its bookings wait, are counted, and nothing of theirs was taken out of scope', async () => {
    const { story, report } = await exported();
    expect(report.issues.map(({ code, covers, type }) => [code, covers, type])).toEqual([
      ['default-not-found', 2, 'Paid absence'],
    ]);
    expect(report.parts.absences.held).toBe(2);
    expect(report.notes.map(({ code }) => code)).not.toContain('out-of-scope-kept');

    const undone = await removeOutOfScope(story.world.shop(), { mode: 'live', release: true });

    if (undone === 'busy') throw new Error('busy');
    expect(undone.report.run.writes.personio).toBe(0);
    expect(story.absences()).toEqual(['Paid absence (former) 2026-04-13', 'Sick day 2026-04-14']);
  });

  test('found again, everything goes out', async () => {
    const { story } = await exported();
    story.world.changeSettings((document) => {
      for (const row of document['absences'].types)
        if (row.personio === 'Paid absence') row.personio = 'Paid absence (former)';
    });

    const report = await story.syncLater();

    expect(report.issues).toEqual([]);
    expect(story.absences()).toContain('Paid absence (former) 2026-04-20');
  });

  test('a second one is an issue of its own', async () => {
    const { story } = await exported();
    rename(story, 'Sick day');

    const report = await story.syncLater({ full: true });

    expect(report.issues.map(({ type, new: isNew }) => [type, isNew])).toEqual(
      expect.arrayContaining([
        ['Paid absence', false],
        ['Sick day', true],
      ]),
    );
  });
});

test.each([
  { mode: 'dry-run', full: true },
  { only: ['attendances'], full: true },
] as const)('found again by whoever reads the lists, what waited goes out (%o)', async (request) => {
  const story = tellStory();
  const type = story.states.personio.absenceTypes.find(({ name }) => name === 'Paid absence')!;
  (type as { name: string }).name = 'Renamed';
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  (type as { name: string }).name = 'Paid absence';
  await story.syncLater(request);
  await story.syncLater();
  await story.syncLater();
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
});

test('a type that is renamed in TimeTac takes nothing out of scope: its bookings wait, and the row is told', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  const type = story.states.timetac.absenceTypes.find(({ name }) => name === 'Vacation');
  if (type === undefined) throw new Error('no vacation');
  type.name = 'Annual leave';
  const report = await story.syncLater({ full: true });
  expect([codes(report.issues), codes(report.notes)]).toEqual([['default-not-found'], []]);
  story.time.cancelAbsence(leave.id);
  await story.syncLater();
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);

  story.world.changeSettings((document) => {
    for (const row of document['absences'].types)
      if (row.timetac === 'Vacation') row.timetac = 'Annual leave';
  });
  expect((await story.syncLater()).issues).toEqual([]);
  expect(story.absences()).toEqual([]);
});

describe('a type that two rows name, by name and by id', () => {
  const also = (row: object) => (document: Draft) => {
    document['absences'].types.push({ timetac: '1:0', ...row });
  };

  test.each([
    ['goes to two types', { personio: 'Sick day', sync: true }],
    ['goes somewhere and nowhere', { sync: false }],
  ])('%s: it waits, is told once, and what went out stays', async (_how, row) => {
    const story = tellStory();
    story.takesLeave(anna.user, 'vacation', '2026-04-13');
    await story.sync();
    expect(story.absences()).toEqual(['Paid absence 2026-04-13']);

    story.takesLeave(anna.user, 'vacation', '2026-04-20');
    story.world.changeSettings(also(row));
    const report = await story.syncLater();

    expect(codes(report.issues)).toEqual(['default-not-found']);
    expect(report.issues[0]?.message.en).toContain('Two rows of the absence mapping');
    expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
  });

  test('in the same way is no matter', async () => {
    const story = tellStory({ settings: also({ personio: ' paid ABSENCE ', sync: true }) });
    story.takesLeave(anna.user, 'vacation', '2026-04-13');
    expect((await story.sync()).issues).toEqual([]);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
  });
});

test('a name that is put right in Personio is found without anybody saying so', async () => {
  const story = tellStory();
  const type = story.states.personio.absenceTypes.find(({ name }) => name === 'Paid absence');
  if (type === undefined) throw new Error('the company has no such type');
  Object.assign(type, { name: 'Holiday' });
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  expect(codes((await story.sync()).issues)).toEqual(['default-not-found']);

  Object.assign(type, { name: 'Paid absence' });
  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13']);
});
