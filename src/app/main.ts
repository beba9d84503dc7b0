// The fuse box's switch: environment and words in, exit code out.

import { check } from '../cli/check.ts';
import type { Command } from '../cli/commands.ts';
import { employees } from '../cli/employees.ts';
import { explain } from '../cli/explain.ts';
import { form } from '../cli/form.ts';
import { issues } from '../cli/issues.ts';
import { pause, resume } from '../cli/pause.ts';
import { undo } from '../cli/undo.ts';
import { config } from '../cli/config.ts';
import { report } from '../cli/report.ts';
import { runCommand } from '../cli/run-command.ts';
import { sync } from '../cli/sync.ts';
import { tellTrouble } from '../cli/trouble.ts';
import { processTerminal } from '../cli/terminal.ts';
import { UsageMistake } from '../cli/arguments.ts';
import { exitCodes } from '../cli/exit.ts';
import { readServerSettings } from './config.ts';
import { sharedHere } from '../connectors/http/shared-pace.ts';
import { openDoors } from './doors.ts';
import { versionOf } from './package.ts';
import { papers } from './papers.ts';
import { sayWhenStopped } from './stop.ts';

const commands: Readonly<Record<string, Command>> = {
  start: onDemand(
    'start [--port 8080] [--host 127.0.0.1] [--data DIR] [--config FILE] [--demo | --no-demo] [--quiet]',
    'the server, its page and one worker; with nothing configured, the demo company',
    async () => (await import('./start.ts')).runStart,
  ),
  worker: onDemand(
    'worker',
    'one more worker on the same PostgreSQL',
    async () => (await import('./worker.ts')).runWorker,
  ),
  check,
  sync,
  report,
  explain,
  undo,
  issues,
  employees,
  pause,
  resume,
  form,
  keys: onDemand(
    'keys rotate [--data DIR]',
    'seal the stored credentials with a new master key; the server must not run meanwhile',
    async () => (await import('./rotate-keys.ts')).runKeys,
  ),
  db: onDemand(
    'db (export --out FILE | import FILE) [--data DIR]',
    'move everything to another place, or back it up; the server must not run meanwhile',
    async () => (await import('./db.ts')).runDb,
  ),
  simulate: onDemand(
    'simulate [--personio-port N] [--timetac-port N] [--company demo | --seed N --employees N --days N] [--set switch=value …]',
    'both vendors, simulated on loopback; prints a configuration that fits',
    async () => (await import('./simulate.ts')).runSimulate,
  ),
  config,
};

/** What serves or simulates takes long to load, and most commands need none of it. */
function onDemand(usage: string, summary: string, load: () => Promise<Command['run']>): Command {
  return { usage, summary, run: async (context) => (await load())(context) };
}
/** Runs one command and ends the process with its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const terminal = processTerminal;
  // Progress that nobody reads (any more) ends no run and no server.
  process.stderr.on('error', () => undefined);
  // A reader that went away (`| head`) is no fault of ours; a result that could not be written is told.
  let unwritten: NodeJS.ErrnoException | null = null;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') unwritten = error;
  });
  // What nobody caught is a fault of ours too, and never passes for a run with issues.
  process.on('uncaughtException', (error) => {
    const exit = tellTrouble(error, null, argv, terminal);
    whenDrained(() => process.exit(exit));
  });
  sayWhenStopped(argv, terminal, (exit) => whenDrained(() => process.exit(exit)));
  // What is quiet for cron is quiet about mails too: the page and `tandem report` show what waits.
  const hint = argv.includes('--quiet') ? () => undefined : terminal.err;
  let exit: number;
  try {
    const server = readServerSettings(process.env);
    exit = await runCommand(commands, argv, {
      version: versionOf,
      server,
      terminal,
      // The database is loaded by whoever needs it: a mistake in the words is told at once.
      carryOut: async (task, dataDir, tell) =>
        (await import('./home.ts')).carryOut(server, task, dataDir, tell, hint),
      vendorsOnly: {
        openDoors: (settings) => openDoors(settings, server.allowPrivateHosts, sharedHere(Date.now)),
      },
      papers,
    });
  } catch (error) {
    if (!(error instanceof UsageMistake)) throw error;
    exit = tellTrouble(error, null, argv, terminal);
  }
  await new Promise<void>(whenDrained);
  // What failed to be written says so a turn later.
  await new Promise((resolve) => setImmediate(resolve));
  if (unwritten !== null) {
    terminal.err(`tandem: the result could not be written: ${String(unwritten)}\n`);
    exit = exitCodes.fault;
  }
  process.exit(exit);
}

/** A pipe may take a large document slowly; ending before it is through would cut the JSON. */
function whenDrained(then: () => void): void {
  if (process.stdout.writableLength === 0) then();
  else process.stdout.write('', () => then());
}
