// Every mutant sails until a voyage fails, or until the budget is used up: then it has survived, and the voyages lack a
// check or an event.

import type { Mutant } from '../mutants/mutant.ts';
import { mutants as allMutants } from '../mutants/all.ts';
import { type Command, UsageError } from './arguments.ts';
import { Thread, sailFleet } from './fleet.ts';
import { checkMutants, overlayOf } from './overlay.ts';

/** Seeds in which a mutant has to be noticed. */
const budget = 600;
const stretch = 10;

interface Catch {
  readonly name: string;
  readonly breaks: string;
  readonly caught: boolean;
  readonly seed: number | null;
  /** Which rule of the voyages noticed. */
  readonly rule: string | null;
  readonly reason: string | null;
}

export async function huntMutants(
  command: Extract<Command, { do: 'mutants' }>,
  print: (text: string) => void,
): Promise<number> {
  const startedAt = performance.now();
  const chosen = chosenBy(command.names);
  checkMutants(chosen);
  // A voyage that fails without any mutant catches none.
  const amiss = await failingSeeds(command.jobs);
  if (!command.json && amiss.length > 0) print(`fail without a mutant, and catch none: ${amiss.join(', ')}`);
  const catches: Catch[] = [];
  const queue = chosen.map((mutant, index) => ({ mutant, index }));
  const hunter = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const result = await hunt(next.mutant, next.index, new Set(amiss));
      catches.push(result);
      if (!command.json) print(lineOf(result));
    }
  };
  await Promise.all(Array.from({ length: command.jobs }, hunter));
  const survivors = catches.filter((one) => !one.caught);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  const caught = catches.length - survivors.length;
  if (command.json)
    print(JSON.stringify({ mutants: catches.length, caught, budget, seconds, amiss, catches }, null, 2));
  else print(`${caught} of ${catches.length} mutants caught in ${seconds} s`);
  return survivors.length === 0 ? 0 : 1;
}

function chosenBy(names: readonly string[]): readonly Mutant[] {
  const chosen = allMutants.filter(
    (mutant) => names.length === 0 || names.some((name) => mutant.name.includes(name)),
  );
  if (chosen.length === 0) throw new UsageError(`No mutant is called like "${names.join('", "')}".`);
  return chosen;
}

async function failingSeeds(jobs: number): Promise<number[]> {
  const { tally } = await sailFleet({
    seeds: { from: 1, to: budget },
    store: 'memory',
    jobs,
    shrink: false,
    told: () => undefined,
  });
  return tally.failures.map(({ seed }) => seed).sort((a, b) => a - b);
}

async function hunt(mutant: Mutant, index: number, amiss: ReadonlySet<number>): Promise<Catch> {
  const overlay = overlayOf(mutant, index);
  const thread = new Thread({ store: 'memory', databaseUrl: null, coverage: false }, overlay.worker);
  try {
    for (let from = 1; from <= budget; from += stretch) {
      const seeds = { from, to: Math.min(budget, from + stretch - 1) };
      const { tally } = await thread.sail({ seeds, repeatEvery: 0, shrink: false });
      const failure = tally.failures.find((one) => !amiss.has(one.seed));
      if (failure === undefined) continue;
      // A thread that ends says that the mutant does not run at all, unless it hangs.
      if (failure.rule === 'thread' && !failure.reason.startsWith('L5'))
        throw new Error(`the mutant "${mutant.name}" does not run: ${failure.reason}`);
      const rule = failure.rule === 'thread' ? 'L5' : failure.rule;
      const reason = failure.reason.split('\n')[0] ?? '';
      return { ...named(mutant), caught: true, seed: failure.seed, rule, reason };
    }
    return { ...named(mutant), caught: false, seed: null, rule: null, reason: null };
  } finally {
    await thread.stop();
    overlay.remove();
  }
}

const named = ({ name, breaks }: Mutant) => ({ name, breaks });

const lineOf = ({ name, breaks, caught, seed, rule, reason }: Catch): string =>
  caught
    ? `caught    ${name} (rule ${breaks}): seed ${seed}, ${rule}: ${(reason ?? '').slice(0, 120)}`
    : `SURVIVED  ${name} (rule ${breaks})`;
