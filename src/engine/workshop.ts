// The workshop's bench: everything one run works with, and the state that grows while it runs.

import type { Employee, User } from '../core/people/employee.ts';
import type { RegisterPlan } from '../core/people/plan.ts';
import type { Finding, Part } from '../core/report/codes.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Answered } from '../core/sync/decision.ts';
import type { Action, Link, TargetRecord } from '../core/sync/desk.ts';
import { type Instant, type LocalDate, dateIn } from '../core/time/calendar.ts';
import type { Archive, DirtyUnit } from './archive.ts';
import type { QuietNights } from './quiet-nights.ts';
import type { HrDoor, Side, TimeDoor, TroubleKind, VendorTrouble } from './ports.ts';

export interface Workshop {
  readonly hr: HrDoor;
  readonly time: TimeDoor;
  readonly archive: Archive;
  /** null where nothing outside the archive can tell its age. */
  readonly generation: GenerationMark | null;
  readonly settings: Settings;
  readonly now: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
  readonly newId: () => string;
  /** A random password for a new account; nobody ever learns it. */
  readonly newPassword: () => string;
  /** Vendor writes at once. */
  readonly concurrency: number;
  /** For how many days what was agreed, and the entries it came from, are kept in clear (rule 0.2). */
  readonly detailDays: number;
  /** From how many people on a list of their days is worth a call of its own; left out: about a page. */
  readonly worthAList?: number;
  readonly tell: (progress: Progress) => void;
  /** Asked after each portion of a large run: what it left behind may go. */
  readonly tidy: () => void;
}

/** A number kept outside the archive, which grows with every run: an archive that knows a smaller one is an old copy. */
export interface GenerationMark {
  readonly read: () => Promise<number | null>;
  readonly write: (generation: number) => Promise<void>;
}

export interface Progress {
  readonly phase: 'reading' | 'planning' | 'writing' | 'verifying';
  readonly part: Part | null;
  readonly done: number;
  /** null while it is not known. */
  readonly total: number | null;
}

export interface RunRequest {
  readonly mode: 'live' | 'dry-run';
  readonly full: boolean;
  /** null: every part that is switched on. */
  readonly only: readonly Part[] | null;
  /** Personio ids; null: everybody. */
  readonly employeeIds: readonly string[] | null;
  /** Let a plan through that the guard refused before, if it is still exactly that plan. */
  readonly release: boolean;
  /** The hash of the plan that whoever lets it through has seen; without it, the one that was refused last. */
  readonly releasedPlan?: string | undefined;
  /**
   * The nightly look at recent days; once a month it is a look at everything (rule 4.1). `when-due`: in the first run of
   * the day that is of everybody and everything.
   */
  readonly nightly?: boolean | 'when-due';
}

/** A run of everybody and everything that is switched on, as far as it has changed. */
export const ordinaryRun = {
  mode: 'live',
  full: false,
  only: null,
  employeeIds: null,
  release: false,
} as const satisfies RunRequest;

/** What one run knows so far. */
export interface RunState {
  readonly id: string;
  readonly startedAt: Instant;
  readonly request: RunRequest;
  /** Parts that this run works on. */
  readonly active: readonly Part[];
  /** Parts that a person paused (rule 4.9). */
  readonly paused: readonly Part[];
  /** Parts that are read wholly and compared by window. */
  readonly full: ReadonlySet<Part>;
  /** Small memories as they stood when the run began. */
  readonly memory: Readonly<Record<string, string>>;
  /** Memories to keep if their part ends well, by part. */
  readonly watermarks: Map<Part, Record<string, string>>;
  readonly failures: Map<Part, VendorTrouble>;
  /** What the lists of attendance that were read so far say of nights. */
  readonly nights: QuietNights;
  /** An incremental run that compares everything from this date on besides; null: none. */
  readonly window: LocalDate | null;
  /** The ledger is older than the world: everything is read, nothing is taken away (rule 4.8). */
  adopting: boolean;
  employees: readonly Employee[];
  users: readonly User[];
  register: RegisterPlan | null;
}

/** One judged unit with its plan, ready to be performed. */
export interface JudgedUnit<C> {
  readonly part: Part;
  /** Name under which its findings stand. */
  readonly unit: string;
  readonly dirty: DirtyUnit | null;
  readonly employeeId: string;
  readonly actions: readonly Action<C>[];
  readonly findings: readonly Finding[];
  /** Links of the unit as it was judged. */
  readonly links: readonly Link<C>[];
  /** Ids and contents of foreign records around it, to see whether they moved before we write. */
  readonly foreign: string | null;
  /** Foreign records around it, as they were judged; left out where nothing of theirs is ever cut. */
  readonly around?: readonly TargetRecord<C>[];
  /** When the records that it joins were made. */
  readonly joinedAt: readonly Instant[];
  /** Answers of a person that are carried out with it. */
  readonly answered: readonly Answered[];
  /** Judged, and not carried out: what was said of it before stands, and it stays due. */
  readonly isPutOff?: true;
}

/** The date at the company. */
export const todayOf = ({ now, settings }: Pick<Workshop, 'now' | 'settings'>): LocalDate =>
  dateIn(now(), settings.schedule.timezone);

export const isActive = (state: RunState, part: Part): boolean =>
  state.active.includes(part) && !state.failures.has(part);

/** Whether this run's judgement of people is whole; with users switched off, matching is all there is to judge. */
export const judgesPeople = (shop: Workshop, state: RunState): boolean =>
  isActive(state, 'employees') || !shop.settings.users.enabled;

/** Whether anything of the run is read wholly, which is what its report calls its scope. */
export const isFull = (state: RunState): boolean => state.active.some((part) => state.full.has(part));

/** Trouble that the workshop itself finds in an answer: a read that cannot be the whole truth (rule 0.8). */
export class IncompleteRead extends Error implements VendorTrouble {
  override readonly name = 'VendorError';
  readonly kind: TroubleKind = 'garbage';
  readonly performed = 'no';
  readonly status = null;
  readonly code = null;
  readonly traceId = null;
  readonly side: Side;
  readonly endpoint: string;
  readonly reason: string;

  constructor(side: Side, endpoint: string, reason: string) {
    super(`${side}: ${endpoint}: ${reason}`);
    this.side = side;
    this.endpoint = endpoint;
    this.reason = reason;
  }
}

/** A side that had this many records and suddenly shows none is not believed (rule 0.8). */
export const emptyIsSuspiciousFrom = 20;

/** Runs a step of one part; vendor trouble fails that part, anything else is a bug and stops the run. */
export async function guarded(
  state: RunState,
  parts: readonly Part[],
  step: () => Promise<void>,
): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'VendorError') throw error;
    for (const part of parts) state.failures.set(part, error as VendorTrouble);
  }
}
