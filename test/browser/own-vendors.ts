// Vendors of a story's own, served on loopback: it may take rights away, fill accounts, and switch a vendor off and on.

import { dateIn } from '../../src/core/time/calendar.ts';
import { serveSimulation, type Simulation } from '../../src/app/simulation.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import { generateCompany } from '../../src/simulators/company/generate.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import type { Caller } from '../support/front-desk.ts';

export interface OwnVendors {
  readonly settings: Record<string, unknown>;
  readonly keys: Record<'personio' | 'timetac', { readonly clientId: string; readonly clientSecret: string }>;
  readonly down: () => Promise<void>;
  /** At the same addresses, with what stood there. */
  readonly up: () => Promise<void>;
}

/** A small generated company, changed as the story wants it. */
export async function ownVendors(change: (states: CompanyStates) => void = () => {}): Promise<OwnVendors> {
  const today = dateIn(Date.now(), 'Europe/Berlin');
  const states = generateCompany({ seed: 7, employees: 10, days: 8, today });
  change(states);
  const serve = (personioPort: number, timetacPort: number): Promise<Simulation> =>
    serveSimulation({
      states,
      personioPort,
      timetacPort,
      personio: {},
      timetac: {},
      random: seededRandom(7),
    });
  let simulation = await serve(0, 0);
  const portOf = (url: string): number => Number(new URL(url).port);
  const ports = [portOf(simulation.personioUrl), portOf(simulation.timetacUrl)] as const;
  const [personio] = states.personio.credentials;
  const [timetac] = states.timetac.credentials;
  if (personio === undefined || timetac === undefined) throw new Error('a company without keys');
  let isUp = true;
  return {
    settings: simulation.settings,
    keys: { personio, timetac },
    down: async () => {
      if (isUp) await simulation.close();
      isUp = false;
    },
    up: async () => {
      simulation = await serve(...ports);
      isUp = true;
    },
  };
}

/** An integration with these vendors and a filled-in form; with keys only where they are given. */
export async function integrationWith(
  operator: Caller,
  vendors: OwnVendors,
  { withKeys }: { readonly withKeys: boolean },
): Promise<string> {
  const { id } = (await operator.call('POST', '/integrations', { name: 'Muster GmbH' })).body;
  const taken = await operator.call('POST', `/integrations/${id}/form/import`, {
    fileName: 'form.json',
    text: JSON.stringify(vendors.settings),
  });
  if (taken.status !== 200) throw new Error(JSON.stringify(taken.body));
  for (const side of withKeys ? (['personio', 'timetac'] as const) : []) {
    const { clientId, clientSecret } = vendors.keys[side];
    const tried = await operator.call('PUT', `/integrations/${id}/credentials/${side}`, {
      clientId,
      clientSecret,
    });
    if (tried.body.kept !== true) throw new Error(JSON.stringify(tried.body));
  }
  return id;
}
