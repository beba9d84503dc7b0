// Invitations by mail, through a real SMTP server of the test.

import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../support/front-desk.ts';

/** As they came over the wire. */
const letters: Buffer[] = [];
let smtp: SMTPServer;
let stage: TestDesk;
beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', () => resolve()));
  const { port } = smtp.server.address() as AddressInfo;
  stage = await openTestDesk({
    environment: {
      TANDEM_SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
      TANDEM_MAIL_FROM: 'Tandem <tandem@muster.example>',
    },
  });
});
afterAll(async () => {
  await stage.close();
  await stopMail();
});

const stopMail = (): Promise<void> =>
  new Promise((resolve) => {
    smtp.close(() => resolve());
  });

test('an invitation reaches its address in both languages, with a link that opens it', async () => {
  const operator = await stage.person({ operator: true });
  const made = await operator.call('POST', '/integrations', { name: 'Müller & Söhne\r\nBcc: x@y.example' });

  const invited = await operator.call('POST', `/integrations/${made.body.id}/invitations`, {
    email: 'neu@muster.example',
    role: 'customer',
  });

  expect(invited.body).toMatchObject({ mailed: true });
  expect(letters).toHaveLength(1);
  const mail = await PostalMime.parse(letters[0] ?? '');
  expect(mail.to?.map(({ address }) => address)).toEqual(['neu@muster.example']);
  expect(mail.from?.address).toBe('tandem@muster.example');
  // A name is no place for more headers.
  expect(mail.bcc ?? []).toEqual([]);
  expect(mail.subject).toContain('Müller & Söhne');
  expect(mail.text).toMatch(/lädt Sie ein[\s\S]*invites you/);
  expect(mail.text).toContain(invited.body.link);
  const token = invited.body.link.split('#')[1];
  expect((await stage.stranger.call('POST', '/invitations/look', { token })).body).toMatchObject({
    role: 'customer',
    email: 'neu@muster.example',
  });
});

test('a mail server that is down loses no invitation: the link is told, and that it was not sent', async () => {
  await stopMail();
  const operator = await stage.person({ operator: true });
  const invited = await operator.call('POST', '/invitations', { email: 'spaeter@muster.example' });
  expect(invited.body).toMatchObject({ mailed: false });
  expect(invited.body.link).toMatch(/\/invitation#\S{43}$/);
});
