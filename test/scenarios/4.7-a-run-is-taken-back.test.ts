// Rule 4.7: what a run created is taken back where it is still as we wrote it, and is ignored until a person resumes it.

import { describe, expect, test } from 'vitest';
import { removeOutOfScope, undoRun } from '../../src/engine/undo.ts';
import { anna, ben, changesIn, codes, type Story, tellStory, told, writesOf } from '../support/company.ts';
import { deskOf } from '../support/desk.ts';
import { parts } from '../../src/core/report/codes.ts';
import { setPause } from '../../src/engine/pause.ts';
import { answering } from '../support/wire.ts';
import type { ChangeSettings } from '../support/world.ts';

async function undo(story: Story, runId: string, mode: 'live' | 'dry-run' = 'live') {
  const undone = await undoRun(story.world.shop(), runId, { mode, release: false });
  if (undone === 'busy' || undone === null) throw new Error(`not undone: ${undone}`);
  return undone;
}

async function twoRuns() {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const first = await story.sync();
  story.later();
  const afternoon = story.works(anna.user, '2026-03-16 13:00', '17:00');
  story.works(ben.user, '2026-03-16 09:00', '10:00');
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  const second = await story.sync();
  story.later();
  return { story, first, second, afternoon, leave };
}

test('only what that run created goes; what other runs wrote stays', async () => {
  const { story, second } = await twoRuns();

  const { report, left } = await undo(story, second.run.id);

  expect(left).toBe(0);
  expect(changesIn(report, 'attendances')).toBe('+0 ~0 -2');
  expect(changesIn(report, 'absences')).toBe('+0 ~0 -1');
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.attendances(ben.employee)).toEqual([]);
  expect(story.absences()).toEqual([]);
});

test('it stays away, in silence, also when it changes and in full checks', async () => {
  const { story, second, afternoon, leave } = await twoRuns();
  await undo(story, second.run.id);
  story.time.editTimeTracking(afternoon.id, { end_time: '2026-03-16 18:00:00' });
  story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-16' });

  for (const full of [false, true]) {
    const report = await story.syncLater({ full });
    expect(report.issues).toEqual([]);
    expect(writesOf(report)).toBe(0);
  }
});

test('new records of the same days go out as ever', async () => {
  const { story, second } = await twoRuns();
  await undo(story, second.run.id);
  story.works(anna.user, '2026-03-16 19:00', '20:00');

  await story.syncLater();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 19:00–20:00']);
});

test('resumed, all of it is there again', async () => {
  const { story, second } = await twoRuns();
  await undo(story, second.run.id);
  await story.syncLater();
  expect(await deskOf(story.world).takeBack(second.run.id)).toEqual({ records: 3 });

  const report = await story.syncLater();

  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–17:00']);
  expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-16 09:00–10:00']);
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-15']);
});

test('what HR edited since is theirs to keep: it stays, and the number says so', async () => {
  const { story, second } = await twoRuns();
  story.hr.editAttendance(story.attendanceAt('2026-03-16 13:00').id, { end: '2026-03-16T16:00:00' });

  const { left } = await undo(story, second.run.id);

  expect(left).toBe(1);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-16 13:00–16:00']);
});

test('what Tandem itself changed since stays with its change', async () => {
  const { story, first, second } = await twoRuns();
  const { left, report } = await undo(story, first.run.id);
  expect([left, report.run.writes.personio]).toEqual([0, 1]);
  expect(second.run.id).not.toBe(first.run.id);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 13:00–17:00']);
});

