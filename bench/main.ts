// `npm run bench`: Tandem beside the algorithms that users have today. `npm run bench:planner`: how many rows a second are
// planned on one core. `npm run bench:api`: how fast the API answers. `npm run bench:polls`: how many quiet integrations one
// worker looks after. `npm run bench:memory`: how much memory a company of many years takes.

import type { ApiFigure } from './api.ts';

/** @returns the exit code. */
export async function main(args: readonly string[], print: (text: string) => void): Promise<number> {
  // Each is loaded by itself: the processes of the contest are compared by their memory, too.
  if (args.includes('contest')) return (await import('./contest/command.ts')).tellContest(args, print);
  if (args.includes('memory')) return tellMemory(args, print);
  if (args.includes('polls')) return tellPolls(args, print);
  if (args.includes('api')) return tellApi(await (await import('./api.ts')).benchApi(), args, print);
  return tellPlanner(args, print);
}

async function tellPlanner(args: readonly string[], print: (text: string) => void): Promise<number> {
  const { benchPlanner } = await import('./planner.ts');
  const figures = benchPlanner();
  if (args.includes('--json')) print(JSON.stringify({ figures }, null, 2));
  else
    for (const { name, rows, rowsPerSecond, lowest, highest, ofParsing } of figures)
      print(
        `${name.padEnd(26)} ${rowsPerSecond.toLocaleString('en').padStart(9)} rows/s (${lowest.toLocaleString('en')}–${highest.toLocaleString('en')} in seven rounds of ${rows.toLocaleString('en')} rows; ${ofParsing} of what JSON.parse does with them)`,
      );
  return 0;
}

function tellApi(
  figures: readonly ApiFigure[],
  args: readonly string[],
  print: (text: string) => void,
): number {
  if (args.includes('--json')) print(JSON.stringify({ figures }, null, 2));
  else
    for (const { route, calls, p50Ms, p99Ms, mostMs } of figures)
      print(`${route.padEnd(40)} p50 ${p50Ms} ms, p99 ${p99Ms} ms, at most ${mostMs} ms (${calls} calls)`);
  return 0;
}

const valueAfter = (args: readonly string[], name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;

async function tellMemory(args: readonly string[], print: (text: string) => void): Promise<number> {
  const { benchMemory, measure } = await import('./memory/memory.ts');
  const url = valueAfter(args, '--measure');
  if (url !== undefined) {
    print(JSON.stringify(await measure(url, Number(valueAfter(args, '--days')))));
    return 0;
  }
  const rows = Number(valueAfter(args, '--rows') ?? 1_000_000);
  const figures = await benchMemory(rows, (line) => void process.stderr.write(`${line}\n`));
  if (args.includes('--json')) print(JSON.stringify(figures, null, 2));
  else
    print(
      `${figures.ledgerRows.toLocaleString('en')} links compared in ${figures.seconds} s: ${figures.overIdleMb} MB over idle (${figures.peakMb} MB at most, ${figures.idleMb} MB before); ${figures.writes} writes, ${figures.unchanged.toLocaleString('en')} as agreed`,
    );
  return figures.writes === 0 && figures.unchanged === figures.ledgerRows ? 0 : 1;
}

async function tellPolls(args: readonly string[], print: (text: string) => void): Promise<number> {
  const number = (name: string, otherwise: number): number => Number(valueAfter(args, name) ?? otherwise);
  const { benchPolls } = await import('./polls/polls.ts');
  const figures = await benchPolls({
    integrations: number('--integrations', 2_000),
    seconds: number('--seconds', 240),
    changesPerSecond: number('--changes', 2),
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
  if (args.includes('--json')) print(JSON.stringify(figures, null, 2));
  else {
    const { delaySeconds } = figures;
    print(
      `${figures.integrations} integrations, ${figures.pollsPerMinute} looks a minute, ${figures.workerCpuShare} of a core, ${figures.workerPeakMb} MB at most; first runs of all in ${figures.firstRunsSeconds} s`,
    );
    print(
      `${figures.changes} hours entered in ${figures.seconds} s, ${figures.delivered} delivered: p50 ${delaySeconds.p50} s, p99 ${delaySeconds.p99} s, at most ${delaySeconds.most} s; ${figures.callsPerChange} calls each beside the looks`,
    );
  }
  return figures.delivered === figures.changes ? 0 : 1;
}
