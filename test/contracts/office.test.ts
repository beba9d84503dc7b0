// What the office of the front desk promises, checked on both stores: embedded on a folder, on a PostgreSQL server.

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Branch } from '../../src/core/settings/tree.ts';
import type { OwedMail } from '../../src/core/report/mailing.ts';
import type { RunRecord } from '../../src/engine/archive.ts';
import type {
  AuditEntry,
  AuditNote,
  DataSubject,
  DepositLink,
  Invitation,
  Office,
  Person,
  Session,
  Setup,
  StoredCredential,
} from '../../src/service/office/office.ts';
import type { Database } from '../../src/store/database.ts';
import { breakIn, checkAudit } from '../../src/service/office/audit-chain.ts';
import { openOffice } from '../../src/store/sql/office.ts';
import { embeddedStore, serverStore, type TestStore } from '../support/stores.ts';

const stores: readonly [string, () => Promise<TestStore & { readonly database: Database }>][] = [
  ['embedded', embeddedStore],
  ['PostgreSQL', serverStore],
];
const hourMs = 3_600_000;
const noon = 1_772_445_600_000;

describe.each(stores)('the office %s', (_name, open) => {
  let store: TestStore & { readonly database: Database };
  let office: Office;
  beforeAll(async () => {
    store = await open();
    office = openOffice(store.database.sql);
  });
  afterAll(() => store.close());

  const putPerson = async (change: Partial<Person> = {}): Promise<Person> => {
    const made = person(change);
    await office.commit({ putPerson: made });
    return made;
  };
  const putSetup = async (change: Partial<Setup> = {}): Promise<Setup> => {
    const made = setup(change);
    await office.commit({ putSetup: made });
    return made;
  };

  describe('people and sessions', () => {
    it('brings no session and no member back that was ended while somebody looked', async () => {
      const one = await putPerson();
      const own = await putSetup();
      const held = session(`seen ${one.id}`, one.id, noon);
      await office.commit({
        putSession: held,
        putMember: { setupId: own.id, personId: one.id, role: 'viewer' },
      });
      await office.commit({ noteSeen: { hash: held.hash, at: noon + 1 } });
      expect((await office.session(held.hash))?.seenAt).toBe(noon + 1);
      await office.commit({
        removeSessions: { hashes: [held.hash] },
        removeMember: { setupId: own.id, personId: one.id },
      });
      await office.commit({
        noteSeen: { hash: held.hash, at: noon + 2 },
        changeMember: { setupId: own.id, personId: one.id, role: 'admin' },
      });
      expect(await office.session(held.hash)).toBeNull();
      expect(await office.members({ personId: one.id })).toEqual([]);
    });

    it('gives a person back as they were put, by id and by address, also after a change', async () => {
      const before = await putPerson({ totp: { sealed: 'x', confirmed: true, lastStep: 58_000_000 } });
      expect(await office.person(before.id)).toEqual(before);
      const after = { ...before, name: 'Änne "Ö" O’Neil', disabledAt: noon, totp: null };
      await office.commit({ putPerson: after });
      expect(await office.personByEmail(before.email)).toEqual(after);
      expect((await office.people()).filter(({ id }) => id === before.id)).toEqual([after]);
      expect(await office.person('nobody')).toBeNull();
    });

    it('takes no second person with the same address, and nothing else of that call', async () => {
      const { email } = await putPerson();
      const second = person({ email });
      const made = setup();
      await expect(office.commit({ putPerson: second, putSetup: made })).rejects.toThrow();
      expect(await office.person(second.id)).toBeNull();
      expect(await office.setup(made.id)).toBeNull();
    });

    it('counts operators', async () => {
      const before = await office.countOperators();
      await putPerson({ operator: true });
      await putPerson({ operator: false });
      expect(await office.countOperators()).toBe(before + 1);
    });

    it('ends single sessions, or all of a person but one', async () => {
      const { id: personId } = await putPerson();
      const other = await putPerson();
      for (const hash of ['a', 'b', 'c'])
        await office.commit({ putSession: session(`${personId}${hash}`, personId, noon) });
      await office.commit({ putSession: session(`${other.id}x`, other.id, noon) });
      await office.commit({ noteSeen: { hash: `${personId}b`, at: noon + 5 } });
      expect(await office.session(`${personId}b`)).toEqual(session(`${personId}b`, personId, noon + 5));
      expect((await office.lastSeen()).get(personId)).toBe(noon + 5);
      expect((await office.sessionsOf(personId)).map(({ hash }) => hash.slice(-1))).toEqual(['b', 'a', 'c']);
      await office.commit({ removeSessions: { hashes: [`${personId}a`] } });
      expect(await office.session(`${personId}a`)).toBeNull();
      await office.commit({ removeSessions: { ofPerson: personId, but: `${personId}b` } });
      expect(await office.session(`${personId}c`)).toBeNull();
      expect(await office.session(`${personId}b`)).not.toBeNull();
      await office.commit({ removeSessions: { ofPerson: personId, but: null } });
      expect(await office.session(`${personId}b`)).toBeNull();
      expect(await office.session(`${other.id}x`)).not.toBeNull();
    });
  });

  describe('integrations', () => {
    it('gives an integration back as it was put, with whatever was typed into its form', async () => {
      const form: Branch = { name: 'Ä', users: { rules: [{ when: { office: '  ' } }] }, report: { to: [] } };
      const made = await putSetup({
        form,
        on: true,
        nextRunAt: noon,
        begunAt: 1,
        signOff: { name: 'N', by: 'B', at: 2, formHash: 'h' },
        rehearsal: { runId: 'r', formHash: 'h', status: 'refused' },
      });
      expect(await office.setup(made.id)).toEqual(made);
      expect((await office.setups()).filter(({ id }) => id === made.id)).toEqual([made]);
    });

    it('loses none of many changes that are made to one integration at once', async () => {
      const { id } = await putSetup({ form: {} });
      const names = Array.from({ length: 25 }, (_, index) => `field${index}`);
      await Promise.all(
        names.map((name) =>
          office.changeSetup(id, (now) => ({ putSetup: { ...now, form: { ...now.form, [name]: true } } })),
        ),
      );
      expect(Object.keys((await office.setup(id))?.form ?? {}).sort()).toEqual([...names].sort());
    });

    it('leaves an integration as it is where a change says so, or fails', async () => {
      const made = await putSetup();
      await office.changeSetup(made.id, () => null);
      const failing = office.changeSetup(made.id, () => {
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      await office.changeSetup('nowhere', () => {
        throw new Error('there is nothing to change');
      });
      expect(await office.setup(made.id)).toEqual(made);
    });

    it('names what is switched on and due, the longest overdue first', async () => {
      const ids: string[] = [];
      for (const [on, nextRunAt] of [
        [true, noon],
        [true, noon - 1000],
        [true, noon + 1],
        [true, null],
        [false, noon - 5000],
      ] as const)
        ids.push((await putSetup({ on, nextRunAt })).id);
      const [first = '', second = ''] = ids;
      const due = async (at: number) =>
        (await office.claimDue(at, noon + hourMs, 1_000, []))
          .map(({ id }) => id)
          .filter((id) => ids.includes(id));
      expect(await due(noon)).toEqual([second, first]);
      // It stays due, for everybody who reads, and is nobody else's to look at.
      expect((await office.setup(second))?.nextRunAt).toBe(noon - 1000);
      expect(await due(noon)).toEqual([]);
      expect(await due(noon + hourMs - 1)).toEqual([ids[2]]);
      await office.setNextRun(first, noon);
      expect(await due(noon)).toEqual([first]);
      expect(await due(noon)).toEqual([]);
      await office.setNextRun(first, null);
      expect(await due(noon + 2 * hourMs)).not.toContain(first);
    });

    it('gives what is due to one of many who ask at once', async () => {
      const ids = await Promise.all(
        Array.from({ length: 12 }, async () => (await putSetup({ on: true, nextRunAt: 1 })).id),
      );
      const claims = await Promise.all(
        Array.from({ length: 6 }, () => office.claimDue(2, noon + hourMs, 5, [])),
      );
      for (const claim of claims) expect(claim.length).toBeLessThanOrEqual(5);
      const claimed = [...claims, await office.claimDue(2, noon + hourMs, 12, [])].flat().map(({ id }) => id);
      expect(claimed.sort()).toEqual(ids.sort());
    });

    it('claims of files and sandboxes only those that are named', async () => {
      const { id } = await putSetup({ on: true, nextRunAt: 1, origin: 'file' });
      expect(await office.claimDue(2, noon, 10, [])).toEqual([]);
      expect((await office.claimDue(2, noon, 10, [id])).map((setup) => setup.id)).toEqual([id]);
      await office.setNextRun(id, null);
    });

    it('ends a claim, unless somebody has set another time meanwhile', async () => {
      const { id } = await putSetup({ on: true, nextRunAt: 1 });
      await office.claimDue(2, 50, 10, []);
      await office.endClaim(id, 50, { nextRunAt: noon, lookedAt: 7 });
      expect(await office.setup(id)).toMatchObject({ nextRunAt: noon, lookedAt: 7 });
      // It is no claim any more.
      await office.endClaim(id, 50, { nextRunAt: 99 });
      expect(await office.setup(id)).toMatchObject({ nextRunAt: noon, lookedAt: 7 });
      // Switched off meanwhile: it stays without a time.
      await office.setNextRun(id, null);
      await office.endClaim(id, 50, { nextRunAt: 99, lookedAt: 60 });
      expect((await office.setup(id))?.nextRunAt).toBeNull();
    });

    it('keeps a claim until another time is set, or its own has come', async () => {
      const { id } = await putSetup({ on: true, nextRunAt: 1 });
      const due = async (at: number) => (await office.claimDue(at, at + 10, 10, [])).map((setup) => setup.id);
      expect(await due(2)).toEqual([id]);
      await office.keepClaim(id, 11, noon);
      expect(await due(20)).toEqual([id]);
      await office.keepClaim(id, 30, noon);
      expect(await due(40)).toEqual([]);
      // What changes nothing about the time is no reason to look.
      await office.changeSetup(id, (now) => ({ putSetup: { ...now, name: 'renamed' } }));
      expect(await due(40)).toEqual([]);
      await office.changeSetup(id, (now) => ({ putSetup: { ...now, nextRunAt: 41 } }));
      expect(await due(41)).toEqual([id]);
      await office.keepClaim(id, 51, noon);
      expect(await due(noon)).toEqual([id]);
      await office.setNextRun(id, null);
    });

    it('makes due at once what was hinted at or changed while somebody looked', async () => {
      for (const [meanwhile, next] of [
        [{}, noon],
        [{ name: 'renamed' }, noon],
        [{ hintedAt: 55 }, 60],
        [{ changedAt: 58 }, 60],
        // By the clock of a machine that is behind.
        [{ changedAt: 9 }, 60],
      ] as const) {
        const { id } = await putSetup({ on: true, nextRunAt: 1, changedAt: 10 });
        const claimed = (await office.claimDue(2, 70, 1_000, [])).find((setup) => setup.id === id);
        if (claimed === undefined) throw new Error('it was due');
        await office.changeSetup(id, (now) => ({ putSetup: { ...now, ...meanwhile } }));
        await office.endClaim(id, 70, { nextRunAt: noon, lookedAt: 60, seen: claimed });
        expect((await office.setup(id))?.nextRunAt).toBe(next);
        await office.setNextRun(id, null);
      }
    });

    it('marks what became of credentials, unless others were set meanwhile', async () => {
      const { id: setupId } = await putSetup();
      const old = credential(setupId);
      await office.commit({ putCredential: old });
      await office.commit({ markCredential: { ...old, works: true, triedAt: noon + 1 } });
      expect(await office.credential(setupId, old.side)).toEqual({ ...old, works: true, triedAt: noon + 1 });
      const fresh = { ...old, sealed: 'fresh', setAt: noon + 2, works: true };
      await office.commit({ putCredential: fresh });
      await office.commit({ markCredential: { ...old, works: false, triedAt: noon + 3 } });
      expect(await office.credential(setupId, old.side)).toEqual(fresh);
    });

    it('takes away with an integration its members, credentials and links, but not its audit log', async () => {
      const { id: setupId } = await putSetup();
      const { id: personId } = await putPerson();
      const own = { invitation: invitation({ setupId }), deposit: deposit({ setupId }) };
      await office.commit({
        putMember: { setupId, personId, role: 'viewer' },
        putInvitation: own.invitation,
        putCredential: credential(setupId),
        putDeposit: own.deposit,
        note: note({ setupId, what: 'integration.created' }),
      });
      await office.commit({ putMember: { setupId, personId, role: 'admin' } });
      expect(await office.members({ setupId })).toEqual([{ setupId, personId, role: 'admin' }]);
      expect(await office.members({ personId })).toEqual(await office.members({ setupId }));
      expect(await office.members('all')).toContainEqual({ setupId, personId, role: 'admin' });
      expect(await office.credential(setupId, 'personio')).toEqual(credential(setupId));
      await office.commit({ removeSetup: setupId });
      expect(await office.members({ personId })).toEqual([]);
      expect(await office.credential(setupId, 'personio')).toBeNull();
      expect(await office.invitation(own.invitation.hash)).toBeNull();
      expect(await office.deposit(own.deposit.hash)).toBeNull();
      expect((await office.audit(setupId, null, 9)).map(({ what }) => what)).toEqual(['integration.created']);
      const ofNone = (await office.audit(null, null, 9)).map((entry) => [entry.setupId, entry.what]);
      expect(ofNone).toContainEqual([setupId, 'integration.created']);
    });

    it('takes a member away, and nobody else', async () => {
      const { id: setupId } = await putSetup();
      const people = [await putPerson(), await putPerson()];
      for (const { id: personId } of people)
        await office.commit({ putMember: { setupId, personId, role: 'customer' } });
      await office.commit({ removeMember: { setupId, personId: people[0]?.id ?? '' } });
      expect((await office.members({ setupId })).map(({ personId }) => personId)).toEqual([people[1]?.id]);
    });
  });

  describe('links that are given out', () => {
    const kinds = [
      {
        kind: 'invitation',
        put: async (change: { expiresAt: number }) => {
          const made = invitation(change);
          await office.commit({ putInvitation: made });
          return made;
        },
        use: (hash: string, at: number) => office.useInvitation(hash, at),
        read: (hash: string) => office.invitation(hash),
      },
      {
        kind: 'deposit',
        put: async (change: { expiresAt: number }) => {
          const made = deposit({ ...change, setupId: (await putSetup()).id });
          await office.commit({ putDeposit: made });
          return made;
        },
        use: (hash: string, at: number) => office.useDeposit(hash, at),
        read: (hash: string) => office.deposit(hash),
      },
    ];

    it.each(kinds)('of 1,000 uses at once, one $kind admits exactly one', async ({ put, use, read }) => {
      const made = await put({ expiresAt: noon + hourMs });
      expect(await read(made.hash)).toEqual(made);
      const uses = await Promise.all(Array.from({ length: 1000 }, () => use(made.hash, noon)));
      expect(uses.filter(Boolean)).toHaveLength(1);
      expect((await read(made.hash))?.usedAt).toBe(noon);
      expect(await use(made.hash, noon + 1)).toBe(false);
    });

    it.each(kinds)('an expired $kind is worthless from its very instant on', async ({ put, use, read }) => {
      const made = await put({ expiresAt: noon });
      expect(await use(made.hash, noon)).toBe(false);
      expect((await read(made.hash))?.usedAt).toBeNull();
      expect(await use(made.hash, noon - 1)).toBe(true);
      expect(await use('of nobody', noon - 1)).toBe(false);
    });

    it('a withdrawn deposit is worthless, and one that was used stays used', async () => {
      const { id: setupId } = await putSetup();
      const [withdrawn, used] = [deposit({ setupId }), deposit({ setupId })];
      await office.commit({ putDeposit: withdrawn });
      await office.commit({ putDeposit: { ...withdrawn, withdrawnAt: noon } });
      expect(await office.useDeposit(withdrawn.hash, noon)).toBe(false);
      await office.commit({ putDeposit: used });
      expect(await office.useDeposit(used.hash, noon)).toBe(true);
      // Withdrawn by somebody who still saw it open.
      await office.commit({ putDeposit: { ...used, withdrawnAt: noon } });
      expect(await office.deposit(used.hash)).toMatchObject({ usedAt: noon, withdrawnAt: noon });
      expect(await office.deposits(setupId)).toHaveLength(2);
    });

    it('lists invitations until they are used or withdrawn', async () => {
      const [used, gone, left] = [invitation({}), invitation({}), invitation({})];
      for (const putInvitation of [used, gone, left]) await office.commit({ putInvitation });
      await office.useInvitation(used.hash, noon);
      await office.commit({ removeInvitation: gone.id });
      const ids = (await office.invitations()).map(({ id }) => id);
      expect([used, gone, left].map(({ id }) => ids.includes(id))).toEqual([false, false, true]);
      expect(await office.useInvitation(gone.hash, noon)).toBe(false);
    });
  });

  describe('tries', () => {
    const rule = { most: 3, withinMs: 1000 };

    it('are welcome up to the limit, then not until the window has passed since the first', async () => {
      const name = randomUUID();
      for (const at of [noon, noon + 1, noon + 999]) expect(await office.countTry(name, at, rule)).toBeNull();
      expect(await office.countTry(name, noon + 999, rule)).toBe(noon + 1000);
      expect(await office.countTry(name, noon + 1000, rule)).toBeNull();
    });

    it('are counted by name, and forgotten by name', async () => {
      const [one, other] = [randomUUID(), randomUUID()];
      for (let count = 0; count < 4; count++) await office.countTry(one, noon, rule);
      expect(await office.countTry(other, noon, rule)).toBeNull();
      await office.forgetTries(one);
      expect(await office.countTry(one, noon, rule)).toBeNull();
    });

    it('made at once are all counted', async () => {
      const name = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => office.countTry(name, noon, { most: 20, withinMs: 1000 })),
      );
      expect(answers.filter((until) => until === null)).toHaveLength(20);
    });
  });

  describe('the audit log', () => {
    it('is one unbroken chain, also where many write at once', async () => {
      const { id: setupId } = await putSetup();
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          office.commit({ note: note({ setupId: index % 2 === 0 ? setupId : null, details: { index } }) }),
        ),
      );
      const chain = await office.auditChain();
      expect(chain.length).toBeGreaterThanOrEqual(40);
      expect(breakIn(chain, '')).toBeNull();
      expect(await checkAudit(office)).toEqual({ entries: chain.length, brokenAt: null });
      const page = await office.audit(setupId, null, 15);
      const next = await office.audit(setupId, page.at(-1)?.seq ?? null, 15);
      expect([page.length, next.length]).toEqual([15, 5]);
      const seqs = [...page, ...next].map(({ seq }) => seq);
      expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    });

    it('keeps details so that their hash can be computed again, whatever somebody typed', async () => {
      await fc.assert(
        fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: 'binary' })), async (made) => {
          const details = JSON.parse(JSON.stringify(made)) as Branch;
          fc.pre(!JSON.stringify(details).includes('\\u0000'));
          const setupId = randomUUID();
          await office.commit({ note: note({ setupId, details }) });
          const [entry] = await office.audit(setupId, null, 1);
          expect(entry?.details).toEqual(details);
          const [previous, last] = (await office.auditChain()).slice(-2);
          expect(last === undefined ? 'nothing' : breakIn([last], previous?.hash ?? '')).toBeNull();
        }),
        { numRuns: 40 },
      );
    });

    it('shows an entry that was changed, taken out, or put elsewhere', async () => {
      for (let index = 0; index < 6; index++) await office.commit({ note: note({ details: { index } }) });
      const chain = await office.auditChain();
      const middle = chain.length - 4;
      const at = chain[middle]?.seq;
      const changed: Partial<AuditEntry>[] = [
        { at: 1 },
        { who: 'X' },
        { what: 'x' },
        { setupId: 'x' },
        { personId: 'x' },
        { details: {} },
        { hash: 'x' },
      ];
      for (const change of changed)
        expect(
          breakIn(
            chain.map((entry) => (entry.seq === at ? { ...entry, ...change } : entry)),
            '',
          ),
        ).toBe(at);
      expect(breakIn(chain.toSpliced(middle, 1), '')).toBe(chain[middle + 1]?.seq);
      const [one, two] = [chain[middle], chain[middle + 1]];
      if (one === undefined || two === undefined) throw new Error('the chain is too short');
      expect(breakIn(chain.toSpliced(middle, 2, two, one), '')).toBe(two.seq);
    });

    it('shows it also where the tables themselves were touched', async () => {
      const entry = (await office.auditChain()).at(-3);
      const rows = store.database.sql.updateTable('audit').where('seq', '=', entry?.seq ?? 0);
      await rows.set({ who: 'somebody else' }).execute();
      expect((await checkAudit(office)).brokenAt).toBe(entry?.seq);
      await rows.set({ who: entry?.who ?? '' }).execute();
      expect((await checkAudit(office)).brokenAt).toBeNull();
    });
  });

  describe('the outbox', () => {
    const owed = (id: string, change: Partial<OwedMail> = {}): OwedMail => ({
      id,
      kind: 'report',
      to: 'hr@muster.example',
      language: 'de',
      createdAt: noon,
      runId: null,
      facts: {},
      ...change,
    });
    const waiting = { state: 'waiting', nextTryAt: noon, sentAt: null, trouble: null } as const;

    it('gives a mail that is due to exactly one sender, and again when that one came to nothing', async () => {
      const id = randomUUID();
      await store.fresh(id);
      await office.oweMails(id, [owed('one'), owed('two', { createdAt: noon + 1 })]);
      await office.oweMails(id, [owed('one', { to: 'else@muster.example' })]);
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => office.claimMails([id], noon, noon + 100, 5)),
      );
      expect(claims.flat().map((mail) => [mail.id, mail.to, mail.tries, mail.archiveId])).toEqual([
        ['one', 'hr@muster.example', 1, id],
      ]);
      expect(await office.claimMails([id], noon + 99, noon + 200, 5)).toMatchObject([
        { id: 'two', tries: 1 },
      ]);
      expect(await office.claimMails([id], noon + 100, noon + 200, 5)).toMatchObject([
        { id: 'one', tries: 2 },
      ]);
    });

    it('keeps what became of it', async () => {
      const id = randomUUID();
      await store.fresh(id);
      await office.oweMails(id, [owed('sent'), owed('again'), owed('later')], noon + 50);
      expect(await office.claimMails([id], noon + 49, noon + 60, 5)).toEqual([]);
      await office.settleMail(
        { archiveId: id, id: 'sent', tries: 0 },
        { ...waiting, state: 'sent', nextTryAt: null, sentAt: noon + 1 },
      );
      await office.settleMail(
        { archiveId: id, id: 'again', tries: 0 },
        { ...waiting, nextTryAt: noon + 70, trouble: '451 later' },
      );
      expect(await office.claimMails([id], noon + 60, noon + 90, 5)).toMatchObject([{ id: 'later' }]);
      expect(await office.mail(id, 'sent')).toMatchObject({ state: 'sent', sentAt: noon + 1 });
      expect(await office.mail(id, 'again')).toMatchObject({ nextTryAt: noon + 70, trouble: '451 later' });
      expect(await office.mail(id, 'nobody')).toBeNull();
      expect((await office.mails(id, 2)).length).toBe(2);
    });

    it('leaves the mails of others alone', async () => {
      const [own, other] = [randomUUID(), randomUUID()];
      await store.fresh(own);
      await store.fresh(other);
      await office.oweMails(other, [owed('theirs')]);
      expect(await office.claimMails([own], noon, noon + 1, 5)).toEqual([]);
      expect(await office.countDueMails([own, other], noon)).toBe(1);
      expect([await office.hasDueMails(0), await office.hasDueMails(noon)]).toEqual([false, true]);
    });

    it('knows when the digest before was owed to the same person', async () => {
      const id = randomUUID();
      await store.fresh(id);
      const digest = (name: string, at: number, to = 'hr@muster.example') =>
        owed(name, { kind: 'digest', to, createdAt: at });
      await office.oweMails(id, [
        digest('first', noon - 200),
        digest('second', noon - 100),
        owed('report', { createdAt: noon - 50 }),
        digest('theirs', noon - 10, 'pay@muster.example'),
        digest('third', noon),
      ]);
      const before = (at: number, to = 'hr@muster.example') => office.digestBefore(id, { to, createdAt: at });
      expect([await before(noon), await before(noon - 100), await before(noon - 200)]).toEqual([
        noon - 100,
        noon - 200,
        null,
      ]);
      expect(await before(noon, 'pay@muster.example')).toBe(noon - 10);
      expect(await office.digestBefore(randomUUID(), { to: 'hr@muster.example', createdAt: noon })).toBe(
        null,
      );
    });
  });

  describe('personal data', () => {
    const anna: DataSubject = {
      personioId: '3001',
      timetacIds: ['101'],
      names: ['Anna Ahrens', 'anna@muster.example'],
    };
    /** An archive in which Anna and Ben stand everywhere. */
    const furnished = async (id: string) => {
      const archive = await store.fresh(id);
      for (const [employeeId, userId, name] of [
        ['3001', '101', 'Anna Ahrens'],
        ['3002', '102', 'Ben Bauer'],
      ] as const) {
        const link = {
          part: 'employees' as const,
          key: employeeId,
          targetId: userId,
          employeeId,
          from: null,
          to: null,
          origin: 'adopted' as const,
          agreed: { email: `${name}@x` },
          linkedAt: 1,
        };
        const finding = {
          code: 'entries-overlap' as const,
          class: 'issue' as const,
          part: 'attendances' as const,
          employeeId,
          userId,
          on: '2026-03-02',
          until: null,
          covers: ['1'],
          type: null,
          facts: { ours: `beside Anna Ahrens, employee 3001` },
        };
        const line = {
          id: `line of ${userId === '101' ? 'a' : 'b'}`,
          employee: { personioId: employeeId, timetacId: Number(userId), name },
          message: { en: `About ${name}, not anna@muster.example`, de: name },
        };
        await archive.commit({
          putLinks: [link],
          putRows: [
            {
              kind: 'user',
              id: userId,
              userId,
              from: null,
              to: null,
              row: { id: userId, firstName: name } as never,
            },
          ],
          markDirty: [{ part: 'attendances', userId, day: '2026-03-02' }],
          putFindings: [{ part: 'attendances', unit: `${employeeId} 2026-03-02`, findings: [finding] }],
          putIssues: [{ id: line.id, firstRunId: 'r', firstSeenAt: 1, line: line as never }],
          putRun: run(`run of ${userId === '101' ? 'a' : 'b'}`, {
            report: { ...report({ issues: [] }), issues: [line] },
          }),
          putMemory: {
            'people.outOfScope': JSON.stringify([userId]),
            'people.quiet-nights': JSON.stringify({ '2026-03-02': [employeeId] }),
          },
        });
      }
      return archive;
    };

    it('finds everything about somebody', async () => {
      const id = randomUUID();
      await furnished(id);
      const held = await office.heldAbout(id, anna);
      const found = Object.fromEntries(Object.entries(held).map(([kind, rows]) => [kind, rows.length]));
      expect(found).toMatchObject({
        link: 1,
        mirror: 1,
        dirty: 1,
        finding: 1,
        issue: 1,
        run: 1,
        decision: 0,
      });
    });

    it('erases them everywhere, and nobody else', async () => {
      const id = randomUUID();
      const archive = await furnished(id);
      await office.eraseFrom(id, anna, { key: 'k', userKeys: ['u'], at: noon }, []);
      const everything = JSON.stringify([
        await archive.links({ part: 'employees' }),
        await archive.rows({ kind: 'user' }),
        await archive.dirty('attendances'),
        await archive.findings(),
        await archive.issues(),
        await archive.runs(9),
        await archive.memory(),
      ]);
      expect(everything).not.toMatch(/Ahrens|3001|anna@|"101"/);
      expect(everything.match(/Ben Bauer/g)?.length).toBeGreaterThan(3);
      const left = await office.heldAbout(id, anna);
      expect(Object.values(left).flat()).toEqual([]);
      expect(
        Object.values(
          await office.heldAbout(id, { ...anna, personioId: '3002', timetacIds: ['102'], names: [] }),
        ).flat().length,
      ).toBe(6);
      expect((await archive.erased()).people).toEqual([{ key: 'k', userKeys: ['u'], at: noon }]);
      expect(await office.admitErased(id, 'k')).toBe(true);
      expect(await office.admitErased(id, 'k')).toBe(false);
    });

    it('purges an integration while a run of it is under way, which then writes nothing any more', async () => {
      const id = randomUUID();
      await furnished(id);
      const archive = await store.fresh(id);
      const lease = await archive.openLease('a run');
      let written = 0;
      const run = (async () => {
        for (;;) {
          await archive.commit({ putMemory: { [`note.${written++}`]: 'x' } });
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      })();
      run.catch(() => undefined);
      await expect.poll(() => written).toBeGreaterThan(2);
      await office.purgeArchive(id);
      await expect(run).rejects.toThrow('took over');
      expect(await office.runSummaries(id, 9)).toEqual([]);
      await lease?.release();
    });

    it('purges a whole integration and leaves the others', async () => {
      const [id, other] = [randomUUID(), randomUUID()];
      await furnished(id);
      await furnished(other);
      await office.purgeArchive(id);
      expect(await office.runSummaries(id, 9)).toEqual([]);
      expect(Object.values(await office.heldAbout(id, anna)).flat()).toEqual([]);
      expect(Object.values(await office.heldAbout(other, anna)).flat().length).toBe(6);
    });
  });

  describe('runs at a glance', () => {
    it('shows the newest live run that has ended, and what is paused', async () => {
      const [id, quiet] = [randomUUID(), randomUUID()];
      const archive = await store.fresh(id);
      await store.fresh(quiet);
      await archive.commit({ putRun: run('first', { report: report({ issues: [] }) }) });
      await archive.commit({ putRun: run('second', { report: report({ issues: [true, false, true] }) }) });
      await archive.commit({ putRun: run('rehearsal', { mode: 'dry-run' }) });
      await archive.commit({ putRun: run('under-way', { status: 'running', report: null }) });
      await archive.commit({ putMemory: { 'pause.absences': '1', other: 'x' } });
      const standing = await office.standing([id, quiet, 'nowhere']);
      expect(standing.get(id)).toMatchObject({
        lastRun: { id: 'second', writes: 7, issues: 3, newIssues: 2, solved: 1, accessRefused: false },
        paused: ['absences'],
      });
      expect(standing.get(id)?.lastRun?.parts).toEqual({ absences: { created: 1 } });
      for (const other of [quiet, 'nowhere'])
        expect(standing.get(other)).toEqual({ lastRun: null, paused: [] });
      expect(await office.standing([])).toEqual(new Map());
    });

    it('counts the days: what runs wrote, and what was open after the last of them', async () => {
      const id = randomUUID();
      const archive = await store.fresh(id);
      const dayMs = 24 * hourMs;
      await archive.commit({ putRun: run('a', { report: report({ issues: [true, true] }) }) });
      await archive.commit({ putRun: run('b', { report: report({ issues: [false] }) }) });
      await archive.commit({ putRun: run('c', { mode: 'dry-run', report: report({ issues: [] }) }) });
      await archive.commit({ putRun: run('d', { startedAt: noon + dayMs, report: report({ issues: [] }) }) });
      expect((await office.dayCounts([id, 'nowhere'], '2026-03-01')).get(id)).toEqual([
        { day: '2026-03-02', runs: 2, writes: 14, issues: 1 },
        { day: '2026-03-03', runs: 1, writes: 7, issues: 0 },
      ]);
      expect((await office.dayCounts([id], '2026-03-03')).get(id)).toHaveLength(1);
    });

    it('knows when a run succeeded last, and since when an issue stands', async () => {
      const id = randomUUID();
      const archive = await store.fresh(id);
      expect(await office.lastSuccess(id)).toBeNull();
      await archive.commit({ putRun: run('good', { finishedAt: noon + 5 }) });
      await archive.commit({ putRun: run('bad', { status: 'failed', finishedAt: noon + 9 }) });
      expect(await office.lastSuccess(id)).toBe(noon + 5);
      const line = { id: 'x' } as never;
      await archive.commit({
        putIssues: [
          { id: 'old', firstRunId: 'good', firstSeenAt: noon, line },
          { id: 'new', firstRunId: 'bad', firstSeenAt: noon + 9, line },
          { id: 'note', firstRunId: 'bad', firstSeenAt: noon + 9, line: null },
        ],
      });
      expect(await office.issuesSince(id, noon + 1, noon + 9)).toEqual(['new']);
      expect(await office.issuesSince(id, noon, noon + 8)).toEqual(['old']);
    });

    it('forgets what is old, but never the newest run that ended', async () => {
      const [id, quiet] = [randomUUID(), randomUUID()];
      const archive = await store.fresh(id);
      for (const [name, startedAt] of [
        ['old', noon - 100 * 24 * hourMs],
        ['recent', noon],
      ] as const)
        await archive.commit({
          putRun: run(name, { startedAt, report: report({ issues: [] }) }),
          putActions: [{ runId: name, id: 'a' } as never],
        });
      const other = await store.fresh(quiet);
      await other.commit({ putRun: run('only', { startedAt: 1, report: report({ issues: [] }) }) });
      await office.oweMails(id, [
        { id: 'm', kind: 'test', to: 'x@y', language: 'de', createdAt: 1, runId: null, facts: {} },
        { id: 'fresh', kind: 'test', to: 'x@y', language: 'de', createdAt: noon, runId: null, facts: {} },
      ]);
      const limits = {
        runsAt: noon - 90 * 24 * hourMs,
        daysOn: '2026-01-01',
        monthsOn: '2025-12-01',
        triesAt: noon - 24 * hourMs,
      };
      const rule = { most: 1, withinMs: 400 * 24 * hourMs };
      const tried = (name: string, at: number) => office.countTry(name, at, rule);
      const [long, lately] = [`long ago ${id}`, `lately ${id}`];
      await tried(long, noon - 25 * 24 * hourMs);
      await tried(lately, noon - hourMs);
      expect(await office.forgetBefore(limits)).toBeGreaterThan(1);
      expect((await office.runSummaries(id, 9)).map((one) => one.id)).toEqual(['recent']);
      expect([(await archive.actions('old')).length, (await archive.actions('recent')).length]).toEqual([
        0, 1,
      ]);
      expect((await office.runSummaries(quiet, 9)).map((one) => one.id)).toEqual(['only']);
      // A mail that nobody could send is owed for a week only.
      expect((await office.mails(id, 9)).map((mail) => mail.id)).toEqual(['fresh']);
      // Forgotten, it is the first try again.
      expect([await tried(long, noon), (await tried(lately, noon)) === null]).toEqual([null, false]);
      expect((await office.dayCounts([id, quiet], '1970-01-01')).get(quiet)).toEqual([]);
    });

    it('lists runs newest first, rehearsals and interrupted ones too', async () => {
      const id = randomUUID();
      const archive = await store.fresh(id);
      for (const name of ['a', 'b', 'c'])
        await archive.commit({ putRun: run(name, { mode: name === 'b' ? 'dry-run' : 'live' }) });
      expect((await office.runSummaries(id, 2)).map((one) => [one.id, one.mode])).toEqual([
        ['c', 'live'],
        ['b', 'dry-run'],
      ]);
      // A run that is written again at its end keeps its place.
      await archive.commit({ putRun: run('a', { status: 'failed' }) });
      expect((await office.runSummaries(id, 9)).map((one) => one.id)).toEqual(['c', 'b', 'a']);
      expect(await office.runSummary(id, 'a')).toMatchObject({ status: 'failed', startedAt: noon });
      expect(await office.runSummary(id, 'nobody')).toBeNull();
      expect(await office.runSummary('nowhere', 'a')).toBeNull();
    });

    it('tells refused credentials apart from other trouble, and shows a run without a report', async () => {
      const id = randomUUID();
      const archive = await store.fresh(id);
      await archive.commit({ putRun: run('bare', { report: null, status: 'interrupted' }) });
      await archive.commit({
        putRun: run('refused', { report: report({ issues: [true], code: 'credentials-refused' }) }),
      });
      expect(await office.runSummary(id, 'refused')).toMatchObject({ accessRefused: true });
      expect(await office.runSummary(id, 'bare')).toMatchObject({
        accessRefused: false,
        issues: 0,
        writes: 0,
        parts: null,
      });
    });
  });

  it('keeps the first data key of an owner, whoever else brings one', async () => {
    const owner = randomUUID();
    const keys = Array.from({ length: 20 }, (_, index) => ({ owner, masterId: 'm', wrapped: `${index}` }));
    const kept = await Promise.all(keys.map((key) => office.addWrappedKey(key)));
    expect(new Set(kept.map((key) => key?.wrapped)).size).toBe(1);
    await office.replaceWrappedKey({ owner, masterId: 'n', wrapped: 'again' });
    const own = async () => (await office.wrappedKeys()).filter((key) => key.owner === owner);
    expect(await own()).toEqual([{ owner, masterId: 'n', wrapped: 'again' }]);
    await office.removeWrappedKey(owner);
    expect(await own()).toEqual([]);
  });
});

