// Which nights are known to be quiet: nothing that stands at the target on somebody's day lasts into the next one. Tandem's own
// periods end at midnight, so that a day's look need not bring everything of the day before only to find this out. A night
// is known from a list of an earlier run that held all of its day, and as long as no list of changes since shows anything
// that lasts over it. What a run itself learns serves the next one: its own looks may be what it has to doubt.

import { groupBy } from '../core/people/names.ts';
import { type LocalDate, addDays, datesFrom } from '../core/time/calendar.ts';
import { targetWatermark } from './judge.ts';
import type { Standing, TargetDesk } from './target-desk.ts';
import type { RunState } from './workshop.ts';

/** Ids of employees by day. Names people: whoever erases somebody forgets all of it. */
export const quietNightsKey = 'people.quiet-nights';

/** Older days move seldom; then they are looked at with the day before. */
const daysKept = 4;

type People = Map<LocalDate, Set<string>>;

interface Kept {
  /** The watermark up to which lists of changes were read when this was known. */
  readonly since: string;
  readonly nights: Readonly<Record<LocalDate, readonly string[]>>;
}

export class QuietNights {
  readonly #known: People;
  readonly #learned: People = new Map();
  /** `day employee` of nights over which something was seen to last in this run. */
  readonly #broken = new Set<string>();
  readonly #first: LocalDate;

  /**
   * @param kept what an earlier run left; believed only where it belongs to the watermark from which this run's list of
   * changes is asked for: whoever moved the one without the other saw what this run will not
   */
  constructor(today: LocalDate, kept?: string, watermark?: string) {
    this.#first = addDays(today, 1 - daysKept);
    const { since, nights } = (kept === undefined ? { since: null, nights: {} } : JSON.parse(kept)) as Kept;
    const believed = watermark !== undefined && since === watermark ? Object.entries(nights) : [];
    this.#known = new Map(believed.map(([day, ids]) => [day, new Set(ids)]));
  }

  /** Whether nothing of this employee lasts from the day into the next. */
  has(employeeId: string, day: LocalDate): boolean {
    return this.#known.get(day)?.has(employeeId) ?? false;
  }

  /** From a list of everything that stands on these days. */
  learn<C>(
    desk: TargetDesk<C>,
    { employeeIds, from, to, isQuietBefore }: DayList,
    listed: readonly Standing<C>[],
  ): void {
    this.unlearn(desk, listed);
    // What lasts into the first day is listed too.
    const first = isQuietBefore ? from : addDays(from, -1);
    for (const day of datesFrom(first < this.#first ? this.#first : first, to)) {
      const learned = this.#learned.get(day) ?? new Set<string>();
      for (const id of employeeIds) if (!this.#broken.has(`${day} ${id}`)) learned.add(id);
      this.#learned.set(day, learned);
    }
  }

  /** From a list of changes: a night that something lasts over is not quiet. */
  unlearn<C>(desk: TargetDesk<C>, listed: readonly Standing<C>[]): void {
    for (const { employeeId, countsFor, content } of listed) {
      const { from, to } = desk.craft.span(content);
      const day = countsFor !== null && countsFor < from ? countsFor : from;
      const last = to ?? addDays(from, 1);
      for (const night of datesFrom(day, last)) if (night < last) this.#break(employeeId, night);
    }
  }

  #break(employeeId: string, night: LocalDate): void {
    this.#broken.add(`${night} ${employeeId}`);
    for (const people of [this.#known, this.#learned]) people.get(night)?.delete(employeeId);
  }

  /** What of it is worth keeping until the next run. */
  keptWith(since: string): string {
    const nights: Record<LocalDate, string[]> = {};
    for (const [day, ids] of [...this.#known, ...this.#learned])
      if (day >= this.#first) nights[day] = [...new Set([...(nights[day] ?? []), ...ids])].sort();
    return JSON.stringify({ since, nights } satisfies Kept);
  }
}

/** Kept with the watermark up to which lists of changes were read: what is known is as old as that, or younger. */
export function keepNights(state: RunState): void {
  const kept = state.watermarks.get('attendances');
  const since = kept?.[targetWatermark('attendances')];
  if (since === undefined) return;
  state.watermarks.set('attendances', { ...kept, [quietNightsKey]: state.nights.keptWith(since) });
}

/** So many people’s day is about a page: worth a list of its own. */
export const peopleOfAPage = 30;

export interface DayReach {
  readonly employeeId: string;
  readonly day: LocalDate;
}

export interface DayList {
  readonly employeeIds: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Whether nothing lasts into `from`. */
  readonly isQuietBefore: boolean;
}

/**
 * The lists in which these days are looked at: many people's from their own first day on, all others' together.
 * @param nights null: nothing is known of them
 */
export function listsFor(
  days: readonly DayReach[],
  nights: QuietNights | null,
  worthAList = peopleOfAPage,
): DayList[] {
  const people = [...groupBy(days, ({ employeeId }) => employeeId)].map(([id, own]) => {
    const sorted = own.map(({ day }) => day).sort();
    return { id, from: sorted[0] ?? '', to: sorted.at(-1) ?? '' };
  });
  const listOf = (list: typeof people, isQuietBefore: boolean): DayList => ({
    employeeIds: list.map(({ id }) => id),
    from: list.map(({ from }) => from).sort()[0] ?? '',
    to:
      list
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
    isQuietBefore,
  });
  const quiet = people.filter(({ id, from }) => nights?.has(id, addDays(from, -1)) === true);
  const together = [...groupBy(quiet, ({ from }) => from).values()].filter(
    (list) => list.length >= worthAList,
  );
  const alone = new Set(together.flat());
  const others = people.filter((person) => !alone.has(person));
  return [
    ...together.map((list) => listOf(list, true)),
    ...(others.length === 0 ? [] : [listOf(others, false)]),
  ];
}
