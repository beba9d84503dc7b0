// Both vendors simulated and served on loopback: for the demo and for `tandem simulate`.

import type { Instant } from '../core/time/calendar.ts';
import type { CompanyStates } from '../simulators/company/bench.ts';
import { editByHand } from '../simulators/company/hand-edits.ts';
import { companySettingsDocument } from '../simulators/company/settings-document.ts';
import { createPersonioSimulator } from '../simulators/personio/simulator.ts';
import type { PersonioSwitches } from '../simulators/personio/switches.ts';
import { serveSimulator } from '../simulators/serve.ts';
import type { Surroundings } from '../simulators/simulator.ts';
import { createTimetacSimulator } from '../simulators/timetac/simulator.ts';
import type { TimetacSwitches } from '../simulators/timetac/switches.ts';

export interface SimulationOptions {
  readonly states: CompanyStates;
  readonly personioPort: number;
  readonly timetacPort: number;
  readonly personio: Partial<PersonioSwitches>;
  readonly timetac: Partial<TimetacSwitches>;
  readonly random: () => number;
}

export interface Simulation {
  readonly personioUrl: string;
  readonly timetacUrl: string;
  /** A configuration document that fits the company, as the YAML file would hold it. */
  readonly settings: Record<string, unknown>;
  /** HR touches what was exported, so that there are conflicts to look at; returns how many records. */
  readonly editByHand: () => number;
  readonly close: () => Promise<void>;
}

export async function serveSimulation(options: SimulationOptions): Promise<Simulation> {
  const surroundings: Surroundings = {
    now: (): Instant => Date.now(),
    random: options.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  const personio = createPersonioSimulator({
    state: options.states.personio,
    surroundings,
    switches: { 'rate-limit': 'off', ...options.personio },
  });
  const timetac = createTimetacSimulator({
    state: options.states.timetac,
    surroundings,
    switches: options.timetac,
  });
  const unlimited = (options.personio['rate-limit'] ?? 'off') === 'off';
  const first = await serveSimulator(
    unlimited ? telling(personio.handle) : personio.handle,
    options.personioPort,
  );
  const second = await serveSimulator(timetac.handle, options.timetacPort).catch(async (error: unknown) => {
    await first.close();
    throw error;
  });
  return {
    personioUrl: first.origin,
    timetacUrl: second.origin,
    settings: companySettingsDocument(options.states, {
      personioUrl: first.origin,
      timetacUrl: second.origin,
    }),
    editByHand: () => editByHand(personio),
    close: async () => void (await Promise.all([first.close(), second.close()])),
  };
}

/** An account without a limit says so in the vendor's own headers; a client that obeys them need not wait. */
function telling(handle: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await handle(request);
    for (const name of ['replenish-rate', 'burst-capacity', 'remaining'])
      response.headers.set(`x-ratelimit-${name}`, '100000');
    response.headers.set('x-ratelimit-requested-tokens', '1');
    return response;
  };
}
