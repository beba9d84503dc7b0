// What stands around the rows (proof.md, section 2): sign-in, refusals, statuses and headers, each with one thing wrong.
// Whatever comes, the error has a name, and a write that the vendor may have done is never said to be undone.

import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { TransportAnswer } from '../../src/connectors/http/transport.ts';
import { anna, type Story } from '../support/company.ts';
import { openCompany } from './company.ts';
import { type Endpoint, endpoints, type Subjects, subjectsOf } from './endpoints.ts';
import { complaintsAbout, type Outcome, outcomeOf } from './judge.ts';
import { at, isObject } from './meaning.ts';
import { changedAt, jsonOf, mutations, placesOf, wholeTexts } from './mutations.ts';
import { type Doors, type Exchange, playingDoors, recordingDoors } from './tape.ts';

const named = (name: string): Endpoint => endpoints.find((endpoint) => endpoint.name === name)!;

interface Stage {
  readonly endpoint: Endpoint;
  readonly story: Story;
  readonly subjects: Subjects;
  readonly tape: readonly Exchange[];
  readonly outcome: Outcome;
}

async function openStage(endpoint: Endpoint): Promise<Stage> {
  const story = openCompany(endpoint.switches ?? {});
  const subjects = subjectsOf(story);
  const { doors, tape } = recordingDoors(story);
  const outcome = await outcomeOf(() => endpoint.ask(doors, subjects));
  return { endpoint, story, subjects, tape, outcome };
}

async function hear(stage: Stage, exchange: Exchange, answer: TransportAnswer) {
  const { doors, play } = playingDoors(stage.story, stage.tape, { key: exchange.key, answer });
  const outcome = await outcomeOf(() => stage.endpoint.ask(doors, stage.subjects));
  return { outcome, complaints: complaintsAbout(stage.endpoint, outcome, play) };
}

/** Every text that comes of one mutation, or stands there instead. */
function textsFrom(text: string): readonly (readonly [title: string, text: string])[] {
  const body = JSON.parse(text) as unknown;
  const parts = placesOf(body, 1).flatMap(({ path, value, neighbour }) =>
    mutations.flatMap(({ name, apply }): [string, string][] => {
      const changed = apply(value, neighbour);
      return changed === undefined
        ? []
        : [[`${path.join('.')} := ${name}`, jsonOf(changedAt(body, path, changed))]];
    }),
  );
  const wholes = wholeTexts(text).map((whole): [string, string] => [`as a whole: ${whole.name}`, whole.text]);
  return [...parts, ...wholes];
}

describe.each([
  'the absence types of Personio',
  'a created attendance and the neighbours that Personio cut',
  'departments',
  'a created user',
])('signing in for %s', (name) => {
  test('a bad answer is an error with a name, or a token that serves', async () => {
    const stage = await openStage(named(name));
    const token = stage.tape.find(({ isToken }) => isToken)!;
    const complaints: string[] = [];
    for (const [title, text] of textsFrom(token.answer.text)) {
      const heard = await hear(stage, token, { ...token.answer, text });
      // Whoever could not sign in has written nothing.
      const written = !heard.outcome.ok && at(heard.outcome.error, 'performed') !== 'no';
      const found = [
        ...heard.complaints,
        ...(written ? ['a write that was never sent may have happened'] : []),
      ];
      complaints.push(...found.map((complaint) => `${title}: ${complaint}`));
    }
    expect(complaints).toEqual([]);
  });
});

const refusals: readonly Endpoint[] = [
  {
    name: 'an attendance that overlaps',
    writes: true,
    ask: ({ hr }) => hr.createAttendancePeriod(anna.employee, overlapping, { skipApproval: true }),
    lists: [],
  },
  {
    name: 'an attendance that is not there any more',
    writes: true,
    ask: ({ hr }) => hr.deleteAttendancePeriod(unknownId),
    lists: [],
  },
  {
    name: 'a user name that is taken',
    writes: true,
    ask: createTaken,
    lists: [],
  },
  {
    name: 'a user name that is taken, refused under 200',
    writes: true,
    switches: { timetac: { 'error-status-style': 'always-200' } },
    ask: createTaken,
    lists: [],
  },
  {
    name: 'a user that is not there any more',
    writes: true,
    ask: ({ time }) => time.updateUser('999999', { lastName: 'Other' }),
    lists: [],
  },
];

test.each(refusals)(
  'the refusal of $name stays an error, whatever is wrong with its words',
  async (endpoint) => {
    const stage = await openStage(endpoint);
    expect(stage.outcome).toMatchObject({ ok: false, error: { name: 'VendorError', performed: 'no' } });
    const refusal = stage.tape.findLast(({ isToken }) => !isToken)!;
    const complaints: string[] = [];
    for (const [title, text] of textsFrom(refusal.answer.text)) {
      const { outcome, complaints: found } = await hear(stage, refusal, { ...refusal.answer, text });
      const believed = outcome.ok && !isSuccess(refusal.side, text) ? ['a refusal passes for a success'] : [];
      complaints.push(...[...found, ...believed].map((complaint) => `${title}: ${complaint}`));
    }
    expect(complaints).toEqual([]);
  },
);

