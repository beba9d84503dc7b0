// Both vendors with a small generated company, served on loopback, with their states and switches in reach: a story can
// take a right away and look at what stands there.

import { dateIn } from '../../src/core/time/calendar.ts';
import { generateCompany } from '../../src/simulators/company/generate.ts';
import { companySettingsDocument } from '../../src/simulators/company/settings-document.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { createPersonioSimulator } from '../../src/simulators/personio/simulator.ts';
import { serveSimulator } from '../../src/simulators/serve.ts';
import { createTimetacSimulator } from '../../src/simulators/timetac/simulator.ts';

export interface VendorOptions {
  readonly employees: number;
  readonly days: number;
  /** Name of the TimeTac account; each integration needs its own. */
  readonly account: string;
}

export type Vendors = Awaited<ReturnType<typeof openVendors>>;

export async function openVendors({ employees, days, account }: VendorOptions) {
  const credentials = {
    personio: { clientId: `papi-${account}-client`, clientSecret: `papi-${account}-secret` },
    timetac: { clientId: `tt-${account}-client`, clientSecret: `tt-${account}-secret`, account },
  };
  const today = dateIn(Date.now(), 'Europe/Berlin');
  const states = generateCompany({ seed: 7, employees, days, today, credentials });
  const surroundings = {
    now: Date.now,
    random: seededRandom(7),
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  const hr = createPersonioSimulator({
    state: states.personio,
    surroundings,
    switches: { 'rate-limit': 'off' },
  });
  const time = createTimetacSimulator({ state: states.timetac, surroundings });
  const served = {
    personio: await serveSimulator(unlimited(hr.handle), 0),
    timetac: await serveSimulator(time.handle, 0),
  };
  return {
    hr,
    time,
    states,
    credentials,
    personioUrl: served.personio.origin,
    timetacUrl: served.timetac.origin,
    /** The form that fits, with the keys that a file would hold. */
    document: () =>
      companySettingsDocument(states, {
        personioUrl: served.personio.origin,
        timetacUrl: served.timetac.origin,
      }),
    /** Attendances and absences that a client, not a person, entered in Personio. */
    exported: () =>
      [...states.personio.attendances, ...states.personio.absences].filter((one) => one.created_by === 'API')
        .length,
    close: async () => void (await Promise.all([served.personio.close(), served.timetac.close()])),
  };
}

/** An account without a limit says so in the vendor's own headers, so that nobody waits for a bucket. */
function unlimited(handle: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await handle(request);
    for (const name of ['replenish-rate', 'burst-capacity', 'remaining'])
      response.headers.set(`x-ratelimit-${name}`, '100000');
    response.headers.set('x-ratelimit-requested-tokens', '1');
    return response;
  };
}
