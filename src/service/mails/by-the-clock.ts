// Mails that nobody's run owes: a day's digest, a warning when nothing succeeds any more, a reminder before credentials
// end. Asked again and again; what was owed once is not owed twice.

import { type OwedMail, mailsByTheClock } from '../../core/report/mailing.ts';
import { parts } from '../../core/report/codes.ts';
import { type Settings, isPartEnabled } from '../../core/settings/settings.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Office, Setup } from '../office/office.ts';
import { archiveIdOf } from '../setup/identity.ts';
import { formSettingsOrNull } from '../setup/settings-of.ts';
import { recipientsOf } from './desk-post.ts';

/** One company's trouble must not silence the clock for the others. */
export async function oweByTheClock(desk: FrontDesk): Promise<number> {
  let owed = 0;
  for (const setup of await desk.office.setups()) {
    if (!setup.on) continue;
    try {
      owed += await oweFor(desk, setup);
    } catch (error) {
      desk.fault(error);
    }
  }
  return owed;
}

async function oweFor(desk: FrontDesk, setup: Setup): Promise<number> {
  if (recipientsOf(desk, setup).length === 0) return 0;
  const settings = formSettingsOrNull(desk, setup);
  const archiveId = archiveIdOf(desk, setup);
  if (settings === null || archiveId === null) return 0;
  const { onSince, firstOnAt, createdAt, lookedAt } = setup;
  const since = Math.max(onSince ?? firstOnAt ?? createdAt, lookedAt ?? 0);
  const mails = await dueMails(desk.office, archiveId, settings, { now: desk.now(), onSince: since });
  if (mails.length === 0) return 0;
  await desk.home.openArchive(settings);
  await desk.office.oweMails(archiveId, mails);
  return mails.length;
}

/** @param onSince since when there could have been a run, or when a poll last came to a good end */
export async function dueMails(
  office: Pick<Office, 'standing' | 'lastSuccess'>,
  archiveId: string,
  settings: Settings,
  { now, onSince }: { readonly now: number; readonly onSince: number },
): Promise<readonly OwedMail[]> {
  const { paused = [] } = (await office.standing([archiveId])).get(archiveId) ?? {};
  const enabled = parts.filter((part) => isPartEnabled(settings, part));
  return mailsByTheClock({
    settings: settings.report,
    zone: settings.schedule.timezone,
    now,
    lastSuccessAt: Math.max((await office.lastSuccess(archiveId)) ?? onSince, onSince),
    isPaused: enabled.every((part) => paused.includes(part)),
    expiresOn: settings.timetac.credentialsExpireOn,
  });
}