function person(change: Partial<Person>): Person {
  const id = randomUUID();
  return {
    id,
    email: `${id}@muster.example`,
    name: 'Somebody',
    operator: false,
    passwordHash: null,
    totp: null,
    language: 'de',
    createdAt: noon,
    disabledAt: null,
    ...change,
  };
}

const session = (hash: string, personId: string, seenAt: number): Session => ({
  hash,
  personId,
  createdAt: noon,
  seenAt,
  expiresAt: noon + hourMs,
  openedFrom: '203.0.113.7',
});

function setup(change: Partial<Setup> = {}): Setup {
  return {
    id: randomUUID(),
    name: 'Muster GmbH',
    origin: 'page',
    form: {},
    completeForm: null,
    changedBy: 'test',
    changedAt: noon,
    signOff: null,
    rehearsal: null,
    on: false,
    begunAt: null,
    firstOnAt: null,
    nextRunAt: null,
    createdAt: noon,
    ...change,
  };
}

const invitation = (change: Partial<Invitation>): Invitation => ({
  id: randomUUID(),
  hash: randomUUID(),
  setupId: null,
  role: 'operator',
  email: null,
  invitedBy: 'test',
  expiresAt: noon + hourMs,
  usedAt: null,
  ...change,
});

const credential = (setupId: string): StoredCredential => ({
  setupId,
  side: 'personio',
  origin: 'https://api.personio.de',
  sealed: 'sealed',
  endsIn: '1234',
  setAt: noon,
  setBy: 'test',
  works: null,
  triedAt: null,
});

