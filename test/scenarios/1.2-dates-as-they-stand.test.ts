// Rule 1.2: a date is its first ten characters, never a moment that a time zone could move to the day before.

import { describe, expect, test } from 'vitest';
import { anna, ben, tellStory } from '../support/company.ts';
import { changing } from '../support/wire.ts';

const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland', 'UTC'] as const;

describe.each(zones)('Personio writes its dates in %s', (zone) => {
  test('the day of hire and the last day are those that HR entered', async () => {
    const story = tellStory({ people: [{}, { user: null }] });
    story.states.personio.zone = zone;
    story.hr.editEmployee(ben.id, { hire_date: '2024-07-01', termination_date: '2026-12-31' });

    await story.sync();

    const user = story.states.timetac.users.find(({ external_id }) => external_id === ben.employee);
    expect(user).toMatchObject({ entry_date: '2024-07-01', exit_date: '2026-12-31' });
  });

  test('a linked account in step stays as it is', async () => {
    const story = tellStory();
    story.states.personio.zone = zone;
    await story.sync();

    const report = await story.syncLater({ full: true });

    expect(report.notes).toEqual([]);
    expect(report.run.writes.timetac).toBe(0);
  });
});

test('a date that is none is unknown: not written, and no other date instead of it', async () => {
  const story = tellStory({ people: [{}] });
  await story.sync();
  story.later();
  story.wire.next(
    { side: 'personio', method: 'GET', path: '/company/employees' },
    changing((body) => {
      for (const item of body['data']) item.attributes.hire_date.value = '2024-02-31T00:00:00+01:00';
      return body;
    }),
    { times: Infinity },
  );

  const report = await story.sync();

  expect(story.userOf(anna.user)?.entry_date).toBe('2024-01-01');
  expect(report.notes.map(({ code }) => code)).toEqual(['attribute-missing']);
});
