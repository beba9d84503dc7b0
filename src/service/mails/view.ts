// Mails on the page: what was sent and what waits, how one looks, how the next report would look, and a test.

import { type Letter, writeLetter } from '../../core/report/mail/letter.ts';
import type { Language } from '../../core/report/forms.ts';
import { valueAt } from '../../core/settings/form-paths.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import type { MailRecord } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { noteOf, readSetup } from '../setup/change.ts';
import { archiveIdOf } from '../setup/identity.ts';
import { integrationId } from '../home.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';
import { mailContextOf, postOf, recipientsOf } from './desk-post.ts';
import { newestEnd, writeMail } from './letters.ts';
import { claimMs, sendOne } from './post.ts';

export interface MailList {
  readonly server: 'set-up' | 'missing' | 'kept';
  readonly recipients: readonly string[];
  readonly mails: readonly MailRecord[];
}

/** Shown on the page. */
const mostMails = 100;

export async function listMails(desk: FrontDesk, setupId: string): Promise<MailList> {
  const setup = await readSetup(desk, setupId);
  const archiveId = archiveIdOf(desk, setup);
  return {
    server: mailContextOf(desk, setup).keep ? 'kept' : desk.mail === null ? 'missing' : 'set-up',
    recipients: recipientsOf(desk, setup),
    mails: archiveId === null ? [] : await desk.office.mails(archiveId, mostMails),
  };
}

export const previewId = 'preview';

/** @param mailId of a mail, or `preview` */
export async function readMail(
  desk: FrontDesk,
  setupId: string,
  mailId: string,
  language: Language | undefined,
): Promise<{ readonly mail: MailRecord | null; readonly letter: Letter }> {
  const setup = await readSetup(desk, setupId);
  const archiveId = archiveIdOf(desk, setup);
  const context = mailContextOf(desk, setup);
  if (mailId === previewId) {
    const wanted = language ?? (valueAt(setup.form, 'report.language') === 'en' ? 'en' : 'de');
    const mail = { kind: 'report', language: wanted, facts: {}, createdAt: desk.now() } as const;
    const told =
      archiveId === null ? { report: null, brokeOff: false } : await newestEnd(desk.office, archiveId);
    return { mail: null, letter: writeLetter({ ...context, ...told, mail, day: null }) };
  }
  const mail = archiveId === null ? null : await desk.office.mail(archiveId, mailId);
  if (mail === null) throw new Problem('not-found');
  return {
    mail,
    letter: await writeMail(desk.office, context, { ...mail, language: language ?? mail.language }),
  };
}

/** Mails one person may have sent as a test, so that nobody is flooded. */
const testRule = { most: 10, withinMs: 3_600_000 };

export async function sendTestMail(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  to: string,
): Promise<MailRecord> {
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
  const wait = await desk.office.countTry(`test-mail ${actor.person.id}`, desk.now(), testRule);
  if (wait !== null)
    throw new Problem('too-many-tries', { retryAfterSeconds: Math.ceil((wait - desk.now()) / 1000) });
  const archiveId = integrationId(settings);
  await desk.home.openArchive(settings);
  const id = `test-${desk.newId()}`;
  const now = desk.now();
  const test = { id, kind: 'test', to, language: actor.person.language, runId: null, facts: {} } as const;
  // Tried at once by us, so nobody who passes by meanwhile may take it.
  await desk.office.oweMails(archiveId, [{ ...test, createdAt: now }], now + claimMs);
  await desk.office.commit({ note: noteOf(desk, actor, setupId, 'mail.tested', {}) });
  const owed = await desk.office.mail(archiveId, id);
  if (owed === null) throw new Problem('not-found');
  // Nobody else has tried it: its first try is a long way off.
  const { outcome } = await sendOne(await postOf(desk), owed);
  await desk.office.settleMail(owed, outcome);
  return (await desk.office.mail(archiveId, id)) ?? owed;
}
