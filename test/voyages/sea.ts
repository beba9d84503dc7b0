// The sea of one voyage: two simulated vendors, the real doors and the engine, on one virtual clock; each vendor's own
// clock may be wrong. Like the small world of the scenarios, but made to be built and thrown away by the hundred thousand.

import { simulatorTransport } from '../../src/connectors/http/transport.ts';
import { createPersonioDoor } from '../../src/connectors/personio/door.ts';
import { createTimetacDoor } from '../../src/connectors/timetac/door.ts';
import type { RunReport } from '../../src/core/report/run-report.ts';
import { parseSettings } from '../../src/core/settings/document.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { Archive } from '../../src/engine/archive.ts';
import { foldBefore } from '../../src/engine/fold.ts';
import { isIdle } from '../../src/engine/poll.ts';
import { runSync } from '../../src/engine/run-sync.ts';
import { type RunRequest, type Workshop, ordinaryRun } from '../../src/engine/workshop.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { createPersonioSimulator } from '../../src/simulators/personio/simulator.ts';
import type { PersonioSwitches } from '../../src/simulators/personio/switches.ts';
import { createTimetacSimulator } from '../../src/simulators/timetac/simulator.ts';
import type { TimetacSwitches } from '../../src/simulators/timetac/switches.ts';

export type Handle = (request: Request) => Promise<Response>;

export interface SeaOptions {
  readonly states: CompanyStates;
  readonly document: Record<string, unknown>;
  /** The virtual clock's beginning, as an instant. */
  readonly now: number;
  readonly personio: Partial<PersonioSwitches>;
  readonly timetac: Partial<TimetacSwitches>;
  /** How far each vendor's clock is ahead of ours. */
  readonly aheadMs: { readonly personio: number; readonly timetac: number };
  readonly concurrency: number;
  /** Whether all that can be folded is, after every run, as if its days were long gone. */
  readonly folds: boolean;
  readonly worthAList: number;
  /** Begins every id that the engine gives: archives may share a database. */
  readonly name: string;
  /** Of ids and waits. A world with records of another one has another: no two have one id. */
  readonly randomSeed?: number;
  /** Stands between engine and vendors: may lose, delay or break requests. */
  readonly between: (handle: Handle, side: 'personio' | 'timetac') => Handle;
}

const requestMs = 20;

/** `poll`: asks first, and runs where something happened. */
export type RunWish = Partial<RunRequest> & { readonly poll?: true };

export type World = ReturnType<typeof createSea>;

export function createSea(options: SeaOptions) {
  let now = options.now;
  const clock = { now: () => now, advance: (ms: number) => (now += ms) };
  const random = seededRandom(options.randomSeed ?? 7);
  const sleep = (ms: number): Promise<void> => {
    now += ms;
    return Promise.resolve();
  };
  const surroundingsOf = (side: 'personio' | 'timetac') => {
    const ahead = options.aheadMs[side];
    return { now: () => now + ahead, sleep, random };
  };
  const personio = createPersonioSimulator({
    state: options.states.personio,
    surroundings: surroundingsOf('personio'),
    switches: { 'rate-limit': 'off', ...options.personio },
  });
  const timetac = createTimetacSimulator({
    state: options.states.timetac,
    surroundings: surroundingsOf('timetac'),
    switches: options.timetac,
  });
  let { document } = options;
  let settings = settingsOf(document);
  /** Somebody fills in the form anew. */
  const changeSettings = (change: (draft: Record<string, unknown>) => void): void => {
    document = structuredClone(document);
    change(document);
    settings = settingsOf(document);
  };
  const timing = { now: clock.now, sleep, random };
  /** Every call takes its time, so that the world does not stand still. */
  const transportTo = (handle: Handle, side: 'personio' | 'timetac') => {
    const way = options.between(handle, side);
    return simulatorTransport((request) => {
      now += requestMs;
      return way(request);
    });
  };
  let ids = 0;
  let isLooking = false;

  const shop = (archive: Archive): Workshop => {
    const common = { timing, pacing: 'off' as const };
    return {
      hr: createPersonioDoor({
        ...settings.personio,
        ...common,
        transport: transportTo(personio.handle, 'personio'),
      }),
      time: createTimetacDoor({
        ...settings.timetac,
        ...common,
        transport: transportTo(timetac.handle, 'timetac'),
      }),
      archive,
      settings,
      generation: null,
      now: clock.now,
      sleep,
      newId: () => `${options.name}-${String(ids++).padStart(6, '0')}`,
      newPassword: () => canaries.password,
      concurrency: options.concurrency,
      detailDays: 396,
      worthAList: options.worthAList,
      tell: () => undefined,
      tidy: () => undefined,
    };
  };

  /** `busy` while another run is in progress. */
  const run = async (
    archive: Archive,
    { poll, ...request }: RunWish = {},
  ): Promise<RunReport | 'busy' | 'idle'> => {
    const own = shop(archive);
    if (poll === true) {
      isLooking = true;
      const finds = await isIdle(own).finally(() => {
        isLooking = false;
      });
      if (finds) return 'idle';
    }
    const report = await runSync(own, { ...ordinaryRun, ...request });
    if (options.folds && report !== 'busy' && request.mode !== 'dry-run') await foldBefore(own, forEver);
    return report;
  };

  return {
    clock,
    personio,
    timetac,
    get settings() {
      return settings;
    },
    changeSettings,
    shop,
    run,
    isLooking: () => isLooking,
  };
}

const forEver = '9999-12-31';

/** Words that must never be told to anybody (S8). */
export const canaries = { password: 'a-password-that-nobody-ever-learns' } as const;

/** Voyages differ in little of their settings: what was read once is known. */
const known = new Map<string, Settings>();

function settingsOf(document: Record<string, unknown>): Settings {
  const text = JSON.stringify(document);
  const before = known.get(text);
  if (before !== undefined) return before;
  const parsed = parseSettings(text, {
    fileName: 'voyage.json',
    environment: {},
    allowPrivateHosts: true,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes, null, 2));
  known.set(text, parsed.settings);
  return parsed.settings;
}
