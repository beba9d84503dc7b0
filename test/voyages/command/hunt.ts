// Every mutant sails until a voyage fails, or until the budget is used up: then it has survived, and the voyages lack a
// check or an event.

import type { Mutant } from '../mutants/mutant.ts';
import { mutants as allMutants } from '../mutants/all.ts';
import { type Command, type History, UsageError } from './arguments.ts';
import { Thread } from './fleet.ts';
import { checkMutants, overlayOf } from './overlay.ts';
import type { WorkerData } from './worker.ts';

/** Seeds in which a mutant has to be noticed: some are wrong in one hour of the year only. */
const budget = 12_000;
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
  const catches: Catch[] = [];
  const queue = chosen.map((mutant, index) => ({ mutant, index }));
  const amiss = new Set<number>();
  const hunter = async (): Promise<void> => {
    const sane = new Thread(inMemory);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const result = await hunt(next.mutant, next.index, sane, amiss);
      catches.push(result);
      if (!command.json) print(lineOf(result));
    }
    await sane.end();
  };
  await Promise.all(Array.from({ length: command.jobs }, hunter));
  const survivors = catches.filter((one) => !one.caught);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  const caught = catches.length - survivors.length;
  if (command.json)
    print(
      JSON.stringify(
        { mutants: catches.length, caught, budget, seconds, amiss: [...amiss], catches },
        null,
        2,
      ),
    );
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

const inMemory: WorkerData = { store: 'memory', databaseUrl: null, coverage: false };

/** `sane` sails without any mutant; `amiss` collects the seeds that fail there too, and therefore catch nobody. */
async function hunt(mutant: Mutant, index: number, sane: Thread, amiss: Set<number>): Promise<Catch> {
  const overlay = overlayOf(mutant, index);
  const thread = new Thread(inMemory, overlay.worker);
  try {
    for (let from = 1; from <= budget; from += stretch) {
      const seeds = { from, to: Math.min(budget, from + stretch - 1) };
      const { history } = mutant;
      const { tally } = await thread.sail({ history, seeds, repeatEvery: 0, shrink: false });
      for (const failure of tally.failures) {
        // A thread that ends says that the mutant does not run at all, unless it hangs.
        const hangs = failure.rule === 'thread' && failure.reason.startsWith('L5');
        if (failure.rule === 'thread' && !hangs)
          throw new Error(`the mutant "${mutant.name}" does not run: ${failure.reason}`);
        if (!hangs && !(await isSane(history, failure.seed, sane, amiss))) continue;
        const reason = failure.reason.split('\n')[0] ?? '';
        return {
          ...named(mutant),
          caught: true,
          seed: failure.seed,
          rule: hangs ? 'L5' : failure.rule,
          reason,
        };
      }
    }
    return { ...named(mutant), caught: false, seed: null, rule: null, reason: null };
  } finally {
    await thread.stop();
    overlay.remove();
  }
}

async function isSane(history: History, seed: number, sane: Thread, amiss: Set<number>): Promise<boolean> {
  const seeds = { from: seed, to: seed };
  const { tally } = await sane.sail({ history, seeds, repeatEvery: 0, shrink: false });
  if (tally.failures.length > 0) amiss.add(seed);
  return tally.failures.length === 0;
}

const named = ({ name, breaks }: Mutant) => ({ name, breaks });

const lineOf = ({ name, breaks, caught, seed, rule, reason }: Catch): string =>
  caught
    ? `caught    ${name} (rule ${breaks}): seed ${seed}, ${rule}: ${(reason ?? '').slice(0, 120)}`
    : `SURVIVED  ${name} (rule ${breaks})`;
