// The contest: all contestants on all traces, side by side on accounts of their own. Whoever waits for a vendor's limit
// needs no processor, so two lanes of traces run at once.

import { type LocalDate, dateIn } from '../../src/core/time/calendar.ts';
import { contestantNames } from './contestants/contestant.ts';
import { type Floor, floorOf } from './floor.ts';
import { type Trial, tryOut } from './trial.ts';
import { type Scale, type Trace, type TraceName, traceOf } from './traces.ts';

export interface Heat {
  readonly trace: Pick<Trace, 'name' | 'title' | 'companies' | 'employees'>;
  readonly floor: Floor;
  readonly trials: readonly Trial[];
}

const lanes: readonly (readonly TraceName[])[] = [['day'], ['idle', 'burst', 'loss', 'year']];
/** A hundred companies keep the processors busy: alone. */
const alone: readonly TraceName[] = ['hundred'];

/** @param tell hears how far it is */
export async function contest(scale: Scale, tell: (line: string) => void): Promise<Heat[]> {
  const today = dateIn(Date.now(), 'Europe/Berlin');
  const heats: Heat[] = [];
  const heat = async (name: TraceName): Promise<void> => {
    tell(`${traceOf(name, today, scale).title} …`);
    heats.push(await run(name, today, scale));
  };
  const lane = async (names: readonly TraceName[]): Promise<void> => {
    for (const name of names) await heat(name);
  };
  await Promise.all(lanes.map(lane));
  await lane(alone);
  const order = [...lanes.flat(), ...alone];
  return heats.sort((a, b) => order.indexOf(a.trace.name) - order.indexOf(b.trace.name));
}

async function run(name: TraceName, today: LocalDate, scale: Scale): Promise<Heat> {
  const { title, companies, employees, ...trace } = traceOf(name, today, scale);
  return {
    trace: { name, title, companies, employees },
    floor: floorOf({ ...trace, title, companies, employees }),
    trials: await Promise.all(contestantNames.map((contestant) => tryOut({ name, today, scale }, contestant))),
  };
}
