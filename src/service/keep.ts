// How long things are kept (rule 0.2 and what runs leave behind): once a day what is older goes. Links and their
// origin stay: they are the memory by which nothing is doubled; what was agreed is folded by runs (engine/fold.ts).

import { addDays, dateIn, dayMs } from '../core/time/calendar.ts';
import type { FrontDesk } from './front-desk.ts';

/** Reports and actions of runs, and mails that were sent: as long as somebody may want to take a run back. */
const runDays = 90;
/** Counts for pictures and comparisons of months: thirteen months. */
const countDays = 396;

export function forgetOld({ office, now }: Pick<FrontDesk, 'office' | 'now'>): Promise<number> {
  const on = addDays(dateIn(now(), 'UTC'), -countDays);
  return office.forgetBefore({ runsAt: now() - runDays * dayMs, daysOn: on, monthsOn: on });
}
