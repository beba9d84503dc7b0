// Rule 1.4: at first contact nobody's master data moves.

import { describe, expect, test } from 'vitest';
import { setPause } from '../../src/engine/pause.ts';
import { deskOf } from '../support/desk.ts';
import type { Draft } from '../support/world.ts';
import { anna, tellStory, told, codes, writesOf } from '../support/company.ts';

const differing = {
  firstname: 'Annegret',
  lastname: 'Altname',
  entry_date: '2020-05-01',
  birthday: null,
} as const;

test('only the empty external id is filled; the differences are listed once', async () => {
  const story = tellStory({ people: [{ user: { ...differing, external_id: '' } }] });

  const report = await story.sync();

  expect(story.userOf(anna.user)).toMatchObject({ ...differing, external_id: anna.employee });
  expect(told(report.notes)).toEqual(['first-link-differences 3001 -']);
  expect(report.notes[0]?.message.en).toContain('Altname');
  expect(report.run.status).toBe('done');
  expect(report.parts.employees).toMatchObject({ adopted: 1, created: 0 });
});

test('an account in step is linked without any write', async () => {
  const story = tellStory();
  const mark = story.mark();

  const report = await story.sync();

  expect(story.writesSince(mark)).toEqual([]);
  expect(report.notes).toEqual([]);
  expect(report.parts.employees.adopted).toBe(2);
});

test('fields that the API user may not see are no differences and never written; a note tells that', async () => {
  const story = tellStory({
    people: [{ user: { ...differing, external_id: '' } }, {}],
    timetac: { 'user-view': 'reduced' },
  });
  const before = structuredClone(story.states.timetac.users);

  const report = await story.sync();

  expect(story.states.timetac.users).toEqual(before);
  expect(report.issues).toEqual([]);
  expect(report.notes.map(({ code }) => code)).toContain('attribute-missing');
});

test('with `push` the differences are written at once', async () => {
  const story = tellStory({
    people: [{ user: { ...differing, external_id: '' } }],
    settings: (document) => (document['users'].onFirstLink = 'push'),
  });

  const report = await story.sync();

  expect(story.userOf(anna.user)).toMatchObject({
    firstname: 'Anna',
    lastname: 'Ahrens',
    entry_date: '2024-01-01',
    birthday: '1980-01-01',
    external_id: anna.employee,
  });
  expect(report.notes).toEqual([]);
});

test("another system's external id is never overwritten: a person is asked", async () => {
  const story = tellStory({ people: [{ user: { external_id: 'SAP-17' } }] });
  const mark = story.mark();

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['external-id-taken 3001 -']);
  expect(story.writesSince(mark)).toEqual([]);
  expect(story.userOf(anna.user)?.external_id).toBe('SAP-17');
});

test('a difference that stood at the first link is not written by later runs either', async () => {
  const story = tellStory({ people: [{ user: differing }] });
  await story.sync();

  await story.syncLater();
  await story.syncLater({ full: true });

  expect(story.userOf(anna.user)).toMatchObject(differing);
});

describe('onFirstLink: push', () => {
  const push = (document: Draft) => void (document['users'].onFirstLink = 'push');

  test('passes on no address that is none, and says so', async () => {
    const story = tellStory({
      people: [{ employee: { email: 'anna@@muster.example' } }, {}],
      settings: push,
    });
    const before = story.userOf(anna.user)?.email_address;
    for (const _ of ['first', 'second']) {
      const report = await story.syncLater();
      expect([codes(report.issues), story.userOf(anna.user)?.email_address]).toEqual([
        ['email-invalid'],
        before,
      ]);
    }
  });

  test('passes on what differs also where a person made the link, the entitlement too', async () => {
    const story = tellStory({
      people: [
        {
          user: {
            external_id: '',
            email_address: 'private@other.example',
            timesheet_holiday_calc_yearly_amount: 11,
            personnel_number: '',
          },
        },
        {},
      ],
      settings: push,
    });
    await deskOf(story.world).link(anna.employee, anna.user);
    await story.sync();
    expect(story.userOf(anna.user)).toMatchObject({
      email_address: 'anna.ahrens@muster.example',
      timesheet_holiday_calc_yearly_amount: 30,
    });
    expect(writesOf(await story.syncLater({ full: true }))).toBe(0);
  });
});

test('a link that a person makes lists every difference, the entitlement too', async () => {
  const story = tellStory({
    people: [
      {
        user: {
          external_id: '',
          email_address: 'x@y.example',
          personnel_number: '',
          timesheet_holiday_calc_yearly_amount: 11,
        },
      },
      {},
    ],
  });
  await deskOf(story.world).link(anna.employee, anna.user);
  const { notes } = await story.sync();
  const note = notes.find(({ code }) => code === 'first-link-differences');
  expect(note?.details.map((detail) => detail.split(':')[0]).sort()).toEqual(['email', 'entitlementDays']);
});

test('what differs is pushed although the first run was one of hours only', async () => {
  const story = tellStory({
    people: [{ user: { lastname: 'Ahrendt' } }],
    settings: (d) => void (d['users'].onFirstLink = 'push'),
  });
  await story.sync({ only: ['attendances'] });
  await story.syncLater();
  await story.syncLater({ full: true });
  expect(story.userOf(anna.user)?.lastname).toBe('Ahrens');
});

test('what differs is pushed although people were paused when the link was made', async () => {
  const story = tellStory({
    people: [{ user: { lastname: 'Ahrendt' } }],
    settings: (d) => void (d['users'].onFirstLink = 'push'),
  });
  await setPause(story.archive, ['employees'], 1);
  await story.sync();
  await setPause(story.archive, ['employees'], null);
  await story.syncLater({ full: true });
  expect(story.userOf(anna.user)?.lastname).toBe('Ahrens');
});
