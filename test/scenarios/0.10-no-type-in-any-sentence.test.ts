// Rule 0.10: which kind of absence it is stands in a field of its own, and in no sentence, whoever said it.

import { expect, test } from 'vitest';
import { explainOneDay } from '../../src/service/explain.ts';
import { personioTypes } from '../../src/simulators/company/catalogue.ts';
import type { RunReport } from '../../src/core/report/run-report.ts';
import { anna, ben, clara, codes, type Story, tellStory } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';
import { answering } from '../support/wire.ts';

const secret = 'Zeisigfieber';
const secretThere = 'Kranichkur';

/** A company in which sick leave, and what it becomes in Personio, has a name that occurs nowhere else. */
function unwell(options: { readonly lockedUntil?: string } = {}): Story {
  const story = tellStory({
    people: 3,
    settings: (document) => {
      for (const row of document['absences'].types)
        if (row.timetac === 'Sick leave') Object.assign(row, { timetac: secret, personio: secretThere });
      if (options.lockedUntil !== undefined) document['lockedUntil'] = options.lockedUntil;
    },
  });
  const here = story.states.timetac.absenceTypes.find(({ name }) => name === 'Sick leave');
  const there = story.states.personio.absenceTypes.find(({ name }) => name === 'Sick day');
  if (here === undefined || there === undefined) throw new Error('There is no sick leave');
  here.name = secret;
  there.name = secretThere;
  return story;
}

const lines = (report: RunReport) => [...report.issues, ...report.holds, ...report.notes];

function expectDiscreet(report: RunReport): void {
  const said = lines(report).flatMap(({ message, action, details }) => [
    message.en,
    message.de,
    action.en,
    action.de,
    ...details,
  ]);
  expect(said.length).toBeGreaterThan(0);
  for (const text of said) {
    expect(text).not.toMatch(new RegExp(`${secret}|${secretThere}`, 'i'));
    expect(text).not.toMatch(/\bsick|krank/i);
  }
}

test('issues of absences say it in their own field only', async () => {
  const story = unwell();
  story.takesLeave(anna.user, 'sick', '2026-03-16', '2026-03-17');
  story.hrEntersAbsence('vacation', '2026-03-17', '2026-03-18');
  story.takesLeave(ben.user, 'sick', '2026-03-16', '2026-03-16', { duration: 0.25 });

  const report = await story.sync();

  expect(codes(report.issues)).toEqual(['absence-exists', 'fraction-unsupported']);
  expect(report.issues.map(({ type }) => type)).toEqual([secretThere, secret]);
  expectDiscreet(report);
});

test('neither does an edit or a rejection in Personio give it away', async () => {
  const story = unwell();
  story.takesLeave(anna.user, 'sick', '2026-03-16', '2026-03-17');
  story.takesLeave(ben.user, 'sick', '2026-03-11');
  await story.sync();
  story.later();
  story.hr.editAbsence(story.absenceOn('2026-03-16').id, { absence_type_id: personioTypes.vacation.id });
  story.hr.rejectAbsence(story.absenceOn('2026-03-11').id);

  const report = await story.sync();

  expect(codes(report.issues)).toEqual(['edited-in-target', 'rejected-in-target']);
  expectDiscreet(report);
});

test('a reason of Personio that names the type is told without it', async () => {
  const story = unwell();
  story.takesLeave(anna.user, 'sick', '2026-03-16');
  const title = `A certificate is needed for ${secretThere} (${secret}).`;
  story.wire.next(
    { side: 'personio', method: 'POST', path: '/absence-periods' },
    answering(
      {
        type: 'personio:error:certificate',
        title: 'Validation failed',
        timestamp: '2026-03-18T08:00:00Z',
        _meta: { trace_id: '4bf92f35' },
        errors: [{ title, detail: title }],
      },
      422,
    ),
    { times: 2 },
  );

  const report = await story.sync();

  expect(codes(report.issues)).toEqual(['refused-by-personio']);
  expect(report.issues[0]?.message.en).toMatch(/certificate is needed/i);
  expectDiscreet(report);
});

test('the list for payroll, and a mapping that is wrong, are discreet as well', async () => {
  const story = unwell({ lockedUntil: '2026-02-28' });
  story.takesLeave(anna.user, 'sick', '2026-02-10');
  const type = story.states.personio.absenceTypes.find(({ name }) => name === secretThere);
  if (type === undefined) throw new Error('There is no such type');

  const closed = await story.sync();
  expect(codes(closed.issues)).toEqual(['month-closed']);
  expectDiscreet(closed);

  type.name = 'Something else';
  const renamed = await story.syncLater({ full: true });
  expect(codes(renamed.issues)).toContain('default-not-found');
  expectDiscreet(renamed);
});

test('a type that nobody mapped, and hours on a day of it, are told without its name', async () => {
  const story = unwell();
  story.world.changeSettings((document) => {
    const { types } = document['absences'];
    document['absences'].types = types.filter((row: { timetac: string }) => row.timetac !== 'Sick leave');
  });
  story.takesLeave(clara.user, 'sick', '2026-03-16');
  story.works(clara.user, '2026-03-16 08:00', '09:00');

  const report = await story.sync();

  expect(report.issues.map(({ code, type }) => [code, type])).toEqual([['type-unmapped', secret]]);
  expectDiscreet(report);
});

test('the desk and the explanation of a day speak alike', async () => {
  const story = unwell();
  story.takesLeave(anna.user, 'sick', '2026-03-16', '2026-03-17');
  await story.sync();
  story.later();
  story.hr.editAbsence(story.absenceOn('2026-03-16').id, { last: '2026-03-16' });
  await story.sync();

  const { home, settings } = story.world;
  expect(codes((await deskOf(story.world).issues()).issues)).toEqual(['edited-in-target']);
  const { statements } = await explainOneDay(home, settings, anna.employee, '2026-03-16');

  expect(statements.some(({ type }) => type === secret || type === secretThere)).toBe(true);
  for (const { text } of statements)
    for (const sentence of [text.en, text.de])
      expect(sentence).not.toMatch(new RegExp(`${secret}|${secretThere}|sick|krank`, 'i'));
});
