// What `npm run kills` takes.

import { parseArgs } from 'node:util';
import { type StoreKind, storeKinds } from '../harbours.ts';

export type Command =
  | {
      readonly do: 'sweep';
      readonly stores: readonly StoreKind[];
      readonly seed: number;
      readonly jobs: number;
      readonly json: boolean;
    }
  | {
      readonly do: 'kill processes';
      readonly stores: readonly Exclude<StoreKind, 'memory'>[];
      /** Kills of all stores together. */
      readonly kills: number;
      readonly seed: number;
      readonly json: boolean;
    }
  | {
      readonly do: 'kill workers';
      readonly companies: number;
      readonly workers: number;
      readonly kills: number;
      /** Of PostgreSQL. */
      readonly restarts: number;
      readonly seed: number;
      readonly json: boolean;
    };

export class UsageError extends Error {}

export const usage = `npm run kills -- [--store memory|embedded|postgres|both|all] [--seed N] [--jobs N] [--json]
    a kill at every durable write and every call to a vendor of every scenario, and a second one on the way back
    (the embedded store and PostgreSQL: three scenarios, every fifth point)
npm run kills -- --real N [--store embedded|postgres|both] [--seed N] [--json]
    N processes of \`tandem sync\` killed with SIGKILL
npm run kills -- workers [--companies N] [--workers N] [--kills N] [--restarts N] [--seed N] [--json]
    several \`tandem worker\` on one PostgreSQL killed with SIGKILL, and PostgreSQL restarted in between`;

export function readArguments(args: readonly string[], processors: number): Command {
  const { values, positionals } = parsed(args);
  const { real, store, seed, jobs, json } = values;
  const common = { seed: whole('--seed', seed, 1), json: json ?? false };
  if (positionals[0] === 'workers' && positionals.length === 1)
    return {
      do: 'kill workers',
      companies: atLeastOne('--companies', values.companies, 100),
      workers: atLeastOne('--workers', values.workers, 3),
      kills: atLeastOne('--kills', values.kills, 200),
      restarts: whole('--restarts', values.restarts, 20),
      ...common,
    };
  if (positionals.length > 0) throw new UsageError(`“${positionals.join(' ')}”: expected workers`);
  if (real === undefined)
    return {
      do: 'sweep',
      stores: storesIn(store ?? 'all'),
      jobs: whole('--jobs', jobs, Math.max(1, processors)),
      ...common,
    };
  const stores = storesIn(store ?? 'both').filter((kind) => kind !== 'memory');
  if (stores.length === 0)
    throw new UsageError('--real: a process keeps nothing in memory; choose another --store');
  return { do: 'kill processes', stores, kills: whole('--real', real, 0), ...common };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        real: { type: 'string' },
        store: { type: 'string' },
        seed: { type: 'string' },
        jobs: { type: 'string' },
        companies: { type: 'string' },
        workers: { type: 'string' },
        kills: { type: 'string' },
        restarts: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function storesIn(word: string): readonly StoreKind[] {
  if (word === 'all') return storeKinds;
  if (word === 'both') return ['embedded', 'postgres'];
  const kind = storeKinds.find((known) => known === word);
  if (kind === undefined)
    throw new UsageError(`--store: “${word}” is none of ${storeKinds.join(', ')}, both, all`);
  return [kind];
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${name}: “${text}” is no whole number`);
  return Number(text);
}

function atLeastOne(name: string, text: string | undefined, otherwise: number): number {
  const number = whole(name, text, otherwise);
  if (number === 0) throw new UsageError(`${name}: at least 1`);
  return number;
}
