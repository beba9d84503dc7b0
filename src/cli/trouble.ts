// How a command ends that has no result: told on stderr, and with `--json` as a document on stdout, because a script reads
// that whatever happened.

import { UsageMistake } from './arguments.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { BrokenSettings, renderMistakes } from './settings-file.ts';
import type { Terminal } from './terminal.ts';

/** Somebody else's doing: another run is in progress, or a vendor cannot be reached. */
export class CommandStopped extends Error {
  override readonly name = 'CommandStopped';
  readonly exit: ExitCode;
  constructor(exit: ExitCode, message: string) {
    super(message);
    this.exit = exit;
  }
}

export const anotherRun = (): CommandStopped =>
  new CommandStopped(
    exitCodes.busy,
    'Another run of this integration is in progress; nothing was done. Try again when it has ended.',
  );

/** @param usage of the command that was meant; null where none was */
export function tellTrouble(
  error: unknown,
  usage: string | null,
  argv: readonly string[],
  { out, err }: Terminal,
): ExitCode {
  const { exit, text, about } = troubleOf(error, usage);
  err(text);
  if (argv.includes('--json')) out(withoutResult(exit, about));
  return exit;
}

/** The document of a command that ended without a result. */
export const withoutResult = (exit: number, error: object): string =>
  `${JSON.stringify({ ok: false, exit, error }, null, 2)}\n`;

interface Told {
  readonly exit: ExitCode;
  readonly text: string;
  /** As data: `mistakes` of a configuration with their places. */
  readonly about: object;
}

function troubleOf(error: unknown, usage: string | null): Told {
  if (error instanceof BrokenSettings) {
    const { file, mistakes } = error;
    return {
      exit: exitCodes.usage,
      text: renderMistakes(error),
      about: { message: error.message, file, mistakes },
    };
  }
  if (error instanceof UsageMistake) {
    const { message } = error;
    const text = `tandem: ${message}\n${usage === null ? '' : `  tandem ${usage}\n`}`;
    return { exit: exitCodes.usage, text, about: { message } };
  }
  if (error instanceof CommandStopped) {
    const { exit, message } = error;
    return { exit, text: `tandem: ${message}\n`, about: { message } };
  }
  const message = 'a fault of ours. Nothing was repeated; the next run settles what was begun.';
  return {
    exit: exitCodes.fault,
    text: `tandem: ${message}\n${faultText(error)}\n`,
    about: { message: `${message} ${error instanceof Error ? error.message : String(error)}` },
  };
}

/** With what it came from: a database that is down says so only there. */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${faultText(error.cause)}`;
}
