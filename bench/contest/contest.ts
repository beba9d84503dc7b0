// The contest: all contestants on all traces, side by side on accounts of their own. Whoever waits for a vendor's limit
// needs no processor, so several lanes of traces run at once.

import { dateIn } from '../../src/core/time/calendar.ts';
import { type ContestantName, contestantNames } from './contestants/contestant.ts';
import { makeTemplate } from './template.ts';
import type { TraceOrder } from './vendors-process.ts';
import { type Floor, floorOf } from './floor.ts';
import { type Trial, tryOut } from './trial.ts';
import { type Scale, type Trace, type TraceName, traceNames, traceOf } from './traces.ts';

export interface Heat {
  readonly trace: Pick<Trace, 'name' | 'title' | 'companies' | 'employees'>;
  readonly floor: Floor;
  readonly trials: readonly Trial[];
}

/** Rows one after the other, their lanes at once. */
const rows: Readonly<Record<Scale, readonly (readonly (readonly TraceName[])[])[]>> = {
  full: [[['day'], ['idle', 'burst', 'loss', 'year']], [['hundred']]],
  quick: [[['day'], ['idle', 'burst', 'year'], ['loss', 'hundred']]],
};

/**
 * @param only the one trace that is played; null: all
 * @param tell hears how far it is
 */
export async function contest(
  scale: Scale,
  only: TraceName | null,
  tell: (line: string) => void,
): Promise<Heat[]> {
  const today = dateIn(Date.now(), 'Europe/Berlin');
  const heats: Heat[] = [];
  const template = await makeTemplate();
  const heat = async (name: TraceName): Promise<void> => {
    tell(`${traceOf(name, today, scale).title} …`);
    heats.push(await run({ name, today, scale }, template.folder));
  };
  const lane = async (names: readonly TraceName[]): Promise<void> => {
    for (const name of names) await heat(name);
  };
  try {
    if (only === null) for (const lanes of rows[scale]) await Promise.all(lanes.map(lane));
    else await heat(only);
  } finally {
    template.remove();
  }
  return heats.sort((a, b) => traceNames.indexOf(a.trace.name) - traceNames.indexOf(b.trace.name));
}

async function run(order: TraceOrder, template: string): Promise<Heat> {
  const trace = traceOf(order.name, order.today, order.scale);
  const { name, title, companies, employees } = trace;
  const trial = (contestant: ContestantName): Promise<Trial> => tryOut(order, contestant, template);
  return {
    trace: { name, title, companies, employees },
    floor: floorOf(trace),
    trials: companies > 1 ? await inTurn(trial) : await Promise.all(contestantNames.map(trial)),
  };
}

/** Many companies need the processor more than they wait for a vendor's limit: each contestant has it to itself. */
async function inTurn(trial: (contestant: ContestantName) => Promise<Trial>): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const contestant of contestantNames) trials.push(await trial(contestant));
  return trials;
}
