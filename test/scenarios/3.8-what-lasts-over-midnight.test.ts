// Rule 3.8: what somebody entered on the evening before and lasts into the day is in the way there, also where the look at the
// day leaves out the day before, because nothing was known to last into it.

import { describe, expect, test } from 'vitest';
import { quietNightsKey } from '../../src/engine/quiet-nights.ts';
import type { Handle } from '../support/world.ts';
import { anna, ben, personAt, type Story, tellStory, told } from '../support/company.ts';

const monday = '2026-03-16';
const tuesday = '2026-03-17';

/** Monday was looked at for everybody, and Tuesday morning is coming. */
async function afterMonday(): Promise<Story> {
  const story = tellStory({ now: `${monday} 18:00`, worthAList: 1 });
  for (const { user } of [anna, ben]) story.works(user, `${monday} 08:00`, '16:00');
  await story.sync();
  await story.syncLater();
  return story;
}

/** What Anna has in Personio from Monday evening on; null: it is still open. */
const night = (story: Story, until: string | null = '05:00') =>
  story.hr.addAttendance({
    person_id: anna.employee,
    type: 'WORK',
    start: `${monday}T22:00:00`,
    end: until === null ? null : `${tuesday}T${until}:00`,
  });

/** What the look at Tuesday asked for. */
async function lookAtTuesday(story: Story, request: Parameters<Story['sync']>[0] = {}) {
  for (const { user } of [anna, ben]) story.works(user, `${tuesday} 04:00`, '12:00');
  const asked: string[] = [];
  const listening = async (request: Request, handle: Handle): Promise<Response> => {
    const from = new URL(request.url).searchParams.get('attribution_date.gte');
    if (from !== null) asked.push(from);
    return handle(request);
  };
  story.wire.next({ side: 'personio', method: 'GET', path: '/attendance-periods' }, listening, {
    times: Infinity,
  });
  const report = await story.sync(request);
  return { report, asked };
}

const written = 'WORK 2026-03-17 04:00–12:00';

test('a quiet night: the day is looked at alone, and written', async () => {
  const story = await afterMonday();
  story.goTo(`${tuesday} 13:00`);

  const { report, asked } = await lookAtTuesday(story);

  expect(asked).toEqual([tuesday]);
  expect(report.issues).toEqual([]);
  expect(story.attendances().at(-1)).toBe(written);
});

test.each(['05:00', null])('entered later on that evening, until %s: in the way, and told', async (until) => {
  const story = await afterMonday();
  story.goTo(`${monday} 23:00`);
  night(story, until);
  story.goTo(`${tuesday} 13:00`);

  const { report, asked } = await lookAtTuesday(story);

  expect(asked).toContain(monday);
  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  expect(story.attendances(ben.employee).at(-1)).toBe(written);
});

test('entered while Tandem had seen nothing of that evening yet: found by the look itself', async () => {
  const story = tellStory({ now: `${tuesday} 07:00`, worthAList: 1 });
  story.hrEnters('WORK', `${monday} 22:00`, `${tuesday} 05:00`);

  const { report, asked } = await lookAtTuesday(story);

  expect(asked).toEqual([monday]);
  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
});

