// Rule 1.2 and interface.md: the check asks for every list that a run will read, and for every name of the form. A right
// that is missing would end the first run.

import { expect, test } from 'vitest';
import { checkAccounts } from '../../src/service/check-accounts.ts';
import { tellStory } from '../support/company.ts';
import { answering, changing } from '../support/wire.ts';
import type { Draft } from '../support/world.ts';

const forbidden = answering({ Success: false, Error: 403, ErrorMessage: 'Generic access denied' }, 403);

test.each(['absences', 'absenceDays', 'timeTrackings', 'absenceTypes', 'languages', 'users'])(
  'a missing right to read %s in TimeTac is told',
  async (resource) => {
    const story = tellStory();
    story.wire.next({ side: 'timetac', path: `/${resource}/read` }, forbidden, { times: Infinity });

    const lines = await checkAccounts(story.world.home, story.world.settings);

    expect(lines.filter((line) => line.class === 'access').map(({ about }) => about)).toEqual([resource]);
  },
);

test('what is switched off needs no right', async () => {
  const story = tellStory({ settings: (document) => void (document['absences'].enabled = false) });
  story.wire.next({ side: 'timetac', path: '/absences/read' }, forbidden, { times: Infinity });

  const lines = await checkAccounts(story.world.home, story.world.settings);

  expect(lines.filter((line) => line.class === 'access')).toEqual([]);
});

test('a language of the form that TimeTac does not list is told like every other name', async () => {
  const story = tellStory({ settings: (document) => void (document['users'].defaults.language = 'es') });
  story.wire.next(
    { side: 'timetac', path: '/languages/read' },
    changing((body) => ({
      ...body,
      Results: (body['Results'] as Draft[]).filter(({ code }) => !String(code).startsWith('es')),
    })),
    { times: Infinity },
  );

  const lines = await checkAccounts(story.world.home, story.world.settings);

  expect(lines.filter((line) => line.class === 'name').map(({ about }) => about)).toEqual([
    'users.defaults.language',
  ]);
});
