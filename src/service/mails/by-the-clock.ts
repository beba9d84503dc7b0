// Mails that nobody's run owes: a day's digest, a warning when nothing succeeds any more, a reminder before credentials
// end. Asked again and again; what was owed once is not owed twice.

import { groupBy } from '../../core/people/names.ts';
import { type OwedMail, mailsByTheClock, mailsOfStandstill } from '../../core/report/mailing.ts';
import { parts } from '../../core/report/codes.ts';
import { valueAt } from '../../core/settings/form-paths.ts';
import { type Settings, isPartEnabled } from '../../core/settings/settings.ts';
import { minuteMs } from '../../core/time/calendar.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { CredentialPlace, Office, Setup } from '../office/office.ts';
import { archiveIdOf } from '../setup/identity.ts';
import { formSettingsOrNull, standstillOf } from '../setup/settings-of.ts';
import { recipientsOf } from './desk-post.ts';

/** One company's trouble must not silence the clock for the others. */
export async function oweByTheClock(desk: FrontDesk): Promise<number> {
  let owed = 0;
  const setups = (await desk.office.setups()).filter(({ on }) => on);
  const places = groupBy(
    await desk.office.credentialPlaces(setups.map(({ id }) => id)),
    ({ setupId }) => setupId,
  );
  for (const setup of setups) {
    try {
      owed += await oweFor(desk, setup, places.get(setup.id) ?? []);
    } catch (error) {
      desk.fault(error);
    }
  }
  return owed;
}

async function oweFor(desk: FrontDesk, setup: Setup, places: readonly CredentialPlace[]): Promise<number> {
  if (recipientsOf(desk, setup).length === 0) return 0;
  const archiveId = archiveIdOf(desk, setup);
  if (archiveId === null) return 0;
  const settings = formSettingsOrNull(desk, setup);
  const mails = [
    ...(settings === null ? [] : await dueOfRuns(desk, setup, archiveId, settings)),
    ...dueOfStandstill(desk, setup, places),
  ];
  if (mails.length === 0) return 0;
  if (settings !== null) await desk.home.openArchive(settings);
  await desk.office.oweMails(archiveId, mails);
  return mails.length;
}

function dueOfRuns(
  desk: FrontDesk,
  { onSince, firstOnAt, createdAt, lookedAt }: Setup,
  archiveId: string,
  settings: Settings,
): Promise<readonly OwedMail[]> {
  const since = Math.max(onSince ?? firstOnAt ?? createdAt, lookedAt ?? 0);
  return dueMails(desk.office, archiveId, settings, { now: desk.now(), onSince: since });
}

/** Whoever changes an address has new credentials to enter next: nobody is written to in the middle of it. */
const inTheMiddleMs = 60 * minuteMs;

function dueOfStandstill(
  desk: FrontDesk,
  setup: Setup,
  places: readonly CredentialPlace[],
): readonly OwedMail[] {
  const { form, changedAt } = setup;
  const why = standstillOf(desk, setup, places);
  if (why === null || desk.now() - changedAt < inTheMiddleMs) return [];
  const when = valueAt(form, 'report.when') === 'never' ? 'never' : 'on-issues';
  const language = valueAt(form, 'report.language') === 'en' ? 'en' : 'de';
  return mailsOfStandstill(
    { to: recipientsOf(desk, setup), when, language },
    { why, changedAt, now: desk.now() },
  );
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
