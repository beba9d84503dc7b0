// What the workshop asks of the archive. All changes of one step travel in one `Batch`, which the archive takes wholly
// or not at all: the workshop never sees half a step, whatever is killed when. One run per integration writes at a
// time (the lease), so reads need no locks.

import type { Finding, Part } from '../core/report/codes.ts';
import type { OwedMail } from '../core/report/mailing.ts';
import type { ReportLine } from '../core/report/run-report.ts';
import type { Decision } from '../core/sync/decision.ts';
import type { ActionKind, Link, RefusalMemory } from '../core/sync/desk.ts';
import type { Instant, LocalDate } from '../core/time/calendar.ts';
import { type SourceKind, type SourceRows, sourceKinds } from './ports.ts';

/** A write begun whose answer is not in (rule 0.4). */
export interface Intent {
  readonly id: string;
  readonly runId: string;
  readonly part: Part;
  readonly kind: 'create' | 'update' | 'delete';
  readonly key: string;
  readonly formerKey: string | null;
  readonly employeeId: string;
  readonly targetId: string | null;
  /** Content before and after, as the part understands it. */
  readonly from: unknown;
  readonly to: unknown;
  /** Half of a replacement. */
  readonly replaced: boolean;
  readonly beganAt: Instant;
}

/** What is left of a time entry whose days are long gone (rule 0.2). */
export interface FoldedEntry {
  /** Of the entry as last read: shows whether it is another one now. */
  readonly hash: string;
  /** Whether an absence wrote it. */
  readonly ofAbsence: boolean;
}

/** Days that a time entry was moved from while it waits to go out: what stands of it there stays until then. */
export interface LeftEntry {
  readonly days: readonly LocalDate[];
}

export interface MirroredRows extends SourceRows {
  /** A time entry is either here or among `timeEntry`. */
  readonly foldedEntry: FoldedEntry;
  /** Beside the entry itself. */
  readonly leftEntry: LeftEntry;
}

export type RowKind = keyof MirroredRows;
export const rowKinds: readonly RowKind[] = [...sourceKinds, 'foldedEntry', 'leftEntry'];

