// `tandem start`: the server and one worker. With nothing configured it opens the demo company, so that a stranger sees
// two systems come into step within a minute.

import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildServer } from '../api/server.ts';
import { openMetrics } from '../api/metrics.ts';
import { UsageMistake, readArguments } from '../cli/arguments.ts';
import type { Command, CommandContext } from '../cli/commands.ts';
import { exitCodes } from '../cli/exit.ts';
import { type ProgressView, progressView } from '../cli/progress.ts';
import { readSettingsFile } from '../cli/settings-file.ts';
import { renderCounts, renderReport } from '../cli/summary.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { RunReport } from '../core/report/run-report.ts';
import { ordinaryRun } from '../engine/workshop.ts';
import type { FrontDesk } from '../service/front-desk.ts';
import type { RunEnd } from '../service/runs/perform.ts';
import { sql } from 'kysely';
import { portOf } from './config.ts';
import { type OpenDesk, openFrontDesk, pageFolder } from './front-desk.ts';
import { type OpenHome, generationName, holderSilent, openHome } from './home.ts';
import { demoId, fileIdOf, keepOwn, setUpDemo, showFiles } from './integrations.ts';
import { noWall } from './no-wall.ts';
import { runLine } from './run-log.ts';
import { untilStopped } from './stop.ts';

const options = {
  port: 'text',
  host: 'text',
  data: 'text',
  config: 'text',
  demo: 'flag',
  'no-demo': 'flag',
} as const;

export const runStart: Command['run'] = async (context) => {
  const given = readArguments(context.argv, options, []);
  if (given.flag('demo') && given.flag('no-demo'))
    throw new UsageMistake('--demo and --no-demo exclude each other');
  const file = given.text('config');
  if (file !== null && given.flag('demo')) throw new UsageMistake('--demo and --config exclude each other');
  const place = {
    port: portOf(given.text('port') ?? undefined, '--port') ?? context.server.port,
    host: given.text('host') ?? '127.0.0.1',
  };
  const dataDir = resolve(given.text('data') ?? context.server.dataDir);
  const view = progressView(context.terminal, given.flag('quiet'));
  const isConfigured =
    file !== null || context.server.databaseUrl !== null || existsSync(join(dataDir, 'db'));
  const demo = given.flag('demo') || (!given.flag('no-demo') && !isConfigured);
  const files = file === null ? [] : [readSettingsFile(context, file)];
  const rest = { place, view, quiet: given.flag('quiet') };
  if (demo) return serveDemo(context, { ...rest, dataDir: join(dataDir, 'demo'), demo, files });
  return serveReal(context, { ...rest, dataDir, demo, files });
};

/** Where the page is served; anywhere but loopback is a decision of whoever starts it. */
interface Place {
  readonly port: number;
  readonly host: string;
}

async function serveReal(context: CommandContext, serving: Serving, prepare?: () => void) {
  const opened = await openOrExplain(context, serving.dataDir, prepare);
  try {
    await serve(context, opened, serving);
  } finally {
    await opened.close();
  }
  return exitCodes.inStep;
}

/** The demo begins anew with every start: its vendors live in this process, so its folder must not remember others. */
function serveDemo(context: CommandContext, serving: Serving) {
  const { dataDir } = serving;
  const server = { ...context.server, allowPrivateHosts: true, databaseUrl: null, masterKeyFile: null };
  return serveReal({ ...context, server }, serving, () => {
    for (const name of ['db', generationName, 'master.key'])
      rmSync(join(dataDir, name), { recursive: true, force: true });
  });
}

