// A person's order to the front desk: done, not possible (with the reason), or another time.

import type { Answer } from '../service/desk-hours.ts';
import type { Trouble } from '../service/tasks.ts';
import { UsageMistake } from './arguments.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { CommandStopped, anotherRun } from './trouble.ts';

/** Shows what was done; an order that is not possible is a usage mistake with its reason. */
export function endOrder<T>(
  terminal: Terminal,
  answer: Answer<T> | Trouble,
  words: (value: T) => string,
): ExitCode {
  if (answer === 'busy') throw anotherRun();
  if ('trouble' in answer) throw vendorTrouble(answer);
  if (!answer.ok) throw new UsageMistake(answer.why.en);
  terminal.out(`${words(answer.value)}\n`);
  return exitCodes.inStep;
}

export const vendorTrouble = ({ trouble }: Trouble): CommandStopped =>
  new CommandStopped(exitCodes.vendor, trouble);
