// The interface report by mail: what was sent, what waits, what it looks like, and a test of the mail server.

import { z } from 'zod';
import type { Route } from './route.ts';
import { instant, language } from './shapes.ts';

export const mailKind = z.enum(['report', 'reconnect', 'decision', 'digest', 'silence', 'expiry', 'test']);

/**
 * - `waiting`: on its way, or tried again at `nextTryAt` · `sent` · `kept`: shown here instead of being sent (the demo and
 *   sandboxes)
 * - `refused`: the mail server said no to this address for good · `given-up`: not taken for a week
 */
export const mailState = z.enum(['waiting', 'sent', 'kept', 'refused', 'given-up']);

export const mail = z.object({
  id: z.string(),
  kind: mailKind,
  to: z.string(),
  language,
  createdAt: instant,
  sentAt: instant.nullable(),
  state: mailState,
  tries: z.number(),
  nextTryAt: instant.nullable(),
  /** The mail server's own words after the last try; null: none. */
  trouble: z.string().nullable(),
  /** Why it did not go, where no mail server said no; `age`: a week old. */
  reason: z.enum(['recipient', 'age', 'fault']).nullable(),
});
export type MailView = z.output<typeof mail>;

/** The id of a mail, or `preview`: the interface report as it would look now. */
const which = z.object({ language: language.optional() });

export const mailRoutes = {
  listMails: {
    method: 'GET',
    path: '/integrations/:id/mails',
    access: 'see',
    tells: 'The newest hundred mails of an integration, and whether mails can go out at all.',
    answer: z.object({
      /** `missing`: no mail server is set up; mails wait. `kept`: they are shown here instead of being sent. */
      server: z.enum(['set-up', 'missing', 'kept']),
      recipients: z.array(z.string()),
      mails: z.array(mail),
    }),
  },
  readMail: {
    method: 'GET',
    path: '/integrations/:id/mails/:mailId',
    access: 'see',
    tells:
      'One mail as text; with the id `preview` the interface report as it would look now, in the language asked for.',
    query: which,
    answer: z.object({
      /** null for a preview. */
      mail: mail.nullable(),
      subject: z.string(),
      text: z.string(),
      /** Name of the attached table; null: none is attached. */
      attachment: z.string().nullable(),
    }),
  },
  readMailPage: {
    method: 'GET',
    path: '/integrations/:id/mails/:mailId/page',
    access: 'see',
    tells: 'The same mail as the HTML that a mail program shows; it may stand in a frame of the page.',
    query: which,
    media: 'text/html',
    answer: z.string(),
  },
  downloadMailTable: {
    method: 'GET',
    path: '/integrations/:id/mails/:mailId/table.csv',
    access: 'see',
    tells: 'The table that is attached to the mail.',
    query: which,
    media: 'text/csv',
    answer: z.string(),
  },
  sendTestMail: {
    method: 'POST',
    path: '/integrations/:id/mails/test',
    access: 'set-up',
    tells: 'Sends a test mail to one address at once, and says what the mail server answered.',
    body: z.object({ to: z.email().max(200) }),
    answer: mail,
  },
} as const satisfies Record<string, Route>;
