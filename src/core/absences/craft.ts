// How absence periods are compared: by half days, or by the clock where a type counts hours.

import type { Craft } from '../sync/desk.ts';
import { canonical, markOf } from '../sync/fingerprint.ts';
import { type LocalDate, dateOf, daysBetween } from '../time/calendar.ts';
import type { AbsenceContent } from './absence.ts';

export const absenceCraft: Craft<AbsenceContent> = {
  remembered: (content) => content,
  // The dates stay: closed months and guards are reckoned by them.
  folded: (content) => ({
    typeId: markOf(content.typeId),
    firstOn: content.firstOn,
    lastOn: content.lastOn,
    startsAtMidday: false,
    endsAtMidday: false,
    hours: null,
    folded: wholeMark(content),
    ...joinedIn(content),
  }),
  unfolded: (agreed, candidates) => {
    if (agreed.folded === undefined) return agreed;
    const typeId = candidates.find((candidate) => markOf(candidate.typeId) === agreed.typeId)?.typeId;
    const whole = candidates.find((candidate) => wholeMark(candidate) === agreed.folded);
    return { ...(whole ?? { ...agreed, typeId: typeId ?? agreed.typeId }), ...joinedIn(agreed) };
  },
  learns: (agreed, now) => canonical(agreed.joined ?? []) !== canonical(now.joined ?? []),
  equal,
  alike: equal,
  onlyAdded: () => false,
  afterwards: (_before, to) => to,
  agreeUpTo: (a, b, date) => upTo(a, date) === upTo(b, date),
  agreeAfter: (a, b, date) => after(a, date) === after(b, date),
  overlap: (a, b) => startOf(a) < endOf(b) && startOf(b) < endOf(a),
  within: (inner, outer) => startOf(inner) >= startOf(outer) && endOf(inner) <= endOf(outer),
  leans: () => false,
  // Type and unit stay with a period for its life; another type is another booking.
  canUpdate: (from, to) =>
    from.folded === undefined && from.typeId === to.typeId && (from.hours === null) === (to.hours === null),
  span: (content) =>
    content.hours === null
      ? { from: content.firstOn, to: content.lastOn }
      : { from: dateOf(content.hours.start), to: dateOf(content.hours.end) },
  likeness: (a, b) => {
    if (a.typeId !== b.typeId || a.lastOn === null || b.lastOn === null) return 0;
    const from = a.firstOn > b.firstOn ? a.firstOn : b.firstOn;
    const to = a.lastOn < b.lastOn ? a.lastOn : b.lastOn;
    return Math.max(0, daysBetween(from, to) + 1);
  },
};

const joinedIn = ({ joined }: AbsenceContent): Pick<AbsenceContent, 'joined'> =>
  joined === undefined ? {} : { joined };

function equal(a: AbsenceContent, b: AbsenceContent): boolean {
  if (a.folded !== undefined || b.folded !== undefined) return wholeMark(a) === wholeMark(b);
  if (a.typeId !== b.typeId) return false;
  if (a.hours !== null)
    return (
      b.hours !== null &&
      a.hours.start.slice(0, 16) === b.hours.start.slice(0, 16) &&
      a.hours.end.slice(0, 16) === b.hours.end.slice(0, 16)
    );
  return (
    b.hours === null &&
    a.firstOn === b.firstOn &&
    a.lastOn === b.lastOn &&
    a.startsAtMidday === b.startsAtMidday &&
    a.endsAtMidday === b.endsAtMidday
  );
}

/** Everything that counts in `equal`, as one mark. */
function wholeMark({ folded, typeId, hours, ...days }: AbsenceContent): string {
  if (folded !== undefined) return folded;
  const { firstOn, lastOn, startsAtMidday, endsAtMidday } = days;
  const clock = hours === null ? null : [hours.start.slice(0, 16), hours.end.slice(0, 16)];
  return markOf(canonical([typeId, clock ?? [firstOn, lastOn, startsAtMidday, endsAtMidday]]));
}

/** Text positions on a clock: half days meet at midday. */
const startOf = (content: AbsenceContent): string =>
  content.hours?.start ?? `${content.firstOn}T${content.startsAtMidday ? '12' : '00'}:00:00`;

const endOf = (content: AbsenceContent): string =>
  content.hours?.end ??
  (content.lastOn === null ? '9999' : `${content.lastOn}T${content.endsAtMidday ? '12:00:00' : '24:00:00'}`);

/** What a content says about the days up to a date, as text to compare. */
function upTo(content: AbsenceContent | null, date: LocalDate): string {
  if (content === null || content.firstOn > date) return 'nothing';
  const beyond = content.lastOn === null || content.lastOn > date;
  const end = beyond ? `${date}T24:00:00` : endOf(content);
  return `${content.typeId} ${startOf(content)} ${end}`;
}

function after(content: AbsenceContent | null, date: LocalDate): string {
  if (content === null || (content.lastOn !== null && content.lastOn <= date)) return 'nothing';
  const begin = content.firstOn > date ? startOf(content) : `${date}T24:00:00`;
  return `${content.typeId} ${begin} ${endOf(content)}`;
}
