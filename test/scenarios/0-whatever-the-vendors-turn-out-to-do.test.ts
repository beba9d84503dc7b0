// Every open question about the vendors, answered either way: the same history ends in the same world, or in an issue
// that says why not; nothing stands twice, and one more run changes nothing.

import { describe, expect, test } from 'vitest';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import { parsePersonioSwitch, personioSwitches } from '../../src/simulators/personio/switches.ts';
import { parseTimetacSwitch, timetacSwitches } from '../../src/simulators/timetac/switches.ts';
import { anna, ben, type Story, type StoryOptions, tellStory } from '../support/company.ts';

const numbers: Readonly<Record<string, string>> = {
  'attendance-page-size': '2',
  'page-limit-max': '2',
  'batch-size-max': '1',
  'token-lifetime': '2',
  'deleted-retention': '86400',
  'recalculation-lag': '600',
};

/** What cannot go the ordinary way in such an account; each is covered by an issue instead. */
const refusing: ReadonlySet<string> = new Set([
  'attendance-confirmed-write=reject',
  'absence-delete-approved=conflict',
  'attribute-whitelist=minimal',
]);

/** Faults at random are the voyages' business; these answers make the account unusable, which 4.5 tells. */
const elsewhere: ReadonlySet<string> = new Set([
  'fault-inject',
  'dropped-versions',
  'next-link=self-loop',
  'path-prefix=userapi',
  'delta-sync-access=deny',
]);

type Answer = readonly [name: string, options: StoryOptions];

const personioAnswers: Answer[] = Object.entries(personioSwitches).flatMap(([name, { values }]) =>
  [...values.slice(1), ...(numbers[name] === undefined ? [] : [numbers[name]])].map(
    (value): Answer => [`${name}=${value}`, { personio: parsePersonioSwitch(name, value) }],
  ),
);
const timetacAnswers: Answer[] = Object.entries(timetacSwitches).flatMap(([name, { values }]) =>
  [...values.slice(1), ...(numbers[name] === undefined ? [] : [numbers[name]])].map(
    (value): Answer => [`${name}=${value}`, { timetac: parseTimetacSwitch(name, value) }],
  ),
);

const expected = {
  anna: [
    'WORK 2026-03-16 08:00–11:00',
    'BREAK 2026-03-16 11:00–11:30',
    'WORK 2026-03-17 08:00–12:00',
    'Paid absence 2026-05-11 – 2026-05-12 to midday',
  ],
  ben: ['Paid absence 2026-04-14 – 2026-04-15', 'Hourly leave 2026-04-20 2026-04-20 09:00–11:00'],
  accounts: ['Anna Ahrens', 'Ben Neu', 'Clara Conrad'],
};

describe.each([
  ['Personio', personioAnswers],
  ['TimeTac', timetacAnswers],
])('%s', (_vendor, answers) => {
  const asked = answers.filter(([name]) => !elsewhere.has(name) && !elsewhere.has(name.split('=')[0] ?? ''));

  test.each(asked)('%s', async (name, options) => {
    const story = await history(options);

    const last = await story.syncLater();
    const full = await story.syncLater({ full: true });

    if (refusing.has(name)) expect(full.issues.length).toBeGreaterThan(0);
    else {
      expect(full.issues).toEqual([]);
      expect(standing(story)).toEqual(expected);
      expect(full.run.status).toBe('done');
    }
    expect(last.run.writes).toEqual({ personio: 0, timetac: 0 });
    expect(full.run.writes).toEqual({ personio: 0, timetac: 0 });
    expect(twice(story)).toEqual([]);
  });
});

/** Creates, changes and deletes on both sides in three runs. */
async function history(options: StoryOptions): Promise<Story> {
  const story = tellStory({ ...options, people: [{}, {}, { user: null }] });
  const early = story.works(anna.user, '2026-03-16 08:00', '10:00');
  const late = story.works(anna.user, '2026-03-16 13:00', '17:00');
  const leave = story.takesLeave(ben.user, 'vacation', '2026-04-13', '2026-04-15');
  const sick = story.takesLeave(ben.user, 'sick', '2026-03-12');
  await story.sync();
  story.later();
  story.time.editTimeTracking(early.id, { end_time: '2026-03-16 11:00:00' });
  story.time.deleteTimeTracking(late.id);
  story.works(anna.user, '2026-03-16 11:00', '11:30', { task_id: taskIds.break });
  story.works(anna.user, '2026-03-17 08:00', '12:00');
  story.time.changeAbsenceDates(leave.id, { from_date: '2026-04-14' });
  story.time.cancelAbsence(sick.id);
  story.takesLeave(anna.user, 'vacation', '2026-05-11', '2026-05-12', {
    [swapped(options) ? 'request_partial_begin_duration' : 'request_partial_end_duration']: 0.5,
  });
  story.takesLeave(ben.user, 'doctor', '2026-04-20', '2026-04-20', { duration: 2, begin: '09:00:00' });
  story.hr.editEmployee(ben.id, { last_name: 'Neu' });
  await story.sync();
  await story.syncLater();
  return story;
}

const swapped = ({ timetac }: StoryOptions): boolean => timetac?.['absence-partial-meaning'] === 'swapped';

const standing = (story: Story) => ({
  anna: [...story.attendances(), ...story.absences()],
  ben: [...story.attendances(ben.employee), ...story.absences(ben.employee).filter(isThere)],
  accounts: story.states.timetac.users
    .filter(({ human }) => human)
    .map(({ firstname, lastname }) => `${firstname} ${lastname}`)
    .sort(),
});

/** What waits for somebody to confirm its deletion is as good as gone (rule 2.6). */
const isThere = (text: string): boolean => !text.endsWith('(DELETION_PENDING)');

function twice(story: Story): string[] {
  const { anna: hers, ben: his, accounts } = standing(story);
  return [hers, his, accounts].flatMap((list) =>
    list.filter((entry, index) => list.indexOf(entry) !== index),
  );
}
