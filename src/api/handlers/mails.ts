// Mails of an integration.

import type { Actor } from '../../service/front-desk.ts';
import type { MailRecord } from '../../service/office/office.ts';
import { Problem } from '../../service/problem.ts';
import { ownReasons } from '../../service/mails/post.ts';
import { listMails, readMail, sendTestMail } from '../../service/mails/view.ts';
import type { MailView, mailRoutes } from '../contract/mails.ts';
import type { Handlers } from '../handler.ts';
import { iso, isoOrNull } from '../present.ts';

export const mailHandlers: Pick<Handlers, keyof typeof mailRoutes> = {
  listMails: async ({ desk, actor, params }) => {
    const { server, recipients, mails } = await listMails(desk, params.id);
    return { server, recipients: [...recipients], mails: mails.map((mail) => shownMail(mail, actor)) };
  },
  readMail: async ({ desk, actor, params, query }) => {
    const { mail, letter } = await readMail(desk, params.id, params.mailId, query.language);
    return {
      mail: mail === null ? null : shownMail(mail, actor),
      subject: letter.subject,
      text: letter.text,
      attachment: letter.table?.fileName ?? null,
    };
  },
  readMailPage: async ({ desk, params, query }) =>
    (await readMail(desk, params.id, params.mailId, query.language)).letter.html,
  downloadMailTable: async ({ desk, params, query, reply }) => {
    const { table } = (await readMail(desk, params.id, params.mailId, query.language)).letter;
    if (table === null) throw new Problem('not-found');
    reply.fileName(table.fileName);
    return table.text;
  },
  sendTestMail: async ({ desk, actor, params, body }) =>
    shownMail(await sendTestMail(desk, actor, params.id, body.to), actor),
};

function reasonOf({ trouble }: MailRecord): MailView['reason'] {
  const reasons = Object.keys(ownReasons) as (keyof typeof ownReasons)[];
  return reasons.find((reason) => ownReasons[reason] === trouble) ?? null;
}

/** A mail server's words name hosts and addresses: for those who look after the integration. */
function shownMail(mail: MailRecord, { role }: Actor): MailView {
  const reason = reasonOf(mail);
  return {
    id: mail.id,
    kind: mail.kind,
    to: mail.to,
    language: mail.language,
    createdAt: iso(mail.createdAt),
    sentAt: isoOrNull(mail.sentAt),
    state: mail.state,
    tries: mail.tries,
    nextTryAt: mail.state === 'waiting' ? isoOrNull(mail.nextTryAt) : null,
    trouble: reason === null && (role === 'operator' || role === 'admin') ? mail.trouble : null,
    reason,
  };
}
