// Sandboxes: a pair of simulated accounts for one integration, in this process, for as long as it runs.

import { demoCompany } from '../simulators/company/demo.ts';
import { seededRandom } from '../simulators/faults/random.ts';
import type { Sandbox, SandboxKeys } from '../service/front-desk.ts';
import { type Simulation, serveSimulation } from './simulation.ts';

export interface Sandboxes extends Sandbox {
  /** The configuration that fits the sandbox, as its HR would have filled it in; null: there is no such sandbox. */
  readonly documentOf: (setupId: string) => Readonly<Record<string, unknown>> | null;
  /** HR touches by hand what was exported to this sandbox; returns how many records. */
  readonly editByHand: (setupId: string) => number;
  readonly close: () => Promise<void>;
}

export function openSandboxes(newToken: () => string): Sandboxes {
  const open = new Map<string, { readonly simulation: Simulation; readonly keys: SandboxKeys }>();
  const origins = new Set<string>();
  return {
    open: async (setupId) => {
      // An account of its own name each time: an old memory of another sandbox must not fit.
      const account = `demo-${newToken()
        .slice(0, 6)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '0')}`;
      const credentials = {
        personio: { clientId: 'papi-demo-client', clientSecret: 'papi-demo-secret' },
        timetac: { clientId: 'demo-client', clientSecret: 'demo-secret', account },
      };
      const simulation = await serveSimulation({
        states: demoCompany({ now: Date.now(), credentials }),
        personioPort: 0,
        timetacPort: 0,
        personio: {},
        timetac: {},
        random: seededRandom(1),
      });
      const keys = {
        personio: { baseUrl: simulation.personioUrl, ...credentials.personio },
        timetac: { baseUrl: simulation.timetacUrl, ...credentials.timetac },
      };
      open.set(setupId, { simulation, keys });
      origins.add(simulation.personioUrl).add(simulation.timetacUrl);
      return keys;
    },
    ids: () => [...open.keys()],
    keysOf: (setupId) => open.get(setupId)?.keys ?? null,
    documentOf: (setupId) => open.get(setupId)?.simulation.settings ?? null,
    editByHand: (setupId) => open.get(setupId)?.simulation.editByHand() ?? 0,
    isOurs: (address) => URL.canParse(address) && origins.has(new URL(address).origin),
    close: async () =>
      void (await Promise.all([...open.values()].map(({ simulation }) => simulation.close()))),
  };
}
