// `tandem start`: the server and one worker. With nothing configured it opens the demo company, so that a stranger sees
// two systems come into step within a minute.

import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serveStatus, type ServedState } from '../api/server.ts';
import { UsageMistake, readArguments } from '../cli/arguments.ts';
import type { Command, CommandContext } from '../cli/commands.ts';
import { exitCodes } from '../cli/exit.ts';
import { type ProgressView, progressView } from '../cli/progress.ts';
import { readSettingsFile } from '../cli/settings-file.ts';
import { renderReport } from '../cli/summary.ts';
import { parseSettings } from '../core/settings/document.ts';
import type { Settings } from '../core/settings/settings.ts';
import { addDays, dateOf, timeOf, wallOf } from '../core/time/calendar.ts';
import type { Progress } from '../engine/workshop.ts';
import { readReport, startSync } from '../service/home.ts';
import { demoCompany } from '../simulators/company/demo.ts';
import { seededRandom } from '../simulators/faults/random.ts';
import { portOf } from './config.ts';
import { type OpenHome, generationName, holderSilent, openHome } from './home.ts';
import { type Simulation, serveSimulation } from './simulation.ts';
import { untilStopped } from './stop.ts';

const options = {
  port: 'text',
  host: 'text',
  data: 'text',
  config: 'text',
  demo: 'flag',
  'no-demo': 'flag',
  quiet: 'flag',
} as const;

export const start: Command = {
  usage: 'start [--port 8080] [--host 127.0.0.1] [--data DIR] [--config FILE] [--demo | --no-demo] [--quiet]',
  summary: 'the server, its page and one worker; with nothing configured, the demo company',
  run: async (context) => {
    const given = readArguments(context.argv, options, []);
    if (given.flag('demo') && given.flag('no-demo'))
      throw new UsageMistake('--demo and --no-demo exclude each other');
    const file = given.text('config');
    if (file !== null && given.flag('demo')) throw new UsageMistake('--demo and --config exclude each other');
    if (file === null && given.flag('no-demo'))
      throw new UsageMistake(
        'nothing is configured: name a file with --config, or leave --no-demo out to open the demo',
      );
    const place: Place = {
      port: portOf(given.text('port') ?? undefined, '--port') ?? context.server.port,
      host: given.text('host') ?? '127.0.0.1',
    };
    const dataDir = resolve(given.text('data') ?? context.server.dataDir);
    const view = progressView(context.terminal, given.flag('quiet'));
    return file === null
      ? serveDemo(context, join(dataDir, 'demo'), place, view)
      : serveFile(context, file, dataDir, place, view);
  },
};

async function serveFile(
  context: CommandContext,
  file: string,
  dataDir: string,
  place: Place,
  view: ProgressView,
) {
  const settings = readSettingsFile(context, file);
  const opened = await openOrExplain(context, dataDir);
  try {
    await serve(context, opened, settings, { ...place, banner: null, view });
  } finally {
    await opened.close();
  }
  return exitCodes.inStep;
}

/** The demo begins anew with every start: its vendors live in this process, so its folder must not remember others. */
async function serveDemo(context: CommandContext, dataDir: string, place: Place, view: ProgressView) {
  const now = Date.now();
  const simulation = await serveSimulation({
    states: demoCompany({ now }),
    personioPort: 0,
    timetacPort: 0,
    personio: {},
    timetac: {},
    random: seededRandom(1),
  });
  const server = { ...context.server, allowPrivateHosts: true, databaseUrl: null };
  let opened: OpenHome | null = null;
  try {
    opened = await openOrExplain({ ...context, server }, dataDir, () => {
      for (const name of ['db', generationName])
        rmSync(join(dataDir, name), { recursive: true, force: true });
    });
    context.terminal.err(
      `The demo company: Personio simulated on ${simulation.personioUrl}, TimeTac on ${simulation.timetacUrl}, both without their rate limits.\n`,
    );
    await serve(context, opened, demoSettings(simulation), {
      ...place,
      banner:
        'This is the demo company: both vendors are simulated in this process, without their rate limits. It begins anew with every start.',
      view,
    });
  } finally {
    await opened?.close();
    await simulation.close();
  }
  return exitCodes.inStep;
}

