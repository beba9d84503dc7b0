import { expect, test } from 'vitest';
import { reportWith } from '../../test/entrance/report-with.ts';
import type { RunStatus } from '../core/report/run-report.ts';
import { UsageMistake } from './arguments.ts';
import type { CommandContext } from './commands.ts';
import { exitOfReport } from './exit.ts';
import { runCommand } from './run-command.ts';
import { BrokenSettings } from './settings-file.ts';

test.each<readonly [RunStatus, number]>([
  ['done', 0],
  ['done-with-issues', 1],
  ['failed', 3],
  ['refused', 4],
])('a run that ended as %s ends the command with %i', (status, exit) => {
  expect(exitOfReport(reportWith(status))).toBe(exit);
});

function runOne(argv: readonly string[], run: () => Promise<0> = () => Promise.resolve(0)) {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    columns: null,
  };
  const context = { terminal, version: () => '0.1.0' } as Omit<CommandContext, 'argv'>;
  const commands = { sync: { usage: 'sync --config FILE', summary: 'one run, then exit', run } };
  return runCommand(commands, argv, context).then((exit) => ({ exit, ...said }));
}

test.each<readonly [title: string, thrown: Error, exit: number, says: RegExp]>([
  [
    'a usage mistake is told with the usage',
    new UsageMistake('too much'),
    2,
    /^tandem: too much\n {2}tandem sync --/,
  ],
  [
    'a fault of ours is called one',
    new TypeError('x is not a function'),
    70,
    /a fault of ours[\s\S]*x is not a fun/,
  ],
  [
    'a broken file is told by its places',
    new BrokenSettings('a.yaml', [
      {
        path: 'guard.maxDeletes',
        line: 8,
        column: 3,
        message: { en: 'too small', de: 'zu klein' },
        hint: { en: 'At least 0.', de: 'Mindestens 0.' },
      },
    ]),
    2,
    /^a\.yaml:8:3 guard\.maxDeletes: too small At least 0\.\n$/,
  ],
])('%s', async (_title, thrown, exit, says) => {
  const ended = await runOne(['sync'], () => Promise.reject(thrown));
  expect(ended.exit).toBe(exit);
  expect(ended.err).toMatch(says);
  expect(ended.out).toBe('');
});

test.each<readonly [title: string, argv: string[], exit: number, says: RegExp]>([
  ['no command at all shows the commands and is a mistake', [], 2, /sync +one run/],
  ['help is none', ['help'], 0, /sync +one run/],
  ['the version is told alone', ['--version'], 0, /^0\.1\.0\n$/],
  ['help of one command shows its options', ['sync', '--help'], 0, /^tandem sync --config FILE\n/],
])('%s', async (_title, argv, exit, says) => {
  const ended = await runOne(argv);
  expect(ended.exit).toBe(exit);
  expect(ended.out).toMatch(says);
});

test.each(['snyc', 'constructor', '__proto__', 'toString'])('“%s” is no command', async (name) => {
  const ended = await runOne([name]);
  expect(ended.exit).toBe(2);
  expect(ended.err).toContain(`unknown command “${name}”`);
});
