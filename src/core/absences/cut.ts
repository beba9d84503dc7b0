// A record of somebody else's that began before the scope is compared, and joined, from there on: cut where the booking
// that it stands for is cut too (rules 2.1, 2.5).

import type { Finding } from '../report/codes.ts';
import type { Link, TargetRecord } from '../sync/desk.ts';
import { type LocalDate, earlierOf } from '../time/calendar.ts';
import type { Absence, AbsenceContent } from './absence.ts';
import { absenceIdOf } from './derived.ts';

export interface Cut {
  /** First day on which something new may be written. */
  readonly from: LocalDate;
  /** Those of one employee, and the bookings of the account. */
  readonly links: readonly Link<AbsenceContent>[];
  readonly bookings: readonly Absence[];
}

/** The record as it is compared. */
export function cutToScope<T extends TargetRecord<AbsenceContent>>(row: T, cut: Cut): T {
  const { content } = row;
  const link = cut.links.find(({ targetId }) => targetId === row.id);
  const from = link === undefined ? cut.from : joinedFrom(link, cut);
  const reaches = content.firstOn < from && (content.lastOn === null || content.lastOn >= from);
  if (!reaches || content.hours !== null) return row;
  return { ...row, content: { ...content, firstOn: from, startsAtMidday: false } };
}

/**
 * The day from which a joined record is compared; the empty date, before all others, where it is compared whole. It stays
 * where it was joined, however far the closed month moves; once the scope begins earlier, the record is judged anew.
 */
function joinedFrom(
  { key, origin, agreed }: Link<AbsenceContent>,
  { from, links, bookings }: Cut,
): LocalDate {
  const booking = bookings.find(({ id }) => id === absenceIdOf(key));
  const isFirst = !links.some(
    (other) => absenceIdOf(other.key) === absenceIdOf(key) && other.agreed.firstOn < agreed.firstOn,
  );
  // A booking that begins with the scope is compared from there on as well.
  const beganWithScope = booking !== undefined && (booking.from < agreed.firstOn || agreed.firstOn <= from);
  const mayBeCut = origin === 'adopted' && isFirst && beganWithScope;
  return mayBeCut ? earlierOf(agreed.firstOn, from) : '';
}

/**
 * What is said of a record that was compared cut: where it really begins, and that its days before the cut are nobody's to
 * take over.
 */
export function tellWhole(
  finding: Finding,
  whole: readonly TargetRecord<AbsenceContent>[],
  cut: readonly TargetRecord<AbsenceContent>[],
): Finding {
  if (!finding.code.endsWith('-but-adopted')) return finding;
  const isIt = ({ id }: { readonly id: string }): boolean => id === finding.facts['theirsId'];
  const [begins, compared] = [whole.find(isIt)?.content.firstOn, cut.find(isIt)?.content.firstOn];
  if (begins === undefined || compared === undefined || begins === compared) return finding;
  return { ...finding, facts: { ...finding.facts, theirsFrom: begins, sharedFrom: compared } };
}
