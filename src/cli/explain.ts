// `tandem explain`: why a day is, or is not, in Personio.

import { isLocalDate } from '../core/time/calendar.ts';
import { UsageMistake, readArguments } from './arguments.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit.ts';
import { readSettingsFile } from './settings-file.ts';
import { dataDirOf } from './sync.ts';

const options = { config: 'text', data: 'text', employee: 'text', date: 'text', json: 'flag' } as const;

export const explain: Command = {
  usage: 'explain --config FILE [--data DIR] --employee ID --date YYYY-MM-DD [--json]',
  summary: 'why a day is, or is not, in Personio',
  run: async (context) => {
    const given = readArguments(context.argv, options, []);
    const [employeeId, date] = [given.text('employee'), given.text('date')];
    if (employeeId === null) throw new UsageMistake('--employee ID is missing (the id in Personio)');
    if (date === null) throw new UsageMistake('--date YYYY-MM-DD is missing');
    if (!isLocalDate(date)) throw new UsageMistake(`--date: “${date}” is no date like 2026-03-02`);
    const settings = readSettingsFile(context, given.text('config'));
    const explanation = await context.carryOut(
      { verb: 'explain', settings, employeeId, date },
      dataDirOf(context, given),
      () => undefined,
    );
    const { out } = context.terminal;
    if (given.flag('json')) out(`${JSON.stringify(explanation, null, 2)}\n`);
    else
      for (const { text, type } of explanation.statements)
        out(`${type === null ? '' : `[${type}] `}${text.en}\n`);
    return exitCodes.inStep;
  },
};
