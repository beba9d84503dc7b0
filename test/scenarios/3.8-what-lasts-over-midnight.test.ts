// Rule 3.8: what somebody entered on the evening before and lasts into the day is in the way there, also where the look at the
// day leaves out the day before, because nothing was known to last into it.

import { expect, test } from 'vitest';
import type { Handle } from '../support/world.ts';
import { anna, ben, type Story, tellStory, told } from '../support/company.ts';

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

const calls = ['WORK 2026-03-16 22:00–2026-03-17 05:00', 'WORK 2026-03-17 04:00–12:00'];

test('a quiet night: the day is looked at alone, and written', async () => {
  const story = await afterMonday();
  story.goTo(`${tuesday} 13:00`);

  const { report, asked } = await lookAtTuesday(story);

  expect(asked).toEqual([tuesday]);
  expect(report.issues).toEqual([]);
  expect(story.attendances().at(-1)).toBe(calls[1]);
});

test.each(['05:00', null])('entered later on that evening, until %s: in the way, and told', async (until) => {
  const story = await afterMonday();
  story.goTo(`${monday} 23:00`);
  story.hr.addAttendance({
    person_id: anna.employee,
    type: 'WORK',
    start: `${monday}T22:00:00`,
    end: until === null ? null : `${tuesday}T${until}:00`,
  });
  story.goTo(`${tuesday} 13:00`);

  const { report, asked } = await lookAtTuesday(story);

  expect(asked).toContain(monday);
  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
  expect(story.attendances(ben.employee).at(-1)).toBe(calls[1]);
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

test('after a run that was cut off, and after a full one, nothing is believed that no list showed', async () => {
  const story = await afterMonday();
  story.goTo(`${monday} 23:00`);
  story.hr.addAttendance({
    person_id: anna.employee,
    type: 'WORK',
    start: `${monday}T22:00:00`,
    end: `${tuesday}T05:00:00`,
  });
  // A full run asks for no list of changes: what happened before it is known from its windows alone.
  await story.sync({ full: true, only: ['absences'] });
  story.goTo(`${tuesday} 13:00`);

  const { report } = await lookAtTuesday(story, { full: true });

  expect(told(report.issues)).toEqual(['overlaps-foreign 3001 2026-03-17']);
});
