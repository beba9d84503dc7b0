// What the front desk keeps beside the archive of runs: people and their sessions, integrations as the page knows them,
// sealed credentials, links that are given out, and who changed what. The store satisfies this.

import { hashOf } from '../../core/sync/fingerprint.ts';
import type { Branch } from '../../core/settings/tree.ts';
import type { Part } from '../../core/report/codes.ts';
import type { PartReport } from '../../core/report/run-report.ts';
import type { OwedMail } from '../../core/report/mailing.ts';
import type { Instant, LocalDate } from '../../core/time/calendar.ts';
import type { RunRecord } from '../../engine/archive.ts';
import type { Side } from '../../engine/ports.ts';

export type Language = 'en' | 'de';
/** Of a member of one integration; operators may do everything everywhere. */
export type Role = 'admin' | 'viewer' | 'customer';

export interface Person {
  readonly id: string;
  /** Trimmed and in lower case: the name to sign in with. */
  readonly email: string;
  readonly name: string;
  readonly operator: boolean;
  /** argon2id; null: signs in by single sign-on only. */
  readonly passwordHash: string | null;
  /** The authenticator's secret, sealed by the vault; `confirmed` once a first code was right. */
  readonly totp: { readonly sealed: string; readonly confirmed: boolean; readonly lastStep: number } | null;
  readonly language: Language;
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
  /** Who this is at the provider of single sign-on, from the first time on. */
  readonly atProvider?: ProviderIdentity | null;
}

/** OpenID Connect's `iss` and `sub`: given to one person only, unlike an address. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export interface Session {
  /** SHA-256 of the token in the cookie: a stolen table opens no session. */
  readonly hash: string;
  readonly personId: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  /** The network address that signed in; null where none is known. */
  readonly openedFrom: string | null;
}

/** An integration as the page knows it, from its first step on. */
export interface Setup {
  readonly id: string;
  readonly name: string;
  readonly origin: 'page' | 'file' | 'sandbox';
  /** The configuration document without secrets, as far as it is filled in. */
  readonly form: Branch;
  /** As it was when it last had no mistakes: what runs go by while somebody is in the middle of a change. */
  readonly completeForm: Branch | null;
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly signOff: SignOff | null;
  /** The newest rehearsal, and of which form it was. */
  readonly rehearsal: {
    readonly runId: string;
    readonly formHash: string;
    readonly status: RunRecord['status'];
  } | null;
  /** Switched on: it runs by itself. */
  readonly on: boolean;
  /** When it was allowed to write for the first time, be it for a pilot. */
  readonly begunAt: Instant | null;
  /** When it was switched on for the first time. */
  readonly firstOnAt: Instant | null;
  readonly nextRunAt: Instant | null;
  readonly createdAt: Instant;
  /** The TimeTac account that took the credentials: only then may the integration have that account's memory. */
  readonly provenAccount?: string | null;
  /** Accounts that were named before that one, and have been rehearsed with. */
  readonly formerAccounts?: readonly string[];
  /** When it was switched on last. */
  readonly onSince?: Instant | null;
  /** When a run or a poll last came to a good end. */
  readonly lookedAt?: Instant | null;
  /** By which Personio's webhooks are known: a hash of the token that was told once. */
  readonly hook?: { readonly hash: string; readonly madeAt: Instant } | null;
  /** When Personio last said that something may have changed. */
  readonly hintedAt?: Instant | null;
}

export interface SignOff {
  readonly name: string;
  readonly by: string;
  readonly at: Instant;
  /** Fingerprint of what was agreed to. */
  readonly formHash: string;
}

/** A run without its lines and actions. */
export interface RunSummary {
  readonly id: string;
  readonly mode: RunRecord['mode'];
  readonly scope: RunRecord['scope'];
  readonly status: RunRecord['status'];
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly writes: number;
  readonly issues: number;
  readonly newIssues: number;
  /** Issues that this run found solved. */
  readonly solved: number;
  readonly parts: Readonly<Record<Part, PartReport>> | null;
  /** A vendor refused the credentials. */
  readonly accessRefused: boolean;
}

export interface Member {
  readonly setupId: string;
  readonly personId: string;
  readonly role: Role;
}

