// Rule 0.1: the plan of every run is kept with it, from the decision to what became of it.

import { expect, test } from 'vitest';
import { anna, tellStory, type Story } from '../support/company.ts';

function aDayAndALeave(): Story {
  const story = tellStory({ people: [{}] });
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  return story;
}

/** `create attendances planned`, of the actions that change something. */
async function planOf(story: Story, runId: string): Promise<string[]> {
  const actions = await story.archive.actions(runId);
  return actions
    .filter(({ kind }) => kind !== 'keep')
    .map(({ kind, part, outcome }) => `${kind} ${part} ${outcome}`)
    .sort();
}

test('the plan of a dry run is kept as planned, that of the live run as done; it is the same plan', async () => {
  const story = aDayAndALeave();

  const dry = await story.sync({ mode: 'dry-run' });
  const live = await story.sync();

  expect(await planOf(story, dry.run.id)).toEqual([
    'adopt employees planned',
    'create absences planned',
    'create attendances planned',
  ]);
  expect(await planOf(story, live.run.id)).toEqual([
    'adopt employees done',
    'create absences done',
    'create attendances done',
  ]);
  const [first, second] = [await story.archive.run(dry.run.id), await story.archive.run(live.run.id)];
  expect(first?.planHash).toBe(second?.planHash);
});

test('a plan that was refused is kept too, and none of it was done', async () => {
  const story = tellStory({
    people: [{}],
    settings: (document) => (document['guard'] = { maxDeletes: 0, maxDeleteShare: 0 }),
  });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.deleteTimeTracking(row.id);

  const report = await story.sync();

  expect(report.run.status).toBe('refused');
  expect(await planOf(story, report.run.id)).toEqual(['delete attendances planned']);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});

test('the report of a dry run lists its actions with what stands and what would stand', async () => {
  const story = tellStory({ people: [{}] });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.editTimeTracking(row.id, { end_time: '2026-03-16 13:00:00' });

  const dry = await story.sync({ mode: 'dry-run' });

  const changes = dry.actions?.filter(({ kind }) => kind === 'update');
  expect(changes).toMatchObject([
    {
      part: 'attendances',
      date: '2026-03-16',
      from: { end: '2026-03-16T12:00:00' },
      to: { end: '2026-03-16T13:00:00' },
    },
  ]);
  expect(changes?.[0]?.employee?.personioId).toBe(anna.employee);
});

test('a dry run is refused as the live run would be', async () => {
  const story = tellStory({
    people: [{}],
    settings: (document) => (document['guard'] = { maxDeletes: 0, maxDeleteShare: 0 }),
  });
  const row = story.works(anna.user, '2026-03-16 08:00', '12:00');
  await story.sync();
  story.later();
  story.time.deleteTimeTracking(row.id);

  const dry = await story.sync({ mode: 'dry-run' });

  expect(dry.run.status).toBe('refused');
});
