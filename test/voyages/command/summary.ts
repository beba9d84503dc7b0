// What the command says in the end: one document for machines, the same as sentences for people.

import type { StoreKind } from '../harbour.ts';
import type { History, Seeds } from './arguments.ts';
import type { Room, Share } from './coverage.ts';
import { percent } from './floors.ts';
import type { Tally } from './tally.ts';

export type Document = ReturnType<typeof documentOf>;

export function documentOf(
  { seeds, history, store }: { readonly seeds: Seeds; readonly history: History; readonly store: StoreKind },
  tally: Tally,
  coverage: Readonly<Record<Room, Share>>,
  missedFloors: readonly string[],
  seconds: number,
) {
  return {
    seeds: { ...seeds, count: tally.count },
    history,
    store,
    syncs: tally.syncs,
    syncsPerSeed: rounded(tally.syncs / tally.count),
    writes: tally.writes,
    kills: tally.kills,
    faults: tally.faults,
    failures: tally.failures,
    seconds: rounded(seconds),
    seedsPerSecond: rounded(tally.count / seconds),
    coverage,
    missedFloors,
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export function summaryOf(document: Document): string {
  const { seeds, coverage, history } = document;
  const again = `npm run voyage -- ${history === 'twins' ? '--twins ' : ''}--seed`;
  const faults = Object.entries(document.faults).map(([fault, count]) => `${fault} ${count}`);
  const reached = Object.entries(coverage).map(
    ([room, { hit, total, share }]) => `${room} ${percent(share)} (${hit} of ${total} blocks)`,
  );
  return [
    `${seeds.count} ${history} (seeds ${seeds.from} to ${seeds.to}, store: ${document.store}) in ${document.seconds} s, ` +
      `${document.seedsPerSecond} per second`,
    `${document.syncs} runs (${document.syncsPerSeed} per seed), ${document.writes} writes, ${document.kills} kills`,
    `faults: ${faults.join(', ')}`,
    `reached by the first voyages: ${reached.join(', ')}`,
    ...document.missedFloors.map((floor) => `below the floor: ${floor}`),
    ...document.failures.map(
      ({ seed, reason, story }) =>
        `\nseed ${seed}: ${reason}\n${story.map((line) => `  ${line}`).join('\n')}\n(${again} ${seed})`,
    ),
    document.failures.length === 0 ? 'no promise was broken' : `${document.failures.length} failures`,
  ].join('\n');
}
