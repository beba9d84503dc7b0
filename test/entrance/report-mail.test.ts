// The interface report from `tandem sync`, as cron would run it: mails leave with the command that owes them, once, and a
// mail server that is down changes nothing else.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { openStage, type Stage } from './stage.ts';
import { tandem } from './tandem.ts';

let stage: Stage;
let server: MailServer;
let config: string;
beforeAll(async () => {
  [stage, server] = await Promise.all([openStage({ employees: 6, days: 4 }), startMailServer()]);
  config = stage.configFile((draft) => {
    draft['report'] = { to: ['hr@muster.example', 'payroll@muster.example'], when: 'always', language: 'de' };
  });
});
afterAll(async () => {
  await server.stop();
  await stage.close();
});

const sync = (environment: Record<string, string>, ...options: string[]) =>
  tandem(['sync', '--config', config, '--data', stage.dataFolder(), '--json', ...options], environment);
const withMail = () => ({ TANDEM_SMTP_URL: server.url, TANDEM_MAIL_FROM: 'Tandem <tandem@muster.example>' });

test('a rehearsal mails nobody; without a mail server the report waits and says so', async () => {
  expect((await sync(withMail(), '--dry-run')).err).not.toContain('mail');
  expect(await server.mails()).toEqual([]);
  const first = await sync({});
  expect([0, 1]).toContain(first.exit);
  expect(first.err).toContain('2 mails wait: no mail server is set up (TANDEM_SMTP_URL).');
});

test('a mail server that is down is told and changes nothing else', async () => {
  await server.stop();
  const ended = await sync(withMail());
  expect([0, 1]).toContain(ended.exit);
  expect(ended.err).toMatch(/4 mails wait: the mail server did not take them/);
  await server.start();
});

test('once it is up, each report arrives once, in text, HTML and with a table without absence types', async () => {
  const ended = await sync(withMail());
  expect([0, 1]).toContain(ended.exit);
  const mails = await server.mails();
  // Two of each of three runs; the one that was tried a moment ago is left in peace for a minute.
  expect(mails).toHaveLength(5);
  expect(new Set(mails.map(({ to }) => to?.[0]?.address))).toEqual(
    new Set(['hr@muster.example', 'payroll@muster.example']),
  );
  const [mail] = mails;
  expect(mail?.subject).toMatch(/^Tandem · .+: .*\d+ offen$/);
  expect(mail?.text).toContain('geschrieben');
  expect(mail?.html).toContain('lang="de"');
  const [table] = mail?.attachments ?? [];
  if (table !== undefined)
    expect(new TextDecoder().decode(table.content as ArrayBuffer)).not.toContain(';type;');
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(5);
});

test('an address that the mail server does not know is told: nobody else would ever hear of it', async () => {
  server.answer((to) => (to === 'hr@muster.example' ? 550 : null), '5.1.1 no such mailbox');
  const ended = await sync(withMail());
  server.answer(null);
  expect([0, 1]).toContain(ended.exit);
  expect(ended.err).toMatch(
    /refuses hr@muster\.example for good \(550 5\.1\.1 no such mailbox\).+report\.to/,
  );
  expect(ended.err).not.toContain('payroll@muster.example');
});
