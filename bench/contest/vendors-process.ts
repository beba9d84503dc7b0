// The vendors' process: both simulators of every company of a trace on ports of this machine, with the latency of a good
// day and Personio's own limits.

import { type Instant, type LocalDate, minuteMs } from '../../src/core/time/calendar.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { serveSimulator } from '../../src/simulators/serve.ts';
import { companyOf } from './company.ts';
import type { Access } from './contestants/contestant.ts';
import { documentFor } from './documents.ts';
import { serve } from './processes.ts';
import { openStage, type Handle, type Stage, vacationTypeId } from './stage.ts';
import { sumOf, type Tally, type Verdict } from './tally.ts';
import { type Scale, type Trace, type TraceName, traceOf } from './traces.ts';

export interface TraceOrder {
  readonly name: TraceName;
  readonly today: LocalDate;
  readonly scale: Scale;
}

export interface Ending {
  readonly tally: Tally;
  readonly verdict: Verdict;
}

const latencyMs = { least: 20, most: 40 } as const;
/** What stands before is no news any more: it was entered half an hour ago. */
const longAgoMs = 30 * minuteMs;

export function playVendors(): void {
  let trace: Trace | null = null;
  let stages: Stage[] = [];
  let isSlow = false;
  let lateByMs = 0;
  const now = (): number => Date.now() - lateByMs;
  const dice = seededRandom(3);
  const late =
    (handle: Handle): Handle =>
    async (request) => {
      if (isSlow) await sleep(latencyMs.least + dice() * (latencyMs.most - latencyMs.least));
      return handle(request);
    };
  const told = (): Trace => {
    if (trace === null) throw new Error('the vendors were not opened');
    return trace;
  };

  const parent = serve({
    open: async ({ name, today, scale }: TraceOrder): Promise<Access[]> => {
      trace = traceOf(name, today, scale);
      const accesses: Access[] = [];
      for (let number = 0; number < trace.companies; number++) {
        const stage = stageOf(trace, number, today, now, () => parent.ask('crash'));
        stages.push(stage);
        accesses.push(await accessTo(stage, trace, late));
      }
      return accesses;
    },
    before: async () => {
      lateByMs = longAgoMs;
      for (const stage of stages) stage.happen(told().before ?? []);
      lateByMs = 0;
    },
    measure: async () => {
      isSlow = true;
      for (const stage of stages) stage.measure();
    },
    happen: async (run: number) => stages.forEach((stage) => stage.happen(told().runs[run] ?? [])),
    end: async (): Promise<Ending> => {
      const verdicts = stages.map((stage) => stage.verdict());
      const ending = {
        tally: sumOf(stages.map((stage) => stage.tally())),
        verdict: {
          missing: verdicts.reduce((sum, { missing }) => sum + missing, 0),
          duplicates: verdicts.reduce((sum, { duplicates }) => sum + duplicates, 0),
        },
      };
      stages = [];
      return ending;
    },
  });
}

function stageOf(
  trace: Trace,
  number: number,
  today: LocalDate,
  now: () => Instant,
  crash: () => Promise<void>,
): Stage {
  return openStage({
    trace,
    states: companyOf({ employees: trace.employees, today, account: `bench${number}` }),
    surroundings: { now, sleep, random: seededRandom(number + 1) },
    seed: number + 11,
    crash,
  });
}

async function accessTo(stage: Stage, trace: Trace, late: (handle: Handle) => Handle): Promise<Access> {
  const personio = await serveSimulator(late(stage.personio), 0);
  const timetac = await serveSimulator(late(stage.timetac), 0);
  const addresses = { personioUrl: personio.origin, timetacUrl: timetac.origin };
  const [hr] = stage.states.personio.credentials;
  const [time] = stage.states.timetac.credentials;
  if (hr === undefined || time === undefined) throw new Error('a company without credentials');
  return {
    ...addresses,
    account: stage.states.timetac.account,
    personio: { clientId: hr.clientId, clientSecret: hr.clientSecret },
    timetac: { clientId: time.clientId, clientSecret: time.clientSecret },
    document: documentFor(stage.states, trace.startDate, addresses),
    windowFrom: trace.windowFrom,
    startDate: trace.startDate,
    vacationTypeId,
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
