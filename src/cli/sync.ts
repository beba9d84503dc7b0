// `tandem sync`: one run, then exit.

import { resolve } from 'node:path';
import { type Part, parts } from '../core/report/codes.ts';
import type { RunReport } from '../core/report/run-report.ts';
import { isPartEnabled } from '../core/settings/settings.ts';
import type { RunRequest } from '../engine/workshop.ts';
import { type Arguments, UsageMistake, commaList, readArguments } from './arguments.ts';
import type { Command, CommandContext } from './commands.ts';
import { type ExitCode, exitCodes, exitOfReport } from './exit.ts';
import { progressView } from './progress.ts';
import { readSettingsFile } from './settings-file.ts';
import { renderReport } from './summary.ts';
import { anotherRun } from './trouble.ts';

const options = {
  config: 'text',
  data: 'text',
  'dry-run': 'flag',
  full: 'flag',
  only: 'text',
  employees: 'text',
  release: 'flag',
  json: 'flag',
} as const;

export const sync: Command = {
  usage:
    'sync --config FILE [--data DIR] [--dry-run] [--full] [--only employees,absences,attendances] [--employees ID,ID] [--release] [--json] [--quiet]',
  summary: 'one run, then exit',
  run: async (context) => {
    const given = readArguments(context.argv, options, []);
    const request = requestOf(given);
    const settings = readSettingsFile(context, given.text('config'));
    const switchedOff = request.only?.find((part) => !isPartEnabled(settings, part));
    if (switchedOff !== undefined)
      throw new UsageMistake(`--only ${switchedOff}: this part is switched off in the configuration`);
    const view = progressView(context.terminal, given.flag('quiet'));
    const result = await context
      .carryOut({ verb: 'sync', settings, request }, dataDirOf(context, given), view.tell)
      .finally(view.end);
    if (result === 'busy' || result === null) throw anotherRun();
    return show(context, given, result, settings.name);
  },
};

function requestOf(given: Arguments): RunRequest {
  const only = commaList('only', given.text('only'));
  const unknown = only?.find((name) => !parts.includes(name as Part));
  if (unknown !== undefined)
    throw new UsageMistake(`--only: “${unknown}” is no part (employees, absences, attendances)`);
  return {
    mode: given.flag('dry-run') ? 'dry-run' : 'live',
    full: given.flag('full'),
    only: only as Part[] | null,
    employeeIds: commaList('employees', given.text('employees')),
    release: given.flag('release'),
    // A schedule of the system's own has no night of its own (rule 4.1).
    nightly: 'when-due',
  };
}

function show(context: CommandContext, given: Arguments, report: RunReport, name: string): ExitCode {
  context.terminal.out(
    given.flag('json') ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report, name),
  );
  // Said also where progress is not: a job of the night must not stay silent for good.
  const { paused } = report.run;
  if (paused.length > 0)
    context.terminal.err(`tandem: paused: ${paused.join(', ')}; “tandem resume” goes on.\n`);
  const unknown = report.run.unknownEmployees ?? [];
  if (unknown.length === 0) return exitOfReport(report);
  context.terminal.err(`tandem: --employees: Personio has nobody with the ID ${unknown.join(', ')}.\n`);
  return exitCodes.usage;
}

export const dataDirOf = (context: CommandContext, given: Arguments): string =>
  resolve(given.text('data') ?? context.server.dataDir);
