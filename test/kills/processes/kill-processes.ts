// Real processes, really killed: `tandem sync` against vendors in a process of their own, ended with SIGKILL while it
// reads, plans or writes, again and again while people go on working. In the end everything stands as in a company of
// the same seed whose runs were never killed.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dateIn } from '../../../src/core/time/calendar.ts';
import { seededRandom } from '../../../src/simulators/faults/random.ts';
import { newDatabaseIn } from '../../support/new-database.ts';
import { tempFolder } from '../../support/stores.ts';
import { differences } from '../at-rest.ts';
import { type Workday, activeUsers, workOn } from './changes.ts';
import { type Child, type Ended, startChild } from './child.ts';
import { type Ledger, embeddedLedger, serverLedger } from './ledger.ts';
import { type Vendors, openVendors } from './vendors.ts';

export type RealStore = 'embedded' | 'postgres';

export interface CampaignOrder {
  readonly stores: readonly RealStore[];
  /** Of all stores together. */
  readonly kills: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
  /** The script that is `tandem`; without it, that of the build this runs in. */
  readonly entrance?: string;
}

export const phases = ['starting', 'reading', 'planning', 'writing', 'ended before'] as const;
export type Phase = (typeof phases)[number];

export interface StoreCampaign {
  readonly store: RealStore;
  readonly kills: number;
  /** What the process was doing when it was killed; one that ended before its time does not count as a kill. */
  readonly hits: Readonly<Record<Phase, number>>;
  /** Records and accounts that stand in the end. */
  readonly records: number;
  /** Links that killed processes had settled. */
  readonly settled: number;
  /** Settled links that are gone although their record stands, and records that the calm company has. */
  readonly lost: number;
  readonly doubled: number;
  readonly faults: readonly string[];
}

export interface Campaign {
  readonly seed: number;
  readonly seconds: number;
  readonly stores: readonly StoreCampaign[];
}

const size = { employees: 6, days: 8 };
const changesPerKill = 30;
/** A look into the embedded database copies it. */
const looksEvery = 5;

export async function killProcesses(order: CampaignOrder): Promise<Campaign> {
  const begun = performance.now();
  const { stores, kills, seed } = order;
  const share = (index: number): number =>
    Math.floor(kills / stores.length) + (index < kills % stores.length ? 1 : 0);
  const campaigns = await Promise.all(stores.map((store, index) => killOn(store, share(index), order)));
  return { seed, seconds: Math.round((performance.now() - begun) / 1000), stores: campaigns };
}

