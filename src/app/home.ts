// Opening a home: the database where this process may hold it, or the way to the process that does.

import { type SharedPace, sharedHere } from '../connectors/http/shared-pace.ts';
import type { Home } from '../service/home.ts';
import { ConnectionsHandedOn } from '../store/own-connections.ts';
import { type Database, openEmbeddedDatabase, openServerDatabase } from '../store/database.ts';
import { type FolderLock, type Holder, lockFolder, makeFolder } from '../store/embedded/lock.ts';
import { isAwayCode } from '../store/sql/away.ts';
import { openArchive } from '../store/sql/sql-archive.ts';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { integrationId } from '../service/home.ts';
import type { ServerSettings } from '../service/server-settings.ts';
import { openDoors } from './doors.ts';
import { placeMistake } from './places.ts';
import { generationFile } from './generation.ts';
import { type Desk, HolderSilent, handOver, serveDesk } from './local-desk.ts';
import { openOffice } from '../store/sql/office.ts';
import { sharedOn } from '../store/sql/shared-pace.ts';
import { onOneLine } from '../core/report/plain.ts';
import { sendOwnMails } from '../service/mails/own-post.ts';
import { UsageMistake } from '../cli/arguments.ts';
import type { RunReport } from '../core/report/run-report.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Progress } from '../engine/workshop.ts';
import { forgetOldDaily } from '../service/keep.ts';
import { type Task, type TaskResult, type Verb, performTask } from '../service/tasks.ts';

export interface OpenHome {
  readonly home: Home;
  readonly database: Database;
  /** Whoever calls vendors from here, or from other processes on this database, draws from the same buckets. */
  readonly pace: SharedPace;
  /** Hears how runs ended that commands handed over. */
  readonly onHandedOver: (hear: (report: RunReport) => void) => void;
  readonly close: () => Promise<void>;
}

export const generationName = 'generations.json';

/** Writes at once to one vendor; its buckets bound the rate. */
const concurrency = 4;

/** Opens the database, or says who holds the folder. `prepare` runs with the folder in hand, before it is opened. */
export async function openHome(
  server: ServerSettings,
  dataDir: string,
  prepare: () => void = () => undefined,
): Promise<OpenHome | { readonly heldBy: Holder | null }> {
  if (server.databaseUrl !== null) {
    usable(dataDir);
    const database = await openServerDatabase(server.databaseUrl).catch(explainDatabase);
    const pace = sharedOn(database.sql);
    return {
      home: homeOn(database, server, dataDir, pace),
      database,
      pace,
      // On a server every command works by itself.
      onHandedOver: () => undefined,
      close: database.close,
    };
  }
  const lock = await lockFolder(dataDir).catch((error: unknown) => {
    throw placeMistake(error, dataDir, '--data or TANDEM_DATA_DIR');
  });
  if ('heldBy' in lock) return lock;
  prepare();
  return openLocked(server, dataDir, lock);
}

/** The mark by which an older database is known is written after a run: a folder that takes none is told before it. */
function usable(folder: string): void {
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw placeMistake(error, folder, '--data or TANDEM_DATA_DIR');
  }
}

