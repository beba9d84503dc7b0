// Rule 5.4: mails go through a real mail server that is down, slow, refuses an address, or loses its receipt.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMail } from '../../src/app/mail.ts';
import { hashOf } from '../../src/core/sync/fingerprint.ts';
import type { OwedMail } from '../../src/core/report/mailing.ts';
import type { Office } from '../../src/service/office/office.ts';
import { type PostOffice, sendDueMails } from '../../src/service/mails/post.ts';
import { openOffice } from '../../src/store/sql/office.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { embeddedStore } from '../support/stores.ts';

type Store = Awaited<ReturnType<typeof embeddedStore>>;
let store: Store;
let office: Office;
let server: MailServer;
beforeAll(async () => {
  store = await embeddedStore();
  office = openOffice(store.database.sql);
  server = await startMailServer();
});
afterAll(async () => {
  await server.stop();
  await store.close();
});

const noon = 1_772_445_600_000;
const hour = 3_600_000;

/** An outbox with one mail, and its sender at a time. */
async function outbox(to = 'hr@muster.example') {
  const archiveId = randomUUID();
  await store.fresh(archiveId);
  const mail: OwedMail = {
    id: `test-${archiveId}`,
    kind: 'test',
    to,
    language: 'de',
    createdAt: noon,
    runId: null,
    facts: {},
  };
  await office.oweMails(archiveId, [mail]);
  const recipients: string[] = [];
  const post = (now: number): PostOffice => ({
    office,
    mail: openMail({ smtpUrl: server.url, mailFrom: 'Tandem <tandem@muster.example>' }),
    archiveIds: [archiveId],
    now: () => now,
    fault: (error) => {
      throw error;
    },
    contextOf: async () => ({
      name: 'Muster GmbH',
      zone: 'Europe/Berlin',
      page: null,
      isOfFile: true,
      keep: false,
      recipients,
    }),
  });
  return {
    id: mail.id,
    sendAt: (now: number) => sendDueMails(post(now)),
    look: async () => (await office.mail(archiveId, mail.id)) ?? expect.fail('the mail is gone'),
  };
}
const arrived = async (id: string) => {
  const name = hashOf([id.replace('test-', ''), id]);
  return (await server.mails()).filter(({ messageId }) => messageId === `<${name}@muster.example>`);
};

test('down for a day: the mail goes out afterwards, once', async () => {
  const { id, sendAt, look } = await outbox();
  await server.stop();
  for (let passed = 0; passed <= 24; passed += 1) await sendAt(noon + passed * hour);
  expect(await look()).toMatchObject({ state: 'waiting', tries: 25 });
  expect((await look()).trouble).toMatch(/ECONNREFUSED/);

  await server.start();
  await sendAt(noon + 25 * hour + hour);
  await sendAt(noon + 30 * hour);

  expect(await look()).toMatchObject({ state: 'sent', trouble: null });
  expect(await arrived(id)).toHaveLength(1);
});

test('between two tries it is left in peace', async () => {
  const { sendAt, look } = await outbox();
  server.answer(() => 451);
  await sendAt(noon);
  await sendAt(noon + 1000);
  expect(await look()).toMatchObject({ tries: 1, state: 'waiting' });
  server.answer(null);
  await sendAt(noon + hour);
  expect(await look()).toMatchObject({ tries: 2, state: 'sent' });
});

test('a sender that is refused is no recipient that is refused: nothing is lost', async () => {
  const { sendAt, look } = await outbox();
  server.refuseSender('550 5.1.8 sender address rejected: domain not found');
  await sendAt(noon);
  expect(await look()).toMatchObject({ state: 'waiting', tries: 1 });
  server.refuseSender(null);
  await sendAt(noon + hour);
  expect(await look()).toMatchObject({ state: 'sent' });
});

test('an address that does not exist is told, and not tried again', async () => {
  const { sendAt, look } = await outbox('nobody@muster.example');
  server.answer((to) => (to === 'nobody@muster.example' ? 550 : null), '5.1.1 no such mailbox');
  await sendAt(noon);
  server.answer(null);
  await sendAt(noon + hour);
  expect(await look()).toMatchObject({ state: 'refused', tries: 1 });
  expect((await look()).trouble).toMatch(/5\.1\.1 no such mailbox/);
});

test('a server that refuses everybody for now loses nothing', async () => {
  const { id, sendAt, look } = await outbox();
  server.answer(() => 554, '5.7.1 relay access denied');
  await sendAt(noon);
  server.answer(null);
  await sendAt(noon + 2 * hour);
  expect(await look()).toMatchObject({ state: 'sent' });
  expect(await arrived(id)).toHaveLength(1);
});

test('a sender that was killed before it wrote down the receipt sends under the same name', async () => {
  const { id, sendAt } = await outbox();
  const archiveId = id.replace('test-', '');
  await office.claimMails([archiveId], noon, noon + 10 * 60_000, 1);
  await sendAt(noon + 60_000);
  expect(await arrived(id)).toHaveLength(0);
  await sendAt(noon + hour);
  expect(await arrived(id)).toHaveLength(1);
});

test('after a week it is given up, and shown so', async () => {
  const { sendAt, look } = await outbox();
  server.answer(() => 451);
  await sendAt(noon + 8 * 24 * hour);
  server.answer(null);
  expect(await look()).toMatchObject({ state: 'given-up' });
});

test('what lay there for longer than a week, because there was no mail server, is not sent any more', async () => {
  const { id, sendAt, look } = await outbox();
  await sendAt(noon + 8 * 24 * hour);
  expect([(await arrived(id)).length, (await look())?.state]).toEqual([0, 'given-up']);
});

test('what arrives is one mail with text, HTML and a sender that machines do not answer', async () => {
  const { id, sendAt } = await outbox();
  await sendAt(noon);
  const [mail] = await arrived(id);
  expect(mail?.from?.address).toBe('tandem@muster.example');
  expect(mail?.subject).toBe('Tandem · Muster GmbH: eine Testmail');
  expect(mail?.text).toContain('Dies ist ein Test');
  expect(mail?.html).toContain('Dies ist ein Test');
  expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
});
