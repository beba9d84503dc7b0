// Which integrations are due? Asked again and again; each that is due gets one run into the queue.

import { addDays, dateOf, timeOf, wallOf } from '../../core/time/calendar.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { FrontDesk } from '../../service/front-desk.ts';
import { runSettingsOf } from '../../service/setup/settings-of.ts';
import { archiveIdOf } from '../../service/setup/identity.ts';

/** Until the run is in the queue: a process that ends before that is made good by the next look after it. */
const handOverMs = 20_000;
/** Until the run has set the next time itself. */
const claimMs = 15 * 60_000;

export async function lookAround(desk: FrontDesk): Promise<number> {
  const due = await desk.office.dueSetups(desk.now());
  for (const setupId of due) {
    // Claimed first, so that nobody else asks as well.
    const claimedUntil = desk.now() + handOverMs;
    await desk.office.setNextRun(setupId, claimedUntil);
    await desk.queue.ask({
      setupId,
      request: {
        mode: 'live',
        only: null,
        employeeIds: null,
        release: false,
        ...(await wishOf(desk, setupId)),
      },
      askedBy: 'schedule',
      askedAt: desk.now(),
    });
    // Unless the run has set the next time already.
    await desk.office.changeSetup(setupId, (now) =>
      now.nextRunAt === claimedUntil ? { putSetup: { ...now, nextRunAt: desk.now() + claimMs } } : null,
    );
  }
  return due.length;
}

/**
 * The first run begins with everything. Once a day, from the hour of the form on, recent days are compared, once a month all
 * (rule 4.1). A poll asks TimeTac only, so whatever Personio hinted at since the last run makes it a whole run.
 */
async function wishOf(
  desk: FrontDesk,
  setupId: string,
): Promise<{ readonly full: boolean; readonly poll: boolean; readonly nightly: boolean }> {
  const quiet = { full: false, poll: true, nightly: false };
  const setup = await desk.office.setup(setupId);
  const archiveId = setup === null ? null : archiveIdOf(desk, setup);
  if (setup === null || archiveId === null) return quiet;
  const settings = await runSettingsOf(desk, setup).catch(() => null);
  if (settings === null) return quiet;
  const last = (await desk.office.standing([archiveId])).get(archiveId)?.lastRun ?? null;
  if (last === null) return { ...quiet, full: true };
  const { hintedAt = null } = setup;
  return {
    full: false,
    poll: hintedAt === null || hintedAt <= last.startedAt,
    nightly: checkDayOf(desk.now(), settings) > checkDayOf(last.startedAt, settings),
  };
}

/** The day whose nightly check is the newest that was due by then. */
function checkDayOf(at: number, { schedule }: Settings): string {
  const wall = wallOf(at, schedule.timezone);
  return timeOf(wall) >= schedule.fullCheckAt ? dateOf(wall) : addDays(dateOf(wall), -1);
}
