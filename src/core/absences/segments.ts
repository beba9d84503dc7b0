// Names of the pieces of one booking, and half days that belong together.

import type { Link } from '../sync/desk.ts';
import { groupBy } from '../people/names.ts';
import { type LocalDate, daysBetween } from '../time/calendar.ts';
import type { AbsenceContent, JoinedHalf } from './absence.ts';
import {
  type AbsenceRules,
  type DerivedAbsence,
  type DerivedAbsences,
  absenceIdOf,
  firstOpenDay,
} from './derived.ts';

/**
 * Segments keep the names of the exported ones they overlap most; before that, one that begins before the first open
 * day belongs to the segment that begins with it, and one that ends after the exit to the one that ends with it, so that
 * nothing has to change where nothing may (rules 1.7, 2.1). A segment that moved away altogether takes, in the order of
 * days, a name that is left over: the booking is the same, so it is changed, not written anew (rule 2.7). New ones get
 * the next free number.
 */
export function nameSegments(
  absenceId: string,
  contents: readonly AbsenceContent[],
  links: readonly Link<AbsenceContent>[],
  rules: Pick<AbsenceRules, 'lockedUntil' | 'startDate' | 'exitOn'>,
): DerivedAbsence[] {
  const openFrom = firstOpenDay(rules);
  const { exitOn } = rules;
  const isPinned = ({ agreed }: Link<AbsenceContent>, { firstOn, lastOn }: AbsenceContent): boolean =>
    (agreed.firstOn < openFrom && firstOn === agreed.firstOn) ||
    (exitOn !== null && (agreed.lastOn ?? exitOn) > exitOn && lastOn === agreed.lastOn);
  const names = new Map<AbsenceContent, string>();
  const used = new Set<string>();
  const name = (content: AbsenceContent, key: string): void => {
    if (names.has(content) || used.has(key)) return;
    names.set(content, key);
    used.add(key);
  };
  contents
    .flatMap((content) =>
      links.map((link) => ({
        content,
        link,
        shared: sharedDays(content, link.agreed),
        pinned: Number(isPinned(link, content)),
      })),
    )
    .filter((candidate) => candidate.shared > 0)
    .sort(
      (a, b) =>
        b.pinned - a.pinned || b.shared - a.shared || (a.content.firstOn < b.content.firstOn ? -1 : 1),
    )
    .forEach(({ content, link }) => name(content, link.key));
  const left = links
    .filter((link) => !used.has(link.key))
    .sort((a, b) => (a.agreed.firstOn < b.agreed.firstOn ? -1 : 1));
  for (const content of contents) {
    const link = names.has(content) ? undefined : left.shift();
    if (link !== undefined) name(content, link.key);
  }
  let number = 0;
  const taken = new Set(links.map((link) => link.key));
  const nextFree = (): string => {
    do number += 1;
    while (taken.has(`${absenceId}#${number}`));
    return `${absenceId}#${number}`;
  };
  return contents.map((content) => ({ key: names.get(content) ?? nextFree(), absenceId, content }));
}

function sharedDays(a: AbsenceContent, b: AbsenceContent): number {
  const from = a.firstOn > b.firstOn ? a.firstOn : b.firstOn;
  const [aEnd, bEnd] = [a.lastOn ?? a.firstOn, b.lastOn ?? b.firstOn];
  return daysBetween(from, aEnd < bEnd ? aEnd : bEnd) + 1;
}

/**
 * Two halves of one type on one day are one full day (rule 2.3): of two half days the earlier booking gives the name;
 * a half day beside the half that begins or ends a longer booking fills that one up. (Where two longer bookings meet
 * at midday, each keeps its half.) What a person wants left alone is joined to nothing.
 */
export function joinHalves(
  result: DerivedAbsences,
  isLeftAlone: (period: DerivedAbsence) => boolean,
): DerivedAbsences {
  const contents = new Map(result.periods.map((period) => [period, period.content]));
  const halves = result.periods
    .filter((period) => !isLeftAlone(period))
    .flatMap((period) => halvesOf(period));
  for (const group of groupBy(halves, ({ date, period }) => `${period.content.typeId} ${date}`).values()) {
    const guest = group.findLast(({ edge }) => edge === 'both');
    const host = group.find((half) => half !== guest && half.edge !== 'both') ?? group[0];
    if (guest === undefined || host === undefined || host === guest) continue;
    const content = contents.get(host.period) ?? host.period.content;
    contents.set(
      host.period,
      filledUp(content, host.edge, { absenceId: guest.period.absenceId, on: host.date }),
    );
    contents.delete(guest.period);
  }
  return { ...result, periods: [...contents].map(([period, content]) => ({ ...period, content })) };
}

/** With the half day at this edge made whole by another booking's. */
const filledUp = (content: AbsenceContent, edge: Half['edge'], half: JoinedHalf): AbsenceContent => ({
  ...content,
  startsAtMidday: edge === 'last' && content.startsAtMidday,
  endsAtMidday: edge === 'first' && content.endsAtMidday,
  joined: [...(content.joined ?? []), half],
});

/**
 * A day that went out as two halves joined stays whole as long as the booking of one of them waits: waiting is no evidence
 * that it is gone (rule 0.6).
 * @param waiting bookings that wait
 * @returns `waitedFor`: those of them whose half stays joined to another booking's
 */
export function keepJoined(
  periods: readonly DerivedAbsence[],
  links: readonly Link<AbsenceContent>[],
  waiting: ReadonlySet<string>,
): { readonly periods: readonly DerivedAbsence[]; readonly waitedFor: readonly string[] } {
  if (waiting.size === 0) return { periods, waitedFor: [] };
  const joinedTo = new Map(links.map(({ key, agreed }) => [key, agreed.joined ?? []]));
  const standing = links.filter(({ key }) => waiting.has(absenceIdOf(key)));
  /** Its half is part of a day whose own booking waits. */
  const isGuest = ({ key, absenceId }: DerivedAbsence, { date }: Half): boolean =>
    !joinedTo.has(key) &&
    standing.some(({ agreed }) =>
      agreed.joined?.some((half) => half.absenceId === absenceId && half.on === date),
    );
  const own = periods.filter((period) => !halvesOf(period).some((half) => isGuest(period, half)));
  const waitedFor = new Set<string>();
  const kept = own.map((period): DerivedAbsence => {
    let { content } = period;
    for (const { date, edge } of halvesOf(period)) {
      const half = joinedTo
        .get(period.key)
        ?.find(({ absenceId, on }) => on === date && waiting.has(absenceId));
      if (half === undefined) continue;
      waitedFor.add(half.absenceId);
      content = filledUp(content, edge, half);
    }
    return { ...period, content };
  });
  return { periods: kept, waitedFor: [...waitedFor] };
}

interface Half {
  readonly period: DerivedAbsence;
  readonly date: LocalDate;
  /** `both` where the whole period is one half day. */
  readonly edge: 'first' | 'last' | 'both';
}

/** Half days at the edges of a period. */
function halvesOf(period: DerivedAbsence): Half[] {
  const { firstOn, lastOn, startsAtMidday, endsAtMidday, hours } = period.content;
  if (hours !== null) return [];
  if (firstOn === lastOn)
    return startsAtMidday || endsAtMidday ? [{ period, date: firstOn, edge: 'both' }] : [];
  return [
    ...(startsAtMidday ? [{ period, date: firstOn, edge: 'first' as const }] : []),
    ...(endsAtMidday && lastOn !== null ? [{ period, date: lastOn, edge: 'last' as const }] : []),
  ];
}
