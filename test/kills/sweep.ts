// Every point of a scenario, before and after: killed there once, and once more on the way of the run that puts it
// right. Whatever was killed, the end is the end of a history without kills.

import { differences } from './at-rest.ts';
import type { Kill, Moment } from './life.ts';
import type { Scenario } from './scenario.ts';
import type { OpenArchive } from './stage.ts';
import { type History, tryOut } from './trial.ts';

export interface SweepOptions {
  /** A new integration's archive for each history. */
  readonly fresh: () => OpenArchive;
  /** Every so-manyeth point; 1 is all of them. */
  readonly firstEvery: number;
  /** Every so-manyeth point of the run that follows, for the second kill; null: one kill only. */
  readonly secondEvery: number | null;
  /** Which points a share takes. */
  readonly seed: number;
}

export interface Swept {
  readonly scenario: string;
  /** Points of the act without kills. */
  readonly points: number;
  /** Histories with one kill, and with two. */
  readonly single: number;
  readonly double: number;
  /** Kills that found their point. */
  readonly kills: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly scenario: string;
  readonly kills: readonly Kill[];
  /** Where it died, in words. */
  readonly place: string;
  readonly what: readonly string[];
}

const moments: readonly Moment[] = ['before', 'after'];

export async function sweep(scenario: Scenario, options: SweepOptions): Promise<Swept> {
  const { fresh, firstEvery, secondEvery, seed } = options;
  const calm = await tryOut(scenario, fresh(), []);
  const attempts = new Attempts(scenario, fresh, calm);
  const points = calm.lives[0]?.length ?? 0;
  let [single, double] = [0, 0];
  for (let index = seed % firstEvery; index < points * moments.length; index += firstEvery) {
    const first: Kill = { at: Math.floor(index / 2), moment: moments[index % 2] ?? 'before' };
    const pointsAgain = await attempts.make([first]);
    single += 1;
    if (secondEvery === null) continue;
    for (let at = (seed + index) % secondEvery; at < pointsAgain; at += secondEvery) {
      await attempts.make([first, { at, moment: moments[(seed + index + at) % 2] ?? 'before' }]);
      double += 1;
    }
  }
  return {
    scenario: scenario.name,
    points,
    single,
    double,
    kills: attempts.kills,
    failures: attempts.failures,
  };
}

/** Histories with kills, held against the one without. */
class Attempts {
  readonly failures: Failure[] = [];
  kills = 0;
  readonly #scenario: Scenario;
  readonly #fresh: () => OpenArchive;
  readonly #calm: History;

  constructor(scenario: Scenario, fresh: () => OpenArchive, calm: History) {
    this.#scenario = scenario;
    this.#fresh = fresh;
    this.#calm = calm;
    this.#judge([], calm, [...calm.faults, ...otherWrites(scenario, calm)]);
  }

  /** Resolves with the number of points that the life after the first kill has. */
  async make(kills: readonly Kill[]): Promise<number> {
    try {
      const history = await tryOut(this.#scenario, this.#fresh(), kills);
      this.kills += history.kills;
      const unreached = history.kills < kills.length ? ['a point was not reached'] : [];
      const changed = differences(this.#calm.atRest, history.atRest);
      this.#judge(kills, history, [...history.faults, ...changed, ...unreached]);
      return history.lives[1]?.length ?? 0;
    } catch (error) {
      this.#judge(kills, null, [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
      return 0;
    }
  }

  #judge(kills: readonly Kill[], history: History | null, what: readonly string[]): void {
    if (what.length > 0) this.failures.push({ ...failureOf(this.#scenario, kills, history), what });
  }
}

const otherWrites = ({ writes }: Scenario, calm: History): string[] =>
  differences(linesOf(writes), linesOf(calm.writes)).map((line) => `the scenario is another one, ${line}`);

const linesOf = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).map(([what, count]) => `${count} × ${what}`);

function failureOf(
  { name }: Scenario,
  kills: readonly Kill[],
  history: History | null,
): Omit<Failure, 'what'> {
  const places = kills.map(
    ({ at, moment }, life) => `${moment} point ${at} (${history?.lives[life]?.[at] ?? 'unknown'})`,
  );
  return {
    scenario: name,
    kills,
    place: places.length === 0 ? 'without a kill' : `killed ${places.join(', then ')}`,
  };
}
