// Which facts each code takes. Every fact may be missing or null: the sentence then says less, never "undefined".
// Periods are wall times (`2026-03-02T08:00:00`) or dates (`2026-03-02`); the sentences bring them into the reader's form.

import type { FindingCode } from './codes.ts';

type Text = string | null;
type Count = number | null;
/** `YYYY-MM-DD`. */
type DateText = string | null;

/** The record Tandem wrote or wants to write. `ours` is a ready text for where no times are known. */
type Ours = {
  readonly ours?: Text;
  readonly oursFrom?: Text;
  readonly oursTo?: Text;
  readonly oursId?: Text;
  readonly oursKind?: Text;
  /** Which half of its days: `morning`, `from-midday`, …; see `record-form.ts`. */
  readonly oursHalf?: Text;
};
/** The record on the other side of the matter; for rows of one side that collide, the second one. */
type Theirs = {
  readonly theirs?: Text;
  readonly theirsFrom?: Text;
  readonly theirsTo?: Text;
  readonly theirsId?: Text;
  readonly theirsKind?: Text;
  readonly theirsHalf?: Text;
  /** What else differs where both are of the same time: `project`, `comment`, `type` or `several`. */
  readonly theirsOther?: Text;
  /** When it was last changed there, in milliseconds. */
  readonly theirsChangedAt?: Count;
};
/** `field: old → new`, several separated by `; `. */
type Differences = { readonly differences?: Text };
/** How many records one finding stands for; without it the records it covers are counted. */
type Counted = { readonly count?: Count };
/** What a vendor answered: its words, its machine code or HTTP status, and its trace id. */
type Answer = { readonly vendorReason?: Text; readonly code?: Text | number; readonly traceId?: Text };
type Nothing = { readonly [none: string]: never };

export type FactsByCode = {
  'username-exists': { readonly username?: Text; readonly otherUser?: Text };
  'username-invalid': { readonly username?: Text };
  'email-missing': Nothing;
  'email-invalid': { readonly email?: Text };
  'employee-ambiguous': Counted & { readonly email?: Text; readonly otherUser?: Text };
  'employee-possible-duplicate': { readonly otherUser?: Text };
  'employee-rehired': { readonly email?: Text; readonly otherUser?: Text };
  'employee-vanished': Nothing;
  'user-vanished': Nothing;
  'employee-two-users': { readonly otherUser?: Text };
  /** `value`: what stands in the field now. */
  'external-id-taken': { readonly value?: Text | number };
  /** `setting`: `department`, `workingTimeModel`, `holidayCalendar` or `language`; `name`: as the form has it. `why`: `twice` where rows of a mapping name one thing in two ways, and say different things of it. */
  'default-not-found': {
    readonly setting?: Text;
    readonly name?: Text;
    readonly vendor?: Text;
    readonly why?: Text;
  };
  /** `vendor: 'timetac'`: fields that TimeTac hides from its API user. */
  /** `why`: `unmapped` where no type of absence is mapped that could be the vacation. */
  'attribute-missing': { readonly attribute?: Text; readonly vendor?: Text; readonly why?: Text };
  /** `setting`: `modules`, `mobileApps`, `statusOverview`, `holidayCalendar`, …; `value`: what was asked for. */
  'setting-not-writable': { readonly setting?: Text; readonly value?: Text | number | boolean };
  'first-link-differences': Differences;
  'user-without-employee': Counted & { readonly username?: Text };
  'employee-unlinked': Counted;

  /** `sameSide`: the other one is a booking of TimeTac too. */
  'absence-exists': Ours & Theirs & Answer & { readonly sameSide?: boolean | null };
  /** `value` in `unit` (`days` or `hours`). */
  /** `wants`: `clock` where a type in hours needs begin and end. */
  'fraction-unsupported': {
    readonly value?: Count | string;
    readonly unit?: Text;
    readonly wants?: Text;
  };
  'unit-mismatch': { readonly value?: Count | string; readonly unit?: Text };
  'type-unmapped': Counted;
  'absence-without-days': Nothing;
  'rejected-in-target': Ours & { readonly theirsId?: Text };
  /** `differences`: what was rounded to what. */
  rounded: Differences & { readonly value?: Count | string; readonly unit?: Text };
  'adopted-pending': Ours & { readonly theirsId?: Text };

  'overlaps-foreign': Ours & Theirs & Counted;
  /** `theirs`: the foreign period as it is now; `was`: as it was before, where that is known. */
  'foreign-cut': Ours & Theirs & { readonly wasFrom?: Text; readonly wasTo?: Text };
  'entries-overlap': Ours & Theirs;
  'entry-too-long': Ours & { readonly hours?: Count | string };
  /** Instants as milliseconds or ISO text; shown in `zone`, without it in UTC. */
  /** `theirs`: the second row, where two of them are in each other's way. */
  'dst-ambiguous': Ours &
    Theirs & {
      readonly firstInstant?: Text | number;
      readonly secondInstant?: Text | number;
      readonly zone?: Text;
    };
  'zone-overlap': Ours & Theirs;
  /** `hours`: hours on the wall less hours worked. */
  'dst-hours-differ': { readonly hours?: Count | string };
  'attendance-on-absence': Nothing;
  'entry-open': Counted;
  'entry-unapproved': Counted;

  'edited-in-target': Ours & Theirs & Differences;
  'deleted-in-target': Ours & { readonly theirsId?: Text };
  'changed-on-both-sides': Ours & Theirs & Differences;
  /** `sharedFrom`: the day from which it is compared, where it begins before. */
  'source-gone-but-adopted': Ours & Theirs & { readonly sharedFrom?: DateText };
  'source-changed-but-adopted': Ours & Theirs & Differences & { readonly sharedFrom?: DateText };
  'second-writer': Counted & Theirs;
  /** `write`: `welcome` for the mail to a new user. */
  'outcome-unknown': Ours & { readonly traceId?: Text; readonly write?: Text };
  'month-closed': Counted & Differences & { readonly lockedUntil?: DateText };
  'after-exit': Counted & { readonly exitOn?: DateText };
  /** `aside`: of accounts that are not their people's any more. `unapproved`: hours that are not approved at the source. */
  'out-of-scope-kept': Counted & { readonly aside?: boolean; readonly unapproved?: boolean };

  /** `write`: `create`, `update` or `delete`. */
  'refused-by-personio': Answer & Ours & { readonly write?: Text };
  /** `write`: the same, or `welcome` for the mail to a new user. */
  'refused-by-timetac': Answer & Ours & { readonly write?: Text };
  /** `vendor`: `personio` or `timetac`. */
  /** `status` 403 with an `endpoint` that is no sign-in: a right is missing. 404 or 410: the account is not there. */
  'credentials-refused': Answer & {
    readonly vendor?: Text;
    readonly status?: Count;
    readonly endpoint?: Text;
  };
  'vendor-unreachable': Answer & { readonly vendor?: Text };
};

/** The names of facts that a code knows. */
export type FactOf<C extends FindingCode> = FactsByCode[C] extends Nothing
  ? never
  : Extract<keyof FactsByCode[C], string>;
