// Links as mails, in both languages: whose language it is, nobody knows yet.

import type { Person } from '../office/office.ts';

export function invitationMail(
  { name }: Pick<Person, 'name'>,
  integration: string | null,
  link: string,
): { readonly subject: string; readonly text: string } {
  const what = integration ?? 'Tandem';
  return {
    subject: `Einladung zu ${oneLine(what)} · Invitation to ${oneLine(what)}`,
    text: `${name} lädt Sie ein, bei „${what}“ in Tandem mitzuarbeiten.
Öffnen Sie diesen Link innerhalb von sieben Tagen; er gilt einmal:

${link}

Wenn Sie nichts damit anfangen können, ist nichts zu tun.

--

${name} invites you to work on “${what}” in Tandem.
Open the link above within seven days; it works once.
If you do not know what this is about, there is nothing to do.
`,
  };
}

export const newPasswordMail = (link: string): { readonly subject: string; readonly text: string } => ({
  subject: 'Neues Passwort für Tandem · New password for Tandem',
  text: `Über diesen Link setzen Sie ein neues Passwort für Tandem. Er gilt einen Tag und einmal:

${link}

Wenn Sie niemanden darum gebeten haben, ist nichts zu tun: Ihr Passwort gilt weiter.

--

With the link above you set a new password for Tandem. It is valid for one day and works once.
If you have asked nobody for it, there is nothing to do: your password stays as it is.
`,
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
