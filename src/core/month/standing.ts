// Personio's side: what stands there, whoever entered it. Records made by hand count: theirs is the difference that
// people look for.

import type { AbsencePeriod } from '../absences/absence.ts';
import type { AttendancePeriod } from '../attendance/attendance.ts';
import { absencePieces } from './absence-pieces.ts';
import type { Days, Piece } from './month.ts';
import { workPieces } from './work-pieces.ts';

/** Pending periods count, rejected ones do not. */
export const standingWork = (periods: readonly AttendancePeriod[], days: Days): Piece[] =>
  workPieces(
    periods.filter(({ status }) => status !== 'rejected').map(({ content }) => content),
    days,
  );

/** Only types that some row of the form leads to; what is rejected, cancelled or being deleted stands no more. */
export const standingAbsences = (
  periods: readonly AbsencePeriod[],
  days: Days,
  isSynchronised: (typeId: string) => boolean,
): Piece[] =>
  periods
    .filter(({ status, content }) => !isGone(status) && isSynchronised(content.typeId))
    .flatMap(({ content }) => absencePieces(content, days));

const isGone = (status: AbsencePeriod['status']): boolean =>
  status === 'rejected' || status === 'cancelled' || status === 'deletion-pending';
