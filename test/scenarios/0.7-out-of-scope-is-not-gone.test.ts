// Rule 0.7: taking something out of scope leaves what was exported as it stands; a note says how many.

import { expect, test } from 'vitest';
import { removeOutOfScope } from '../../src/engine/undo.ts';
import { anna, ben, tellStory, codes } from '../support/company.ts';
import type { ChangeSettings, Draft } from '../support/world.ts';

async function inStep() {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-11');
  story.takesLeave(ben.user, 'sick', '2026-03-12');
  expect((await story.sync()).issues).toEqual([]);
  return story;
}

const changes: readonly [what: string, kept: number, change: ChangeSettings][] = [
  [
    'an absence type',
    1,
    (document) => {
      for (const row of document['absences'].types) if (row.timetac === 'Vacation') row.sync = false;
    },
  ],
  [
    'the days before a later start date of absences',
    2,
    (document) => (document['absences'].startDate = '2026-03-15'),
  ],
  [
    'the days before a later start date of attendances',
    2,
    (document) => (document['attendances'].startDate = '2026-03-17'),
  ],
  ['hours that are not approved', 2, (document) => (document['attendances'].approvedOnly = true)],
];

test.each(changes)('%s taken out of scope: everything stays', async (_what, _kept, change) => {
  const story = await inStep();
  const before = structuredClone(story.states.personio);
  story.world.changeSettings(change);

  const report = await story.syncLater();
  const again = await story.syncLater({ full: true });

  expect(story.states.personio).toEqual(before);
  expect([...report.issues, ...again.issues]).toEqual([]);
  expect(report.run.writes).toEqual({ personio: 0, timetac: 0 });
});

test.each(changes)(
  '%s taken out of scope: a note tells how many records are kept',
  async (_what, kept, change) => {
    const story = await inStep();
    story.world.changeSettings(change);

    const report = await story.syncLater();

    const notes = report.notes.filter(({ code }) => code === 'out-of-scope-kept');
    expect(notes.reduce((sum, note) => sum + note.covers, 0)).toBe(kept);
  },
);

test('hours that are not approved stay until somebody has them removed, and go out once they are', async () => {
  const story = await inStep();
  story.world.changeSettings((document) => (document['attendances'].approvedOnly = true));
  const [first] = story.states.timetac.timeTrackings.filter((row) => row.absence_request_id === null);
  story.time.editTimeTracking(first?.id ?? 0, { approved_by_admin: true });
  await story.syncLater();

  await removeOutOfScope(story.world.shop(), { mode: 'live', release: true });

  const hours = () => [story.attendances(), story.attendances(ben.employee)];
  expect(hours()).toEqual([['WORK 2026-03-16 08:00–12:00'], []]);
  const report = await story.syncLater();
  expect([codes(report.notes), codes(report.holds)]).toEqual([[], ['entry-unapproved']]);
  for (const { id } of story.states.timetac.timeTrackings.filter((row) => row.absence_request_id === null))
    story.time.editTimeTracking(id, { approved_by_admin: true });
  await story.syncLater();
  expect(hours()).toEqual([['WORK 2026-03-16 08:00–12:00'], ['WORK 2026-03-16 08:00–12:00']]);
});

test.each(['absences', 'attendances'])('the part %s switched off: nothing of it moves', async (part) => {
  const story = await inStep();
  const before = structuredClone(story.states.personio);
  story.world.changeSettings((document) => (document[part].enabled = false));
  story.time.deleteTimeTracking(
    story.states.timetac.timeTrackings.find(({ absence_request_id }) => absence_request_id === null)!.id,
  );
  story.time.cancelAbsence(story.states.timetac.absences[0]!.id);

  await story.syncLater({ full: true });

  if (part === 'absences') expect(story.states.personio.absences).toEqual(before.absences);
  else expect(story.states.personio.attendances).toEqual(before.attendances);
});

test('a person taken out of scope keeps account and records', async () => {
  const story = await inStep();
  const before = structuredClone([story.states.personio, story.states.timetac.users]);
  story.world.changeSettings(
    (document) => (document['users'].scope = { exclude: [{ ids: [ben.employee] }] }),
  );

  const report = await story.syncLater({ full: true });

  expect([story.states.personio, story.states.timetac.users]).toEqual(before);
  expect(report.run.writes).toEqual({ personio: 0, timetac: 0 });
});

test('a type that was mapped to another one of Personio is still looked after: what is cancelled goes', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'overtime', '2026-04-13', '2026-04-15');
  await story.sync();
  story.later();
  story.world.changeSettings((d) => {
    d['absences'].types.find((row: Draft) => row['timetac'] === 'Overtime reduction').personio =
      'Work from home';
  });
  story.time.cancelAbsence(leave.id);
  await story.sync();
  expect(story.absences()).toEqual([]);
});

test('a type taken out of scope stays when its booking is deleted, although another type leads to the same one', async () => {
  const volunteer = (sync: boolean) => (d: Draft) => {
    d['absences'].types = d['absences'].types.filter((row: Draft) => row['timetac'] !== 'Volunteer day');
    d['absences'].types.push({
      timetac: 'Volunteer day',
      personio: sync ? 'Paid absence' : null,
      sync,
      worksThatDay: false,
    });
  };
  const story = tellStory({ settings: volunteer(true) });
  const { id } = story.takesLeave(anna.user, 'volunteer', '2026-04-13', '2026-04-14');
  await story.sync();
  story.later();
  story.world.changeSettings(volunteer(false));
  await story.sync();
  const { absences, absenceDays } = story.states.timetac;
  absences.splice(
    absences.findIndex((row) => row.id === id),
    1,
  );
  for (const day of absenceDays.filter((row) => row.request_id === id))
    absenceDays.splice(absenceDays.indexOf(day), 1);
  await story.syncLater({ full: true });
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-14']);
});

test('another booking changes nothing that is out of scope', async () => {
  const change = (sync: boolean) => (d: Draft) => {
    for (const row of d['absences'].types)
      if (/special/i.test(row.timetac)) Object.assign(row, { personio: 'Paid absence', sync });
  };
  const story = tellStory({ settings: change(true) });
  const special = story.takesLeave(anna.user, 'special', '2026-04-13', '2026-04-17');
  await story.sync();
  story.world.changeSettings(change(false));
  await story.syncLater();
  story.later();
  story.time.cancelAbsence(special.id);
  await story.sync();
  story.later();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14');
  const report = await story.sync();
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-17']);
  expect(codes(report.issues)).toEqual(['absence-exists']);
});
