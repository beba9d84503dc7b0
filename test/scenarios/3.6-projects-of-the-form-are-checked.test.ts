// Rule 3.6: a project is written as the form maps it. `check` says before the first hours go out that Personio has no such
// project, or takes no hours on it any more.

import { expect, test } from 'vitest';
import { checkAccounts } from '../../src/service/check-accounts.ts';
import type { PersonioState } from '../../src/simulators/personio/state.ts';
import { tellStory } from '../support/company.ts';

type Right = PersonioState['credentials'][number]['rights']['projects'];

async function check(personio: string, right: Right = 'read') {
  const story = tellStory();
  story.world.changeSettings((document) => {
    const attendances = document['attendances'] as Record<string, unknown>;
    attendances['projects'] = [{ timetac: 'Website relaunch', personio }];
  });
  for (const credential of story.world.personio.state.credentials) credential.rights.projects = right;
  const lines = await checkAccounts(story.world.home, story.world.settings);
  return lines.filter((line) => line.side === 'personio' && line.about.includes('projects'));
}

test('an active project is in order', async () => {
  expect(await check('2318375')).toEqual([]);
});

test.each([
  ['nobody has', '424242', /“424242” was not found in Personio/],
  ['was archived', '2318376', /“2318376” is archived in Personio/],
])('one that %s is a name of the form that has to be mended', async (_, id, words) => {
  const lines = await check(id);
  expect(lines).toMatchObject([{ class: 'name', about: 'attendances.projects' }]);
  expect(lines[0]?.message.en).toMatch(words);
});

test('who may not read projects is told that nobody looked, and that is no mistake', async () => {
  expect(await check('424242', 'none')).toMatchObject([{ class: 'hint', about: 'projects' }]);
});
