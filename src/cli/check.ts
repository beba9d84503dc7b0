// `tandem check`: accounts, permissions, attributes and the names in the form. Writes nothing.

import type { Settings } from '../core/settings/settings.ts';
import { checkAccounts } from '../service/check-accounts.ts';
import type { CheckClass, CheckLine } from '../service/check-lines.ts';
import { integrationId } from '../service/home.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './commands.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { readSettingsFile } from './settings-file.ts';

export const check: Command = {
  usage: 'check --config FILE [--json]',
  summary: 'accounts, permissions, attributes, names in the form',
  run: async (context) => {
    const given = readArguments(context.argv, { config: 'text', json: 'flag' }, []);
    const settings = readSettingsFile(context, given.text('config'));
    const lines = await checkAccounts(context.vendorsOnly, settings);
    const exit = exitOf(lines);
    context.terminal.out(given.flag('json') ? `${asJson(settings, lines, exit)}\n` : asText(settings, lines));
    return exit;
  },
};

const exitOfClass: Readonly<Record<CheckClass, ExitCode>> = {
  ok: exitCodes.inStep,
  hint: exitCodes.inStep,
  optional: exitCodes.issues,
  name: exitCodes.usage,
  access: exitCodes.vendor,
};

/** A name that is not found outweighs a missing right, and that an optional attribute (interface.md). */
function exitOf(lines: readonly CheckLine[]): ExitCode {
  const exits = lines.map((line) => exitOfClass[line.class]);
  return (
    [exitCodes.usage, exitCodes.vendor, exitCodes.issues].find((exit) => exits.includes(exit)) ??
    exitCodes.inStep
  );
}

function asJson(settings: Settings, lines: readonly CheckLine[], exit: ExitCode): string {
  const document = {
    integration: { id: integrationId(settings), name: settings.name },
    ok: exit === exitCodes.inStep,
    exit,
    checks: lines.filter((line) => line.class === 'ok'),
    findings: lines.filter((line) => line.class !== 'ok'),
  };
  return JSON.stringify(document, null, 2);
}

const marks: Readonly<Record<CheckClass, string>> = {
  ok: '✓',
  hint: '·',
  optional: '!',
  name: '✗',
  access: '✗',
};

function asText(settings: Settings, lines: readonly CheckLine[]): string {
  const sides = [
    ['personio', `Personio (${settings.personio.baseUrl})`],
    ['timetac', `TimeTac (${settings.timetac.baseUrl}, account ${settings.timetac.account})`],
  ] as const;
  const text = sides.flatMap(([side, title]) => [
    title,
    ...lines
      .filter((line) => line.side === side)
      .flatMap((line) => [
        `  ${marks[line.class]} ${line.message.en}`,
        ...(line.action === null ? [] : [`    → ${line.action.en}`]),
      ]),
  ]);
  const wrong = lines.filter((line) => !['ok', 'hint'].includes(line.class)).length;
  return `${[...text, '', wrong === 0 ? 'Everything that the form needs is there.' : `${wrong} to look at.`].join('\n')}\n`;
}
