// Rule 1.5: `users.welcomeEmail` says when TimeTac greets a new user: never, when created, or once hired.

import { expect, test } from 'vitest';
import { anna, ben, tellStory, told } from '../support/company.ts';
import { answering } from '../support/wire.ts';
import { deskOf } from '../support/desk.ts';
import { undoRun } from '../../src/engine/undo.ts';

type When = 'never' | 'on-create' | 'on-hire';

/** Ben is in Personio only, and starts in five days. */
const starter = (when: When, employee: object = { status: 'onboarding', hire_date: '2026-03-23' }) =>
  tellStory({
    people: [{}, { employee, user: null }],
    settings: (document) => (document['users'].welcomeEmail = when),
  });

test.each([
  ['never', 0, 0],
  ['on-create', 1, 1],
  ['on-hire', 0, 1],
] as const)('%s: %i at once, %i once hired', async (when, atOnce, onceHired) => {
  const story = starter(when);

  await story.sync();
  expect(story.world.timetac.mails).toHaveLength(atOnce);

  story.goTo('2026-03-23 06:00');
  story.hr.editEmployee(ben.id, { status: 'active' });
  await story.sync();
  await story.syncLater();
  expect(story.world.timetac.mails).toHaveLength(onceHired);
});

test.each([
  ['never', 0],
  ['on-create', 1],
  ['on-hire', 1],
] as const)('%s: somebody who works here already gets %i', async (when, mails) => {
  const story = starter(when, {});
  await story.sync();
  await story.syncLater();
  expect(story.world.timetac.mails).toHaveLength(mails);
});

test.each(['on-create', 'on-hire'] as const)(
  '%s: who had an account before is never greeted',
  async (when) => {
    const story = tellStory({ settings: (document) => (document['users'].welcomeEmail = when) });
    await story.sync();
    await story.syncLater({ full: true });
    expect(story.world.timetac.mails).toEqual([]);
  },
);

test('a dry run greets nobody', async () => {
  const story = starter('on-create');
  await story.sync({ mode: 'dry-run' });
  expect(story.world.timetac.mails).toEqual([]);
});

test('the form says never before the day of hire: no mail goes out after all', async () => {
  const story = starter('on-hire');
  await story.sync();
  story.world.changeSettings((document) => (document['users'].welcomeEmail = 'never'));
  story.goTo('2026-03-23 06:00');
  story.hr.editEmployee(ben.id, { status: 'active' });

  await story.sync();

  expect(story.world.timetac.mails).toEqual([]);
});

test('an account whose answer was lost is greeted once, not twice', async () => {
  const story = starter('on-create', {});
  story.wire.next({ side: 'timetac', path: '/users/create' }, 'lose-answer');
  await story.sync();
  await story.syncLater();
  await story.syncLater();
  expect(story.states.timetac.users.filter(({ external_id }) => external_id === ben.employee)).toHaveLength(
    1,
  );
  expect(story.world.timetac.mails).toHaveLength(1);
});

test('a run of other parts, or of other people, greets nobody; the next whole one does', async () => {
  const story = starter('on-hire');
  await story.sync();
  story.goTo('2026-03-23 06:00');
  await story.sync({ only: ['absences'] });
  await story.syncLater({ employeeIds: [anna.employee] });
  expect(story.world.timetac.mails).toEqual([]);

  await story.syncLater();

  expect(story.world.timetac.mails).toHaveLength(1);
});

test('a mail that TimeTac refuses stays told until it is tried again', async () => {
  const story = tellStory({
    people: [{}, { employee: {}, user: null }],
    settings: (document) => void (document['users'].welcomeEmail = 'on-create'),
  });
  story.wire.next(
    { side: 'timetac', path: 'elcome' },
    answering({ Success: false, Error: 422, ErrorMessage: 'no' }, 422),
  );
  await story.sync();
  const later = await story.syncLater();
  expect([told(later.issues), later.solved]).toEqual([['refused-by-timetac 3002 -'], []]);
  await deskOf(story.world).retry('refused-by-timetac');

  const report = await story.syncLater();

  expect([report.issues, story.world.timetac.mails.length]).toEqual([[], 1]);
  expect((await story.syncLater()).issues).toEqual([]);
});

const turns: readonly [what: string, turn: (story: ReturnType<typeof starter>) => unknown][] = [
  [
    'withdrew',
    (story) => story.hr.editEmployee(ben.id, { status: 'inactive', termination_date: '2026-03-20' }),
  ],
  [
    'is looked after no more',
    (story) =>
      story.world.changeSettings((document) => {
        document['users'].welcomeEmail = 'on-hire';
        document['users'].scope = { exclude: [{ ids: [ben.employee] }] };
      }),
  ],
  [
    'lost the account',
    (story) =>
      story.time.removeUser(
        story.states.timetac.users.find(({ external_id }) => external_id === ben.employee)?.id ?? 0,
      ),
  ],
  [
    'was taken back',
    async (story) => {
      const [run] = await story.archive.runs(1);
      await undoRun(story.world.shop(), run?.id ?? '', { mode: 'live', release: false });
    },
  ],
];
test.each(turns)('whoever %s before the day of hire is not greeted', async (_what, turn) => {
  const story = starter('on-hire');
  await story.sync();
  story.later();
  await turn(story);
  story.goTo('2026-03-23 06:00');
  await story.sync({ full: true });
  await story.syncLater();
  expect(story.world.timetac.mails).toEqual([]);
});

test('the mail is for the account that was made: who is linked to another one had that one before', async () => {
  const story = starter('on-hire');
  await story.sync();
  await deskOf(story.world).unlink(ben.employee);
  const made = story.states.timetac.users.find(({ firstname }) => firstname === 'Ben');
  if (made === undefined) throw new Error('no account was made');
  const theirs = { ...made, id: 500, username: 'ben.other', email_address: 'b2@muster.example' };
  story.states.timetac.users.push(theirs);
  await deskOf(story.world).link(ben.employee, theirs.id);
  story.goTo('2026-03-23 06:00');
  story.hr.editEmployee(ben.id, { status: 'active' });
  await story.sync();
  expect(story.world.timetac.mails).toEqual([]);
});

test('a server in trouble is no refusal: the mail goes out once it is well again', async () => {
  const story = starter('on-create');
  story.wire.next({ side: 'timetac', path: 'elcome' }, answering({ Success: false, Error: 429 }, 429), {
    times: 99,
  });
  const report = await story.sync();
  expect([report.run.status, told(report.issues)]).toEqual(['failed', ['vendor-unreachable - -']]);
  story.wire.mend();
  await story.syncLater();
  expect(story.world.timetac.mails).toHaveLength(1);
});

test('a refused mail is told as what it is', async () => {
  const story = starter('on-create');
  story.wire.next(
    { side: 'timetac', path: 'elcome' },
    answering({ Success: false, Error: 422, ErrorMessage: 'no' }, 422),
  );
  const [issue] = (await story.sync()).issues;
  expect([issue?.message.en, issue?.message.de]).toEqual([
    expect.stringContaining('refused to send the welcome mail'),
    expect.stringContaining('die Willkommens-E-Mail abgelehnt'),
  ]);
});
