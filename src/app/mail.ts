// The way out for mails, where a mail server is set up.

import { createTransport } from 'nodemailer';
import { type Mail, MailTrouble } from '../service/front-desk.ts';
import type { ServerSettings } from '../service/server-settings.ts';

/** A mail server that takes longer is as good as down; the mail is tried again. */
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

export function openMail({ smtpUrl, mailFrom }: Pick<ServerSettings, 'smtpUrl' | 'mailFrom'>): Mail | null {
  if (smtpUrl === null) return null;
  const from = mailFrom ?? 'tandem@localhost';
  const transport = createTransport({ url: smtpUrl, ...timeouts }, { from });
  return {
    send: async ({ messageId, attachment, ...mail }) => {
      try {
        await transport.sendMail({
          ...mail,
          ...(messageId === undefined ? {} : { messageId: `<${messageId}@${domainOf(from)}>` }),
          // Tells machines not to answer: no out-of-office notes to an address that nobody reads.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          attachments:
            attachment === undefined || attachment === null
              ? []
              : [
                  {
                    filename: attachment.fileName,
                    content: attachment.text,
                    contentType: 'text/csv; charset=utf-8',
                  },
                ],
        });
      } catch (error) {
        throw troubleOf(error);
      }
    },
  };
}

const domainOf = (address: string): string => /@([^\s<>@]+)>?$/.exec(address.trim())?.[1] ?? 'tandem.invalid';

/** 5.1.1 to 5.1.6 say that the recipient's address itself is wrong (RFC 3463); everything else may pass. */
function troubleOf(error: unknown): MailTrouble {
  const {
    code = '',
    command,
    response,
    message,
  } = error as {
    code?: string;
    command?: string;
    response?: string;
    message?: string;
  };
  const said = (response ?? message ?? String(error)).slice(0, 500);
  const isAddressWrong = command === 'RCPT TO' && /^5\d\d[ -]5\.1\.[1236]\b/.test(response ?? '');
  return new MailTrouble(said, { isAddressWrong, isServerDown: serverDown.has(code) });
}

const serverDown = new Set(['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'EAUTH', 'EDNS', 'ESOCKET', 'ETLS']);
