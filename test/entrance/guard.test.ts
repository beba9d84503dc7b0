// A plan that would take away too much, from outside: refused, looked at, let through once (rule 0.9).

import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from './report-document.ts';
import { openStage, type Stage } from './stage.ts';
import { tandem } from './tandem.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ employees: 6, days: 4 });
});
afterAll(() => stage.close());

test('somebody’s hours vanish in TimeTac: refused with 4, released once, and then done', async () => {
  const config = stage.configFile((draft) => (draft['guard'] = { maxDeletes: 2, maxDeleteShare: 0.01 }));
  const sync = (...options: string[]) =>
    tandem(['sync', '--config', config, '--data', stage.dataFolder(), '--json', '--quiet', ...options]);
  readDocument((await sync()).out);
  const before = stage.exported();

  const [someone] = stage.time.state.timeTrackings.filter((row) => row.absence_request_id === null);
  const theirs = stage.time.state.timeTrackings.filter((row) => row.user_id === someone?.user_id);
  for (const row of theirs) stage.time.people.deleteTimeTracking(row.id);
  stage.lookAtCalls();

  const refused = await sync();
  const { refusal, run, parts } = readDocument(refused.out);
  expect([refused.exit, run.status]).toEqual([4, 'refused']);
  expect(refusal).toMatchObject({ reason: 'too-many-deletes', part: 'attendances', allowed: 2 });
  expect(parts.attendances.deleted).toBe(0);
  expect(stage.lookAtCalls().writes).toEqual({ personio: 0, timetac: 0 });
  expect(stage.exported()).toEqual(before);

  // A person looks at it first: the same judgement, in words that name the next step.
  const rehearsal = await tandem(['sync', '--config', config, '--data', stage.dataFolder(), '--dry-run']);
  expect(rehearsal.exit).toBe(4);
  expect(rehearsal.out).toContain(`too-many-deletes in attendances: ${refusal?.planned} planned, 2 allowed`);
  expect(rehearsal.out).toContain('--release');

  const released = await sync('--release');
  const done = readDocument(released.out);
  expect([0, 1]).toContain(released.exit);
  expect(done.refusal).toBeNull();
  expect(done.parts.attendances.deleted).toBe(refusal?.planned);
  expect(stage.exported()).toHaveLength(before.length - (refusal?.planned ?? 0));

  const after = readDocument((await sync('--release')).out);
  expect(after.run.writes).toEqual({ personio: 0, timetac: 0 });

  // The next such plan is another one: the release of the first does not cover it, nor one nobody was refused.
  const [other] = stage.time.state.timeTrackings.filter((row) => row.absence_request_id === null);
  for (const row of stage.time.state.timeTrackings.filter((row) => row.user_id === other?.user_id))
    stage.time.people.deleteTimeTracking(row.id);
  expect((await sync('--release')).exit).toBe(4);
});
