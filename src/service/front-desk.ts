// What the verbs of the page work with. `app` puts it together; entrances hand it to the verbs.

import type { Part } from '../core/report/codes.ts';
import type { RunStatus } from '../core/report/run-report.ts';
import type { Table } from '../core/report/tables.ts';
import type { MonthCheck } from '../core/month/month.ts';
import type { Papers } from './papers.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Instant } from '../core/time/calendar.ts';
import type { Progress, RunRequest } from '../engine/workshop.ts';
import type { Home } from './home.ts';
import type { Office, Person, ProviderIdentity, Role } from './office/office.ts';
import type { Vault } from './office/vault.ts';

export interface FrontDesk {
  readonly home: Home;
  readonly office: Office;
  readonly vault: Vault;
  readonly queue: RunQueue;
  readonly news: News;
  readonly sandbox: Sandbox;
  /** null where no mail server is set up. */
  readonly mail: Mail | null;
  readonly probes: Probes;
  /** null where no provider is set up. */
  readonly singleSignOn: SingleSignOn | null;
  /** Integrations from configuration files, by id; read-only on the page. */
  readonly files: ReadonlyMap<string, Settings>;
  readonly installation: Installation;
  readonly papers: DeskPapers;
  /** Whether a run holds the archive at this moment, in this process or another. */
  readonly isAtWork: (archiveId: string) => Promise<boolean>;
  /** Whether something failed only because the database is away at this moment. */
  readonly isDatabaseAway: (error: unknown) => boolean;
  /** Hears of faults of ours in work that nobody waits for. */
  readonly fault: (error: unknown) => void;
  readonly now: () => Instant;
  /** Random text of 256 bits, fit for an address. */
  readonly newToken: () => string;
  readonly newId: () => string;
}

/** What is handed out as a file, and read back. */
export interface DeskPapers extends Papers {
  readonly monthAsPdf: (
    check: MonthCheck,
    about: { readonly name: string; readonly language: 'en' | 'de'; readonly printedAt: string },
  ) => Promise<Uint8Array>;
  readonly workbook: (tables: readonly Table[]) => Promise<Uint8Array>;
}

export interface Installation {
  readonly demo: boolean;
  readonly version: string;
  /** Where people reach the page, without a slash at the end: links in mails begin with it. */
  readonly publicUrl: string;
  /** SHA-256 of the token that creates the first operator; null once there is one. */
  readonly firstTokenHash: string | null;
  readonly allowPrivateHosts: boolean;
  /** Other public hosts are never asked for anybody on the page. */
  readonly vendorHosts: readonly string[];
}

export interface RunOrder {
  readonly setupId: string;
  readonly request: RunRequest;
  readonly askedBy: string;
  /** Of the schedule: one that a later run has answered already is not carried out any more. */
  readonly askedAt?: Instant;
}

export interface RunQueue {
  /** Puts a run into the queue; returns the job's id. */
  readonly ask: (order: RunOrder) => Promise<string>;
}

export type NewsItem =
  | {
      readonly kind: 'progress';
      readonly progress:
        | Progress
        | { readonly phase: 'waiting'; readonly part: Part | null; readonly done: 0; readonly total: null };
    }
  | {
      readonly kind: 'ended';
      readonly runId: string | null;
      readonly mode: RunRequest['mode'];
      readonly status: RunStatus | 'busy' | 'fault';
    }
  | { readonly kind: 'changed' };

/** What happens to integrations while somebody watches. */
export interface News {
  readonly tell: (setupId: string, item: NewsItem) => void;
  /** Returns how to stop listening. */
  readonly listen: (setupId: string, hear: (item: NewsItem) => void) => () => void;
  /** Progress of the run under way; null: none. */
  readonly running: (setupId: string) => (NewsItem & { readonly kind: 'progress' })['progress'] | null;
}

export interface SandboxKeys {
  readonly personio: { readonly baseUrl: string; readonly clientId: string; readonly clientSecret: string };
  readonly timetac: {
    readonly baseUrl: string;
    readonly account: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
}

/** Simulated accounts, one pair per integration, in this process. */
export interface Sandbox {
  readonly open: (setupId: string) => Promise<SandboxKeys>;
  readonly keysOf: (setupId: string) => SandboxKeys | null;
  /** Integrations whose accounts are here. */
  readonly ids: () => readonly string[];
  /** Whether an address is one of ours. */
  readonly isOurs: (address: string) => boolean;
}

export interface Mail {
  /** @throws MailTrouble */
  readonly send: (mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly html?: string;
    readonly attachment?: { readonly fileName: string; readonly text: string } | null;
    /** Stays the same over all tries. */
    readonly messageId?: string;
  }) => Promise<void>;
}

/** The mail server could not be reached, or said no; the message is its own words. */
export class MailTrouble extends Error {
  override readonly name = 'MailTrouble';
  /** There is no such address: no later try can help. */
  readonly isAddressWrong: boolean;
  /** It cannot be reached, or takes nothing from us: no other mail can go now. */
  readonly isServerDown: boolean;

  constructor(
    message: string,
    { isAddressWrong = false, isServerDown = false }: { isAddressWrong?: boolean; isServerDown?: boolean },
  ) {
    super(message);
    this.isAddressWrong = isAddressWrong;
    this.isServerDown = isServerDown;
  }
}

/** A provider of single sign-on (OpenID Connect). */
export interface SingleSignOn {
  readonly name: string;
  /** Where to lead, and what to find again afterwards. */
  readonly begin: () => Promise<{ readonly url: string; readonly memory: string }>;
  /** Whom the provider vouches for; throws where its answer does not fit what was begun. */
  readonly finish: (askedAt: URL, memory: string) => Promise<Vouched>;
}

export interface Vouched {
  readonly identity: ProviderIdentity;
  /** null: none that the provider says is theirs. */
  readonly email: string | null;
}

/** Asking an address without credentials. */
export interface Probes {
  readonly ask: (url: string) => Promise<{ readonly status: number; readonly text: string }>;
}

/** Who asks, and as what. */
export interface Actor {
  readonly person: Person;
  /** As what in the integration that is concerned; `operator` everywhere. */
  readonly role: Role | 'operator';
}
