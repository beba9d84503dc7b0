// Rule 1.2: nine attributes are enough. What is readable beyond them is told as a hint, and is no mistake.

import { expect, test } from 'vitest';
import { checkAccounts } from '../../src/service/check-accounts.ts';
import { attributesOfTheGuide, showOnly } from '../support/attributes.ts';
import { tellStory } from '../support/company.ts';

async function hintsFor(readable: 'all' | string[]) {
  const story = tellStory();
  showOnly(story, readable);
  const lines = await checkAccounts(story.world.home, story.world.settings);
  return lines.filter(({ about }) => about === 'attributes');
}

const nine = [...attributesOfTheGuide, 'id'];

test('the nine attributes of the guide are not too many', async () => {
  expect(await hintsFor(nine)).toEqual([]);
});

test('another one is named, and nothing has to be done', async () => {
  const [hint, ...others] = await hintsFor([...nine, 'gender']);
  expect(others).toEqual([]);
  expect(hint).toMatchObject({ class: 'hint', side: 'personio' });
  expect(hint?.message.en).toMatch(/does not need: .*gender/i);
});
