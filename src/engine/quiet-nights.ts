// Which nights are known to be quiet: nothing that stands at the target on somebody's day lasts into the next one. Tandem's own
// periods end at midnight, so that a day's look need not bring everything of the day before only to find this out. A night
// is known from a list that held all of its day, and as long as no list of changes since shows anything that lasts over it:
// those lists follow each other without a gap from one full run on.

import { groupBy } from '../core/people/names.ts';
import { type LocalDate, addDays, dateIn, datesFrom } from '../core/time/calendar.ts';
import type { Standing, TargetDesk } from './target-desk.ts';
import type { RunState, Workshop } from './workshop.ts';

/** Ids of employees by day. Names people: whoever erases somebody forgets all of it. */
export const quietNightsKey = 'people.quiet-nights';

/** Older days move seldom; then they are looked at with the day before. */
const daysKept = 4;

export class QuietNights {
  readonly #people = new Map<LocalDate, Set<string>>();

  constructor(text = '{}') {
    for (const [day, ids] of Object.entries(JSON.parse(text) as Record<LocalDate, string[]>))
      this.#people.set(day, new Set(ids));
  }

  /** Whether nothing of this employee lasts from the day into the next. */
  has(employeeId: string, day: LocalDate): boolean {
    return this.#people.get(day)?.has(employeeId) ?? false;
  }

  /** From a list of everything that stands on these days. */
  learn<C>(
    desk: TargetDesk<C>,
    { employeeIds, from, to, isQuietBefore }: DayList,
    listed: readonly Standing<C>[],
  ): void {
    // What lasts into the first day is listed too.
    for (const day of datesFrom(isQuietBefore ? from : addDays(from, -1), to)) {
      const known = this.#people.get(day) ?? new Set<string>();
      for (const id of employeeIds) known.add(id);
      this.#people.set(day, known);
    }
    this.unlearn(desk, listed);
  }

  /** From a list of changes: a night that something lasts over is not quiet. */
  unlearn<C>(desk: TargetDesk<C>, listed: readonly Standing<C>[]): void {
    for (const { employeeId, countsFor, content } of listed) {
      const { from, to } = desk.craft.span(content);
      const day = countsFor !== null && countsFor < from ? countsFor : from;
      const last = to ?? addDays(from, 1);
      for (const night of datesFrom(day, last)) if (night < last) this.#people.get(night)?.delete(employeeId);
    }
  }

  /** What of it is worth keeping until the next run. */
  textOn(today: LocalDate): string {
    const recent = [...this.#people].filter(([day]) => day > addDays(today, -daysKept));
    return JSON.stringify(Object.fromEntries(recent.map(([day, ids]) => [day, [...ids].sort()])));
  }
}

/** Kept with the watermark up to which lists of changes were read: what is known is as old as that, or younger. */
export function keepNights(shop: Workshop, state: RunState): void {
  const today = dateIn(shop.now(), shop.settings.schedule.timezone);
  state.watermarks.set('attendances', {
    ...state.watermarks.get('attendances'),
    [quietNightsKey]: state.nights.textOn(today),
  });
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

/** The lists in which these days are looked at: many people's from their own first day on, all others' together. */
export function listsFor(
  days: readonly DayReach[],
  nights: QuietNights,
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
  const quiet = people.filter(({ id, from }) => nights.has(id, addDays(from, -1)));
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
