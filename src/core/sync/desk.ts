// The desk's words: what lies on it when one unit (an employee's day, an employee's absences) is judged, and what the
// judgement says. Nothing here knows a vendor, a clock or a database.

import type { Finding, Part } from '../report/codes.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import type { Answered } from './decision.ts';
import { isMark } from './fingerprint.ts';

/** Who made the record at the target: us, or somebody else whose equal record we only joined (rule 0.3). */
export type Origin = 'created' | 'adopted';

/** One pair that the ledger remembers: what both sides last agreed on. */
export interface Link<C> {
  readonly part: Part;
  /** Name of the source record; unique within integration and part. */
  readonly key: string;
  readonly targetId: string;
  readonly employeeId: string;
  /** The local days the record covers, for windows, guards and the closed month; null where days mean nothing. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly origin: Origin;
  readonly agreed: C;
  readonly linkedAt: Instant;
}

/** A record that the source wants at the target. */
export interface SourceRecord<C> {
  readonly key: string;
  readonly content: C;
}

/** What stands at the target. */
export interface TargetRecord<C> {
  readonly id: string;
  readonly content: C;
  /**
   * `dead` records (cancelled) and `leaving` ones (somebody has yet to agree to their deletion) block nothing; `rejected`
   * ones of ours are reported.
   */
  readonly standing: 'live' | 'pending' | 'rejected' | 'leaving' | 'dead';
  readonly createdAt: Instant | null;
  /** When it was last changed there; left out where nobody knows. */
  readonly updatedAt?: Instant | null;
}

/** How the contents of one part are compared and moved. */
export interface Craft<C> {
  /** Also between a content and what is `remembered` or `folded` of one. */
  readonly equal: (a: C, b: C) => boolean;
  /** What of a content the ledger keeps. */
  readonly remembered: (content: C) => C;
  /** What the ledger keeps of it once its days are long gone (rule 0.2): marks, which show equality and nothing else. */
  readonly folded: (content: C) => C;
  /** The content behind the marks, as far as these tell; what they do not tell stays folded. */
  readonly unfolded: (agreed: C, candidates: readonly C[]) => C;
  /** Whether the ledger has something to remember of what says the same. */
  readonly learns: (agreed: C, now: C) => boolean;
  /**
   * Whether a record that somebody else entered says what we would write, so that it is joined, not written beside it
   * (rules 2.6, 3.8). Less may count than in `equal`. Records that are alike begin on the same local day.
   */
  readonly alike: (ours: C, theirs: C) => boolean;
  /** Whether what differs now are only fields that were never written: they are somebody else's (rule 3.9). */
  readonly onlyAdded: (agreed: C, now: C) => boolean;
  /** What is agreed once `to` is written over what was agreed `before`: fields that are not written now stay as they were. */
  readonly afterwards: (before: C, to: C) => C;
  /** Whether two records cannot stand side by side at the target; their days (`span`) then have one in common. */
  readonly overlap: (a: C, b: C) => boolean;
  /** Whether all of the first lies within the second. */
  readonly within: (inner: C, outer: C) => boolean;
  /** Whether the target can change one into the other in place. */
  readonly canUpdate: (from: C, to: C) => boolean;
  /** Whether the target may refuse it as long as nothing else stands beside it. */
  readonly leans: (content: C) => boolean;
  /** First and last local day; `to` null when open-ended. */
  readonly span: (content: C) => { readonly from: LocalDate; readonly to: LocalDate | null };
  /** Whether both say the same about the days up to and including `date` (null: nothing stands there). */
  readonly agreeUpTo: (a: C | null, b: C | null, date: LocalDate) => boolean;
  /** The same about the days after `date`. */
  readonly agreeAfter: (a: C | null, b: C | null, date: LocalDate) => boolean;
  /** How much two contents have in common, for finding a re-derived record's old name; 0 = nothing. */
  readonly likeness: (a: C, b: C) => number;
}

export type ActionKind = 'keep' | 'create' | 'update' | 'delete' | 'adopt' | 'forget' | 'hold';

/** One line of a plan. `key` names the source record, `targetId` the record at the target where there is one. */
export interface Action<C> {
  readonly kind: ActionKind;
  readonly part: Part;
  readonly employeeId: string;
  readonly key: string;
  readonly targetId: string | null;
  /** What stands at the target now (as agreed), and what should. */
  readonly from: C | null;
  readonly to: C | null;
  /** The name under which the old link is kept, where re-derivation renamed the record. */
  readonly formerKey: string | null;
  /**
   * A delete whose record is created again in the same plan (the target cannot change it in place, or a ring had to be
   * broken). The delete's `key` is the link's name; the create has the same `key`, or names it as `formerKey`.
   */
  readonly replaced: boolean;
}

/**
 * Whether a link still agrees with what one side says now. A joined record is judged by what made us join it: its
 * comment is its owner's business.
 */
export function agrees<C>(link: Link<C>, source: C, craft: Craft<C>): boolean {
  return link.origin === 'adopted' ? craft.alike(source, link.agreed) : craft.equal(source, link.agreed);
}

/** Whether it counts there, or may yet: everything else is gone, or as good as gone. */
export const isStanding = ({ standing }: Pick<TargetRecord<unknown>, 'standing'>): boolean =>
  standing === 'live' || standing === 'pending';

/** What became of a linked record at the target. */
export function targetStateOf<C>(
  link: Link<C>,
  target: TargetRecord<C> | undefined,
  craft: Craft<C>,
): 'as-agreed' | 'edited' | 'gone' | 'rejected' {
  if (target === undefined || target.standing === 'dead' || target.standing === 'leaving') return 'gone';
  if (target.standing === 'rejected') return 'rejected';
  const same = link.origin === 'adopted' ? craft.alike : craft.equal;
  return same(link.agreed, target.content) ? 'as-agreed' : 'edited';
}

/** Links as the desk can work with them: `around` says what may be behind the marks of one. */
export function unfoldAll<C>(
  links: readonly Link<C>[],
  craft: Craft<C>,
  around: (link: Link<C>) => readonly C[],
): readonly Link<C>[] {
  if (!links.some(isFolded)) return links;
  return links.map((link) =>
    isFolded(link) ? { ...link, agreed: craft.unfolded(link.agreed, around(link)) } : link,
  );
}

export const isFolded = ({ agreed }: Link<unknown>): boolean => isFoldedContent(agreed);

export const isFoldedContent = (content: unknown): boolean =>
  (content as { readonly folded?: string } | null)?.folded !== undefined;

/** Whether it could be written: nothing of it is only a mark. */
export const isInClear = (content: unknown): boolean =>
  !isFoldedContent(content) &&
  !Object.values(content as object).some((value: unknown) => typeof value === 'string' && isMark(value));

/** A content as it may be shown: of one that is folded, what is known, and no mark. */
export function shownContent(content: unknown): unknown {
  if (!isFoldedContent(content)) return content;
  const known = Object.entries(content as object).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' && isMark(value) ? null : value,
  ]);
  return { ...(Object.fromEntries(known) as object), folded: '' };
}

export const isWrite = (action: Action<unknown>): boolean =>
  action.kind === 'create' || action.kind === 'update' || action.kind === 'delete';

/** What a vendor said no to, remembered so that the same request is not sent again (rule 0.5). */
export interface RefusalMemory {
  readonly part: Part;
  readonly key: string;
  readonly employeeId: string;
  /** The run in which it was refused. */
  readonly runId: string;
  /** Of the request and its surroundings. */
  readonly fingerprint: string;
  /** Something was taken away to make room for it, and written again: to ask on a guess would do that once more. */
  readonly tookAway: boolean;
  readonly finding: Finding;
}

export interface UnitPlan<C> {
  /** In the order in which they must be performed. */
  readonly actions: readonly Action<C>[];
  readonly findings: readonly Finding[];
  /** The foreign records around it as one text, to see later whether they moved. */
  readonly surroundings: string | null;
  /** Answers of a person that are carried out with these actions. */
  readonly answered: readonly Answered[];
}
