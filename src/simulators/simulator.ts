// What every simulated vendor is: a function of a request, with its state and its switches in the open.

import type { Instant } from '../core/time/calendar.ts';

export interface Simulator<State, Switches> {
  /** Answers one HTTP request; throws a `TypeError` where the connection would break (a lost or refused request). */
  readonly handle: (request: Request) => Promise<Response>;
  readonly state: State;
  /** May be changed while it runs. */
  readonly switches: Switches;
  /** Every call so far, for tests that count. Bodies and secrets are not kept. */
  readonly calls: readonly SimulatedCall[];
}

export interface SimulatedCall {
  readonly at: Instant;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Whether the call changed the state. */
  readonly wrote: boolean;
}

/** The world around a simulator: its clock, its dice. Both are arguments so that a seed reproduces everything. */
export interface Surroundings {
  readonly now: () => Instant;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** Waits; a test passes virtual time. */
  readonly sleep: (ms: number) => Promise<void>;
}
