// Rule 4.6: TimeTac's host and account, or an explicit ID, are the identity; other credentials or another name are not.

import { describe, expect, test } from 'vitest';
import { integrationId } from '../../src/service/home.ts';
import { anna, tellStory, writesOf } from '../support/company.ts';
import type { ChangeSettings } from '../support/world.ts';

const idWith = (settings: ChangeSettings): string => integrationId(tellStory({ settings }).world.settings);
const asItIs = idWith(() => undefined);

describe('the memory stays', () => {
  test.each<[string, ChangeSettings]>([
    ['another name', (document) => (document['name'] = 'Muster renamed')],
    [
      'new credentials on both sides',
      (document) => {
        Object.assign(document['personio'], { clientId: 'papi-new', clientSecret: 'new' });
        Object.assign(document['timetac'], { clientId: 'new', clientSecret: 'new' });
      },
    ],
    [
      'the account in other letters',
      (document) => (document['timetac'].account = document['timetac'].account.toUpperCase()),
    ],
    ['another Personio host', (document) => (document['personio'].baseUrl = 'http://127.0.0.1:9')],
    ['another version of the interface', (document) => (document['timetac'].apiVersion = 3)],
    ['other rules', (document) => (document['attendances'].granularity = 'entries')],
  ])('with %s', (_what, settings) => {
    expect(idWith(settings)).toBe(asItIs);
  });
});

describe('it is another integration', () => {
  test.each<[string, ChangeSettings]>([
    ['with another TimeTac account', (document) => (document['timetac'].account = 'another')],
    ['on another TimeTac host', (document) => (document['timetac'].baseUrl = 'http://127.0.0.1:7')],
    ['with an ID of its own', (document) => (document['id'] = 'branch-two')],
  ])('%s', (_what, settings) => {
    expect(idWith(settings)).not.toBe(asItIs);
  });
});

test('an explicit ID holds, whatever account it points to', () => {
  const one = idWith((document) => (document['id'] = 'muster'));
  const moved = idWith((document) => {
    document['id'] = 'muster';
    document['timetac'].account = 'another';
  });
  expect([one, moved]).toEqual(['muster', 'muster']);
});

test('new credentials and a new name: nothing is linked, written or asked anew', async () => {
  const story = tellStory();
  story.works(anna.user, '2026-03-16 08:00', '12:00');
  story.takesLeave(anna.user, 'vacation', '2026-04-13');
  await story.sync();
  const [credential] = story.states.personio.credentials;
  if (credential === undefined) throw new Error('There is no credential');
  story.hr.renewCredential(credential.clientId, 'a new secret');
  story.world.changeSettings((document) => {
    document['name'] = 'Muster renamed';
    document['personio'].clientSecret = 'a new secret';
  });

  const report = await story.syncLater({ full: true });

  expect(report.issues).toEqual([]);
  expect(writesOf(report)).toBe(0);
  expect(report.parts.attendances).toMatchObject({ created: 0, adopted: 0, unchanged: 1 });
});