/** 28: who signs in is not let in; 3D: there is no such database; 42501: without the right to make tables; certificates. */
const unusable = /^(28|3D|42501|ERR_TLS|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/;

/** What whoever runs the server can mend is told as such, not as a fault of ours. */
function explainDatabase(error: unknown): never {
  const { message, code } = rootOf(error);
  if (
    error instanceof ConnectionsHandedOn ||
    isAwayCode(code) ||
    unusable.test(code) ||
    /does not support SSL/.test(message)
  )
    throw new UsageMistake(
      `TANDEM_DATABASE_URL: the database cannot be reached or used: ${message}${code === '' ? '' : ` (${code})`}`,
    );
  refuseNewer(message, 'TANDEM_DATABASE_URL');
  throw error;
}

/** PGlite cannot start on these files, or they are not all there; or PostgreSQL finds them damaged (XX001, XX002) or missing (58P01). */
const damaged = /failed to initialize|^database: it has broken down|no whole database$|^(XX001|XX002|58P01)$/;

function explainFolder(error: unknown, dataDir: string): never {
  const { message, code } = rootOf(error);
  refuseNewer(message, dataDir);
  if (damaged.test(message) || damaged.test(code))
    throw new UsageMistake(
      `the database in ${dataDir} cannot be opened and seems to be damaged: ${message}. Nothing was changed in it. Restore its folder db from a backup: docs/operating/restore-from-backup.md tells how.`,
    );
  throw error;
}

function refuseNewer(message: string, place: string): void {
  if (message.includes('corrupted migrations'))
    throw new UsageMistake(
      `${place}: a newer version of Tandem has made this database. Start that version, or restore the backup from before.`,
    );
}

function rootOf(error: unknown): { readonly message: string; readonly code: string } {
  if (!(error instanceof Error)) return { message: String(error), code: '' };
  if (error.cause !== undefined) return rootOf(error.cause);
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  if (first !== undefined) return rootOf(first);
  return { message: error.message, code: (error as { code?: string }).code ?? '' };
}

async function openLocked(server: ServerSettings, dataDir: string, lock: FolderLock): Promise<OpenHome> {
  let database: Database | null = null;
  let desk: Desk | null = null;
  try {
    const folder = join(dataDir, 'db');
    if (existsSync(folder)) usable(folder);
    database = await openEmbeddedDatabase(folder).catch((error: unknown) => explainFolder(error, dataDir));
    const pace = sharedHere(Date.now);
    const home = homeOn(database, server, dataDir, pace);
    const opened = database;
    let heard: (report: RunReport) => void = () => undefined;
    void lock.lost.then(() => opened.breakDown(new Error(`another process has taken the folder ${dataDir}`)));
    // What somebody hands over owes its mails like everything else.
    desk = await serveDesk(lock.socketPath, async (task, tell) => {
      const result = await performTask(home, task, tell);
      if (task.verb === 'sync' && result !== null && typeof result === 'object') heard(result as RunReport);
      await postAfter(server, opened, home, task, () => undefined);
      return result;
    });
    const running = { database, desk };
    return {
      home,
      database,
      pace,
      onHandedOver: (hear) => (heard = hear),
      close: async () => {
        // Work that others handed over is finished before the folder is let go.
        await running.desk.close();
        await running.database.close();
        await lock.release();
      },
    };
  } catch (error) {
    await desk?.close();
    await database?.close();
    await lock.release();
    throw error;
  }
}

function homeOn(database: Database, server: ServerSettings, dataDir: string, pace: SharedPace): Home {
  return {
    generationOf: (settings) => generationFile(join(dataDir, generationName), integrationId(settings)),
    openArchive: (settings) =>
      openArchive(
        database,
        { id: integrationId(settings), name: settings.name, settings: withoutCredentials(settings) },
        Date.now(),
      ),
    openDoors: (settings) => openDoors(settings, server.allowPrivateHosts, pace),
    concurrency,
    detailDays: server.detailDays,
  };
}

/** The form as the archive may know it: secrets never enter a table in the clear. */
function withoutCredentials(settings: Settings): unknown {
  const { personio, timetac, ...form } = settings;
  const { clientSecret: _personioSecret, clientId: _personioId, ...hr } = personio;
  const { clientSecret: _timetacSecret, clientId: _timetacId, ...time } = timetac;
  return { ...form, personio: hr, timetac: time };
}

/** Carries a task out in this process, or hands it to the one that holds the data folder. */
export async function carryOut<V extends Verb>(
  server: ServerSettings,
  task: Task<V>,
  dataDir: string,
  tell: (progress: Progress) => void,
  /** Hears what a person should know beside the result. */
  hint: (text: string) => void,
): Promise<TaskResult<V>> {
  const patientUntil = Date.now() + silentMs;
  for (;;) {
    const opened = await openHome(server, dataDir);
    if (!('heldBy' in opened)) {
      try {
        const result = await performTask(opened.home, task, tell);
        await postAfter(server, opened.database, opened.home, task, hint);
        return result;
      } finally {
        await opened.close();
      }
    }
    try {
      if (opened.heldBy === null) throw new HolderSilent('no lock file');
      return await handOver(opened.heldBy.socketPath, task, tell);
    } catch (error) {
      if (!(error instanceof HolderSilent)) throw error;
      // It may be opening the database or letting the folder go at this moment.
      if (Date.now() >= patientUntil)
        throw new UsageMistake(holderSilent(dataDir, opened.heldBy, 'holds it and does not answer'));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

const mayOweMails = (task: Task): boolean =>
  (task.verb === 'sync' && task.request.mode === 'live') || (task.verb === 'undo' && task.mode === 'live');

/**
 * The report goes out with the command that ran; a mail server that is down keeps nobody waiting for long, and whatever goes
 * wrong here, the command's own result stands.
 */
async function postAfter(
  server: ServerSettings,
  database: Database,
  home: Home,
  task: Task,
  hint: (text: string) => void,
): Promise<void> {
  if (!mayOweMails(task)) return;
  const fault = (error: unknown): void => hint(`tandem: mails: ${String(error)}\n`);
  try {
    // Loaded on demand: most commands send nothing.
    const { openMail } = await import('./mail.ts');
    const office = openOffice(database.sql);
    const { settings } = task;
    const mail = openMail(server);
    const { waiting, refused } = await sendOwnMails({ home, office, mail, settings, now: Date.now, fault });
    await forgetOldDaily({ office, now: Date.now }, await home.openArchive(settings));
    // No page shows it to somebody who has none.
    for (const [to, words] of new Map(refused.map((one) => [one.to, one.words])))
      hint(mailRefused(to, words));
    if (waiting > 0) hint(server.smtpUrl === null ? mailsWaitForServer(waiting) : mailsWait(waiting));
  } catch (error) {
    fault(error);
  }
}

const mailsWaitForServer = (count: number): string =>
  `${count} ${count === 1 ? 'mail waits' : 'mails wait'}: no mail server is set up (TANDEM_SMTP_URL).\n`;
const mailsWait = (count: number): string =>
  `${count} ${count === 1 ? 'mail waits' : 'mails wait'}: the mail server did not take ${count === 1 ? 'it' : 'them'}. The next command or a server tries again.\n`;

const mailRefused = (to: string, words: string): string =>
  `the mail server refuses ${to} for good (${onOneLine(words, mostWords)}): nobody gets these reports. Correct the address under report.to.\n`;
const mostWords = 200;

/** How long a holder may be opening the database or letting the folder go. */
const silentMs = 10_000;

export function holderSilent(dataDir: string, holder: Holder | null, what: string): string {
  const who = holder === null ? 'another process' : `process ${holder.pid}`;
  return `the data folder ${dataDir} is in use: ${who} ${what}. Stop it, or use another folder with --data.`;
}
