// `npm run kills`: every point of every scenario in virtual time, or real processes killed with SIGKILL: single
// runs, or workers that share a database.

import { availableParallelism } from 'node:os';
import { killProcesses } from '../processes/kill-processes.ts';
import { killWorkers } from '../workers/campaign.ts';
import { workersInWords } from '../workers/in-words.ts';
import { type Command, UsageError, readArguments, usage } from './arguments.ts';
import { campaignInWords, documentOf, sweepsInWords } from './summary.ts';
import { sweepStores } from './sweep-stores.ts';

/** @returns the exit code. */
export async function main(args: readonly string[], print: (text: string) => void): Promise<number> {
  let command: Command;
  try {
    command = readArguments(args, availableParallelism());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    return 2;
  }
  switch (command.do) {
    case 'sweep':
      return sweepAll(command, print);
    case 'kill processes':
      return killAll(command, print);
    case 'kill workers':
      return killAllWorkers(command, print);
    default:
      return command satisfies never;
  }
}

async function sweepAll(
  command: Extract<Command, { do: 'sweep' }>,
  print: (text: string) => void,
): Promise<number> {
  const begun = performance.now();
  const swept = await sweepStores({
    ...command,
    told: ({ store, scenario, failures }) =>
      void process.stderr.write(`${store}: ${scenario}: ${failures.length} failures\n`),
  });
  const document = documentOf(command.seed, swept, (performance.now() - begun) / 1000);
  print(command.json ? JSON.stringify(document, null, 2) : sweepsInWords(document));
  return document.failures.length === 0 ? 0 : 1;
}

async function killAll(
  command: Extract<Command, { do: 'kill processes' }>,
  print: (text: string) => void,
): Promise<number> {
  const campaign = await killProcesses({
    ...command,
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
  print(command.json ? JSON.stringify(campaign, null, 2) : campaignInWords(campaign));
  return campaign.stores.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

async function killAllWorkers(
  command: Extract<Command, { do: 'kill workers' }>,
  print: (text: string) => void,
): Promise<number> {
  const campaign = await killWorkers({
    ...command,
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
  print(command.json ? JSON.stringify(campaign, null, 2) : workersInWords(campaign));
  return campaign.faults.length === 0 && campaign.overlaps === 0 ? 0 : 1;
}
