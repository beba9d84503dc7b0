// `tandem config`: the schema of the configuration file for editors, and a check of a file without the vendors.

import { settingsJsonSchema } from '../core/settings/schema.ts';
import { UsageMistake, readArguments } from './arguments.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit.ts';
import { readSettingsFile } from './settings-file.ts';

export const config: Command = {
  usage: 'config schema | config validate FILE',
  summary: 'the JSON Schema of the configuration file, or a check of a file',
  run: async (context) => {
    const given = readArguments(context.argv, {}, ['verb', 'file']);
    const [verb, file] = given.positionals;
    switch (verb) {
      case 'schema':
        if (file !== undefined) throw new UsageMistake(`unexpected “${file}”`);
        context.terminal.out(`${JSON.stringify(settingsJsonSchema(), null, 2)}\n`);
        return exitCodes.inStep;
      case 'validate': {
        if (file === undefined) throw new UsageMistake('config validate: FILE is missing');
        const settings = readSettingsFile(context, file);
        context.terminal.out(`${file}: valid (${settings.name})\n`);
        return exitCodes.inStep;
      }
      default:
        throw new UsageMistake('config: expected schema or validate FILE');
    }
  },
};
