// The vendors of very many small companies in one process, and their people, who now and then enter an hour in TimeTac.
// It notes when each hour was entered and when it reached Personio.

import { addDays, type LocalDate } from '../../src/core/time/calendar.ts';
import { taskIds } from '../../src/simulators/company/catalogue.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { createPersonioSimulator } from '../../src/simulators/personio/simulator.ts';
import { serveSimulator } from '../../src/simulators/serve.ts';
import { createTimetacSimulator } from '../../src/simulators/timetac/simulator.ts';
import { companyOf, personAt, userOf, workdaysBefore } from '../contest/company.ts';
import { documentFor } from '../contest/documents.ts';
import { serve } from '../contest/processes.ts';

export interface CrowdOrder {
  readonly companies: number;
  readonly today: LocalDate;
}

export interface CompanyAccess {
  readonly account: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly keys: Readonly<
    Record<'personio' | 'timetac', { readonly clientId: string; readonly clientSecret: string }>
  >;
}

export interface CrowdTally {
  /** Hours entered, by how long they took to Personio, in ms; null: not there yet. */
  readonly delaysMs: readonly (number | null)[];
  /** Looks at TimeTac, and all other calls but sign-ins, while it was measured. */
  readonly polls: number;
  readonly otherCalls: number;
}

type Handle = (request: Request) => Promise<Response>;

const people = 3;
const latencyMs = { least: 20, most: 40 } as const;

export function playCrowd(): void {
  const dice = seededRandom(9);
  const entered = new Map<string, { at: number; delayMs: number | null }>();
  const days: LocalDate[] = [];
  const companies: { readonly account: string; readonly enter: (on: LocalDate, slot: number) => void }[] = [];
  let [polls, otherCalls, isMeasured, isSlow] = [0, 0, false, false];
  let timer: NodeJS.Timeout | null = null;

  const counted = (request: Request): void => {
    if (!isMeasured || request.url.includes('/token')) return;
    if (request.url.includes('/deltaSync/')) polls += 1;
    else otherCalls += 1;
  };
  const wire =
    (handles: ReadonlyMap<string, Handle>, accountOf: (request: Request) => string): Handle =>
    async (request) => {
      counted(request);
      if (isSlow) await sleep(latencyMs.least + dice() * (latencyMs.most - latencyMs.least));
      const handle = handles.get(accountOf(request));
      return handle === undefined ? new Response(null, { status: 404 }) : handle(request);
    };

  serve({
    open: async ({ companies: count, today }: CrowdOrder): Promise<CompanyAccess[]> => {
      days.push(...workdaysBefore(today, 60));
      const [hr, time] = [new Map<string, Handle>(), new Map<string, Handle>()];
      const origins = {
        personioUrl: (await serveSimulator(wire(hr, firstSegment), 0)).origin,
        timetacUrl: (await serveSimulator(wire(time, firstSegment), 0)).origin,
      };
      return Array.from({ length: count }, (_none, number) => {
        const states = companyOf({ employees: people, today, account: `crowd${number}` });
        const { account } = states.timetac;
        const surroundings = { now: Date.now, sleep, random: seededRandom(number + 1) };
        const personio = createPersonioSimulator({ state: states.personio, surroundings });
        const timetac = createTimetacSimulator({ state: states.timetac, surroundings });
        hr.set(account, async (request) => {
          const bare = new URL(request.url);
          bare.pathname = bare.pathname.slice(account.length + 1);
          const arrives =
            isMeasured && request.method === 'POST' && bare.pathname === '/v2/attendance-periods';
          const body: unknown = arrives ? await request.clone().json() : null;
          const response = await personio.handle(new Request(bare, request));
          if (arrives && response.ok) note(account, body);
          return response;
        });
        time.set(account, timetac.handle);
        companies.push({
          account,
          enter: (on, slot) => {
            const person = Math.floor(dice() * people);
            const [from, to] = [clockAt(slot * 15), clockAt(slot * 15 + 10)];
            timetac.people.addTimeTracking({
              user_id: userOf(personAt(person)),
              task_id: taskIds.work,
              start_time: `${on} ${from}`,
              end_time: `${on} ${to}`,
              start_time_timezone: 'Europe/Berlin',
              end_time_timezone: 'Europe/Berlin',
            });
            entered.set(`${account} ${personAt(person)} ${on}T${from}`, { at: Date.now(), delayMs: null });
          },
        });
        return {
          account,
          document: {
            ...documentFor(states, addDays(today, -100), origins),
            ...under(origins, account, states),
          },
          keys: keysOf(states),
        };
      });
    },
    /** Vendors take their time, and people enter so many hours a second. */
    begin: async (perSecond: number): Promise<void> => {
      [isMeasured, isSlow, polls, otherCalls] = [true, true, 0, 0];
      let count = 0;
      timer = setInterval(() => {
        const company = companies[Math.floor(dice() * companies.length)];
        // Never the same hour twice: one company gets few of them.
        company?.enter(days[count % days.length] ?? '', 30 + (Math.floor(count / days.length) % 40));
        count += 1;
      }, 1000 / perSecond);
    },
    stopEntering: async (): Promise<void> => {
      if (timer !== null) clearInterval(timer);
    },
    tally: async (): Promise<CrowdTally> => ({
      delaysMs: [...entered.values()].map(({ delayMs }) => delayMs),
      polls,
      otherCalls,
    }),
  });

  const note = (account: string, body: unknown): void => {
    const { person, start } = body as { person: { id: string }; start: { date_time: string } };
    const hour = entered.get(`${account} ${person.id} ${start.date_time}`);
    if (hour !== undefined) hour.delayMs ??= Date.now() - hour.at;
  };
}

const firstSegment = (request: Request): string => new URL(request.url).pathname.split('/')[1] ?? '';

/** Every company's Personio has an address of its own on the one port. */
const under = (
  { personioUrl, timetacUrl }: { readonly personioUrl: string; readonly timetacUrl: string },
  account: string,
  states: CompanyStates,
) => ({
  name: account,
  personio: { baseUrl: `${personioUrl}/${account}`, ...keysOf(states).personio },
  timetac: { baseUrl: timetacUrl, account, ...keysOf(states).timetac },
});

function keysOf({ personio, timetac }: CompanyStates): CompanyAccess['keys'] {
  const [hr] = personio.credentials;
  const [time] = timetac.credentials;
  if (hr === undefined || time === undefined) throw new Error('a company without credentials');
  return {
    personio: { clientId: hr.clientId, clientSecret: hr.clientSecret },
    timetac: { clientId: time.clientId, clientSecret: time.clientSecret },
  };
}

const clockAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
