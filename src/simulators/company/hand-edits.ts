// What the demo company's HR does in Personio after the first synchronisation, so that conflicts can be seen: they
// correct one evening, delete another, and lengthen a third in the middle of the same week; they lengthen somebody's leave by
// a day, and reject somebody else's.

import { addDays } from '../../core/time/calendar.ts';
import type { PersonioSimulator } from '../personio/simulator.ts';
import type { PersonioAbsence, PersonioAttendance } from '../personio/state.ts';

/** Records of different people that were exported, the newest days first; returns how many there were. */
export function editByHand({ state, people }: Pick<PersonioSimulator, 'state' | 'people'>): number {
  const [late, early, gone] = exported(state.attendances);
  for (const period of [late, early])
    if (typeof period?.end === 'string') people.editAttendance(period.id, { end: later(period.end) });
  if (gone !== undefined) people.deleteAttendance(gone.id);
  const [longer, rejected] = exportedLeave(state.absences);
  if (longer !== undefined) people.editAbsence(longer.id, { last: addDays(longer.last ?? longer.first, 1) });
  if (rejected !== undefined) people.rejectAbsence(rejected.id);
  return [late, early, gone, longer, rejected].filter((record) => record !== undefined).length;
}

/** Whole days of different people, after which they have a day on which nothing is booked. */
function exportedLeave(absences: readonly PersonioAbsence[]): PersonioAbsence[] {
  const isFreeAfter = ({ person_id, last }: PersonioAbsence): boolean =>
    last !== null &&
    !absences.some(
      (other) =>
        other.person_id === person_id &&
        other.first <= addDays(last, 1) &&
        (other.last === null || other.last > last),
    );
  const newest = absences
    .filter((one) => one.created_by.startsWith('API') && one.status === 'APPROVED' && one.hours === null)
    .filter((one) => !one.ends_at_midday && isFreeAfter(one))
    .sort((a, b) => (a.first === b.first ? (a.id < b.id ? -1 : 1) : a.first < b.first ? 1 : -1));
  const [first] = newest;
  return [first, newest.find(({ person_id }) => person_id !== first?.person_id)].filter(
    (one) => one !== undefined,
  );
}

/** The last stretch of somebody's newest day, one for each person: nothing follows that an edit could touch. */
function exported(attendances: readonly PersonioAttendance[]): PersonioAttendance[] {
  const lastOf = new Map<string, PersonioAttendance>();
  for (const period of attendances) {
    const known = lastOf.get(period.person_id);
    if (known === undefined || known.start < period.start) lastOf.set(period.person_id, period);
  }
  return [...lastOf.values()]
    .filter(({ type, created_by }) => type === 'WORK' && created_by.startsWith('API'))
    .sort((a, b) => (a.start === b.start ? (a.person_id < b.person_id ? -1 : 1) : a.start < b.start ? 1 : -1))
    .slice(0, 3);
}

/** Half an hour, within the same day. */
function later(end: string): string {
  const minutes = Math.min(23 * 60 + 30, Number(end.slice(11, 13)) * 60 + Number(end.slice(14, 16)) + 30);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${end.slice(0, 11)}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}
