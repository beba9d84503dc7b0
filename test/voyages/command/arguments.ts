// The flags of `npm run voyage`, read strictly: what is not understood is said and nothing sails.

import { parseArgs } from 'node:util';
import { type StoreKind, storeKinds } from '../harbour.ts';

/** `twins`: a company that keeps changing its form, beside one that begins with the last one. */
export type History = 'voyages' | 'twins';

export interface Seeds {
  readonly from: number;
  /** The last one, included. */
  readonly to: number;
}

interface Common {
  readonly json: boolean;
  readonly jobs: number;
}

export type Command =
  | (Common & {
      readonly do: 'sail';
      readonly seeds: Seeds;
      readonly history: History;
      readonly store: StoreKind;
      readonly uncovered: boolean;
    })
  | (Common & {
      readonly do: 'replay';
      readonly seed: number;
      readonly history: History;
      readonly store: StoreKind;
    })
  | (Common & { readonly do: 'mutants'; readonly names: readonly string[] });

/** Something on the command line makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage:
  npm run voyage -- --seeds A..B [--store ${storeKinds.join('|')}] [--jobs N] [--uncovered] [--json]
  npm run voyage -- --seed N [--store ...]         sails one voyage and tells its whole story
  npm run voyage -- --twins --seeds A..B | --seed N         companies that change their form, beside new ones
  npm run voyage -- --mutants [NAME ...] [--jobs N] [--json]

Exit codes: 0 all is well, 1 a promise was broken, a floor was missed or a mutant survived, 2 wrong usage.`;

/** @throws UsageError */
export function readArguments(args: readonly string[], cores: number): Command {
  const { values, positionals } = parsed(args);
  const modes = [values.seeds, values.seed, values.mutants].filter((value) => value !== undefined);
  if (modes.length !== 1) throw new UsageError('Say exactly one of --seeds, --seed and --mutants.');
  const common = { json: values.json ?? false, jobs: wholeNumber('--jobs', values.jobs, cores) };
  if (common.jobs === 0) throw new UsageError('--jobs begins at 1.');
  if (values.mutants === true) {
    if (values.store !== undefined || values.uncovered === true || values.twins === true)
      throw new UsageError(
        '--mutants sail in memory, and cover nothing: no --store, --uncovered or --twins.',
      );
    return { do: 'mutants', ...common, names: positionals };
  }
  if (positionals.length > 0) throw new UsageError(`What is "${positionals[0] ?? ''}"?`);
  const store = storeKinds.find((kind) => kind === (values.store ?? 'memory'));
  if (store === undefined) throw new UsageError(`--store takes ${storeKinds.join(', ')}.`);
  const history = values.twins === true ? 'twins' : 'voyages';
  if (history === 'twins' && store !== 'memory') throw new UsageError('--twins live in memory: no --store.');
  if (values.seeds !== undefined)
    return {
      do: 'sail',
      ...common,
      history,
      store,
      seeds: seedsIn(values.seeds),
      uncovered: values.uncovered ?? false,
    };
  if (values.uncovered === true || common.json)
    throw new UsageError('--seed tells a story: no --uncovered, no --json.');
  return { do: 'replay', ...common, history, store, seed: wholeNumber('--seed', values.seed, 0) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seeds: { type: 'string' },
        seed: { type: 'string' },
        mutants: { type: 'boolean' },
        twins: { type: 'boolean' },
        store: { type: 'string' },
        jobs: { type: 'string' },
        uncovered: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function seedsIn(text: string): Seeds {
  const [, from = '', to = ''] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(text) ?? [];
  if (from === '' || Number(to) < Number(from))
    throw new UsageError(`--seeds takes two whole numbers in order, as in 1..200, not "${text}".`);
  return { from: Number(from), to: Number(to) };
}

function wholeNumber(flag: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${flag} takes a whole number, not "${text}".`);
  return Number(text);
}
