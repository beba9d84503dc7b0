// Every code a person can meet (rules.md section 5), with its class. A code never changes its meaning.

/** issue: needs somebody · hold: waits and solves itself · note: worth knowing. */
export type FindingClass = 'issue' | 'hold' | 'note';

export const findingClasses = {
  'username-exists': 'issue',
  'username-invalid': 'issue',
  'email-missing': 'issue',
  'email-invalid': 'issue',
  'employee-ambiguous': 'issue',
  'employee-possible-duplicate': 'issue',
  'employee-rehired': 'issue',
  'employee-vanished': 'issue',
  'user-vanished': 'issue',
  'employee-two-users': 'issue',
  'external-id-taken': 'issue',
  'default-not-found': 'issue',
  /** An issue where the attribute is required (status, names, e-mail), else a note: the finding says which. */
  'attribute-missing': 'issue',
  'absence-exists': 'issue',
  'fraction-unsupported': 'issue',
  'unit-mismatch': 'issue',
  'type-unmapped': 'issue',
  'absence-without-days': 'issue',
  'refused-by-personio': 'issue',
  'refused-by-timetac': 'issue',
  'rejected-in-target': 'issue',
  'source-gone-but-adopted': 'issue',
  'source-changed-but-adopted': 'issue',
  'outcome-unknown': 'issue',
  'overlaps-foreign': 'issue',
  'foreign-cut': 'issue',
  'entries-overlap': 'issue',
  'entry-too-long': 'issue',
  'dst-ambiguous': 'issue',
  'zone-overlap': 'issue',
  'edited-in-target': 'issue',
  'deleted-in-target': 'issue',
  'changed-on-both-sides': 'issue',
  'second-writer': 'issue',
  'month-closed': 'issue',
  'after-exit': 'issue',
  'credentials-refused': 'issue',
  'vendor-unreachable': 'issue',
  'entry-open': 'hold',
  'entry-unapproved': 'hold',
  'employee-unlinked': 'hold',
  'setting-not-writable': 'note',
  'first-link-differences': 'note',
  'dst-hours-differ': 'note',
  'attendance-on-absence': 'note',
  'adopted-pending': 'note',
  rounded: 'note',
  'out-of-scope-kept': 'note',
  'user-without-employee': 'note',
} as const satisfies Record<string, FindingClass>;

export type FindingCode = keyof typeof findingClasses;

/** One side lists somebody no more: nothing of theirs is judged (rule 1.8). */
export const isVanished = (code: FindingCode): boolean =>
  code === 'employee-vanished' || code === 'user-vanished';

export type Part = 'employees' | 'absences' | 'attendances';
export const parts: readonly Part[] = ['employees', 'absences', 'attendances'];

/**
 * Something a person should read, before it has words. `facts` carries what the sentence needs (names of records,
 * times, the vendor's reason); never an absence type, which stands in `type` alone (rule 0.10).
 */
export interface Finding {
  readonly code: FindingCode;
  readonly class: FindingClass;
  readonly part: Part;
  readonly employeeId: string | null;
  readonly userId: string | null;
  /** Date or first date concerned. */
  readonly on: string | null;
  readonly until: string | null;
  /** Names of the records it covers (source keys); its length is the count. */
  readonly covers: readonly string[];
  readonly type: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}
