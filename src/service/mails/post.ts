// Sending what lies in the outbox. A run writes its mails in its own commit and goes on; this takes them from there, as often
// as it must. A mail keeps its Message-ID over all tries, so that one whose receipt got lost is known to be the same.

import { hashOf } from '../../core/sync/fingerprint.ts';
import { minuteMs } from '../../core/time/calendar.ts';
import { type Mail, MailTrouble } from '../front-desk.ts';
import type { MailOutcome, MailRecord, Office } from '../office/office.ts';
import { type LetterContext, writeMail } from './letters.ts';

export interface PostOffice {
  readonly office: Office;
  /** null: no mail server is set up, and mails wait. */
  readonly mail: Mail | null;
  /** Whose mails this one may take: those it knows the integration of. */
  readonly archiveIds: readonly string[];
  /** What is known of the integration behind an archive; null: nothing (any more). */
  readonly contextOf: (archiveId: string) => Promise<MailContext | null>;
  /** Hears of faults of ours: one mail must not keep the others. */
  readonly fault: (error: unknown) => void;
  readonly now: () => number;
}

export interface MailContext extends LetterContext {
  /** Shown on the page instead of being sent: simulated companies write to nobody. */
  readonly keep: boolean;
  /** Who is to get reports now; a mail that waits for somebody who was taken out goes no more. */
  readonly recipients: readonly string[];
}

/** How long a mail is one sender's: far longer than a mail server may take. */
export const claimMs = 10 * minuteMs;
/** Pauses after the first tries, the last of them for all that follow. */
const pauses = [1, 5, 15, 60].map((minutes) => minutes * minuteMs);
/** After a week nobody waits for the news of that day any more. */
const giveUpMs = 7 * 24 * 60 * minuteMs;

export interface Posted {
  readonly sent: number;
  /** Mails that could not go yet. */
  readonly waiting: number;
  /** Mails that never will, because their address is wrong. */
  readonly refused: readonly Refused[];
}

interface Refused {
  readonly to: string;
  /** The mail server's. */
  readonly words: string;
}

/** Sends what is due, one after the other; a mail server that is down ends the round. */
export async function sendDueMails(post: PostOffice): Promise<Posted> {
  let sent = 0;
  let waiting = 0;
  const refused: Refused[] = [];
  for (;;) {
    const [mail] = await post.office.claimMails(post.archiveIds, post.now(), post.now() + claimMs, 1);
    if (mail === undefined) return { sent, waiting, refused };
    const { outcome, isServerDown } = await sendOne(post, mail);
    await post.office.settleMail(mail, outcome);
    if (outcome.state === 'waiting') waiting += 1;
    if (outcome.state === 'sent') sent += 1;
    if (outcome.state === 'refused') refused.push({ to: mail.to, words: outcome.trouble ?? '' });
    if (isServerDown) {
      const due = await post.office.countDueMails(post.archiveIds, post.now());
      return { sent, waiting: waiting + due, refused };
    }
  }
}

export interface Tried {
  readonly outcome: MailOutcome;
  readonly isServerDown: boolean;
}

/** One try. Whatever goes wrong with this mail is an outcome of this mail. */
export async function sendOne(post: PostOffice, mail: MailRecord): Promise<Tried> {
  const context = await post.contextOf(mail.archiveId);
  if (context === null) return tried(later(post, mail, null));
  if (mail.kind !== 'test' && !context.recipients.some((address) => isSame(address, mail.to)))
    return tried(ended('given-up', ownReasons.recipient));
  // Nobody waits any more for what lay here while there was no mail server, or no server at all.
  if (post.now() - mail.createdAt > giveUpMs) return tried(ended('given-up', ownReasons.age));
  if (context.keep) return tried({ ...ended('kept', null), sentAt: post.now() });
  if (post.mail === null) return tried(later(post, mail, null));
  try {
    const letter = await writeMail(post.office, context, mail);
    await post.mail.send({
      // One person may get the mails of several integrations.
      messageId: hashOf([mail.archiveId, mail.id]),
      to: mail.to,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      attachment: letter.table,
    });
    return tried({ ...ended('sent', null), sentAt: post.now() });
  } catch (error) {
    if (!(error instanceof MailTrouble)) {
      post.fault(error);
      return tried(later(post, mail, ownReasons.fault));
    }
    if (error.isAddressWrong) return tried(ended('refused', error.message));
    return { outcome: later(post, mail, error.message), isServerDown: error.isServerDown };
  }
}

/** Why a mail did not go, where it was not the mail server that said no. */
export const ownReasons = {
  recipient: 'no longer a recipient',
  age: 'too old',
  fault: 'a fault of ours',
} as const;

const tried = (outcome: MailOutcome): Tried => ({ outcome, isServerDown: false });
const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

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
