// Being asked to stop.

import { constants } from 'node:os';
import type { Terminal } from '../cli/terminal.ts';
import { withoutResult } from '../cli/trouble.ts';

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, which loses nothing. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** These wait to be stopped; every other command is in the middle of something. */
const lasting = ['start', 'worker', 'simulate'];

const writing = ['sync', 'undo'];
const after =
  '; what was begun goes on where a server holds the data folder, and is settled by the next run where none does';

/** A command that is stopped says so, on stdout too where a script reads that (`--json`), and ends as the signal would. */
export function sayWhenStopped(
  argv: readonly string[],
  { out, err }: Terminal,
  end: (exit: number) => void,
): void {
  if (lasting.includes(argv[0] ?? '')) return;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      const exit = 128 + constants.signals[signal];
      const message = `stopped by ${signal}${writing.includes(argv[0] ?? '') ? after : ''}.`;
      err(`tandem: ${message}\n`);
      if (argv.includes('--json')) out(withoutResult(exit, { message }));
      end(exit);
    });
}