test('an hour that became a night by a change: in the way', async () => {
  const story = await afterMonday();
  const evening = story.hrEnters('WORK', `${monday} 20:00`, '21:00');
  await story.syncLater();
  story.later();
  story.hr.editAttendance(evening.id, { end: `${tuesday}T05:00:00` });
  story.goTo(`${tuesday} 13:00`);

  expect(told((await lookAtTuesday(story)).report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
});

describe('nothing is believed that no list has shown', () => {
  test('in a further round of a run, while people went on', async () => {
    const story = await afterMonday();
    story.goTo(`${tuesday} 13:00`);
    let entered: ReturnType<typeof night> | undefined;
    const answers = async (): Promise<Response> => {
      entered ??= night(story);
      return new Response('bad gateway', { status: 502 });
    };
    story.wire.next({ side: 'personio', method: 'POST', path: '/attendance-periods' }, answers, { times: 2 });

    const { report } = await lookAtTuesday(story);

    expect(entered?.end).toBe(`${tuesday}T05:00:00`);
    expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  });

  test('of a look that the run itself doubts', async () => {
    const story = await afterMonday();
    story.goTo(`${monday} 23:00`);
    night(story);
    story.goTo(`${tuesday} 09:00`);
    story.works(anna.user, `${tuesday} 06:00`, '08:00');
    await story.sync();
    await story.syncLater();
    story.goTo(`${tuesday} 13:00`);
    for (const { user } of [anna, ben]) story.works(user, `${tuesday} 04:00`, '05:30');
    let empty = 0;
    const nothingOfMonday = async (request: Request, handle: Handle): Promise<Response> => {
      const response = await handle(request);
      if (new URL(request.url).searchParams.get('attribution_date.gte') !== monday || empty > 0)
        return response;
      empty += 1;
      return Response.json({ _data: [] }, { headers: { date: response.headers.get('date') ?? '' } });
    };
    const lists = { side: 'personio', method: 'GET', path: '/attendance-periods' } as const;
    story.wire.next(lists, nothingOfMonday, { times: Infinity });

    const report = await story.sync();

    expect(empty).toBe(1);
    expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  });

  test('where another version moved the watermark, and knows nothing of nights', async () => {
    const story = await afterMonday();
    story.goTo(`${monday} 23:00`);
    night(story);
    const before = (await story.archive.memory())[quietNightsKey] ?? '';
    await story.syncLater();
    await story.archive.commit({ putMemory: { [quietNightsKey]: before } });
    story.goTo(`${tuesday} 13:00`);

    const { report, asked } = await lookAtTuesday(story);

    expect(asked).toContain(monday);
    expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  });

  test('where a record is listed a moment later than it was made', async () => {
    const story = await afterMonday();
    story.goTo(`${monday} 23:00`);
    await story.sync();
    const late = night(story);
    late.created_at -= 3_000;
    late.updated_at -= 3_000;
    story.goTo(`${tuesday} 13:00`);

    expect(told((await lookAtTuesday(story)).report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  });

  test('in a full run, which asks for no list of changes', async () => {
    const story = await afterMonday();
    story.goTo(`${monday} 23:00`);
    night(story);
    story.goTo(`${tuesday} 13:00`);
    story.world.changeSettings((document) => void (document['attendances'].startDate = tuesday));

    const { report } = await lookAtTuesday(story);

    expect(report.run.scope).toBe('full');
    expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  });

  test('while a run wrote so much that it read back', async () => {
    const people = Array.from({ length: 80 }, (_none, index) => personAt(index));
    const story = tellStory({ people: 80, now: `${monday} 18:00`, worthAList: 1 });
    for (const { user } of people) story.works(user, `${monday} 08:00`, '16:00');
    await story.sync();
    await story.syncLater();
    story.goTo(`${monday} 23:00`);
    for (const { user } of people) story.works(user, `${monday} 17:00`, '18:00');
    const meanwhile = (request: Request, handle: Handle): Promise<Response> => {
      night(story);
      return handle(request);
    };
    story.wire.next({ side: 'personio', method: 'POST', path: '/attendance-periods' }, meanwhile, {
      skip: 20,
    });
    await story.sync();
    story.goTo(`${tuesday} 13:00`);

    expect(told((await lookAtTuesday(story)).report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  });
});

test('the night is cut short at midnight: what waited for that goes out with the next run', async () => {
  const story = await afterMonday();
  story.goTo(`${monday} 23:00`);
  const { id } = night(story);
  story.goTo(`${tuesday} 13:00`);
  await lookAtTuesday(story);
  story.later();
  story.hr.editAttendance(id, { end: `${tuesday}T00:00:00` });

  const report = await story.sync();

  expect(told(report.solved)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  expect(story.attendances().at(-1)).toBe(written);
});
