// Rule 4.5: the check reminds of the day on which TimeTac's credentials end, thirty days ahead.

import { expect, test } from 'vitest';
import { addDays, dateIn } from '../../src/core/time/calendar.ts';
import { checkAccounts } from '../../src/service/check-accounts.ts';
import { tellStory, zone } from '../support/company.ts';

const inDays = (days: number): string => addDays(dateIn(Date.now(), zone), days);

async function remindersFor(expiresOn: string | null) {
  const story = tellStory({
    settings: (document) => {
      if (expiresOn !== null) document['timetac'].credentialsExpireOn = expiresOn;
    },
  });
  const lines = await checkAccounts(story.world.home, story.world.settings);
  return lines.filter(({ about, class: kind }) => about === 'credentials' && kind !== 'ok');
}

test.each([
  ['in thirty days', 30, 'hint'],
  ['tomorrow', 1, 'hint'],
  ['today', 0, 'hint'],
  ['yesterday', -1, 'optional'],
])('they end %s: told with the date', async (_when, days, kind) => {
  const lines = await remindersFor(inDays(days));

  expect(lines.map((line) => line.class)).toEqual([kind]);
  expect(lines[0]?.message.en).toContain(inDays(days));
  expect(lines[0]?.action?.en).toMatch(/new API credentials/i);
});

test.each([
  ['in a month and a half', inDays(45)],
  ['on a day that nobody told', null],
])('they end %s: no reminder', async (_when, expiresOn) => {
  expect(await remindersFor(expiresOn)).toEqual([]);
});

test('credentials that have ended are refused, which the run says and the next one makes up for', async () => {
  const story = tellStory();
  story.works(101, '2026-03-16 08:00', '12:00');
  const [credential] = story.states.timetac.credentials;
  if (credential === undefined) throw new Error('There is no credential');
  const expiresOn = credential.expiresOn;
  story.time.expireCredential(credential.clientId);

  const refused = await story.sync();
  credential.expiresOn = expiresOn;
  const report = await story.syncLater();

  expect(refused.issues.map(({ code }) => code)).toEqual(['credentials-refused']);
  expect(report.issues).toEqual([]);
  expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
});