test.each([
  ['an attendance', ({ hr }: Doors) => hr.readAttendancePeriod(unknownId)],
  ['an absence', ({ hr }: Doors) => hr.readAbsencePeriod(unknownId)],
])('%s is gone only where the vendor says in its own envelope that it is', async (_, ask) => {
  const stage = await openStage({ name: 'a record that is gone', ask, lists: [] });
  expect(stage.outcome).toEqual({ ok: true, output: null });
  const missing = stage.tape.findLast(({ isToken }) => !isToken)!;
  const strangers = [
    '{"message":"no Route matched with those values"}',
    '{"error":"Not Found"}',
    '{"errors":[]}',
  ];
  const texts = [...textsFrom(missing.answer.text), ...strangers.map((text) => [text, text] as const)];
  const complaints: string[] = [];
  for (const [title, text] of texts) {
    const { outcome, complaints: found } = await hear(stage, missing, { ...missing.answer, text });
    const believed = outcome.ok && !saysMissing(text) ? ['is believed to be gone'] : [];
    complaints.push(...[...found, ...believed].map((complaint) => `${title}: ${complaint}`));
  }
  expect(complaints).toEqual([]);
});

const statuses = [
  201, 202, 204, 206, 301, 302, 304, 400, 401, 403, 404, 408, 409, 410, 418, 422, 429, 497, 500, 502, 503,
  504, 599,
];

test.each(endpoints)('$name under every other status is the truth or an error', async (endpoint) => {
  const stage = await openStage(endpoint);
  const complaints: string[] = [];
  for (const exchange of stage.tape.filter(({ isToken }) => !isToken)) {
    for (const status of statuses) {
      for (const text of [exchange.answer.text, '', '<html><title>x</title></html>', '{}']) {
        const { outcome, complaints: found } = await hear(stage, exchange, {
          ...exchange.answer,
          status,
          text,
        });
        // A smaller page, or another way to the same rows, is fine.
        const isTruth = isDeepStrictEqual(outcome, stage.outcome) || mayBeSilent(endpoint, status, exchange);
        const wrong = status >= 300 && outcome.ok && !isTruth ? ['is believed'] : [];
        const title = `${exchange.path} under ${status} with ${text.slice(0, 20)}`;
        complaints.push(...[...found, ...wrong].map((complaint) => `${title}: ${complaint}`));
      }
    }
  }
  expect(complaints.slice(0, 25)).toEqual([]);
});

const oddHeaders = [
  '',
  ' ',
  '0',
  '-1',
  '-99999',
  '1e308',
  'NaN',
  'Infinity',
  '0x10',
  '12,12',
  'soon',
  'Thu, 99 Foo 2026 25:61:61 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
  '__proto__',
  'y'.repeat(20_000),
];

test.each([
  'date',
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'content-type',
  'content-length',
])('whatever the header %s says, an answer is read and nobody waits for hours', async (header) => {
  const complaints: string[] = [];
  for (const name of ['the list of attendances', 'all timeTrackings', 'a created absence']) {
    const stage = await openStage(named(name));
    const exchange = stage.tape.findLast(({ isToken }) => !isToken)!;
    for (const value of oddHeaders) {
      const headers = { ...exchange.answer.headers, [header]: value };
      const honest = await hear(stage, exchange, { ...exchange.answer, headers });
      const throttled = await hear(stage, exchange, { status: 429, headers, text: '' });
      const found = [
        ...honest.complaints,
        ...(honest.outcome.ok ? [] : ['is not read any more']),
        ...throttled.complaints,
      ];
      complaints.push(...found.map((complaint) => `${name}, ${header}: ${value.slice(0, 30)}: ${complaint}`));
    }
  }
  expect(complaints).toEqual([]);
});

const unknownId = '00000000-0000-4000-8000-000000000000';
const overlapping = {
  kind: 'WORK',
  start: '2026-03-10T11:00:00',
  end: '2026-03-10T15:00:00',
  projectId: null,
  comment: null,
} as const;

function createTaken({ time }: Doors): Promise<unknown> {
  return time.createUser({
    username: 'anna.ahrens@muster.example',
    firstName: 'Anna',
    lastName: 'Ahrens',
    email: 'another@muster.example',
    password: 'correct horse battery',
    personnelNumber: '9001',
    externalId: '9001',
    languageId: 2,
    departmentId: '3',
    workScheduleId: '2',
    holidayCalendarId: '1',
    startsOn: '2026-03-18',
    mobileAllowed: true,
  });
}

/** Only TimeTac's own word makes a success of what comes under a good status. */
const isSuccess = (side: string, text: string): boolean =>
  side === 'timetac' && at(jsonIn(text), 'Success') === true;

/** The error envelope of v2, about a record and not about a route. */
function saysMissing(text: string): boolean {
  const errors = at(jsonIn(text), 'errors');
  const first: unknown = Array.isArray(errors) ? (errors as unknown[])[0] : undefined;
  return isObject(first) && !(typeof first['type'] === 'string' && first['type'].includes('apinot_found'));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Where a door has another way to the truth: names that are only nicer, modules that may not be asked, deltaSync. */
function mayBeSilent({ name }: Endpoint, status: number, { path }: Exchange): boolean {
  if (path.startsWith('translations/')) return true;
  if (name === 'modules' || path.startsWith('deltaSync/')) return [403, 404, 410].includes(status);
  return false;
}
