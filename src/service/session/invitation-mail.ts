// The invitation as a mail, in both languages: whose language it is, nobody knows yet.

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

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
