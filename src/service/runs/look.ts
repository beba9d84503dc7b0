// What the schedule wants of an integration that is due: a run, or nothing, because a look at TimeTac found nothing new.

import type { FrontDesk } from '../front-desk.ts';
import { startPoll } from '../home.ts';
import type { Setup } from '../office/office.ts';
import { archiveIdOf } from '../setup/identity.ts';
import { lastRunOf } from './last-run.ts';
import { runSettingsOrNull } from '../setup/settings-of.ts';

export type Look =
  /** Until the next look. */
  | { readonly finds: 'nothing'; readonly everyMs: number }
  | { readonly finds: 'work'; readonly full: boolean };

/**
 * The first run begins with everything. Once a day, from the hour of the form on, recent days are compared, once a month all
 * (rule 4.1). A look asks TimeTac only, so whatever Personio hinted at or a person changed since the
 * last run makes a whole run.
 */
export async function lookAt(desk: FrontDesk, setup: Setup): Promise<Look> {
  const run = { finds: 'work', full: false } as const;
  const archiveId = archiveIdOf(desk, setup);
  const settings = archiveId === null ? null : await runSettingsOrNull(desk, setup);
  // The run tells what is missing.
  if (archiveId === null || settings === null) return run;
  const last = await lastRunOf(desk.office, archiveId);
  if (last === null) return { ...run, full: true };
  const { hintedAt = null, changedAt } = setup;
  if (Math.max(hintedAt ?? 0, changedAt) > last.startedAt) return run;
  if (!(await startPoll(desk.home, settings))) return run;
  return { finds: 'nothing', everyMs: settings.schedule.everySeconds * 1000 };
}
