// Many companies, several `tandem worker` on one PostgreSQL, all of them killed with SIGKILL again and again, the
// database stopped and started in between, while people go on working. In the end every company stands as its calm twin.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../../src/simulators/faults/random.ts';
import { tempFolder } from '../../support/stores.ts';
import { type Verdict, comeToRest, judge, linksIn } from './at-rest.ts';
import { type Company, openCompany } from './company.ts';
import { type Crowd, gather } from './crowd.ts';
import { type RestartablePostgres, startRestartablePostgres } from './database.ts';
import { type Resumption, type Waits, watchResumption } from './resumption.ts';
import { setUp } from './set-up.ts';
import { type WorkerProcesses, startWorkers } from './worker-processes.ts';

export interface WorkersOrder {
  readonly companies: number;
  readonly workers: number;
  readonly kills: number;
  /** Of PostgreSQL, spread over the kills. */
  readonly restarts: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
  /** The script that is `tandem`; without it, that of the build this runs in. */
  readonly entrance?: string;
}

export interface WorkersCampaign extends Omit<WorkersOrder, 'tell' | 'entrance'>, Verdict {
  readonly seconds: number;
  /** Kills that cut at least one run, and runs that were cut. */
  readonly hits: number;
  readonly cutRuns: number;
  /** Of these, with writes begun and not settled. */
  readonly cutWhileWriting: number;
  /** From a kill to the next process that goes on with the run. */
  readonly waits: { readonly throughout: Waits; readonly acrossRestarts: Waits };
  /** Calls that reached the vendors, what people did meanwhile, and links that were settled on the way. */
  readonly calls: number;
  readonly changes: number;
  readonly settled: number;
}

export async function killWorkers(order: WorkersOrder): Promise<WorkersCampaign> {
  const { companies: count, workers: size, kills, restarts, seed, tell } = order;
  const begun = performance.now();
  const entrance = order.entrance ?? fileURLToPath(new URL('../processes/entrance.js', import.meta.url));
  const folder = tempFolder();
  const postgres = await startRestartablePostgres();
  const place = { databaseUrl: postgres.urlFor('desk'), keyFile: join(folder, 'keys', 'master.key') };
  mkdirSync(join(folder, 'keys'));
  const companies: Company[] = [];
  let workers: WorkerProcesses | null = null;
  try {
    for (let index = 0; index < count; index++)
      companies.push(await openCompany(folder, seed * 1000 + index, `company-${index}`));
    const foreign = new Map(companies.map((company) => [company.name, company.foreign()]));
    const ids = await setUp(place, companies);
    tell(`${count} companies are set up`);
    const crowd = await gather(companies, ids, postgres, seed);
    workers = await startWorkers({ count: size, entrance, postgres, keyFile: place.keyFile, folder });
    const resumption = watchResumption(postgres);
    const struck = await strike({ ...order, postgres, workers, crowd, resumption });
    await resumption.finished();
    tell('no more kills');
    const unrest = await comeToRest(place, ids, postgres);
    for (const { calm } of companies) await calm.sync();
    const { faults, ...verdict } = await judge({ postgres, companies, foreign, settled: struck.settled });
    const calls = companies.reduce((sum, company) => sum + company.calls.total(), 0);
    const stopped = await workers.stop();
    const ended = [...workers.faults(), ...stopped];
    workers = null;
    return {
      companies: count,
      workers: size,
      kills,
      restarts,
      seed,
      seconds: Math.round((performance.now() - begun) / 1000),
      hits: struck.hits,
      cutRuns: struck.cutRuns,
      cutWhileWriting: struck.cutWhileWriting,
      waits: resumption.waits(),
      calls,
      changes: crowd.changes(),
      settled: [...struck.settled.values()].reduce((sum, links) => sum + links.size, 0),
      ...verdict,
      faults: [...unrest, ...ended, ...faults],
    };
  } finally {
    await workers?.stop();
    for (const company of companies) await company.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Strike extends Omit<WorkersOrder, 'workers'> {
  readonly postgres: RestartablePostgres;
  readonly workers: WorkerProcesses;
  readonly crowd: Crowd;
  readonly resumption: Resumption;
}

async function strike({ kills, restarts, seed, postgres, workers, crowd, resumption, tell }: Strike) {
  const random = seededRandom(seed + 2);
  const settled = new Map<string, Set<string>>();
  let [hits, cutRuns, cutWhileWriting, restarted] = [0, 0, 0, 0];
  // A share of two kills may by chance meet nobody who writes: then it strikes again, a few times.
  const isWanted = (count: number): boolean =>
    count < kills || (kills <= manyKills && cutWhileWriting === 0 && count < kills + fewMore);
  for (let count = 0; isWanted(count); count++) {
    await crowd.work();
    await waits(random() * 1_000);
    if (restarted < Math.min(restarts, Math.floor(((count + 1) * restarts) / kills))) {
      await postgres.restart();
      restarted += 1;
    }
    await workers.ready();
    const cut = await workers.kill(await victim(workers, kills > manyKills, random));
    cutRuns += resumption.cut(cut, performance.now());
    hits += cut.length > 0 ? 1 : 0;
    cutWhileWriting += cut.filter(({ isWriting }) => isWriting).length;
    for (const [name, links] of await linksIn(postgres))
      settled.set(name, new Set([...(settled.get(name) ?? []), ...links]));
    if ((count + 1) % 10 === 0) tell(`${count + 1} of ${kills} kills, ${cutRuns} runs cut`);
  }
  return { settled, hits, cutRuns, cutWhileWriting };
}

/** About as long as a small first run takes. */
const longestMomentMs = 800;
/** From here on some of them may hit nothing. */
const manyKills = 20;
const fewMore = 6;

/** One that is at work, at a random moment of it, mostly while it writes; one in ten whoever it is. */
async function victim(workers: WorkerProcesses, orAny: boolean, random: () => number): Promise<number> {
  const any = Math.floor(random() * workers.count);
  if (orAny && random() < 0.1) return any;
  const whileWriting = !orAny || random() < 0.6;
  const patientUntil = performance.now() + 15_000;
  while (performance.now() < patientUntil) {
    for (let step = 0; step < workers.count; step++) {
      const index = (any + step) % workers.count;
      const runs = await workers.holds(index);
      if (whileWriting ? !runs.some(({ isWriting }) => isWriting) : runs.length === 0) continue;
      await waits(random() * (whileWriting ? 100 : longestMomentMs));
      if ((await workers.holds(index)).length > 0) return index;
    }
    await waits(20);
  }
  return any;
}

const waits = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
