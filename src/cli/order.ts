// A person's order to the front desk: done, not possible (with the reason), or another time.

import type { Answer } from '../service/desk-hours.ts';
import type { Trouble } from '../service/tasks.ts';
import { type Arguments, UsageMistake } from './arguments.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { CommandStopped, anotherRun } from './trouble.ts';

/** Shows what was done, as data with `--json`; an order that is not possible is a usage mistake with its reason. */
export function endOrder<T extends object>(
  terminal: Terminal,
  given: Arguments,
  answer: Answer<T> | Trouble,
  words: (value: T) => string,
): ExitCode {
  if (answer === 'busy') throw anotherRun();
  if ('trouble' in answer) throw vendorTrouble(answer);
  if (!answer.ok) throw new UsageMistake(answer.why.en);
  const done = { ok: true, ...answer.value };
  terminal.out(given.flag('json') ? `${JSON.stringify(done, null, 2)}\n` : `${words(answer.value)}\n`);
  return exitCodes.inStep;
}

export const vendorTrouble = ({ trouble }: Trouble): CommandStopped =>
  new CommandStopped(exitCodes.vendor, trouble);
