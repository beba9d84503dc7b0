// `tandem undo`: takes back what a run created, or what a setting took out of scope since.

import { readArguments, UsageMistake } from './arguments.ts';
import type { Command } from './commands.ts';
import { exitOfReport } from './exit.ts';
import { progressView } from './progress.ts';
import { readSettingsFile } from './settings-file.ts';
import { renderReport } from './summary.ts';
import { dataDirOf } from './sync.ts';
import { anotherRun } from './trouble.ts';

const options = {
  config: 'text',
  data: 'text',
  run: 'text',
  'out-of-scope': 'flag',
  'dry-run': 'flag',
  release: 'flag',
  json: 'flag',
} as const;

export const undo: Command = {
  usage:
    'undo --config FILE [--data DIR] (--run ID | --out-of-scope [--release]) [--dry-run] [--json] [--quiet]',
  summary: 'take back what a run created, or what is no longer in scope',
  run: async (context) => {
    const given = readArguments(context.argv, options, []);
    const settings = readSettingsFile(context, given.text('config'));
    const runId = given.text('run');
    const outOfScope = given.flag('out-of-scope');
    if ((runId === null) === !outOfScope)
      throw new UsageMistake('name what to take back: --run ID, or --out-of-scope');
    if (runId !== null && given.flag('release'))
      throw new UsageMistake('--release belongs to --out-of-scope: no guard stands before --run');
    const view = progressView(context.terminal, given.flag('quiet'));
    const undone = await context
      .carryOut(
        {
          verb: 'undo',
          settings,
          what: runId === null ? { outOfScope: true } : { runId },
          mode: given.flag('dry-run') ? 'dry-run' : 'live',
          release: given.flag('release'),
        },
        dataDirOf(context, given),
        view.tell,
      )
      .finally(view.end);
    if (undone === 'busy') throw anotherRun();
    if (undone === null)
      throw new UsageMistake(`there is no run ${runId ?? ''} of this integration to take back`);
    const { report, left } = undone;
    context.terminal.out(
      given.flag('json')
        ? `${JSON.stringify({ ...report, left }, null, 2)}\n`
        : `${renderReport(report, settings.name)}${report.run.status === 'failed' ? '' : wordsOnLeft(left)}`,
    );
    return exitOfReport(report);
  },
};

function wordsOnLeft(left: number): string {
  if (left === 0) return '';
  const what = left === 1 ? '1 record stays: it is' : `${left} records stay: they are`;
  return `${what} gone already, changed since, or no longer Tandem’s.\n`;
}
