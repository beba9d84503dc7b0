// What may be behind the marks of a booking that ended long ago: its dates are known, so there is little to try.

import type { AbsenceContent } from './absence.ts';

/** Every whole or half booking of these types on the dates of one. */
export function bookingsOn(
  { firstOn, lastOn }: AbsenceContent,
  typeIds: readonly string[],
): AbsenceContent[] {
  const sides = [false, true];
  return typeIds.flatMap((typeId) =>
    sides.flatMap((startsAtMidday) =>
      sides.map((endsAtMidday) => ({ typeId, firstOn, lastOn, startsAtMidday, endsAtMidday, hours: null })),
    ),
  );
}
