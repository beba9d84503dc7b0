// The last 30 days in counts, for a picture.

import { addDays, dateIn } from '../../core/time/calendar.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { DayCount } from '../office/office.ts';
import { readSetup } from '../setup/change.ts';
import { archiveIdOf } from '../setup/identity.ts';

const shownDays = 30;

/** The first day that is shown; days are those of UTC. */
export const historyFrom = (now: number): string => addDays(dateIn(now, 'UTC'), 1 - shownDays);

export async function historyOf(desk: FrontDesk, setupId: string): Promise<readonly DayCount[]> {
  const archiveId = archiveIdOf(desk, await readSetup(desk, setupId));
  if (archiveId === null) return [];
  return (await desk.office.dayCounts([archiveId], historyFrom(desk.now()))).get(archiveId) ?? [];
}
