// The way out for mails, where a mail server is set up.

import { createTransport } from 'nodemailer';
import type { Mail } from '../service/front-desk.ts';
import type { ServerSettings } from '../service/server-settings.ts';

export function openMail({ smtpUrl, mailFrom }: ServerSettings): Mail | null {
  if (smtpUrl === null) return null;
  const transport = createTransport(smtpUrl, { from: mailFrom ?? 'tandem@localhost' });
  return { send: async (mail) => void (await transport.sendMail(mail)) };
}
