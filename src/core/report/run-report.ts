// What a run tells: the document of `tandem sync --json` (interface.md), built from what was done and what stands.

import { hashOf } from '../sync/fingerprint.ts';
import { joinFindings } from '../sync/join-findings.ts';
import type { ActionKind } from '../sync/desk.ts';
import type { Refusal } from '../sync/guard.ts';
import type { Finding, FindingCode, Part } from './codes.ts';
import type { Sides } from './sides.ts';

export interface Bilingual {
  readonly en: string;
  readonly de: string;
}

export interface EmployeeRef {
  readonly personioId: string | null;
  readonly timetacId: number | null;
  readonly name: string | null;
}

export interface ReportLine {
  readonly id: string;
  readonly code: FindingCode;
  readonly part: Part;
  readonly employee: EmployeeRef | null;
  readonly date: string | null;
  readonly until: string | null;
  readonly new: boolean;
  readonly covers: number;
  readonly type: string | null;
  /** The single changes, where the line lists some: what payroll has to book by hand, what differed at a first link. */
  readonly details: readonly string[];
  /** Both records, where two sides disagree. */
  readonly sides: Sides | null;
  readonly message: Bilingual;
  readonly action: Bilingual;
}

/** An issue that was open before this run and is not any more. */
export interface SolvedLine extends ReportLine {
  /** `not-watched`: its part or type was switched off, so nobody looks any more. */
  readonly why: 'solved' | 'not-watched';
}

export interface PartReport {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly adopted: number;
  readonly unchanged: number;
  readonly held: number;
  readonly failed: number;
}

export type RunStatus = 'done' | 'done-with-issues' | 'refused' | 'failed';

export interface ReportAction {
  readonly kind: ActionKind;
  readonly part: Part;
  readonly employee: EmployeeRef | null;
  readonly date: string | null;
  readonly from: unknown;
  readonly to: unknown;
}

export interface RunReport {
  readonly run: {
    readonly id: string;
    readonly mode: 'live' | 'dry-run';
    readonly scope: 'incremental' | 'full';
    readonly status: RunStatus;
    /** Parts that a person paused: nothing of them was read or written. */
    readonly paused: readonly Part[];
    /** `older`: the memory is older than the world (a restored backup); everything was read, nothing taken away. */
    readonly ledger: 'current' | 'older';
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly requests: BySide;
    readonly tokenRequests: BySide;
    readonly writes: BySide;
    /** Ids that this run was asked for and nobody has in Personio; absent where there are none. */
    readonly unknownEmployees?: readonly string[];
  };
  readonly parts: Readonly<Record<Part, PartReport>>;
  readonly issues: readonly ReportLine[];
  readonly holds: readonly ReportLine[];
  readonly notes: readonly ReportLine[];
  /** In a dry run: what would be. */
  readonly solved: readonly SolvedLine[];
  readonly refusal: Refusal | null;
  /** Present for a dry run. */
  readonly actions?: readonly ReportAction[];
}

export interface BySide {
  readonly personio: number;
  readonly timetac: number;
}

/** A finding with its name, and how many records it covers: one cause covering many records is one line (rule 5.2). */
export interface Line {
  readonly id: string;
  readonly finding: Finding;
}

/** What makes two findings the same cause. Everything else is one line per unit and record. */
const causes: { readonly [C in FindingCode]?: (finding: Finding) => string } = {
  // Payroll books each type by itself.
  'month-closed': (finding) => `${byPerson(finding)} ${finding.type ?? ''}`.trimEnd(),
  'after-exit': byPerson,
  'entry-unapproved': byPerson,
  'entry-open': byPerson,
  'employee-unlinked': byPerson,
  'out-of-scope-kept': ({ facts }) =>
    facts['aside'] === true ? 'aside' : facts['unapproved'] === true ? 'unapproved' : '',
  // The row is the cause, and every day it touches waits for it.
  'entry-too-long': (finding) => `${byPerson(finding)} ${finding.covers[0] ?? ''}`,
  'attribute-missing': (finding) => `${finding.employeeId ?? ''} ${String(finding.facts['attribute'])}`,
  'default-not-found': (finding) =>
    `${String(finding.facts['setting'])} ${String(finding.facts['name'] ?? finding.type)} ${String(finding.facts['vendor'] ?? '')}`.trimEnd(),
  // A leaver whose name changed is two writes, and a mail is a third.
  'refused-by-timetac': (finding) => `${byPerson(finding)} ${String(finding.facts['write'] ?? '')}`.trimEnd(),
  'type-unmapped': (finding) => String(finding.facts['typeKey']),
  'setting-not-writable': (finding) => String(finding.facts['setting']),
  'credentials-refused': (finding) => String(finding.facts['vendor']),
  'vendor-unreachable': (finding) => String(finding.facts['vendor']),
};

function byPerson(finding: Finding): string {
  return finding.employeeId ?? finding.userId ?? '';
}

/** Records whose failure is theirs, not the plan's: they count as failed, all other covered ones as held. */
export const failedCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'refused-by-personio',
  'refused-by-timetac',
  'outcome-unknown',
]);

/** What these cover does not wait: it was joined, or goes out from the account that is linked. */
export const holdingNothing: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'second-writer',
  'employee-two-users',
]);

/** A vendor that could not be asked: the run fails, and nothing was judged. */
export const isVendorTrouble = ({ code }: Pick<Finding, 'code'>): boolean =>
  code === 'credentials-refused' || code === 'vendor-unreachable';

/** Gathers findings of all units into lines with stable names. Order: part, code, person, date. */
export function gatherLines(findings: readonly Finding[]): Line[] {
  const lines = new Map<string, Finding>();
  for (const finding of findings) {
    const id = lineIdOf(finding);
    const other = lines.get(id);
    lines.set(id, other === undefined ? finding : joinFindings(other, finding));
  }
  return [...lines]
    .map(([id, finding]) => ({ id, finding }))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** The name under which people know a finding: the same cause has the same name in every run. */
export function lineIdOf(finding: Finding): string {
  const cause = causes[finding.code];
  const place =
    cause !== undefined
      ? cause(finding)
      : finding.part === 'attendances'
        ? `${finding.employeeId ?? finding.userId ?? ''} ${finding.on ?? ''}`
        : `${finding.employeeId ?? finding.userId ?? ''} ${finding.covers[0] ?? finding.on ?? ''}`;
  // A vendor's trouble is one cause, whichever parts it stops this time.
  const part = isVendorTrouble(finding) ? null : finding.part;
  return hashOf([finding.class, finding.code, part, place]).slice(0, 12);
}

const sortKey = ({ id, finding }: Line): string =>
  [finding.part, finding.code, finding.employeeId ?? '', finding.on ?? '', id].join(' ');
