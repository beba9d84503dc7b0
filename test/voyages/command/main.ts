// `npm run voyage`: simulated voyages by the thousand, one told in full, or the list of mutants.

import { availableParallelism } from 'node:os';
import { type Command, UsageError, readArguments, usage } from './arguments.ts';
import { sharesOf, unreached } from './coverage.ts';
import { sailFleet } from './fleet.ts';
import { missedFloors } from './floors.ts';
import { huntMutants } from './hunt.ts';
import { VoidMutant } from './overlay.ts';
import { replay } from './replay.ts';
import { documentOf, summaryOf } from './summary.ts';

/** @returns the exit code, which stands whatever happens while the process ends. */
export async function main(args: readonly string[], print: (text: string) => void): Promise<number> {
  const code = await codeOf(args, print);
  // The PostgreSQL that tests bring along hooks into the end of the process, and ends it with 0.
  process.once('exit', () => {
    process.exitCode = code;
  });
  return code;
}

async function codeOf(args: readonly string[], print: (text: string) => void): Promise<number> {
  try {
    return await carriedOut(readArguments(args, availableParallelism()), print);
  } catch (error) {
    if (error instanceof VoidMutant) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    return 2;
  }
}

function carriedOut(command: Command, print: (text: string) => void): Promise<number> {
  switch (command.do) {
    case 'sail':
      return sailSeeds(command, print);
    case 'replay':
      return replay(command, print);
    case 'mutants':
      return huntMutants(command, print);
    default:
      return command satisfies never;
  }
}

async function sailSeeds(
  command: Extract<Command, { do: 'sail' }>,
  print: (text: string) => void,
): Promise<number> {
  const startedAt = performance.now();
  const { tally, ranges } = await sailFleet({ ...command, shrink: true, told: progress() });
  const seconds = (performance.now() - startedAt) / 1000;
  const shares = sharesOf(ranges);
  // The floors are those of voyages: only some twins know weather.
  const missed = command.history === 'twins' ? [] : missedFloors(tally, shares);
  const document = documentOf(command, tally, shares, missed, seconds);
  print(command.json ? JSON.stringify(document, null, 2) : summaryOf(document));
  if (command.uncovered)
    for (const place of unreached(ranges, 60)) process.stderr.write(`not reached: ${place}\n`);
  return document.failures.length + document.missedFloors.length === 0 ? 0 : 1;
}

/** On a terminal, one line that moves. */
function progress(): (done: number, failures: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (done, failures) => void process.stderr.write(`\r${done} voyages, ${failures} failed `);
}
