// From words on the command line to an exit code: finds the command, tells every mistake, and never lets an error pass
// as something else.

import { nearestKey } from '../core/settings/nearest.ts';
import { UsageMistake } from './arguments.ts';
import type { Command, CommandContext } from './commands.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { tellTrouble } from './trouble.ts';

export async function runCommand(
  commands: Readonly<Record<string, Command>>,
  argv: readonly string[],
  context: Omit<CommandContext, 'argv'>,
): Promise<ExitCode> {
  const { out, err } = context.terminal;
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    out(help(commands));
    return name === undefined ? exitCodes.usage : exitCodes.inStep;
  }
  if (name === '--version' || name === '-V' || name === '-v') {
    out(`${context.version()}\n`);
    return exitCodes.inStep;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const nearest = nearestKey(name, Object.keys(commands));
    const mistake = `unknown command “${name}”${nearest === null ? '' : ` (did you mean ${nearest}?)`}`;
    const exit = tellTrouble(new UsageMistake(mistake), null, argv, context.terminal);
    err(`\n${help(commands)}`);
    return exit;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    out(`tandem ${command.usage}\n  ${command.summary}\n`);
    return exitCodes.inStep;
  }
  try {
    return await command.run({ ...context, argv: rest });
  } catch (error) {
    return tellTrouble(error, command.usage, rest, context.terminal);
  }
}

function help(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(([name, command]) => `  ${name.padEnd(10)} ${command.summary}`);
  return `Tandem keeps Personio and TimeTac in step.\n\n${lines.join('\n')}\n\ntandem COMMAND --help shows the options of a command, tandem --version the version.\n`;
}