export interface Invitation {
  readonly id: string;
  readonly hash: string;
  /** null: as an operator. */
  readonly setupId: string | null;
  readonly role: Role | 'operator';
  readonly email: string | null;
  readonly invitedBy: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  /** A link for a new password of this person, and no invitation. */
  readonly resets?: string | null;
}

export interface StoredCredential {
  readonly setupId: string;
  readonly side: Side;
  /** `{ clientId, clientSecret }`, sealed by the vault for this integration, side and origin. */
  readonly sealed: string;
  /** The vendor's address that they belong to. */
  readonly origin: string;
  readonly endsIn: string;
  readonly setAt: Instant;
  readonly setBy: string;
  readonly works: boolean | null;
  readonly triedAt: Instant | null;
}

export type CredentialPlace = Pick<StoredCredential, 'setupId' | 'side' | 'origin'>;

export interface DepositLink {
  readonly id: string;
  readonly hash: string;
  readonly setupId: string;
  readonly side: Side;
  /** The vendor's address as the form had it: what is handed over is for it and for no other. */
  readonly origin: string;
  readonly language: Language;
  readonly publicKey: string;
  /** The private key, sealed by the vault. */
  readonly sealedKey: string;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

export interface AuditEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly setupId: string | null;
  readonly personId: string | null;
  readonly who: string;
  /** `form.changed`; a code never changes its meaning. */
  readonly what: string;
  readonly details: Branch;
  /** Over this entry and the hash of the one before: an entry that is changed or taken out breaks the chain. */
  readonly hash: string;
}
export type AuditNote = Omit<AuditEntry, 'seq' | 'hash'>;

/** @param before hash of the entry before; `''` before the first */
export const auditHash = (before: string, { at, setupId, personId, who, what, details }: AuditNote): string =>
  hashOf([before, at, setupId, personId, who, what, details]);

/** A data key as it lies in the database: wrapped by the master key, which never does. */
export interface WrappedKey {
  /** The integration's id, or `*` for what belongs to none. */
  readonly owner: string;
  readonly masterId: string;
  readonly wrapped: string;
}

/** A mail in the outbox, and how far it got. */
export interface MailRecord extends OwedMail {
  /** Of the integration it tells of. */
  readonly archiveId: string;
  /** `kept`: shown on the page instead of being sent. */
  readonly state: 'waiting' | 'sent' | 'kept' | 'refused' | 'given-up';
  readonly tries: number;
  readonly nextTryAt: Instant | null;
  readonly sentAt: Instant | null;
  /** The mail server's words after the last try. */
  readonly trouble: string | null;
}

export type MailOutcome = Pick<MailRecord, 'state' | 'nextTryAt' | 'sentAt' | 'trouble'>;

/** What one day saw: runs that ended, what they wrote, issues open after the last of them. */
export interface DayCount {
  readonly day: LocalDate;
  readonly runs: number;
  readonly writes: number;
  readonly issues: number;
}

/** A person in one integration, and what they are called, so that no trace of them is overlooked. */
export interface DataSubject {
  readonly personioId: string;
  /** Their accounts: the linked one, or all that may be theirs where nobody could tell. */
  readonly timetacIds: readonly string[];
  /** Full name, e-mail, user name: as they may stand in sentences about somebody else. */
  readonly names: readonly string[];
}

/** Somebody who was erased: salted hashes of their ids, and nothing else. */
export interface Erased {
  readonly key: string;
  readonly userKeys: readonly string[];
  readonly at: Instant;
}

/** What is held about somebody, by table. */
export type HeldRecords = Readonly<Record<string, readonly unknown[]>>;

/** A comparison of both sides of a month; `body` is the whole of it. */
export interface StoredMonth {
  readonly month: string;
  readonly body: unknown;
}

