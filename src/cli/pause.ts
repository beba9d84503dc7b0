// `tandem pause` and `tandem resume`: per integration or part, at once.

import { type Part, parts } from '../core/report/codes.ts';
import { UsageMistake, commaList, readArguments } from './arguments.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit.ts';
import { readSettingsFile } from './settings-file.ts';
import { dataDirOf } from './sync.ts';

const options = { config: 'text', data: 'text', only: 'text' } as const;

export const pause = pausing('pause', true, 'stop reading and writing at once; what is due stays due');
export const resume = pausing('resume', false, 'go on where a pause began');

function pausing(name: string, paused: boolean, summary: string): Command {
  return {
    usage: `${name} --config FILE [--data DIR] [--only employees,absences,attendances]`,
    summary,
    run: async (context) => {
      const given = readArguments(context.argv, options, []);
      const only = commaList('only', given.text('only'));
      const unknown = only?.find((part) => !parts.includes(part as Part));
      if (unknown !== undefined)
        throw new UsageMistake(`--only: “${unknown}” is no part (employees, absences, attendances)`);
      const settings = readSettingsFile(context, given.text('config'));
      const now = await context.carryOut(
        { verb: 'pause', settings, parts: (only ?? parts) as Part[], paused },
        dataDirOf(context, given),
        () => undefined,
      );
      context.terminal.out(
        now.paused.length === 0 ? 'Nothing is paused.\n' : `Paused: ${now.paused.join(', ')}.\n`,
      );
      return exitCodes.inStep;
    },
  };
}