/** A row of the time system as last read. */
export interface MirrorRow<K extends RowKind = SourceKind> {
  readonly kind: K;
  readonly id: string;
  readonly userId: string;
  /** Local dates it touches; null for rows without a date. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly row: MirroredRows[K];
}

/** A unit that has to be judged (again): a user's day, or (`day` null) all absences of a user. */
export interface DirtyUnit {
  readonly part: Part;
  readonly userId: string;
  readonly day: LocalDate | null;
}

/** Findings stand by unit: a judgement of the unit replaces all of them. */
export interface UnitFindings {
  readonly part: Part;
  readonly unit: string;
  readonly findings: readonly Finding[];
}

export interface StoredIssue {
  readonly id: string;
  readonly firstRunId: string;
  readonly firstSeenAt: Instant;
  /** As it was first told, for telling that it is solved; null for what is no issue. */
  readonly line: ReportLine | null;
}

export interface RunRecord {
  readonly id: string;
  readonly mode: 'live' | 'dry-run';
  readonly scope: 'incremental' | 'full';
  readonly status: 'running' | 'done' | 'done-with-issues' | 'refused' | 'failed' | 'interrupted';
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  /** Hash of the plan; null before there is one. */
  readonly planHash: string | null;
  /** The hash of a refused plan that a person let through with this run. */
  readonly released: string | null;
  /** The report (RunReport) once the run is closed. */
  readonly report: unknown;
}

export interface RunAction {
  readonly runId: string;
  /** Of its write where it is one; else what it did to which record. */
  readonly id: string;
  readonly kind: ActionKind;
  readonly part: Part;
  readonly employeeId: string;
  readonly key: string;
  readonly targetId: string | null;
  readonly from: unknown;
  readonly to: unknown;
  /** Half of a replacement: nothing new came, nothing went. */
  readonly replaced: boolean;
  readonly outcome: 'planned' | 'done' | 'refused' | 'unknown' | 'skipped';
}

/** Everything that one step changes. */
export interface Batch {
  readonly putLinks?: readonly Link<unknown>[];
  readonly removeLinks?: readonly { readonly part: Part; readonly key: string }[];
  readonly putIntents?: readonly Intent[];
  readonly removeIntents?: readonly string[];
  readonly putRows?: readonly MirrorRow<RowKind>[];
  readonly removeRows?: readonly { readonly kind: RowKind; readonly id: string }[];
  readonly markDirty?: readonly DirtyUnit[];
  readonly clearDirty?: readonly DirtyUnit[];
  readonly putFindings?: readonly UnitFindings[];
  readonly putRefusals?: readonly RefusalMemory[];
  readonly removeRefusals?: readonly { readonly part: Part; readonly key: string }[];
  readonly putDecisions?: readonly Decision[];
  readonly removeDecisions?: readonly string[];
  /** Small memories: watermarks, learned facts, what a full read began with. null removes. */
  readonly putMemory?: Readonly<Record<string, string | null>>;
  /** Whoever comes second finds what the first one put. */
  readonly putMemoryOnce?: Readonly<Record<string, string>>;
  readonly putIssues?: readonly StoredIssue[];
  readonly removeIssues?: readonly string[];
  readonly putRun?: RunRecord;
  /** A mail that is known already stays as it is. */
  readonly putMails?: readonly OwedMail[];
  readonly putActions?: readonly RunAction[];
}

export interface Lease {
  /**
   * Throws `LeaseLost` where another holder took over. Cheap: only what was not proven just now is asked for, so it may
   * stand before every write to a vendor, who knows no token.
   */
  readonly stillHeld: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** What touches these dates, both included, and what has no date. */
export interface DayRange {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** All conditions are combined with AND. */
export interface LinkQuery extends DayRange {
  readonly part: Part;
  readonly employeeIds?: readonly string[];
  readonly targetIds?: readonly string[];
  /** Only those whose agreed content is still in clear. */
  readonly isClear?: true;
  /** Only those of accounts that are not their people's any more (`set-aside.ts`). */
  readonly isSetAside?: true;
}

/** All conditions are combined with AND. */
export interface RowQuery<K extends RowKind> extends DayRange {
  readonly kind: K;
  readonly userIds?: readonly string[];
  readonly ids?: readonly string[];
}

/** The memory that holds what ids of erased people are hashed with. */
export const eraseSaltKey = 'erase.salt';

/** One integration's part of the archive. */
export interface Archive {
  /** A copy in memory to plan on, for dry runs (without runs and their actions). */
  copy(): Promise<Archive>;
  /** null when a run of this integration is in progress. */
  openLease(holder: string): Promise<Lease | null>;
  commit(batch: Batch): Promise<void>;

  links<C>(query: LinkQuery): Promise<readonly Link<C>[]>;
  countLinks(part: Part): Promise<number>;
  /** How many links each employee has, by their ids. */
  linkOwners(part: Part): Promise<ReadonlyMap<string, number>>;
  /** Live `created` links of a part in the given months (`YYYY-MM`). */
  countCreatedLinks(part: Part, months: readonly string[]): Promise<number>;
  /** In the order in which they began. */
  intents(): Promise<readonly Intent[]>;
  rows<K extends RowKind>(query: RowQuery<K>): Promise<readonly MirrorRow<K>[]>;
  countRows(kind: SourceKind): Promise<number>;
  /** How many rows each user has, by their ids. */
  rowOwners(kind: RowKind): Promise<ReadonlyMap<string, number>>;
  /** With a range: units of days within it. */
  dirty(part: Part, days?: DayRange): Promise<readonly DirtyUnit[]>;
  /** Every day of which a unit is dirty, each once, in order. */
  dirtyDays(part: Part): Promise<readonly LocalDate[]>;
  findings(): Promise<readonly UnitFindings[]>;
  refusals(part: Part, employeeIds?: readonly string[]): Promise<readonly RefusalMemory[]>;
  decisions(): Promise<readonly Decision[]>;
  memory(): Promise<Readonly<Record<string, string>>>;
  issues(): Promise<readonly StoredIssue[]>;
  run(id: string): Promise<RunRecord | null>;
  /** Newest first. */
  runs(limit: number): Promise<readonly RunRecord[]>;
  /** Who must not be read in again; `salt` is what their ids were hashed with, null: nobody was erased yet. */
  erased(): Promise<{
    readonly salt: string | null;
    readonly people: readonly {
      readonly key: string;
      readonly userKeys: readonly string[];
      readonly at: Instant;
    }[];
  }>;
  /** Mails that are owed or were sent, oldest first. */
  mails(): Promise<readonly OwedMail[]>;
  /** In the order in which they were first put. */
  actions(runId: string): Promise<readonly RunAction[]>;
}
