// Rule 0.10: what a run says while it works counts records; it names nobody, repeats no comment and no secret.

import { expect, test } from 'vitest';
import { progressView } from '../../src/cli/progress.ts';
import type { Progress } from '../../src/engine/workshop.ts';
import { runSync } from '../../src/engine/run-sync.ts';
import { anna, ben, tellStory } from '../support/company.ts';

async function said() {
  const story = tellStory({
    people: [{}, { user: null }, {}],
    settings: (document) => (document['attendances'].notes = true),
  });
  story.works(anna.user, '2026-03-16 08:00', '12:00', { notes: 'canary comment' });
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.works(anna.user, '2026-03-17 11:00', '13:00');
  story.takesLeave(anna.user, 'sick', '2026-03-10', '2026-03-11');
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-14', { request_partial_end_duration: 0.5 });
  const told: Progress[] = [];
  const shop = { ...story.world.shop(), tell: (progress: Progress) => void told.push(progress) };
  const report = await runSync(shop, {
    mode: 'live',
    full: false,
    only: null,
    employeeIds: null,
    release: false,
  });
  return { story, told, report };
}

const personal = /anna|ahrens|ben|bachmann|clara|conrad|muster|3001|101\b|canary|sick|paid absence/i;

test('progress is phases, parts and counts, and nothing else', async () => {
  const { story, told } = await said();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.attendanceAt('2026-03-16 08:00').comment).toBe('canary comment');
  expect(new Set(told.map(({ phase }) => phase))).toEqual(
    new Set(['reading', 'planning', 'writing', 'verifying']),
  );
  for (const progress of told) {
    expect(Object.keys(progress).sort()).toEqual(['done', 'part', 'phase', 'total']);
    expect(JSON.stringify(progress)).not.toMatch(personal);
  }
});

test.each([
  ['a log', null],
  ['a terminal', 80],
])('the lines in %s name nobody', async (_where, columns) => {
  const { told } = await said();
  const lines: string[] = [];
  const view = progressView(
    { out: (text) => void lines.push(text), err: (text) => void lines.push(text), columns, isRead: true },
    false,
  );

  for (const progress of told) view.tell(progress);
  view.end();

  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('')).not.toMatch(personal);
});

test('no comment of an employee reaches the report, not even where HR edited it', async () => {
  const { story, report } = await said();
  expect(JSON.stringify(report)).not.toContain('canary');
  story.later();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 08:00').id, { comment: 'another canary' });

  const after = await story.sync();

  expect(after.issues.map(({ code }) => code)).toContain('edited-in-target');
  expect(JSON.stringify(after)).not.toContain('canary');
  expect(story.attendances(ben.employee)).toEqual([]);
});

test('secrets are in no report, also where a vendor refused them', async () => {
  const story = tellStory();
  const { personio, timetac } = story.world.settings;
  for (const credential of story.states.personio.credentials) story.hr.disableCredential(credential.clientId);

  const report = await story.sync();

  expect(report.issues.map(({ code }) => code)).toEqual(['credentials-refused']);
  const text = JSON.stringify([
    report,
    await story.archive.run(report.run.id),
    await story.archive.findings(),
  ]);
  for (const secret of [personio.clientSecret, timetac.clientSecret]) expect(text).not.toContain(secret);
});
