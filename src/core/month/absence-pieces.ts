// Absences as halves of calendar days, weekends and holidays inside a period included: that is how periods stand in
// Personio, and both sides are counted alike.

import type { AbsenceContent } from '../absences/absence.ts';
import { contentText } from '../report/contents.ts';
import {
  type LocalDate,
  dateOf,
  datesFrom,
  earlierOf,
  isInWindow,
  laterOf,
  timeOf,
  wallMinutesBetween,
} from '../time/calendar.ts';
import type { Days, Piece } from './month.ts';

/**
 * What hours of absence count in days: eight of them are one, never more than one on a date. The day's target would say
 * it better and is rarely known; one measure for both sides makes equal hours equal days.
 */
export const hoursOfOneDay = 8;
export const shareOfHours = (hours: number): number => Math.min(1, hours / hoursOfOneDay);

/** One period; what lies outside of `days` is cut off, and an open end lasts to their end. */
export function absencePieces(content: AbsenceContent, days: Days): Piece[] {
  if (content.hours !== null) return hourPieces(content, content.hours, days);
  const clipped = clip(content, days);
  if (clipped.lastOn < clipped.firstOn) return [];
  const text = contentText('absences', clipped) ?? '';
  return datesFrom(clipped.firstOn, clipped.lastOn).flatMap((on) =>
    halvesOn(on, clipped).map((mark) => ({ ...blank(content, on), mark, days: 0.5, text })),
  );
}

function clip(content: AbsenceContent, days: Days): AbsenceContent & { readonly lastOn: LocalDate } {
  const firstOn = laterOf(content.firstOn, days.from);
  const lastOn = content.lastOn === null ? days.to : earlierOf(content.lastOn, days.to);
  return {
    ...content,
    firstOn,
    lastOn,
    startsAtMidday: content.startsAtMidday && firstOn === content.firstOn,
    endsAtMidday: content.endsAtMidday && lastOn === content.lastOn,
  };
}

const halvesOn = (on: LocalDate, content: AbsenceContent): string[] => [
  ...(content.startsAtMidday && on === content.firstOn ? [] : ['morning']),
  ...(content.endsAtMidday && on === content.lastOn ? [] : ['afternoon']),
];

function hourPieces(
  content: AbsenceContent,
  { start, end }: NonNullable<AbsenceContent['hours']>,
  days: Days,
): Piece[] {
  const on = dateOf(start);
  if (!isInWindow(on, days)) return [];
  const piece = {
    ...blank(content, on),
    mark: `${timeOf(start)}–${timeOf(end)}`,
    days: shareOfHours(wallMinutesBetween(start, end) / 60),
    text: contentText('absences', content) ?? '',
  };
  return [piece];
}

const blank = ({ typeId }: AbsenceContent, on: LocalDate) =>
  ({ part: 'absences', on, type: typeId, minutes: 0 }) as const;
