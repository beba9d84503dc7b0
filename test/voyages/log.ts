// What a voyage leaves behind: its log, or the story of its failure.

import { createHash } from 'node:crypto';
import type { World } from './sea.ts';
import type { Fault } from './weather.ts';

export interface VoyageLog {
  readonly seed: number;
  readonly steps: number;
  readonly story: readonly string[];
  /** Of everything that happened and of where it ended. */
  readonly trace: () => string;
  readonly syncs: number;
  readonly kills: number;
  readonly writes: number;
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
}

/** Its message tells the seed, what went wrong, and the story until then. */
export class VoyageFailed extends Error {
  override readonly name = 'VoyageFailed';
  readonly seed: number;
  readonly steps: number;
  readonly reason: string;
  readonly story: readonly string[];

  constructor(seed: number, steps: number, reason: string, story: readonly string[]) {
    super(`voyage ${seed}: ${reason}\n${story.map((line) => `  ${line}`).join('\n')}`);
    this.seed = seed;
    this.steps = steps;
    this.reason = reason;
    this.story = story;
  }
}

/** `S1`, `L2`, …, or the name of the exception. */
export const ruleOf = (reason: string): string => /^[SL]\d+|^\w+/.exec(reason)?.[0] ?? '';

/** The same voyage has the same trace: story, every call, and what stands in the end. */
export function traceOf({ personio, timetac }: World, story: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(story));
  hash.update(JSON.stringify([personio.calls, timetac.calls, personio.state.attendances]));
  hash.update(JSON.stringify([personio.state.absences, timetac.state.users]));
  return hash.digest('hex');
}
