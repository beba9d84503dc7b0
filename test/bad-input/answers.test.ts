// Every answer of both vendors with one thing wrong in it, for every call of both doors (proof.md, section 2). The door
// answers with a named error, with what the vendor said, or with "not known"; it never falls over, loses a row without
// a word, or puts a default where something could not be read.

import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { openCompany } from './company.ts';
import { type Endpoint, endpoints, pagedEndpoints, subjectsOf } from './endpoints.ts';
import { complaintsAbout, isRead, outcomeOf, unjudged, withinRow } from './judge.ts';
import { at, isObject } from './meaning.ts';
import {
  changedAt,
  harmless,
  jsonOf,
  mutations,
  type Path,
  placesOf,
  quickMutations,
  wholeTexts,
} from './mutations.ts';
import { type Exchange, playingDoors, recordingDoors } from './tape.ts';

/** Another seed takes other rows of the lists. */
const seed = Number(process.env['BAD_INPUT_SEED'] ?? 1);
/** How much of the catalogue is tried at every place, and at places where nobody reads. */
const share = Number(process.env['BAD_INPUT_SHARE'] ?? 0.15);
const shareOfUnread = share / 10;

interface Case {
  readonly title: string;
  readonly exchange: Exchange;
  readonly text: () => string;
  /** null: the whole answer. */
  readonly path: Path | null;
  readonly mutation: string;
}

const stages = await Promise.all([...endpoints, ...pagedEndpoints].map(openStage));
const figures = { answers: 0, errors: 0 };

describe.each(stages)('$endpoint.name', ({ endpoint, story, subjects, tape, honest, cases }) => {
  test('what is judged is all that the door tells, and the honest answer comes through', () => {
    expect(honest.outcome).toMatchObject({ ok: true });
    expect(complaintsAbout(endpoint, honest.outcome, honest.play)).toEqual([]);
    expect(honest.outcome.ok ? unjudged(endpoint, honest.outcome.output, tape) : []).toEqual([]);
  });

  test('an answer with one thing wrong is an error with a name, the truth, or not known', async () => {
    const complaints: string[] = [];
    for (const { title, exchange, text: write, path, mutation } of cases) {
      const text = write();
      const { doors, play } = playingDoors(story, tape, {
        key: exchange.key,
        answer: { ...exchange.answer, text },
      });
      const outcome = await outcomeOf(() => endpoint.ask(doors, subjects));
      figures.answers += 1;
      figures.errors += outcome.ok ? 0 : 1;
      const found = [...complaintsAbout(endpoint, outcome, play)];
      if (harmless.has(mutation) && !outcome.ok)
        found.push(`a key that nobody knows is not tolerated: ${String(outcome.error)}`);
      if (
        outcome.ok &&
        path !== null &&
        isEnvelope(endpoint, exchange, path) &&
        !(path[0] === '_meta' && saysTheEnd(text))
      ) {
        const same = sameRows(
          endpoint,
          outcome.output,
          honest.outcome.ok ? honest.outcome.output : undefined,
        );
        if (!same) found.push('other rows than those that were there');
      }
      complaints.push(...found.map((complaint) => `${title}: ${complaint}`));
    }
    expect(complaints.slice(0, 40)).toEqual([]);
  });
});

test('ten thousand answers and more were judged, and by far not all of them were errors', () => {
  expect(figures.answers).toBe(stages.reduce((sum, { cases }) => sum + cases.length, 0));
  expect(figures.answers).toBeGreaterThan(10_000);
  expect(figures.errors).toBeGreaterThan(figures.answers / 10);
  expect(figures.errors).toBeLessThan((figures.answers * 9) / 10);
});

async function openStage(endpoint: Endpoint) {
  const story = openCompany(endpoint.switches ?? {});
  const subjects = subjectsOf(story);
  const { doors, tape } = recordingDoors(story);
  const outcome = await outcomeOf(() => endpoint.ask(doors, subjects));
  const play = { exchanges: tape, waitedMs: () => 0, misdeeds: [] };
  return { endpoint, story, subjects, tape, honest: { outcome, play }, cases: casesOf(endpoint, tape) };
}

function casesOf(endpoint: Endpoint, tape: readonly Exchange[]): Case[] {
  const calls = tape.filter(({ isToken }) => !isToken);
  const questions = [...new Map(calls.map((exchange) => [exchange.key, exchange])).values()];
  // Of many pages the first two and the last are each of another kind.
  return questions
    .filter((_, index) => index < 2 || index === questions.length - 1)
    .flatMap((exchange) => [...partCases(endpoint, exchange), ...wholeCases(exchange)]);
}

function partCases(endpoint: Endpoint, exchange: Exchange): Case[] {
  if (exchange.answer.text === '') return [];
  const body = JSON.parse(exchange.answer.text) as unknown;
  const dice = seededRandom(seed);
  return placesOf(body, seed).flatMap(({ path, value, neighbour }) => {
    const tried = isRead(endpoint, exchange, path) ? share : shareOfUnread;
    const catalogue = mutations.filter(({ name }) => quickMutations.has(name) || dice() < tried);
    return catalogue.flatMap(({ name, apply }): Case[] => {
      const changed = apply(value, neighbour);
      if (changed === undefined) return [];
      const title = `${exchange.method} ${exchange.path} ${path.join('.')} := ${name}`;
      return [{ title, exchange, path, mutation: name, text: () => jsonOf(changedAt(body, path, changed)) }];
    });
  });
}

function wholeCases(exchange: Exchange): Case[] {
  return wholeTexts(exchange.answer.text)
    .filter(({ text }) => text !== exchange.answer.text)
    .map(({ name, text }) => ({
      title: `${exchange.method} ${exchange.path} as a whole: ${name}`,
      exchange,
      text: () => text,
      path: null,
      mutation: name,
    }));
}

/** Not a row nor the list of them: what holds the pages together. */
function isEnvelope(endpoint: Endpoint, exchange: Exchange, path: Path): boolean {
  const lists = endpoint.lists.filter((list) => list.path.test(exchange.path));
  return (
    lists.length > 0 &&
    lists.every((list) => withinRow(list, path) === null && !list.place.startsWith(path.join('.')))
  );
}

/** A page that names no next page is the last one, and says so; one that names something odd does not. */
function saysTheEnd(text: string): boolean {
  let found = JSON.parse(text) as unknown;
  for (const key of ['_meta', 'links', 'next', 'href']) {
    if (!isObject(found)) return false;
    found = at(found, key);
    if (found === undefined || found === null) return key !== 'href' || found === null;
  }
  return false;
}

function sameRows(endpoint: Endpoint, output: unknown, honest: unknown): boolean {
  return endpoint.lists.every(
    (list) => JSON.stringify(list.rowsOut(output)) === JSON.stringify(list.rowsOut(honest)),
  );
}
