// A whole small world for tests: two simulated vendors, the real doors, an archive and the engine, on one virtual clock.

import { createHash } from 'node:crypto';
import { simulatorTransport } from '../../src/connectors/http/transport.ts';
import { createPersonioDoor } from '../../src/connectors/personio/door.ts';
import { createTimetacDoor } from '../../src/connectors/timetac/door.ts';
import type { RunReport } from '../../src/core/report/run-report.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { Archive } from '../../src/engine/archive.ts';
import { isIdle } from '../../src/engine/poll.ts';
import { runSync } from '../../src/engine/run-sync.ts';
import {
  type GenerationMark,
  type RunRequest,
  type Workshop,
  ordinaryRun,
} from '../../src/engine/workshop.ts';
import type { Home } from '../../src/service/home.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import { companySettingsDocument } from '../../src/simulators/company/settings-document.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { createPersonioSimulator } from '../../src/simulators/personio/simulator.ts';
import type { PersonioSwitches } from '../../src/simulators/personio/switches.ts';
import { createTimetacSimulator } from '../../src/simulators/timetac/simulator.ts';
import type { TimetacSwitches } from '../../src/simulators/timetac/switches.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import { settingsOfDocument } from './settings.ts';

/** A configuration document as plain data: tests put right and wrong things into it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Draft = Record<string, any>;
export type ChangeSettings = (document: Draft) => void;

export interface WorldOptions {
  readonly states: CompanyStates;
  /** The virtual clock's beginning, as an instant. */
  readonly now: number;
  readonly settings?: ChangeSettings;
  /** Of absences and attendances; without it the company's first day with time trackings. */
  readonly startDate?: string;
  readonly personio?: Partial<PersonioSwitches>;
  readonly timetac?: Partial<TimetacSwitches>;
  readonly archive?: Archive;
  /** Stands between engine and vendors: may lose, delay or break requests. */
  readonly between?: (handle: Handle, side: 'personio' | 'timetac') => Handle;
  readonly concurrency?: number;
  /** Days that are kept in clear; left out: thirteen months. */
  readonly detailDays?: number;
  /** From how many people on a day is looked at without the night before. */
  readonly worthAList?: number;
  readonly generation?: GenerationMark;
}

const requestMs = 20;

export type Handle = (request: Request) => Promise<Response>;

export type World = ReturnType<typeof createWorld>;

export function createWorld(options: WorldOptions) {
  let now = options.now;
  const clock = { now: () => now, advance: (ms: number) => (now += ms) };
  const random = seededRandom(7);
  const timing = {
    now: clock.now,
    sleep: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
    random,
  };
  const personio = createPersonioSimulator({
    state: options.states.personio,
    surroundings: timing,
    switches: { 'rate-limit': 'off', ...options.personio },
  });
  const timetac = createTimetacSimulator({
    state: options.states.timetac,
    surroundings: timing,
    switches: { ...options.timetac },
  });
  let settings = settingsFor(options);
  const between = options.between ?? ((handle: Handle) => handle);
  /** Every call takes its time, so that the world does not stand still. */
  const ticking =
    (handle: Handle): Handle =>
    (request) => {
      now += requestMs;
      return handle(request);
    };
  const archive = options.archive ?? new MemoryArchive();
  let ids = 0;

  const openDoors = () => {
    const common = { timing, pacing: 'off' as const };
    const { personio: hr, timetac: time } = settings;
    return {
      hr: createPersonioDoor({
        ...hr,
        ...common,
        transport: simulatorTransport(ticking(between(personio.handle, 'personio'))),
      }),
      time: createTimetacDoor({
        ...time,
        ...common,
        transport: simulatorTransport(ticking(between(timetac.handle, 'timetac'))),
      }),
    };
  };

  const shop = (onArchive: Archive = archive): Workshop => ({
    ...openDoors(),
    archive: onArchive,
    generation: options.generation ?? null,
    settings,
    now: clock.now,
    sleep: timing.sleep,
    newId: () => createHash('sha256').update(`id ${ids++}`).digest('hex').slice(0, 16),
    newPassword: () => 'a long random password',
    concurrency: options.concurrency ?? 1,
    detailDays: options.detailDays ?? 396,
    ...(options.worthAList === undefined ? {} : { worthAList: options.worthAList }),
    tell: () => undefined,
    tidy: () => undefined,
  });

  /** The front desk's own home, on the same archive. */
  const home: Home = {
    openArchive: () => Promise.resolve(archive),
    openDoors: () => ({ ...openDoors(), close: () => Promise.resolve() }),
    concurrency: options.concurrency ?? 1,
    detailDays: 396,
  };

  const run = async (
    request: Partial<RunRequest> = {},
    onArchive: Archive = archive,
  ): Promise<RunReport | 'busy'> => runSync(shop(onArchive), { ...ordinaryRun, ...request });

  const sync = async (
    request: Partial<RunRequest> = {},
    onArchive: Archive = archive,
  ): Promise<RunReport> => {
    const report = await run(request, onArchive);
    if (report === 'busy') throw new Error(`no run: ${report}`);
    return report;
  };

  return {
    /** Asks first, as the server's schedule does. */
    poll: async () => ((await isIdle(shop())) ? 'idle' : run()),
    clock,
    personio,
    timetac,
    archive,
    shop,
    home,
    sync,
    get settings() {
      return settings;
    },
    changeSettings: (change: ChangeSettings) => {
      settings = settingsFor({ ...options, settings: change });
    },
  };
}

/** The company's own configuration document, read as a file would be, with a test's changes. */
function settingsFor(options: WorldOptions): Settings {
  const document = companySettingsDocument(options.states, {
    personioUrl: 'http://127.0.0.1:1',
    timetacUrl: 'http://127.0.0.1:2',
    ...(options.startDate === undefined ? {} : { startDate: options.startDate }),
  });
  options.settings?.(document);
  return settingsOfDocument(document);
}