/** Every change names what it changes; all changes of one call are taken together or not at all. */
export interface OfficeBatch {
  readonly putPerson?: Person;
  readonly putSession?: Session;
  /** Of a session that is still there: one that was ended meanwhile does not come back. */
  readonly noteSeen?: { readonly hash: string; readonly at: Instant };
  readonly removeSessions?:
    | { readonly hashes: readonly string[] }
    | { readonly ofPerson: string; readonly but: string | null };
  readonly putMember?: Member;
  /** Of somebody who is still a member. */
  readonly changeMember?: Member;
  readonly removeMember?: { readonly setupId: string; readonly personId: string };
  readonly putSetup?: Setup;
  readonly removeSetup?: string;
  readonly putInvitation?: Invitation;
  readonly removeInvitation?: string;
  readonly putCredential?: StoredCredential;
  /** What became of a try of the credentials that were set then; of newer ones it says nothing. */
  readonly markCredential?: Pick<StoredCredential, 'setupId' | 'side' | 'setAt' | 'works' | 'triedAt'>;
  readonly putDeposit?: DepositLink;
  readonly note?: AuditNote;
}

export interface Office {
  commit(batch: OfficeBatch): Promise<void>;

  people(): Promise<readonly Person[]>;
  person(id: string): Promise<Person | null>;
  personByEmail(email: string): Promise<Person | null>;
  countOperators(): Promise<number>;
  /** Reads, changes and writes one person while nobody else does; `others`: operators beside them who may sign in. */
  changePerson(id: string, change: (now: Person, others: number) => OfficeBatch | null): Promise<void>;
  /** Takes the batch unless there is an operator already; says whether it did. */
  addFirstOperator(batch: OfficeBatch): Promise<boolean>;
  session(hash: string): Promise<Session | null>;
  /** Those that have ended by themselves among them; who was here last comes first. */
  sessionsOf(personId: string): Promise<readonly Session[]>;
  /** Newest look of each person. */
  lastSeen(): Promise<ReadonlyMap<string, Instant>>;

  setups(): Promise<readonly Setup[]>;
  setup(id: string): Promise<Setup | null>;
  /** Reads, changes and writes one integration while nobody else does; null leaves it as it is. */
  changeSetup(id: string, change: (now: Setup) => OfficeBatch | null): Promise<void>;
  /**
   * What is switched on and due by then, the longest overdue first, for this caller alone until `until`, unless the claim
   * is ended before. It stays due meanwhile. Only integrations of the page, and those whose ids are named.
   */
  claimDue(at: Instant, until: Instant, most: number, ours: readonly string[]): Promise<readonly Setup[]>;
  /**
   * Ends a claim, unless somebody has set another time meanwhile. `lookedAt`: a look came to a good end; what Personio hinted
   * at or somebody changed since it was `seen` is due at once.
   */
  endClaim(
    id: string,
    claimedUntil: Instant,
    then: {
      readonly nextRunAt: Instant;
      readonly lookedAt?: Instant;
      readonly seen?: Pick<Setup, 'hintedAt' | 'changedAt'>;
    },
  ): Promise<void>;
  /** Nobody else looks before `until`, unless another time is set. */
  keepClaim(id: string, claimedUntil: Instant, until: Instant): Promise<void>;
  setNextRun(id: string, at: Instant | null): Promise<void>;
  members(
    of: { readonly setupId: string } | { readonly personId: string } | 'all',
  ): Promise<readonly Member[]>;

  invitations(): Promise<readonly Invitation[]>;
  invitation(hash: string): Promise<Invitation | null>;
  /** True for exactly one caller, and only before it expires. */
  useInvitation(hash: string, at: Instant): Promise<boolean>;

  credential(setupId: string, side: Side): Promise<StoredCredential | null>;
  /** For which addresses these integrations have credentials. */
  credentialPlaces(setupIds: readonly string[]): Promise<readonly CredentialPlace[]>;
  deposits(setupId: string): Promise<readonly DepositLink[]>;
  deposit(hash: string): Promise<DepositLink | null>;
  /** True for exactly one caller, and only before it expires or is withdrawn. */
  useDeposit(hash: string, at: Instant): Promise<boolean>;

  /** Of one integration; null: of the installation as a whole, and of integrations that are there no more. */
  audit(setupId: string | null, before: number | null, limit: number): Promise<readonly AuditEntry[]>;
  /** The whole chain, oldest first, for checking it: at most `limit` entries after this number. */
  auditChain(after?: number, limit?: number): Promise<readonly AuditEntry[]>;

  /** Counts a try under this name; returns when the next one is welcome, or null if it is at once. */
  countTry(
    name: string,
    at: Instant,
    rule: { readonly most: number; readonly withinMs: number },
  ): Promise<Instant | null>;
  forgetTries(name: string): Promise<void>;