const deposit = (change: Partial<DepositLink> & { readonly setupId: string }): DepositLink => ({
  id: randomUUID(),
  hash: randomUUID(),
  side: 'timetac',
  origin: 'https://api.timetac.com',
  language: 'de',
  publicKey: '{}',
  sealedKey: 'sealed',
  createdBy: 'test',
  createdAt: noon,
  expiresAt: noon + hourMs,
  usedAt: null,
  withdrawnAt: null,
  ...change,
});

const note = (change: Partial<AuditNote>): AuditNote => ({
  at: noon,
  setupId: null,
  personId: null,
  who: 'test',
  what: 'form.changed',
  details: {},
  ...change,
});

const run = (id: string, change: Partial<RunRecord> = {}): RunRecord => ({
  id,
  mode: 'live',
  scope: 'full',
  status: 'done',
  startedAt: noon,
  finishedAt: noon + 1000,
  planHash: null,
  released: null,
  report: report({ issues: [] }),
  ...change,
});

/** As much of a report as the index looks at; `issues` says of each whether it is new. */
const report = ({
  issues,
  code = 'unit-mismatch',
}: {
  readonly issues: readonly boolean[];
  readonly code?: string;
}) => ({
  run: { writes: { personio: 5, timetac: 2 } },
  parts: { absences: { created: 1 } },
  issues: issues.map((isNew) => ({ code, new: isNew })),
  solved: [{ why: 'solved' }, { why: 'not-watched' }],
});
