// A person's answers, remembered as input of every later plan (rules 3.9, 4.7). An answer is about what the person saw:
// where that has changed since, it is not used, and the question is asked again.

import type { Part } from '../report/codes.ts';
import type { Instant } from '../time/calendar.ts';
import { type Craft, type SourceRecord, type TargetRecord, isFoldedContent } from './desk.ts';
import { canonical, hashOf } from './fingerprint.ts';

/**
 * - `source-wins`: what stands at the target is overruled, once.
 * - `keep-target`: the target stays as it is, as long as the source says what it said.
 * - `ignore`: nothing of it is written or told any more, whatever comes.
 * - `create`, `apart`: about people; an account is wanted although somebody resembles them, or a user is not them.
 */
export type Choice = 'source-wins' | 'keep-target' | 'ignore' | 'create' | 'apart';

export interface Decision {
  readonly id: string;
  readonly part: Part;
  readonly employeeId: string;
  /** What it is about: a whole unit by its name, or one record by its source key or the booking it comes from. */
  readonly about: 'unit' | 'record';
  readonly name: string;
  readonly choice: Choice;
  /** Fingerprint of what the person saw; null: holds whatever comes. For `apart` the user's id. */
  readonly seen: string | null;
  /** Of `ignore`, the record as it was: it is known again under another name. null: there was none. */
  readonly content: unknown;
  /** The run that was taken back, where this is an undo. */
  readonly undoneRunId: string | null;
  readonly decidedAt: Instant;
  /** When it was carried out; from then on it is history. Only `source-wins` is ever done. */
  readonly doneAt: Instant | null;
}

/** One answer for one thing: a second answer replaces the first. */
export function decisionId({ part, about, name }: Pick<Decision, 'part' | 'about' | 'name'>): string {
  return hashOf(['decision', part, about, name]).slice(0, 12);
}

/** An answer that a plan carries out, with the names of the records that it decides about. */
export interface Answered {
  readonly decision: Decision;
  readonly keys: ReadonlySet<string>;
}

/** What was answered about one unit. */
export interface Answers {
  readonly unit: Decision | null;
  /** About the record of this source key. */
  readonly ofRecord: (key: string) => Decision | null;
  /** Records that were taken back or are to be left alone, as they were, with the bookings that they come from. */
  readonly leftAlone: readonly LeftAlone[];
  readonly bookingOf: (key: string) => string;
}

interface LeftAlone {
  readonly booking: string;
  readonly content: unknown;
  /** By an undo, which nobody answered a question by. */
  readonly isTakenBack: boolean;
}

export const noAnswers: Answers = {
  unit: null,
  ofRecord: () => null,
  leftAlone: [],
  bookingOf: (key) => key,
};

/**
 * @param decisions of the unit's employee and part
 * @param bookingOf the booking that a key comes from, where an answer may be about all of it
 */
export function answersFor(
  decisions: readonly Decision[],
  unitName: string,
  bookingOf: (key: string) => string = (key) => key,
): Answers {
  const open = decisions.filter((decision) => decision.doneAt === null);
  if (open.length === 0) return noAnswers;
  const records = new Map(
    open.filter(({ about }) => about === 'record').map((decision) => [decision.name, decision]),
  );
  return {
    unit: open.find(({ about, name }) => about === 'unit' && name === unitName) ?? null,
    ofRecord: (key) => records.get(key) ?? records.get(bookingOf(key)) ?? null,
    leftAlone: [...records.values()].flatMap(({ name, choice, content, undoneRunId }) =>
      choice === 'ignore' && content !== null
        ? [{ booking: bookingOf(name), content, isTakenBack: undoneRunId !== null }]
        : [],
    ),
    bookingOf,
  };
}

/**
 * Ignored by name, or of the same stretch of time under another name. Of what was taken back that is another piece of the
 * same booking, or one that lies within it: what reaches beyond is something new.
 */
export const isIgnored = <C>(
  { ofRecord, leftAlone, bookingOf }: Answers,
  { key, content }: SourceRecord<C>,
  { likeness, overlap, within, folded }: Pick<Craft<C>, 'likeness' | 'overlap' | 'within' | 'folded'>,
): boolean =>
  ofRecord(key)?.choice === 'ignore' ||
  leftAlone.some(({ booking, content: kept, isTakenBack }) => {
    const left = kept as C;
    // Of what is long gone only its days are known: whatever is on them is left alone with it.
    const now = isFoldedContent(left) ? folded(content) : content;
    if (likeness(left, now) <= 0 || !overlap(left, now)) return false;
    return booking === bookingOf(key) || !isTakenBack || within(now, left);
  });

/** What the source says, as a person saw it; names of records may change without anybody noticing. */
export const seenOfSource = (sources: readonly (SourceRecord<unknown> | null)[]): string =>
  hashOf(sources.map((source) => canonical(withoutEmptyNote(source?.content ?? null))).sort());

/** Nothing noted is the same whether notes go along or not. */
const withoutEmptyNote = (content: unknown): unknown =>
  typeof content === 'object' && content !== null && 'comment' in content && content.comment === ''
    ? { ...content, comment: null }
    : content;

/** What stands at the target, as a person saw it. */
export const seenOfTarget = (targets: readonly (TargetRecord<unknown> | undefined)[]): string =>
  hashOf(
    targets
      .flatMap((target) =>
        target === undefined ? [] : [canonical([target.id, target.content, target.standing])],
      )
      .sort(),
  );
