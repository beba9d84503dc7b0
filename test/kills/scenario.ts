// What a scenario is: a world with something left to do, and the act that is killed.

import type { Archive } from '../../src/engine/archive.ts';
import type { StoryOptions } from '../support/company.ts';
import type { Stage } from './stage.ts';

export interface Scenario {
  /** What is going on when the process dies. */
  readonly name: string;
  readonly options?: StoryOptions;
  /** Everything before: earlier runs, and what people did since. */
  readonly prepare: (stage: Stage) => Promise<void>;
  /** What is killed, and begun again after each kill; an ordinary run unless told otherwise. */
  readonly act?: (stage: Stage, archive: Archive) => Promise<unknown>;
  /** What the act writes when nobody kills it; shows that the scenario is about what its name says. */
  readonly writes: Readonly<Record<string, number>>;
  /** Between the act and the runs that follow. */
  readonly afterwards?: (stage: Stage) => void;
  /** Runs after the act, until nothing is left to do. */
  readonly runsToRest?: number;
}

/** In the order in which they are run; names are unique. */
export type Scenarios = readonly Scenario[];
