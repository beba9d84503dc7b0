// One simulated company of a campaign: both accounts served on loopback by this process, and its calm twin of the same
// seed, whose runs nobody kills.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateIn } from '../../../src/core/time/calendar.ts';
import type { CompanyStates } from '../../../src/simulators/company/bench.ts';
import type { CompanyCredentials } from '../../../src/simulators/company/credentials.ts';
import { generateCompany } from '../../../src/simulators/company/generate.ts';
import { companySettingsDocument } from '../../../src/simulators/company/settings-document.ts';
import { seededRandom } from '../../../src/simulators/faults/random.ts';
import { createPersonioSimulator } from '../../../src/simulators/personio/simulator.ts';
import { serveSimulator } from '../../../src/simulators/serve.ts';
import { createTimetacSimulator } from '../../../src/simulators/timetac/simulator.ts';
import { type Handle, createWorld } from '../../support/world.ts';
import type { Vendors } from '../processes/vendors.ts';
import { peopleAt, standingIn } from './account.ts';
import { type CallLog, callLog } from './call-log.ts';

export interface Company extends Vendors {
  readonly name: string;
  readonly credentials: CompanyCredentials;
  readonly calls: CallLog;
  /** Records in Personio that somebody else entered, as they stand: one line each. */
  readonly foreign: () => readonly string[];
  readonly calm: CalmTwin;
  /** Neither vendor answers until then. */
  readonly silent: (until: Promise<unknown>) => void;
}

export interface CalmTwin extends Pick<Vendors, 'timetac' | 'standing'> {
  /** Comes into step in one run. */
  readonly sync: () => Promise<void>;
}

const size = { employees: 4, days: 5 };
/** A vendor takes its time, so that a run lasts long enough to be struck. */
const answerMs = 30;

export async function openCompany(folder: string, seed: number, name: string): Promise<Company> {
  const credentials = {
    personio: { clientId: `papi-${name}`, clientSecret: `papi-secret-${name}` },
    timetac: { clientId: `tt-${name}`, clientSecret: `tt-secret-${name}`, account: name },
  };
  const today = dateIn(Date.now(), 'Europe/Berlin');
  const generate = (): CompanyStates => generateCompany({ seed, ...size, today, credentials });
  const states = generate();
  const surroundings = { now: Date.now, random: seededRandom(seed), sleep };
  const personio = createPersonioSimulator({
    state: states.personio,
    surroundings,
    switches: { 'rate-limit': 'off' },
  });
  const timetac = createTimetacSimulator({ state: states.timetac, surroundings });
  const calls = callLog();
  let silence: Promise<unknown> = Promise.resolve();
  const onTheWire = (handle: Handle, side: 'personio' | 'timetac'): Handle =>
    calls.around(
      unhurried(handle, () => silence),
      side,
    );
  const served = [
    await serveSimulator(onTheWire(personio.handle, 'personio'), 0),
    await serveSimulator(onTheWire(timetac.handle, 'timetac'), 0),
  ] as const;
  const document = {
    ...companySettingsDocument(states, {
      personioUrl: served[0].origin,
      timetacUrl: served[1].origin,
      name,
      every: '60s',
    }),
    guard,
  };
  const config = join(folder, `${name}.json`);
  writeFileSync(config, JSON.stringify(document));
  return {
    name,
    credentials,
    config,
    calls,
    timetac: peopleAt(timetac.handle, credentials),
    standing: () => Promise.resolve(standingIn(states)),
    ids: () =>
      Promise.resolve(
        new Set([
          ...states.personio.attendances.map(({ id }) => `attendances ${id}`),
          ...states.personio.absences.map(({ id }) => `absences ${id}`),
        ]),
      ),
    foreign: () =>
      [...states.personio.attendances, ...states.personio.absences]
        .filter((record) => record.created_by !== 'API')
        .map((record) => JSON.stringify(record)),
    calm: calmTwin(generate(), credentials),
    silent: (until) => {
      silence = until;
    },
    close: async () => void (await Promise.all(served.map(({ close }) => close()))),
  };
}

/** Deletes of many killed runs come together in one plan; the guard has its own tests. */
const guard = { maxDeletes: 10_000 };

function calmTwin(states: CompanyStates, credentials: CompanyCredentials): CalmTwin {
  const world = createWorld({
    states,
    now: Date.now(),
    settings: (document) => {
      document['guard'] = guard;
    },
  });
  return {
    timetac: peopleAt(world.timetac.handle, credentials),
    standing: () => Promise.resolve(standingIn(states)),
    sync: async () => {
      await world.sync({ full: true });
      await world.sync({ full: true });
    },
  };
}

/** An account without a limit says so in the vendor's own headers, so that nobody waits for a bucket. */
function unhurried(handle: Handle, silence: () => Promise<unknown>): Handle {
  return async (request) => {
    await sleep(answerMs);
    await silence();
    const response = await handle(request);
    for (const name of ['replenish-rate', 'burst-capacity', 'remaining'])
      response.headers.set(`x-ratelimit-${name}`, '100000');
    response.headers.set('x-ratelimit-requested-tokens', '1');
    return response;
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
