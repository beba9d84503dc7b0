// Rule 0.4: no vendor write is idempotent for us, so a write whose answer is lost is looked up, never sent again blindly.

import { describe, expect, test } from 'vitest';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, ben, type Story, tellStory, told } from '../support/company.ts';
import type { Mishap, Place } from '../support/wire.ts';

interface Loss {
  readonly what: string;
  readonly place: Place;
  /** What stands in step before, and the change whose write meets the loss. */
  readonly change: (story: Story) => void;
  /** What must stand afterwards, once. */
  readonly stands: (story: Story) => unknown;
  readonly expected: unknown;
}

const attendance = (method: string): Place => ({ side: 'personio', method, path: '/attendance-periods' });
const absence = (method: string): Place => ({ side: 'personio', method, path: '/absence-periods' });

const losses: readonly Loss[] = [
  {
    what: 'a new attendance',
    place: attendance('POST'),
    change: (story) => story.works(anna.user, '2026-03-17 08:00', '12:00'),
    stands: (story) => story.attendances(),
    expected: ['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-17 08:00–12:00'],
  },
  {
    what: 'a changed attendance',
    place: attendance('PATCH'),
    change: (story) => {
      const [row] = story.states.timetac.timeTrackings;
      story.time.editTimeTracking(row?.id ?? 0, { end_time: '2026-03-16 11:30:00' });
    },
    stands: (story) => story.attendances(),
    expected: ['WORK 2026-03-16 08:00–11:30'],
  },
  {
    what: 'a deleted attendance',
    place: attendance('DELETE'),
    change: (story) => story.time.deleteTimeTracking(story.states.timetac.timeTrackings[0]?.id ?? 0),
    stands: (story) => story.attendances(),
    expected: [],
  },
  {
    what: 'a new absence',
    place: absence('POST'),
    change: (story) => story.takesLeave(anna.user, 'vacation', '2026-04-20', '2026-04-22'),
    stands: (story) => story.absences(),
    expected: ['Paid absence 2026-04-13 – 2026-04-15', 'Paid absence 2026-04-20 – 2026-04-22'],
  },
  {
    what: 'a changed absence',
    place: absence('PATCH'),
    change: (story) => story.time.changeAbsenceDates(absenceId(story), { to_date: '2026-04-16' }),
    stands: (story) => story.absences(),
    expected: ['Paid absence 2026-04-13 – 2026-04-16'],
  },
  {
    what: 'a deleted absence',
    place: absence('DELETE'),
    change: (story) => story.time.cancelAbsence(absenceId(story)),
    stands: (story) => story.absences(),
    expected: [],
  },
  {
    what: 'a new account',
    place: { side: 'timetac', method: 'POST', path: '/users/create' },
    change: newcomer,
    stands: (story) => story.states.timetac.users.filter(({ external_id }) => external_id === '3009').length,
    expected: 1,
  },
  {
    what: 'a changed account',
    place: { side: 'timetac', method: 'PUT', path: '/users/update' },
    change: (story) => story.hr.editEmployee(ben.id, { last_name: 'Neu' }),
    stands: (story) => story.userOf(ben.user)?.lastname,
    expected: 'Neu',
  },
  {
    what: 'a deactivated account',
    place: { side: 'timetac', method: 'PUT', path: '/users/update' },
    change: (story) => {
      story.userOf(ben.user)!.exit_date = '2026-03-10';
      story.hr.editEmployee(ben.id, { termination_date: '2026-03-10' });
    },
    stands: (story) => story.userOf(ben.user)?.active,
    expected: false,
  },
];

const doneButBusy: Mishap = async (request, handle) => {
  await handle(request);
  return new Response('<h1>maintenance</h1>', { status: 503, headers: { 'retry-after': '1' } });
};