async function openOrExplain(
  context: CommandContext,
  dataDir: string,
  prepare?: () => void,
): Promise<OpenHome> {
  const patientUntil = Date.now() + patientMs;
  for (;;) {
    const opened = await openHome(context.server, dataDir, prepare);
    if (!('heldBy' in opened)) return opened;
    // A command that is at work lets it go when it ends; a server does not.
    if (Date.now() >= patientUntil) throw new UsageMistake(holderSilent(dataDir, opened.heldBy, 'holds it'));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** For a command that ends soon. */
const patientMs = 10_000;

interface Serving {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly files: readonly Settings[];
  readonly place: Place;
  readonly view: ProgressView;
  readonly quiet: boolean;
}

async function serve(context: CommandContext, opened: OpenHome, serving: Serving): Promise<void> {
  const { terminal, server } = context;
  const { demo, dataDir, place, view } = serving;
  const told = (error: Error, where = ''): void =>
    terminal.err(`tandem: ${where === '' ? '' : `${where}: `}${error.stack ?? error.message}\n`);
  const files = new Map(serving.files.map((settings) => [fileIdOf(settings), settings]));
  let listeningAt = '';
  const publicUrl = (): string => server.publicUrl ?? listeningAt;
  const front = await openFrontDesk(opened, {
    server,
    dataDir,
    demo,
    mayMakeKey: true,
    files,
    publicUrl,
    told,
    notice: (line) => terminal.err(`tandem: ${line}\n`),
  });
  const metrics = openMetrics();
  const app = await buildServer({
    desk: front.desk,
    page: { folder: pageFolder() },
    metrics,
    ready: () => Promise.race([takesChanges(opened), saysNothing()]),
    told,
    trustProxy: server.proxies.length === 0 ? false : [...server.proxies],
    isSecure: server.publicUrl?.startsWith('https:') === true,
  });
  const keeping = setInterval(() => {
    void keepOwn(front.desk, files)
      .then((wasLost) => (wasLost ? terminal.err(takenBack) : undefined))
      // The database is away: the next look finds it.
      .catch(() => undefined);
  }, keepEveryMs);
  keeping.unref();
  const ended = Promise.race([untilStopped().then(() => null), opened.database.brokenDown]);
  try {
    listeningAt = await app.listen(place).catch((error: NodeJS.ErrnoException) => {
      throw unservable(place, error);
    });
    for (const name of await showFiles(front.desk, files))
      terminal.err(
        `tandem: “${name}” comes from a configuration file that this start does not name: it is switched off. Name the file with --config, or remove the integration on its page (Settings).\n`,
      );
    // A first run may take hours; whoever sets up need not wait for it.
    terminal.err(`Listening at ${publicUrl()}\n`);
    opened.onHandedOver((report) => metrics.runEnded(report));
    const link = front.firstLink();
    if (link !== null) terminal.out(`Create the first operator here: ${link}\n`);
    const first = demo ? await setUpDemo(front.desk, front.sandboxes) : [...files.keys()][0];
    const watch = first === undefined ? null : watchFirstRun(front.desk, first, view);
    await front.queue.begin(front.desk, (order, end) => {
      metrics.runEnded(end);
      const line = demo || serving.quiet ? null : runLine(order.setupId, end, server.logLevel);
      if (line !== null) terminal.err(line);
      // One that broke down is tried again.
      if (end !== 'fault') watch?.ended(order.setupId, end);
    });
    if (opened.database.hasWall === false) terminal.err(noWall);
    if (front.newKeyAt !== null && !demo) terminal.err(aboutNewKey(front.newKeyAt));
    if (demo) terminal.err(aboutDemo);
    const report = watch === null ? null : await Promise.race([watch.report, ended.then(() => null)]);
    const name = first === undefined ? '' : ((await front.desk.office.setup(first))?.name ?? '');
    // What is told of people is for whoever sits there, not for a service's log.
    const render = demo || terminal.isRead ? renderReport : renderCounts;
    if (report !== null && !serving.quiet) terminal.out(render(report, name));
    if (demo && report !== null) await haveConflicts(front);
    terminal.out(`\nThe page: ${publicUrl()}\n`);
    terminal.err('Serving until it is stopped with Ctrl+C.\n');
    const why = await ended;
    if (why !== null) throw why;
  } finally {
    clearInterval(keeping);
    await app.close();
    await front.close();
  }
}

/** What whoever starts it can mend is told as such. */
function unservable({ host, port }: Place, error: NodeJS.ErrnoException): Error {
  const other = 'choose another with --port or TANDEM_PORT';
  switch (error.code) {
    case 'EADDRINUSE':
      return new UsageMistake(`port ${port} is in use: ${other}`);
    case 'EACCES':
      return new UsageMistake(`port ${port} may not be taken by this user: ${other}`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new UsageMistake(`--host: “${host}” is no address of this machine (${error.code})`);
    default:
      return error;
  }
}

/** In the demo somebody edits in Personio what was exported, and the next run finds it: conflicts to decide. */
async function haveConflicts({ sandboxes, queue }: OpenDesk): Promise<void> {
  if (sandboxes.editByHand(demoId) === 0) return;
  // What was deleted shows up when everything is compared.
  const request = { ...ordinaryRun, full: true };
  await queue.ask({ setupId: demoId, request, askedBy: 'schedule' });
}

/** A database that was switched to reading only lets no run begin. */
async function takesChanges({ database }: OpenHome): Promise<boolean> {
  const answer = await sql<{ only: string }>`select current_setting('transaction_read_only') as only`.execute(
    database.sql,
  );
  return answer.rows[0]?.only === 'off';
}

/** Whoever asks waits no longer, and neither does a server that is to stop. */
const patienceMs = 3_000;
const saysNothing = (): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), patienceMs).unref());

/** Between two looks whether another start has switched off what comes from the files of this one. */
const keepEveryMs = 60_000;
const takenBack =
  'tandem: another server on this database was started without the configuration files of this one and has switched their integrations off; they are on again. Start more processes with tandem worker.\n';
const aboutDemo =
  'This is the demo company: both vendors are simulated in this process, without their rate limits. It begins anew with every start.\n';
const aboutNewKey = (path: string): string =>
  `A new master key was made: ${path}. Keep a copy in a safe place apart from the data: without it stored credentials are lost.\n`;

interface FirstRun {
  /** null: it came to nothing. */
  readonly report: Promise<RunReport | null>;
  readonly ended: (setupId: string, end: RunEnd) => void;
}

/** The first run of what the server brought along is told here as well; all others on their pages. */
function watchFirstRun(desk: FrontDesk, setupId: string, view: ProgressView): FirstRun {
  let resolve: (report: RunReport | null) => void = () => undefined;
  const report = new Promise<RunReport | null>((done) => {
    resolve = done;
  });
  const stop = desk.news.listen(setupId, (item) => {
    if (item.kind === 'progress' && item.progress.phase !== 'waiting') view.tell(item.progress);
  });
  return {
    report,
    ended: (id, end) => {
      if (id !== setupId) return;
      stop();
      view.end();
      resolve(typeof end === 'string' ? null : end);
    },
  };
}