function demoSettings(simulation: Simulation): Settings {
  const parsed = parseSettings(JSON.stringify(simulation.settings), {
    fileName: 'demo.json',
    environment: {},
    allowPrivateHosts: true,
  });
  if (!parsed.ok) throw new Error(`the demo's settings are broken: ${JSON.stringify(parsed.mistakes)}`);
  return parsed.settings;
}

async function openOrExplain(
  context: CommandContext,
  dataDir: string,
  prepare?: () => void,
): Promise<OpenHome> {
  const opened = await openHome(context.server, dataDir, prepare);
  if ('heldBy' in opened) throw new UsageMistake(holderSilent(dataDir, opened.heldBy, 'already serves it'));
  return opened;
}

/** Where the page is served; anywhere but loopback is a decision of whoever starts it. */
interface Place {
  readonly port: number;
  readonly host: string;
}

interface Serving extends Place {
  readonly banner: string | null;
  readonly view: ProgressView;
}

async function serve(
  context: CommandContext,
  opened: OpenHome,
  settings: Settings,
  serving: Serving,
): Promise<void> {
  const { terminal } = context;
  let progress: Progress | null = null;
  const state: ServedState = {
    ready: () => true,
    name: settings.name,
    report: () => readReport(opened.home, settings, null),
    progress: () =>
      progress === null ? null : `A run is in progress: ${progress.phase} ${progress.part ?? ''}`.trim(),
    banner: serving.banner,
  };
  const page = await serveStatus(state, serving.port, serving.host).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new UsageMistake(`port ${serving.port} is in use: choose another with --port or TANDEM_PORT`);
    throw error;
  });
  const nightly = nightlyCheck(settings);
  const run = async (): Promise<void> => {
    await startSync(opened.home, settings, { ...everything, nightly: nightly.isDue() }, (now) => {
      progress = now;
      serving.view.tell(now);
    });
    progress = null;
    serving.view.end();
  };
  const stopped = untilStopped().then(() => 'stop' as const);
  /** Whether the work ended before somebody asked to stop; a run left in the middle goes on with the next start. */
  const unlessStopped = async (work: Promise<unknown>): Promise<boolean> =>
    (await Promise.race([work, stopped])) !== 'stop';
  try {
    let going = await unlessStopped(run());
    const report = going ? await state.report() : null;
    if (report !== null) {
      terminal.out(renderReport(report, settings.name));
      terminal.out(`\nThe page: ${page.url}\n`);
      terminal.err('Serving until it is stopped with Ctrl+C.\n');
    }
    while (going) {
      going = await unlessStopped(pause(settings.schedule.everySeconds * 1000));
      // A run that fails as a whole is a fault of ours; it is told, and the server goes on serving what it knows.
      const next = (): Promise<void> =>
        run().catch((error: unknown) => terminal.err(`tandem: ${String(error)}\n`));
      if (going) going = await unlessStopped(next());
    }
  } finally {
    await page.close();
  }
}

const everything = {
  mode: 'live',
  full: false,
  only: null,
  employeeIds: null,
  release: false,
  poll: true,
} as const;

/** Once a day, from the hour of the form on, recent days are compared, once a month all (rule 4.1). The day of the start counts as done. */
function nightlyCheck(settings: Settings): { readonly isDue: () => boolean } {
  const { fullCheckAt, timezone } = settings.schedule;
  const dayOfCheck = (): string => {
    const wall = wallOf(Date.now(), timezone);
    return timeOf(wall) >= fullCheckAt ? dateOf(wall) : addDays(dateOf(wall), -1);
  };
  let checkedOn = dayOfCheck();
  return {
    isDue: () => {
      const due = dayOfCheck() > checkedOn;
      checkedOn = dayOfCheck();
      return due;
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