test('adopted records are not ours to take back', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
  const run = await story.sync();

  const { report } = await undo(story, run.run.id);

  expect(writesOf(report)).toBe(0);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('accounts that the run created are switched off, and stay off', async () => {
  const story = tellStory({ people: [{ user: null }, {}] });
  const run = await story.sync();
  const made = story.states.timetac.users.find(({ external_id }) => external_id === anna.employee);
  expect(made?.active).toBe(true);
  story.later();

  await undo(story, run.run.id);
  await story.syncLater({ full: true });

  expect(story.userOf(made?.id ?? 0)?.active).toBe(false);
});

test('a dry run shows what would go and changes nothing', async () => {
  const { story, second } = await twoRuns();
  const before = [...story.attendances(), ...story.absences()];

  const { report } = await undo(story, second.run.id, 'dry-run');

  expect(report.actions?.map(({ kind, part }) => `${kind} ${part}`).sort()).toEqual([
    'delete absences',
    'delete attendances',
    'delete attendances',
  ]);
  expect([...story.attendances(), ...story.absences()]).toEqual(before);
  expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
});

test('killed in the middle, what is gone stays gone and nothing comes back', async () => {
  const { story, second } = await twoRuns();
  let writes = 0;
  const shop = story.world.shop();
  const dying = {
    ...shop,
    hr: new Proxy(shop.hr, {
      get: (door, name) => {
        const member: unknown = Reflect.get(door, name, door);
        if (name !== 'deleteAttendancePeriod' || typeof member !== 'function') return member;
        return async (id: string) => {
          if (++writes > 1) throw new Error('killed');
          await (member as (id: string) => Promise<void>).call(door, id);
        };
      },
    }),
  };
  await expect(undoRun(dying, second.run.id, { mode: 'live', release: false })).rejects.toThrow('killed');
  story.archive.dropLease();

  await story.syncLater();
  await story.syncLater({ full: true });
  const standing = [...story.attendances(), ...story.attendances(ben.employee), ...story.absences()];
  const again = await undo(story, second.run.id);

  expect(standing).toContain('WORK 2026-03-16 08:00–12:00');
  expect(again.report.run.status).toBe('done');
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
  expect(story.attendances(ben.employee)).toEqual([]);
  expect(story.absences()).toEqual([]);
});

test('there is no such run', async () => {
  const { story } = await twoRuns();
  expect(await undoRun(story.world.shop(), 'nothing', { mode: 'live', release: false })).toBeNull();
});

describe('what a setting took out of scope is removed by a person’s order only (rule 0.7)', () => {
  async function laterStart() {
    const story = tellStory();
    for (const day of ['02', '03', '04', '16', '17']) story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
    await story.sync();
    story.world.changeSettings((document) => {
      document['attendances'].startDate = '2026-03-10';
      document['guard'] = { maxDeletes: 2, maxDeleteShare: 0 };
    });
    const kept = await story.syncLater();
    expect(kept.notes.map(({ code, covers }) => [code, covers])).toContainEqual(['out-of-scope-kept', 3]);
    expect(story.attendances()).toHaveLength(5);
    return story;
  }

  test('under the guard, which the same order releases once', async () => {
    const story = await laterStart();
    const order = (release: boolean) => removeOutOfScope(story.world.shop(), { mode: 'live', release });
    const refused = await order(false);
    if (refused === 'busy') throw new Error('busy');
    expect(refused.report.refusal).toMatchObject({ reason: 'too-many-deletes', planned: 3, allowed: 2 });
    expect(story.attendances()).toHaveLength(5);

    await order(true);

    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00', 'WORK 2026-03-17 08:00–12:00']);
    const after = await story.syncLater({ full: true });
    expect(writesOf(after)).toBe(0);
    expect(after.notes).toEqual([]);
  });
});

test('a run that was killed is taken back as well: what it had settled, and what was found done after it', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  const place = { side: 'personio', method: 'POST', path: '/v2/attendance-periods' } as const;
  story.wire.next(place, 'kill-after', { skip: 1 });
  await story.syncAndDie();
  const [killed] = await story.archive.runs(1);
  await story.syncLater();
  expect(story.attendances()).toHaveLength(2);

  const { report } = await undo(story, killed?.id ?? '');

  expect(changesIn(report, 'absences')).toBe('+0 ~0 -1');
  expect(story.attendances()).toEqual([]);
  expect(story.absences()).toEqual([]);
});

test('what was exported for somebody who is out of scope now is removed by the same order', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(ben.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.world.changeSettings((document) => {
    document['users'].scope = { exclude: [{ ids: [anna.employee] }] };
  });
  await story.syncLater();
  expect(story.attendances()).toHaveLength(1);

  await removeOutOfScope(story.world.shop(), { mode: 'live', release: false });

  expect(story.attendances()).toEqual([]);
  expect(story.attendances(ben.employee)).toHaveLength(1);
});

describe('who is out of scope is judged by the form of today', () => {
  async function changeScope(first: object, then: object) {
    const story = tellStory();
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    await story.sync();
    const scope = (value: object) =>
      story.world.changeSettings((document) => void (document['users'].scope = value));
    scope(first);
    await story.syncLater();
    scope(then);
    return story;
  }
  const withoutAnna = { exclude: [{ ids: [anna.employee] }] };
  const order = { mode: 'live', release: false } as const;

  test('who is in again keeps what stands, although no run has looked since', async () => {
    const story = await changeScope(withoutAnna, {});
    await removeOutOfScope(story.world.shop(), order);
    expect(story.attendances()).toHaveLength(1);
  });

  test('of whom was left out just now it goes', async () => {
    const story = await changeScope({}, withoutAnna);
    await removeOutOfScope(story.world.shop(), order);
    expect(story.attendances()).toEqual([]);
  });

  test('where Personio lists nobody, nothing is removed, and it is told', async () => {
    const story = await changeScope({}, withoutAnna);
    story.world.personio.people.disableCredential(story.world.settings.personio.clientId);
    const removed = await removeOutOfScope(story.world.shop(), order);
    if (removed === 'busy') throw new Error('busy');
    expect(removed.report.run.status).toBe('failed');
    expect(story.attendances()).toHaveLength(1);
  });
});

