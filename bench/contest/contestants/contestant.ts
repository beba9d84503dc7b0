// What every contestant is: somebody who is told to run, and brings Personio in step with TimeTac as well as they can.

import type { LocalDate } from '../../../src/core/time/calendar.ts';

/** Everything about one company that a contestant may know. Travels between processes as JSON. */
export interface Access {
  readonly account: string;
  readonly personioUrl: string;
  readonly timetacUrl: string;
  readonly personio: { readonly clientId: string; readonly clientSecret: string };
  readonly timetac: { readonly clientId: string; readonly clientSecret: string };
  /** Tandem's form for this company. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Whoever has no memory looks at hours and absences from this day on, and from `startDate` on the first time. */
  readonly windowFrom: LocalDate;
  readonly startDate: LocalDate;
  /** Type of Personio's that vacation becomes. */
  readonly vacationTypeId: string;
}

export interface Contestant {
  /** One run for one company. `poll`: only a look whether there is anything to do, where the contestant can tell. */
  readonly run: (access: Access, asks: 'poll' | 'run') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `folder` outlives the process and is the contestant's own. */
export type Open = (folder: string) => Promise<Contestant>;

export const contestantNames = ['tandem', 'serial', 'recreate', 'parallel', 'per-user'] as const;
export type ContestantName = (typeof contestantNames)[number];

export const titles: Readonly<Record<ContestantName, string>> = {
  tandem: 'Tandem',
  serial: 'Serial without memory',
  recreate: 'Delete and recreate',
  parallel: 'Parallel with backoff',
  'per-user': 'One export per user',
};
