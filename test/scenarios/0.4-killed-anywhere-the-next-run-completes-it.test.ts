// Rule 0.4 told exhaustively: whatever call of a run is its last, the next run leaves the same world behind.

import { expect, test } from 'vitest';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import { anna, ben, type Story, tellStory } from '../support/company.ts';

/** Creates, updates, deletes, an absence that changes its type and a ring of hours, all waiting to be written. */
async function waiting(): Promise<Story> {
  const story = tellStory({ people: [{}, {}, { user: null }] });
  const early = story.works(anna.user, '2026-03-16 08:00', '10:00');
  const late = story.works(anna.user, '2026-03-16 13:00', '17:00');
  const leave = story.takesLeave(ben.user, 'vacation', '2026-04-13', '2026-04-15');
  const sick = story.takesLeave(ben.user, 'sick', '2026-03-12');
  const work = story.works(ben.user, '2026-03-17 08:00', '10:00');
  const rest = story.works(ben.user, '2026-03-17 10:00', '12:00', { task_id: taskIds.break });
  await story.sync({ only: ['absences', 'attendances'] });
  story.later();
  story.time.editTimeTracking(early.id, { end_time: '2026-03-16 11:00:00' });
  story.time.deleteTimeTracking(late.id);
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.time.changeAbsenceDates(sick.id, { type_id: 1, subtype_id: 0 });
  story.time.editTimeTracking(work.id, {
    start_time: '2026-03-17 10:00:00',
    end_time: '2026-03-17 12:00:00',
  });
  story.time.editTimeTracking(rest.id, {
    start_time: '2026-03-17 08:00:00',
    end_time: '2026-03-17 10:00:00',
  });
  story.time.changeAbsenceDates(leave.id, { from_date: '2026-04-14' });
  story.takesLeave(anna.user, 'vacation', '2026-05-11', '2026-05-12');
  story.hr.editEmployee(ben.id, { last_name: 'Neu' });
  return story;
}

const standing = (story: Story) => ({
  anna: [...story.attendances(), ...story.absences()],
  ben: [...story.attendances(ben.employee), ...story.absences(ben.employee)],
  accounts: story.states.timetac.users
    .map((user) => `${user.external_id} ${user.firstname} ${user.lastname}`)
    .sort(),
});

async function untouched() {
  const story = await waiting();
  const mark = story.mark();
  const report = await story.sync();
  expect(report.issues).toEqual([]);
  const { personio, timetac } = story.world;
  return {
    expected: standing(story),
    calls: {
      personio: personio.calls.length - mark.personio,
      timetac: timetac.calls.length - mark.timetac,
    },
  };
}

test.each(['kill-before', 'kill-after'] as const)('killed at any call (%s)', async (death) => {
  const { expected, calls } = await untouched();
  expect(calls.personio).toBeGreaterThan(8);

  for (const side of ['personio', 'timetac'] as const) {
    for (let skip = 0; skip < calls[side]; skip++) {
      const story = await waiting();
      story.wire.next({ side, path: '/' }, death, { skip });
      await story.syncAndDie();
      story.later(1);
      const after = await story.sync();
      const place = `${death} at call ${skip} of ${side}`;
      expect(standing(story), place).toEqual(expected);
      expect(await story.origins(), place).toEqual(['created']);
      expect(after.issues, place).toEqual([]);
      expect(await story.archive.intents(), place).toEqual([]);
      const mark = story.mark();
      await story.syncLater({ full: true });
      expect(story.writesSince(mark), place).toEqual([]);
    }
  }
});

test.each(['before', 'after'] as const)('killed %s any durable write of its own', async (moment) => {
  const { expected } = await untouched();
  let survived = false;
  for (let index = 0; !survived; index++) {
    const story = await waiting();
    const revive = killAtCommit(story, index, moment);
    const end = await story.syncAndDie().then(
      () => 'killed',
      (error: Error) => error.message,
    );
    survived = end.endsWith('survived');
    revive();
    story.later(1);
    const after = await story.sync();
    const place = `killed ${moment} commit ${index}`;
    expect(standing(story), place).toEqual(expected);
    expect(after.issues, place).toEqual([]);
    expect(await story.archive.intents(), place).toEqual([]);
    if (survived) expect(index).toBeGreaterThan(15);
  }
});

/** From the commit with this number on, the archive hears nothing more. */
function killAtCommit(story: Story, index: number, moment: 'before' | 'after'): () => void {
  const { archive, wire } = story;
  const commit = archive.commit.bind(archive);
  let count = 0;
  archive.commit = async (batch) => {
    const isLast = count++ === index;
    if (isLast && moment === 'before') await wire.die();
    await commit(batch);
    if (isLast) await wire.die();
  };
  return () => void (archive.commit = commit);
}