test('what payroll has closed since stays, and counts as left', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-02-16 08:00', '12:00');
  const run = await story.sync();
  story.later();
  story.world.changeSettings((d) => void (d['lockedUntil'] = '2026-02-28'));
  await story.sync();
  story.later();
  const { left } = await undo(story, run.run.id);
  expect(left).toBe(1);
  expect(story.attendances()).toEqual(['WORK 2026-02-16 08:00–12:00']);
});

test('new hours that touch what was taken back go out by themselves; what was taken back stays away', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const run = await story.sync();
  story.later();
  await undo(story, run.run.id);
  story.later();
  story.works(anna.user, '2026-03-16 12:00', '16:00');

  await story.sync();

  expect(story.attendances()).toEqual(['WORK 2026-03-16 12:00–16:00']);
});

test.each(['dry-run', 'live'] as const)('what is told of people stays told (%s)', async (mode) => {
  const story = tellStory({ people: [{}, { employee: { email: null }, user: null }] });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  const run = await story.sync();
  expect(codes(run.issues)).toEqual(['email-missing']);
  story.later();

  const { report } = await undo(story, run.run.id, mode);

  expect([codes(report.issues), report.solved, report.run.status]).toEqual([
    ['email-missing'],
    [],
    'done-with-issues',
  ]);
});

describe('a person pauses first, and then takes back', () => {
  const paused = async () => {
    const { story, second } = await twoRuns();
    await setPause(story.archive, parts, story.world.clock.now());
    story.later();
    return { story, runId: second.run.id };
  };

  test('it goes while everything is paused, as the preview said', async () => {
    const { story, runId } = await paused();
    const preview = await undo(story, runId, 'dry-run');
    const { report, left } = await undo(story, runId);
    expect([changesIn(report, 'attendances'), changesIn(report, 'absences'), left]).toEqual([
      changesIn(preview.report, 'attendances'),
      changesIn(preview.report, 'absences'),
      preview.left,
    ]);
    expect([story.attendances(), story.attendances(ben.employee), story.absences()]).toEqual([
      ['WORK 2026-03-16 08:00–12:00'],
      [],
      [],
    ]);
    await setPause(story.archive, parts, null);
    expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
  });

  test('an account that the run made is switched off', async () => {
    const story = tellStory({ people: [{}, { user: null }] });
    const run = await story.sync();
    const made = story.states.timetac.users.filter(({ active }) => active).length;
    await setPause(story.archive, parts, story.world.clock.now());
    story.later();
    await undo(story, run.run.id);
    expect(story.states.timetac.users.filter(({ active }) => active)).toHaveLength(made - 1);
  });

  test('a pause that comes while it goes on stops it, and what stays goes on as before', async () => {
    const story = tellStory();
    const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
    const run = await story.sync();
    story.later();
    story.wire.next({ side: 'personio', path: '/v2/attendance-periods' }, async (request, handle) => {
      await setPause(story.archive, ['attendances'], story.world.clock.now());
      return handle(request);
    });
    await undo(story, run.run.id);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    await setPause(story.archive, ['attendances'], null);
    story.later();
    story.time.editTimeTracking(row.id, { end_time: '2026-03-16 11:00:00' });
    await story.syncLater({ full: true });
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–11:00']);
  });
});

describe('what a part wrote that is off by now', () => {
  test.each(['dry-run', 'live'] as const)('is counted as it is taken back (%s)', async (mode) => {
    const { story, second } = await twoRuns();
    story.world.changeSettings((document) => (document['attendances'].enabled = false));
    const { report, left } = await undo(story, second.run.id, mode);
    expect([changesIn(report, 'attendances'), changesIn(report, 'absences'), left]).toEqual([
      '+0 ~0 -2',
      '+0 ~0 -1',
      0,
    ]);
  });

  test('and so is what goes because it is out of scope', async () => {
    const { story } = await twoRuns();
    story.world.changeSettings((document) => (document['attendances'].enabled = false));
    const undone = await removeOutOfScope(story.world.shop(), { mode: 'live', release: true });
    expect(undone === 'busy' ? undone : changesIn(undone.report, 'attendances')).toBe('+0 ~0 -3');
  });
});

