// `npm run bench:planner`: how many rows a second are planned on one core. `npm run bench:api`: how fast the API answers.

import { type ApiFigure, benchApi } from './api.ts';
import { benchPlanner } from './planner.ts';

/** @returns the exit code. */
export async function main(args: readonly string[], print: (text: string) => void): Promise<number> {
  return args.includes('api') ? tellApi(await benchApi(), args, print) : tellPlanner(args, print);
}

function tellPlanner(args: readonly string[], print: (text: string) => void): number {
  const figures = benchPlanner();
  if (args.includes('--json')) print(JSON.stringify({ figures }, null, 2));
  else
    for (const { name, rows, rowsPerSecond, lowest, highest } of figures)
      print(
        `${name.padEnd(26)} ${rowsPerSecond.toLocaleString('en').padStart(9)} rows/s (${lowest.toLocaleString('en')}–${highest.toLocaleString('en')} in seven rounds of ${rows.toLocaleString('en')} rows)`,
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
