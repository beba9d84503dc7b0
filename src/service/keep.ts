// How long things are kept (rule 0.2 and what runs leave behind): once a day what is older goes. Links and their
// origin stay: they are the memory by which nothing is doubled; what was agreed is folded by runs (engine/fold.ts).

import { addDays, dateIn, dayMs } from '../core/time/calendar.ts';
import type { Archive } from '../engine/archive.ts';
import { foldBefore } from '../engine/fold.ts';
import { betweenRuns } from './desk-hours.ts';
import type { FrontDesk } from './front-desk.ts';
import { formSettingsOrNull } from './setup/settings-of.ts';
import { tidy } from './tidy.ts';

/** Reports and actions of runs, and mails that were sent: as long as somebody may want to take a run back. */
const runDays = 90;
/** Counts for pictures and comparisons of months: thirteen months. */
const countDays = 396;

export function forgetOld({ office, now }: Pick<FrontDesk, 'office' | 'now'>): Promise<number> {
  const on = addDays(dateIn(now(), 'UTC'), -countDays);
  return office.forgetBefore({
    runsAt: now() - runDays * dayMs,
    daysOn: on,
    monthsOn: on,
    triesAt: now() - dayMs,
  });
}

const keptKey = 'kept.at';

/** The same for commands, which nobody keeps running: with the first live one of a day. */
export async function forgetOldDaily(
  desk: Pick<FrontDesk, 'office' | 'now'>,
  archive: Archive,
): Promise<void> {
  if (desk.now() - Number((await archive.memory())[keptKey] ?? 0) < dayMs) return;
  await archive.commit({ putMemory: { [keptKey]: String(desk.now()) } });
  await forgetOld(desk);
}

/** Runs fold what is long gone; where none come any more, this does. */
export async function foldIdle(desk: FrontDesk): Promise<void> {
  const idle = (await desk.office.setups()).filter(({ on, begunAt }) => !on && begunAt !== null);
  for (const setup of idle) {
    const settings = formSettingsOrNull(desk, setup);
    if (settings === null) continue;
    const today = dateIn(desk.now(), settings.schedule.timezone);
    await betweenRuns(desk.home, settings, (archive) =>
      foldBefore({ archive, tidy }, addDays(today, -desk.home.detailDays)),
    );
  }
}
