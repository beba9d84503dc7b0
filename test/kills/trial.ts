// One history of a scenario: its act with so many kills, begun again after each, then its end and one run more.

import type { Archive } from '../../src/engine/archive.ts';
import { differences, linesAtRest } from './at-rest.ts';
import type { Kill } from './life.ts';
import type { Scenario } from './scenario.ts';
import { type OpenArchive, type Stage, openStage } from './stage.ts';

export interface History {
  /** Names of the points of each life of the act, in order. */
  readonly lives: readonly (readonly string[])[];
  /** What was written at the vendors by the act with all its lives, by method and kind. */
  readonly writes: Readonly<Record<string, number>>;
  /** How many of the kills found their point. */
  readonly kills: number;
  readonly atRest: readonly string[];
  /** What went wrong whatever else is compared; empty when nothing did. */
  readonly faults: readonly string[];
}

export async function tryOut(
  scenario: Scenario,
  open: OpenArchive,
  kills: readonly Kill[],
): Promise<History> {
  const stage = openStage(scenario.options ?? {}, open);
  await scenario.prepare(stage);
  stage.watch.begin();
  const begun = stage.story.mark();
  const lives: (readonly string[])[] = [];
  const deaths = await dieAndLiveAgain(scenario, stage, kills, lives);
  const writes = counted(stage.story.writesSince(begun));
  scenario.afterwards?.(stage);
  for (let run = 0; run < (scenario.runsToRest ?? 0); run++) {
    stage.story.later();
    await stage.sync();
  }
  stage.story.later();
  const mark = stage.story.mark();
  const last = await stage.sync();
  const atRest = await linesAtRest(stage.story, await stage.open(), last);
  stage.story.later();
  const check = await stage.sync({ full: true });
  const afterCheck = await linesAtRest(stage.story, await stage.open(), check);
  stage.watch.end();
  return {
    lives,
    writes,
    kills: deaths,
    atRest,
    faults: [
      ...stage.watch.alarms,
      ...stage.story.writesSince(mark).map((write) => `one more run writes: ${write}`),
      ...(await (await stage.open()).intents()).map(({ part, key }) => `an intent is left: ${part} ${key}`),
      ...differences(atRest, afterCheck).map((line) => `after a full check, ${line}`),
    ],
  };
}

async function dieAndLiveAgain(
  { act = syncOnce }: Scenario,
  stage: Stage,
  kills: readonly Kill[],
  lives: (readonly string[])[],
): Promise<number> {
  let deaths = 0;
  for (const kill of [...kills, null]) {
    const life = await stage.live(kill, (archive) => act(stage, archive));
    lives.push(life.points);
    if (!life.isDead) return deaths;
    deaths += 1;
    stage.story.later(1);
  }
  return deaths;
}

const syncOnce = (stage: Stage, archive: Archive): Promise<unknown> => stage.story.world.sync({}, archive);

function counted(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
