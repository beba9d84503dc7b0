// What a start date means: how many records go out, and about how long the first run takes (step 4).

import { datesOfEntry } from '../../core/attendance/derive.ts';
import type { FrontDesk } from '../front-desk.ts';
import { readSetup } from '../setup/change.ts';
import { draftSettingsOf } from '../setup/settings-of.ts';
import { askVendors } from './ask.ts';

/** Personio takes about ten writes a second on periods (personio.md 6). */
const writesPerSecond = 10;

export async function countRecords(
  desk: FrontDesk,
  setupId: string,
  from: { readonly absencesFrom: string | null; readonly attendancesFrom: string | null },
): Promise<{
  readonly absences: number | null;
  readonly attendances: number | null;
  readonly minutes: number;
}> {
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  return askVendors(desk, settings, async ({ time }) => {
    const { absencesFrom, attendancesFrom } = from;
    const bookings =
      absencesFrom === null
        ? null
        : ((await time.readAll(['absence'], { absence: absencesFrom })).rows.absence ?? []);
    const entries =
      attendancesFrom === null
        ? null
        : ((await time.readAll(['timeEntry'], { timeEntry: attendancesFrom })).rows.timeEntry ?? []);
    const absences =
      bookings === null
        ? null
        : bookings.filter((one) => one.status === 'granted' && one.to >= (absencesFrom ?? '')).length;
    const attendances =
      entries === null
        ? null
        : entries.filter(
            (one) =>
              one.absenceId === null &&
              one.end !== null &&
              // The list begins a day early, for what lasts over midnight.
              (datesOfEntry(one).at(-1) ?? '') >= (attendancesFrom ?? ''),
          ).length;
    return { absences, attendances, minutes: minutesFor((absences ?? 0) + (attendances ?? 0)) };
  });
}

/** About, so the nearer one: 1,204 records take 2 minutes, not 3. */
export const minutesFor = (records: number): number =>
  Math.max(1, Math.round(records / writesPerSecond / 60));
