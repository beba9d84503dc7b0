// The stage of the entrance's stories: both vendors served on loopback by the test itself, so that a story can look at
// what stands there and let a request wait, and the real `bin/tandem` as a process of its own.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateIn } from '../../src/core/time/calendar.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import { generateCompany } from '../../src/simulators/company/generate.ts';
import { companySettingsDocument } from '../../src/simulators/company/settings-document.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { createPersonioSimulator } from '../../src/simulators/personio/simulator.ts';
import type { PersonioSwitches } from '../../src/simulators/personio/switches.ts';
import { serveSimulator } from '../../src/simulators/serve.ts';
import { createTimetacSimulator } from '../../src/simulators/timetac/simulator.ts';
import { createGate, type Handle } from './gate.ts';
import { endEverything } from './tandem.ts';
import { newDatabaseIn } from '../support/new-database.ts';

/** A configuration document as plain data: stories put right and wrong things into it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Draft = Record<string, any>;

export interface StageOptions {
  readonly employees?: number;
  readonly days?: number;
  readonly personio?: Partial<PersonioSwitches>;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

const waits = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Both vendors with a small generated company (seed 7), and a folder for configuration and data. */
export async function openStage({ employees = 12, days = 8, personio = {} }: StageOptions = {}) {
  const today = dateIn(Date.now(), 'Europe/Berlin');
  const states = generateCompany({ seed: 7, employees, days, today });
  const surroundings = { now: Date.now, random: seededRandom(7), sleep: waits };
  const hr = createPersonioSimulator({
    state: states.personio,
    surroundings,
    switches: { 'rate-limit': 'off', ...personio },
  });
  const time = createTimetacSimulator({ state: states.timetac, surroundings });
  const gate = createGate();
  const served = {
    personio: await serveSimulator(gate.before('personio', unlimited(hr.handle)), 0),
    timetac: await serveSimulator(gate.before('timetac', time.handle), 0),
  };
  const folder = mkdtempSync(join(tmpdir(), 'tandem-entrance-'));
  await newDatabaseIn(join(folder, 'data', 'db'));
  const draft = (): Draft =>
    companySettingsDocument(states, {
      personioUrl: served.personio.origin,
      timetacUrl: served.timetac.origin,
    });
  let files = 0;
  return {
    hr,
    time,
    gate,
    folder,
    personioUrl: served.personio.origin,
    /** A data folder; the usual one holds an empty database already, others are made by whoever opens them. */
    dataFolder: (name = 'data') => join(folder, name),
    /** Writes a configuration that fits the company, changed as the story wants it, and says where. */
    configFile: (change: (draft: Draft) => void = () => undefined): string => {
      const document = draft();
      change(document);
      const file = join(folder, `tandem-${++files}.json`);
      writeFileSync(file, JSON.stringify(document, null, 2));
      return file;
    },
    /** Calls by vendor since the last look: all but sign-in, and those that changed something. */
    lookAtCalls: lookingAtCalls(hr, time),
    exported: () => exported(states),
    close: async () => {
      await endEverything();
      gate.open();
      await Promise.all([served.personio.close(), served.timetac.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An account without a limit says so in the vendor's own headers, so that nobody waits for a bucket. */
function unlimited(handle: Handle): Handle {
  return async (request) => {
    const response = await handle(request);
    for (const name of ['replenish-rate', 'burst-capacity', 'remaining'])
      response.headers.set(`x-ratelimit-${name}`, '100000');
    response.headers.set('x-ratelimit-requested-tokens', '1');
    return response;
  };
}

type Called = { readonly calls: readonly { readonly path: string; readonly wrote: boolean }[] };

function lookingAtCalls(hr: Called, time: Called) {
  let seen = { personio: 0, timetac: 0 };
  return () => {
    const own = (side: Called, from: number) =>
      side.calls.slice(from).filter(({ path }) => !/\/auth(\/|$)/.test(path));
    const fresh = { personio: own(hr, seen.personio), timetac: own(time, seen.timetac) };
    seen = { personio: hr.calls.length, timetac: time.calls.length };
    const writes = (side: 'personio' | 'timetac') => fresh[side].filter(({ wrote }) => wrote).length;
    return {
      requests: { personio: fresh.personio.length, timetac: fresh.timetac.length },
      writes: { personio: writes('personio'), timetac: writes('timetac') },
    };
  };
}

/** What a client, not a person, has entered in Personio: one line per record, sorted. */
function exported({ personio }: CompanyStates): string[] {
  const attendances = personio.attendances
    .filter((period) => period.created_by === 'API')
    .map((period) => `${period.person_id} ${period.type} ${period.start} ${period.end}`);
  const absences = personio.absences
    .filter((absence) => absence.created_by === 'API')
    .map((absence) => `${absence.person_id} ${absence.absence_type_id} ${absence.first} ${absence.last}`);
  return [...attendances, ...absences].sort();
}
