// A person's order to the front desk: done, not possible (with the reason), or another time.

import type { Answer } from '../service/desk-hours.ts';
import type { Trouble } from '../service/tasks.ts';
import { UsageMistake } from './arguments.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import type { Terminal } from './terminal.ts';

/** Shows what was done; an order that is not possible is a usage mistake with its reason. */
export function endOrder<T>(
  terminal: Terminal,
  answer: Answer<T> | Trouble,
  words: (value: T) => string,
): ExitCode {
  if (answer === 'busy') {
    terminal.err(
      'A run of this integration is in progress; nothing was changed. Try again when it has ended.\n',
    );
    return exitCodes.busy;
  }
  if ('trouble' in answer) return endTrouble(terminal, answer);
  if (!answer.ok) throw new UsageMistake(answer.why);
  terminal.out(`${words(answer.value)}\n`);
  return exitCodes.inStep;
}

export function endTrouble(terminal: Terminal, { trouble }: Trouble): ExitCode {
  terminal.err(`tandem: ${trouble}\n`);
  return exitCodes.vendor;
}
