// The contest: all contestants on all traces, side by side on accounts of their own. Whoever waits for a vendor's limit
// needs no processor, so several lanes of traces run at once.

import { dateIn } from '../../src/core/time/calendar.ts';
import { contestantNames } from './contestants/contestant.ts';
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

/** Rows one after the other, their lanes at once: a hundred companies keep the processors busy by themselves. */
const rows: Readonly<Record<Scale, readonly (readonly (readonly TraceName[])[])[]>> = {
  full: [[['day'], ['idle', 'burst', 'loss', 'year']], [['hundred']]],
  quick: [[['day'], ['idle', 'burst', 'year'], ['loss', 'hundred']]],
};

/** @param tell hears how far it is */
export async function contest(scale: Scale, tell: (line: string) => void): Promise<Heat[]> {
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
    for (const lanes of rows[scale]) await Promise.all(lanes.map(lane));
  } finally {
    template.remove();
  }
  return heats.sort((a, b) => traceNames.indexOf(a.trace.name) - traceNames.indexOf(b.trace.name));
}

async function run(order: TraceOrder, template: string): Promise<Heat> {
  const trace = traceOf(order.name, order.today, order.scale);
  const { name, title, companies, employees } = trace;
  return {
    trace: { name, title, companies, employees },
    floor: floorOf(trace),
    trials: await Promise.all(contestantNames.map((contestant) => tryOut(order, contestant, template))),
  };
}