  /** By archive (`integrationId` of the settings): its newest live run, and the parts that are paused. */
  standing(
    archiveIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly lastRun: RunSummary | null; readonly paused: readonly Part[] }>>;
  /** Newest first. `until`: those that had begun by then. */
  runSummaries(archiveId: string, limit: number, until?: Instant): Promise<readonly RunSummary[]>;
  runSummary(archiveId: string, runId: string): Promise<RunSummary | null>;

  /** The whole report of a run, as it was closed (RunReport); null: there is none. */
  runReport(archiveId: string, runId: string): Promise<unknown>;
  /** Days from this one on, oldest first; days without a run are left out. */
  dayCounts(
    archiveIds: readonly string[],
    from: LocalDate,
  ): Promise<ReadonlyMap<string, readonly DayCount[]>>;

  /** When the newest live run that succeeded ended; null: none has. */
  lastSuccess(archiveId: string): Promise<Instant | null>;
  /** Open issues that were told for the first time since then, and by `until`. */
  issuesSince(archiveId: string, at: Instant, until: Instant): Promise<readonly string[]>;

  /** What is owed already stays as it is. `firstTryAt`: not before then. The archive must have been opened once. */
  oweMails(archiveId: string, mails: readonly OwedMail[], firstTryAt?: Instant): Promise<void>;
  /** Newest first. */
  mails(archiveId: string, limit: number): Promise<readonly MailRecord[]>;
  mail(archiveId: string, id: string): Promise<MailRecord | null>;
  /**
   * Takes mails of these archives that are due, the oldest first, and counts a try. Each goes to exactly one caller until `until`; whoever
   * takes it afterwards finds that the caller before came to an end in the middle.
   */
  claimMails(
    archiveIds: readonly string[],
    at: Instant,
    until: Instant,
    limit: number,
  ): Promise<readonly MailRecord[]>;
  /** When the last digest before this one was owed to the same person; null: none is known. */
  digestBefore(archiveId: string, mail: Pick<OwedMail, 'to' | 'createdAt'>): Promise<Instant | null>;
  /** Whether any mail of anybody is due. */
  hasDueMails(at: Instant): Promise<boolean>;
  countDueMails(archiveIds: readonly string[], at: Instant): Promise<number>;
  /** Leaves a mail alone that somebody else has taken meanwhile. */
  settleMail(mail: Pick<MailRecord, 'archiveId' | 'id' | 'tries'>, outcome: MailOutcome): Promise<void>;

  storedMonth(archiveId: string, month: string): Promise<StoredMonth | null>;
  putMonth(archiveId: string, month: StoredMonth): Promise<void>;

  /**
   * Takes away runs with their actions and sent mails from before `runsAt`, day counts from before `daysOn`, comparisons
   * of months before `monthsOn`, links that were given out and sessions that ended before `runsAt`, tries from before
   * `triesAt`; returns how many rows. The newest live run of an integration always stays.
   */
  forgetBefore(limits: {
    readonly runsAt: Instant;
    readonly daysOn: LocalDate;
    readonly monthsOn: LocalDate;
    readonly triesAt: Instant;
  }): Promise<number>;

  heldAbout(archiveId: string, who: DataSubject): Promise<HeldRecords>;
  /** Takes everything about somebody out of the archive, and keeps who it was as a salted hash; returns how many records. */
  eraseFrom(
    archiveId: string,
    who: DataSubject,
    erased: Erased,
    /** Whose orders in the queue may name them. */
    setupIds: readonly string[],
  ): Promise<number>;
  admitErased(archiveId: string, key: string): Promise<boolean>;
  /** Everything that an integration remembers. */
  purgeArchive(archiveId: string): Promise<void>;

  /** From now on data keys are wrapped by this master key; whoever still has another one in hand wraps no new ones. */
  useMaster(masterId: string): Promise<void>;
  wrappedKeys(): Promise<readonly WrappedKey[]>;
  /** Keeps this key unless the owner has one; returns the one that is kept. null: another master key is in use. */
  addWrappedKey(key: WrappedKey): Promise<WrappedKey | null>;
  replaceWrappedKey(key: WrappedKey): Promise<void>;
  removeWrappedKey(owner: string): Promise<void>;
}
