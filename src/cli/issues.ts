// `tandem issues`: what is open, and a person's answers to it.

import { answersTo } from '../core/report/answers.ts';
import type { Choice, Decision } from '../core/sync/decision.ts';
import type { IssueList } from '../service/issues.ts';
import { type Arguments, UsageMistake, readArguments } from './arguments.ts';
import type { Command, CommandContext } from './commands.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { endOrder } from './order.ts';
import { readSettingsFile } from './settings-file.ts';
import { dataDirOf } from './sync.ts';

const options = { config: 'text', data: 'text', json: 'flag' } as const;
const choices: readonly Choice[] = ['source-wins', 'keep-target', 'ignore', 'create'];

export const issues: Command = {
  usage:
    'issues --config FILE [--data DIR] [--json] [list | retry CODE/ID | decide ID source-wins|keep-target|ignore|create | take-over ID | take-back ANSWER/RUN]',
  summary: 'what is open, and your answers to it',
  run: async (context) => {
    const given = readArguments(context.argv, options, ['verb', 'which', 'choice']);
    const [verb = 'list', which, choice, ...rest] = given.positionals;
    const settings = readSettingsFile(context, given.text('config'));
    const order = { settings, which: which ?? '' };
    const dataDir = dataDirOf(context, given);
    expectWords(verb, which, choice, rest);
    const { terminal } = context;
    const quiet = (): void => undefined;
    switch (verb) {
      case 'list':
        return show(context, given, await context.carryOut({ verb: 'issues', settings }, dataDir, quiet));
      case 'retry':
        return endOrder(
          terminal,
          given,
          await context.carryOut({ verb: 'retry', ...order }, dataDir, quiet),
          ({ records }) => `${records} to be tried again by the next run.`,
        );
      case 'take-over':
        return endOrder(
          terminal,
          given,
          await context.carryOut({ verb: 'takeOver', ...order }, dataDir, quiet),
          ({ records }) => `${records} taken over: they follow TimeTac from the next run on.`,
        );
      case 'take-back':
        return endOrder(
          terminal,
          given,
          await context.carryOut({ verb: 'takeBack', ...order }, dataDir, quiet),
          ({ records }) => `${records} answers taken back: the next run judges anew.`,
        );
      default:
        return endOrder(
          terminal,
          given,
          await context.carryOut({ verb: 'decide', ...order, choice: choice as Choice }, dataDir, quiet),
          ({ records }) => `Decided for ${records}: the next run carries it out.`,
        );
    }
  },
};

function expectWords(
  verb: string,
  which: string | undefined,
  choice: string | undefined,
  rest: readonly string[],
): void {
  if (!['list', 'retry', 'decide', 'take-over', 'take-back'].includes(verb))
    throw new UsageMistake(`issues: “${verb}” is none of list, retry, decide, take-over, take-back`);
  const extra = verb === 'list' ? which : verb === 'decide' ? rest[0] : choice;
  if (extra !== undefined) throw new UsageMistake(`unexpected “${extra}”`);
  if (verb !== 'list' && which === undefined)
    throw new UsageMistake(`issues ${verb}: name an issue by its id or code (tandem issues list shows them)`);
  if (verb === 'decide' && !choices.includes(choice as Choice))
    throw new UsageMistake(
      choice === undefined
        ? `issues decide: say what shall hold: ${choices.join(', ')}`
        : `issues decide: “${choice}” is none of ${choices.join(', ')}`,
    );
}

function show(context: CommandContext, given: Arguments, list: IssueList): ExitCode {
  context.terminal.out(given.flag('json') ? `${JSON.stringify(list, null, 2)}\n` : asText(list));
  return list.issues.length > 0 ? exitCodes.issues : exitCodes.inStep;
}

function asText({ asOf, issues: open, notes, decisions }: IssueList): string {
  if (asOf === null) return 'No run has ended yet: start one with tandem sync.\n';
  const answerable = notes.filter((note) => answersTo(note.code).length > 0);
  const lines = [
    `As of the run that ended at ${asOf}: ${open.length} ${open.length === 1 ? 'issue' : 'issues'}.`,
    ...[...open, ...answerable].flatMap((line) => {
      const possible = answersTo(line.code);
      return [
        '',
        `${line.id}  ${line.code}${line.covers > 1 ? ` × ${line.covers}` : ''}${line.type === null ? '' : ` · ${line.type}`}`,
        `  ${line.message.en}`,
        `  → ${line.action.en}`,
        ...(possible.length === 0 ? [] : [`  Answers: ${possible.join(', ')}`]),
      ];
    }),
    ...(decisions.length === 0 ? [] : ['', 'Answers given (tandem issues take-back ID takes one back):']),
    ...decisions.map(answerLine),
  ];
  return `${lines.join('\n')}\n`;
}

function answerLine({ id, choice, part, name, decidedAt, doneAt, undoneRunId }: Decision): string {
  const state =
    undoneRunId !== null ? `undone with run ${undoneRunId}` : doneAt === null ? 'holds' : 'carried out';
  return `${id}  ${choice} · ${part} ${name} · ${new Date(decidedAt).toISOString().slice(0, 16)} · ${state}`;
}
