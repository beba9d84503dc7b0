// `npm run bench:planner`: how many rows a second are planned on one core.

import { benchPlanner } from './planner.ts';

/** @returns the exit code. */
export function main(args: readonly string[], print: (text: string) => void): number {
  const figures = benchPlanner();
  if (args.includes('--json')) print(JSON.stringify({ figures }, null, 2));
  else
    for (const { name, rows, rowsPerSecond, lowest, highest } of figures)
      print(
        `${name.padEnd(26)} ${rowsPerSecond.toLocaleString('en').padStart(9)} rows/s (${lowest.toLocaleString('en')}–${highest.toLocaleString('en')} in seven rounds of ${rows.toLocaleString('en')} rows)`,
      );
  return 0;
}
