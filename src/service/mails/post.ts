// Sending what lies in the outbox. A run writes its mails in its own commit and goes on; this takes them from there, as often
// as it must. A mail keeps its Message-ID over all tries, so that one whose receipt got lost is known to be the same.

import { minuteMs } from '../../core/time/calendar.ts';
import type { Mail } from '../front-desk.ts';
import { MailTrouble } from '../front-desk.ts';
import type { MailOutcome, MailRecord, Office } from '../office/office.ts';
import { type LetterContext, writeMail } from './letters.ts';

export interface PostOffice {
  readonly office: Office;
  /** null: no mail server is set up, and mails wait. */
  readonly mail: Mail | null;
  /** Whose mails to send; null: everybody's. */
  readonly archiveIds: readonly string[] | null;
  /** What is known of the integration behind an archive; null: nothing here, and its mails are left for others. */
  readonly contextOf: (archiveId: string) => Promise<MailContext | null>;
  readonly now: () => number;
}

export interface MailContext extends LetterContext {
  /** Shown on the page instead of being sent: simulated companies write to nobody. */
  readonly keep: boolean;
}

/** How long a mail is one sender's: far longer than a mail server may take. */
export const claimMs = 10 * minuteMs;
/** Pauses after the first tries, the last of them for all that follow. */
const pauses = [1, 5, 15, 60].map((minutes) => minutes * minuteMs);
/** After a week nobody waits for the news of that day any more. */
const giveUpMs = 7 * 24 * 60 * minuteMs;
/** Mails taken at once: sending is slow, and others may help. */
const atOnce = 20;

export interface Posted {
  readonly sent: number;
  /** Mails that could not go yet. */
  readonly waiting: number;
}

/** Sends everything that is due. */
export async function sendDueMails(post: PostOffice): Promise<Posted> {
  let sent = 0;
  let waiting = 0;
  for (;;) {
    const due = await post.office.claimMails(post.archiveIds, post.now(), post.now() + claimMs, atOnce);
    for (const mail of due) {
      const outcome = await sendOne(post, mail);
      await post.office.settleMail(mail.archiveId, mail.id, outcome);
      if (outcome.state === 'waiting') waiting += 1;
      else sent += 1;
    }
    if (due.length < atOnce) return { sent, waiting };
  }
}

/** One try. */
export async function sendOne(post: PostOffice, mail: MailRecord): Promise<MailOutcome> {
  const context = await post.contextOf(mail.archiveId);
  if (context === null) return later(post, mail, null);
  if (context.keep) return { ...ended('kept', null), sentAt: post.now() };
  if (post.mail === null) return later(post, mail, null);
  try {
    const letter = await writeMail(post.office, context, mail);
    await post.mail.send({
      messageId: mail.id,
      to: mail.to,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      attachment: letter.table,
    });
    return { ...ended('sent', null), sentAt: post.now() };
  } catch (error) {
    if (!(error instanceof MailTrouble)) throw error;
    return error.isAddressWrong ? ended('refused', error.message) : later(post, mail, error.message);
  }
}

const ended = (state: MailOutcome['state'], trouble: string | null): MailOutcome => ({
  state,
  nextTryAt: null,
  sentAt: null,
  trouble,
});

function later(post: PostOffice, mail: MailRecord, trouble: string | null): MailOutcome {
  if (post.now() - mail.createdAt > giveUpMs) return ended('given-up', trouble);
  const pause = pauses[Math.min(mail.tries, pauses.length) - 1] ?? minuteMs;
  return { state: 'waiting', nextTryAt: post.now() + pause, sentAt: null, trouble };
}
