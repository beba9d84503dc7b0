// `tandem report`: the newest finished run's report again, or that of a run by its id.

import { UsageMistake, readArguments } from './arguments.ts';
import type { Command } from './commands.ts';
import { renderCsv } from '../core/report/csv.ts';
import { exitOfReport } from './exit.ts';
import { readSettingsFile } from './settings-file.ts';
import { renderReport } from './summary.ts';
import { dataDirOf } from './sync.ts';

const options = { config: 'text', data: 'text', run: 'text', json: 'flag', csv: 'flag' } as const;

export const report: Command = {
  usage: 'report --config FILE [--data DIR] [--run ID] [--json | --csv]',
  summary: 'the report of the newest run, or of one run',
  run: async (context) => {
    const given = readArguments(context.argv, options, []);
    if (given.flag('json') && given.flag('csv'))
      throw new UsageMistake('--json and --csv exclude each other');
    const settings = readSettingsFile(context, given.text('config'));
    const runId = given.text('run');
    const found = await context.carryOut(
      { verb: 'report', settings, runId },
      dataDirOf(context, given),
      () => undefined,
    );
    if (found === null)
      throw new UsageMistake(
        runId === null
          ? 'there is no finished run yet: start one with tandem sync'
          : `there is no finished run ${runId} of this integration`,
      );
    const { out } = context.terminal;
    if (given.flag('json')) out(`${JSON.stringify(found, null, 2)}\n`);
    else if (given.flag('csv')) out(renderCsv(found, settings.report.language));
    else out(renderReport(found, settings.name));
    return exitOfReport(found);
  },
};