test('what could not be taken back, because Personio refused, goes on as before', async () => {
  const story = tellStory();
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  const run = await story.sync();
  story.later();
  story.wire.next(
    { side: 'personio', method: 'DELETE', path: '/v2/attendance-periods' },
    answering({ errors: [{ title: 'Locked', detail: 'locked' }] }, 422),
  );
  await undoRun(story.world.shop(), run.run.id, { mode: 'live', release: false });
  await story.syncLater();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 11:00:00' });
  await story.syncLater();
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–11:00']);
});

test('the other half of a day that was taken back goes out', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '08:00:00' });
  const run = await story.sync();
  story.later();
  await undoRun(story.world.shop(), run.run.id, { mode: 'live', release: false });
  story.later();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5, begin: '12:00:00' });
  await story.syncLater({ full: true });
  expect(story.absences()).toEqual(['Paid absence 2026-04-13 from midday']);
});

describe('what was removed because nobody looked after it any more is there again once somebody does', () => {
  const takenOut: readonly [string, ChangeSettings][] = [
    ['its part switched off', (document) => (document['attendances'].enabled = false)],
    ['its owner excluded', (document) => (document['users'].scope = { exclude: [{ ids: [anna.employee] }] })],
  ];
  test.each(takenOut)('%s', async (_what, takeOut) => {
    const story = tellStory();
    story.works(anna.user, '2026-01-12 08:00', '12:00');
    story.works(anna.user, '2026-03-16 08:00', '12:00');
    await story.sync();
    story.world.changeSettings(takeOut);
    await story.syncLater();
    await removeOutOfScope(story.world.shop(), { mode: 'live', release: true });
    expect(story.attendances()).toEqual([]);
    await story.syncLater();

    story.world.changeSettings(() => undefined);
    await story.syncLater();

    expect(story.attendances()).toEqual(['WORK 2026-01-12 08:00–12:00', 'WORK 2026-03-16 08:00–12:00']);
  });
});

test('a part that was off for a while looks at everything again', async () => {
  const story = tellStory();
  const gone = story.works(anna.user, '2026-01-12 08:00', '12:00');
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.world.changeSettings((document) => (document['attendances'].enabled = false));
  await story.syncLater();
  story.time.deleteTimeTracking(gone.id);
  story.states.timetac.deleted.length = 0;
  await story.syncLater();
  story.world.changeSettings(() => undefined);
  await story.syncLater();
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('a longer booking over leave that was taken back is a new one, and goes out', async () => {
  const story = tellStory();
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-07', '2026-04-10');
  const run = await story.sync();
  story.later();
  await undo(story, run.run.id);
  story.time.cancelAbsence(leave.id);
  story.takesLeave(anna.user, 'vacation', '2026-04-09', '2026-04-17');

  await story.syncLater();

  expect(story.absences()).toEqual(['Paid absence 2026-04-09 – 2026-04-17']);
});

test('a killed run is taken back at once, with the writes that it had not settled', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.wire.next({ side: 'personio', method: 'POST', path: '/v2/attendance-periods' }, 'kill-after', {
    skip: 1,
  });
  await story.syncAndDie();
  const [killed] = await story.archive.runs(1);
  await undo(story, killed?.id ?? '');
  await story.syncLater();
  expect(story.attendances()).toEqual([]);
});

test('a killed run is taken back with the account that it made', async () => {
  const story = tellStory({ people: [{ user: null }, {}] });
  story.wire.next({ side: 'timetac', method: 'POST', path: '/users/create' }, 'kill-after');
  await story.syncAndDie();
  const [killed] = await story.archive.runs(1);
  await undo(story, killed?.id ?? '');
  expect(story.states.timetac.users.find(({ external_id }) => external_id === anna.employee)?.active).toBe(
    false,
  );
});

test('leave that was taken back stays away in silence, also once its month is closed', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-03-09', '2026-03-10');
  story.works(anna.user, '2026-03-11 08:00', '12:00');
  const run = await story.sync();
  story.later();
  await undo(story, run.run.id);
  expect(told((await story.syncLater({ full: true })).issues)).toEqual([]);
  story.world.changeSettings((d) => void (d['lockedUntil'] = '2026-03-15'));
  expect(told((await story.syncLater()).issues)).toEqual([]);
});