async function killOn(store: RealStore, kills: number, order: CampaignOrder): Promise<StoreCampaign> {
  const { seed, tell } = order;
  const entrance = order.entrance ?? fileURLToPath(new URL('entrance.js', import.meta.url));
  const folder = tempFolder();
  const [struckFolder, calmFolder] = [join(folder, 'struck'), join(folder, 'calm')];
  for (const path of [struckFolder, calmFolder]) mkdirSync(path);
  const struck = await openVendors(entrance, struckFolder, 'struck', { seed, ...size });
  const calm = await openVendors(entrance, calmFolder, 'calm', { seed, ...size });
  const ledger = await (store === 'embedded' ? embeddedLedger : serverLedger)(struckFolder);
  try {
    const users = await activeUsers(struck);
    const today = dateIn(Date.now(), 'Europe/Berlin');
    const days = [struck, calm].map((): Workday => ({ random: seededRandom(seed), today, users, made: [] }));
    const work = async (): Promise<void> => {
      const both = [struck, calm].map((vendors, index) => workOn(vendors, days[index]!, changesPerKill));
      await Promise.all(both);
    };
    const figures = await strike({ store, entrance, vendors: struck, ledger, kills, seed, work, tell });
    const calmEnd = await syncCalmly(entrance, calm, join(calmFolder, 'data'));
    const [found, expected] = [await struck.standing(), await calm.standing()];
    const wrong = differences(expected, found);
    const missing = wrong.filter((line) => line.startsWith('missing'));
    return {
      store,
      kills,
      hits: figures.hits,
      records: found.length,
      settled: figures.settled,
      lost: figures.lost.length + missing.length,
      doubled: figures.doubled.length,
      faults: [...figures.faults, ...figures.lost, ...figures.doubled, ...calmEnd, ...wrong],
    };
  } finally {
    await Promise.all([struck.close(), calm.close()]);
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Strike {
  readonly store: RealStore;
  readonly entrance: string;
  readonly vendors: Vendors;
  readonly ledger: Ledger;
  readonly kills: number;
  readonly seed: number;
  /** People go on working. */
  readonly work: () => Promise<void>;
  readonly tell: (line: string) => void;
}

async function strike(given: Strike) {
  const { store, vendors, ledger, kills, seed, work, tell } = given;
  const random = seededRandom(seed + 1);
  const hits: Record<Phase, number> = { starting: 0, reading: 0, planning: 0, writing: 0, 'ended before': 0 };
  const seen = new Set<string>();
  const faults: string[] = [];
  const doubled = new Set<string>();
  const before = twins(await vendors.standing());

  faults.push(...unwell(await startSync(given).ended));
  await work();
  const ordinary = startSync(given);
  const lengths = await timed(ordinary);
  faults.push(...unwell(await ordinary.ended));
  tell(`${store}: unkilled, ${spoken(lengths)}`);
  for (let count = 0; count < kills; ) {
    await work();
    const child = startSync(given);
    const phase = await killedIn(child, lengths, random);
    hits[phase] += 1;
    for (const twin of twins(await vendors.standing()))
      if (!before.has(twin)) doubled.add(`doubled: ${twin}`);
    if (phase === 'ended before') {
      faults.push(...unwell(await child.ended));
      continue;
    }
    count += 1;
    if (!ledger.isSlow || count % looksEvery === 0 || count === kills)
      for (const link of await ledger.settled()) seen.add(link);
    if (count % 10 === 0) tell(`${store}: ${count} of ${kills} kills`);
  }
  faults.push(...unwell(await startSync(given).ended));
  const check = await startSync(given, '--full').ended;
  faults.push(...unwell(check), ...wrote(check));
  const kept = await ledger.settled();
  const standing = await vendors.ids();
  const lost = [...seen]
    .filter((link) => !kept.has(link) && standing.has(link))
    .map((link) => `lost: ${link}`);
  return { hits, settled: seen.size, lost, doubled: [...doubled], faults };
}

const startSync = ({ entrance, vendors, ledger }: Strike, ...more: readonly string[]): Child =>
  startChild(
    entrance,
    ['sync', '--config', vendors.config, ...ledger.argv, '--json', ...more],
    ledger.environment,
  );

/** Which of its lines begins a phase, and how long an unkilled run stays in it. */
const begins = { reading: /Reading …|Reading \w+ …/, planning: /Planning/, writing: /Writing/ } as const;
type Lengths = Readonly<Record<keyof typeof begins | 'starting', number>>;

async function timed(child: Child): Promise<Lengths> {
  const at = async (moment: Promise<unknown>): Promise<number> => moment.then(() => performance.now());
  const started = performance.now();
  const [reading, planning, writing, ended] = await Promise.all([
    at(child.says(begins.reading)),
    at(child.says(begins.planning)),
    at(child.says(begins.writing)),
    at(child.ended),
  ]);
  return {
    starting: reading - started,
    reading: planning - reading,
    planning: writing - planning,
    writing: ended - writing,
  };
}

const spoken = (lengths: Lengths): string =>
  Object.entries(lengths)
    .map(([phase, ms]) => `${phase} ${Math.round(ms)} ms`)
    .join(', ');

/** Kills it at a random moment: seldom while it starts, else as often in one phase as in another. */
async function killedIn(child: Child, lengths: Lengths, random: () => number): Promise<Phase> {
  const [dice, moment] = [random(), random()];
  const aim = dice < 0.1 ? 'starting' : dice < 0.3 ? 'reading' : dice < 0.5 ? 'planning' : 'writing';
  if (aim !== 'starting') await child.says(begins[aim]);
  await waits(moment * lengths[aim]);
  const said = child.err();
  child.signal('SIGKILL');
  const { exit } = await child.ended;
  return exit !== null ? 'ended before' : phaseIn(said);
}

function phaseIn(said: string): Phase {
  if (begins.writing.test(said)) return 'writing';
  if (begins.planning.test(said)) return 'planning';
  return begins.reading.test(said) ? 'reading' : 'starting';
}

const waits = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Attendances and absences that stand there more than once. */
function twins(lines: readonly string[]): Set<string> {
  return new Set(lines.filter((line, index) => !line.startsWith('user') && lines.indexOf(line) !== index));
}

/** In step, or with the open issues of an invented company. */
const unwell = ({ exit, err }: Ended): string[] =>
  exit === 0 || exit === 1 ? [] : [`a run ended with ${exit}: ${err.slice(-500)}`];

function wrote({ out }: Ended): string[] {
  const { writes } = (JSON.parse(out) as { run: { writes: { personio: number; timetac: number } } }).run;
  return writes.personio + writes.timetac === 0 ? [] : [`a run more writes: ${JSON.stringify(writes)}`];
}

/** The same company without kills. */
async function syncCalmly(entrance: string, vendors: Vendors, data: string): Promise<string[]> {
  await newDatabaseIn(join(data, 'db'));
  const words = ['sync', '--config', vendors.config, '--data', data, '--json'];
  const ends = [await startChild(entrance, words).ended, await startChild(entrance, words).ended];
  return ends.flatMap(unwell);
}