describe.each(losses)('the answer to $what is lost', ({ place, change, stands, expected }) => {
  test.each<[string, Mishap]>([
    ['no answer comes', 'lose-answer'],
    ['somebody in between says to come back later', doneButBusy],
  ])(
    'the vendor did it, and %s: it stands once, is known as ours, nothing is left to tell',
    async (_how, mishap) => {
      const story = await inStep();
      change(story);
      story.wire.next(place, mishap);

      await story.sync();
      expect(story.wire.isSpent()).toBe(true);
      const after = await story.syncLater();

      expect(stands(story)).toEqual(expected);
      expect(await story.archive.intents()).toEqual([]);
      expect(await story.origins()).toEqual(['created']);
      expect(after.issues).toEqual([]);
      const mark = story.mark();
      const full = await story.syncLater({ full: true });
      expect(story.writesSince(mark)).toEqual([]);
      expect(full.run.status).toBe('done');
    },
  );

  test('the vendor did nothing, but that cannot be seen: it is read back and then sent', async () => {
    const story = await inStep();
    change(story);
    story.wire.next(place, () => Promise.reject(new TypeError('connection lost')));

    await story.sync();
    await story.syncLater();

    expect(stands(story)).toEqual(expected);
    expect(await story.archive.intents()).toEqual([]);
  });

  test.each(['kill-before', 'kill-after'] as const)(
    'the process dies there (%s): the next run puts it right',
    async (death) => {
      const story = await inStep();
      change(story);
      story.wire.next(place, death);

      await story.syncAndDie();
      story.later(1);
      const after = await story.sync();

      expect(stands(story)).toEqual(expected);
      expect(await story.origins()).toEqual(['created']);
      expect(after.issues).toEqual([]);
      const mark = story.mark();
      await story.syncLater({ full: true });
      expect(story.writesSince(mark)).toEqual([]);
    },
  );
});

test('an equal record that somebody else made long before our intent is theirs: adopted, not ours', async () => {
  const story = tellStory();
  story.later(60);
  await story.sync();
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  // Somebody enters the same by hand after our list was read; our own call never arrives.
  story.wire.next(attendance('POST'), () => {
    const theirs = story.hrEnters('WORK', '2026-03-17 08:00', '12:00');
    theirs.created_at -= 3_600_000;
    return Promise.reject(new TypeError('connection lost'));
  });

  await story.sync();
  await story.syncLater();

  expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
  expect(await story.archive.links({ part: 'attendances' })).toMatchObject([{ origin: 'adopted' }]);
});

test('two equal records and one lost answer: nobody guesses which is ours, and nothing more is written', async () => {
  const story = tellStory();
  await story.sync();
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  let theirs: { readonly id: string } | undefined;
  story.wire.next(attendance('POST'), async (request, handle) => {
    await handle(request);
    theirs = story.hrEnters('WORK', '2026-03-17 08:00', '12:00');
    throw new TypeError('connection lost');
  });

  await story.syncLater();
  const report = await story.syncLater();
  expect(report.issues.map(({ code }) => code)).toEqual(['outcome-unknown']);
  expect(story.attendances()).toHaveLength(2);

  story.later();
  story.hr.deleteAttendance(theirs?.id ?? '');
  const after = await story.sync();
  expect(after.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-17 08:00–12:00']);
});

test('an account of the same e-mail without our employee id is not the one that we began: joined, not ours', async () => {
  const story = tellStory({ people: [{}, { user: null }] });
  story.wire.next({ side: 'timetac', method: 'POST', path: '/users/create' }, () => {
    story.time.addUser({
      id: 900,
      active: true,
      human: true,
      username: 'ben.bachmann@muster.example',
      email_address: 'ben.bachmann@muster.example',
      firstname: 'Ben',
      lastname: 'Bachmann',
      external_id: '',
    });
    return Promise.reject(new TypeError('connection lost'));
  });

  await story.sync();
  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.states.timetac.users.filter(({ human }) => human)).toHaveLength(2);
  expect(story.userOf(900)?.external_id).toBe(ben.employee);
  const links = await story.archive.links({ part: 'employees' });
  expect(links.find(({ key }) => key === ben.employee)).toMatchObject({ targetId: '900', origin: 'adopted' });
});

function newcomer(story: Story): void {
  const [first] = story.states.personio.employees;
  if (first === undefined) throw new Error('an empty company');
  story.hr.addEmployee({
    ...first,
    id: 3009,
    first_name: 'Nora',
    last_name: 'Neuling',
    email: 'nora.neuling@muster.example',
    hire_date: '2026-03-16',
    custom: {},
  });
}

const absenceId = (story: Story): number => story.states.timetac.absences[0]?.id ?? 0;

async function inStep() {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  expect((await story.sync()).issues).toEqual([]);
  story.later();
  return story;
}

test('half a replacement whose place somebody filled by hand keeps the name of the record that still stands', async () => {
  const story = tellStory();
  const entry = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(entry.id, { task_id: taskIds.break });
  story.wire.next(attendance('DELETE'), 'kill-before');
  await story.syncAndDie();
  story.later(20);
  story.hrEnters('BREAK', '2026-03-16 08:00', '12:00');

  const report = await story.sync();

  expect(await story.origins()).toEqual(['created']);
  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-16']);
  expect(story.attendances()).toEqual(['BREAK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 08:00–12:00']);
});
