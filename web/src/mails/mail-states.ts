// How a mail stands: its look, and what there is to tell beyond the word.

import type { Bilingual } from '../api/types.ts';
import type { IconName } from '../ui/icons.tsx';
import type { Mail } from '../words/mails.ts';
import { mailKindWords } from '../words/mails.ts';

export const mailLooks = {
  waiting: ['yellow', 'clock'],
  sent: ['green', 'check'],
  kept: ['gray', 'info'],
  refused: ['red', 'cross'],
  'given-up': ['red', 'cross'],
} as const satisfies Record<Mail['state'], readonly [color: string, icon: IconName]>;

/** A newer server may write mails that this page has no name for: those are shown as they are called there. */
export function kindWords(kind: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = mailKindWords;
  return words[kind] ?? { en: kind, de: kind };
}

/** The parts of a mail's state that are worth a line of their own; null: nothing to tell. */
export interface MailNews {
  readonly sentAt: string | null;
  readonly trouble: string | null;
  readonly reason: Mail['reason'];
  readonly tries: number | null;
  readonly nextTryAt: string | null;
}

export function newsOf(mail: Mail): MailNews {
  switch (mail.state) {
    case 'sent':
      // Trouble that was overcome is nobody's business any more.
      return { sentAt: mail.sentAt, trouble: null, reason: null, tries: null, nextTryAt: null };
    case 'kept':
      return { sentAt: null, trouble: null, reason: null, tries: null, nextTryAt: null };
    case 'waiting':
      return {
        sentAt: null,
        trouble: mail.trouble,
        reason: mail.reason,
        tries: mail.tries === 0 ? null : mail.tries,
        nextTryAt: mail.tries === 0 ? null : mail.nextTryAt,
      };
    case 'refused':
    case 'given-up':
      return {
        sentAt: null,
        trouble: mail.trouble,
        reason: mail.reason,
        tries: mail.tries,
        nextTryAt: null,
      };
    default:
      return mail.state satisfies never;
  }
}
