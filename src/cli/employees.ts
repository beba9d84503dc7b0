// `tandem employees`: who was matched how, and a person's word where it cannot be known.

import type { Review, ReviewRow, ReviewUser } from '../core/people/review.ts';
import { UsageMistake, readArguments } from './arguments.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit.ts';
import { endOrder, vendorTrouble } from './order.ts';
import { readSettingsFile } from './settings-file.ts';
import { dataDirOf } from './sync.ts';

const options = { config: 'text', data: 'text', json: 'flag' } as const;

export const employees: Command = {
  usage: 'employees --config FILE [--data DIR] [--json] [list | link PERSONIO TIMETAC | unlink PERSONIO]',
  summary: 'who was matched how; link and unlink',
  run: async (context) => {
    const given = readArguments(context.argv, options, ['verb', 'personio', 'timetac']);
    const [verb = 'list', personioId = '', timetacId = ''] = given.positionals;
    const settings = readSettingsFile(context, given.text('config'));
    const dataDir = dataDirOf(context, given);
    const quiet = (): void => undefined;
    const { terminal } = context;
    switch (verb) {
      case 'list': {
        if (personioId !== '') throw new UsageMistake(`unexpected “${personioId}”`);
        const review = await context.carryOut({ verb: 'employees', settings }, dataDir, quiet);
        if ('trouble' in review) throw vendorTrouble(review);
        terminal.out(given.flag('json') ? `${JSON.stringify(review, null, 2)}\n` : asText(review));
        return exitCodes.inStep;
      }
      case 'link':
        if (timetacId === '')
          throw new UsageMistake(
            'employees link: name the employee’s id in Personio and the user’s id in TimeTac',
          );
        return endOrder(
          terminal,
          given,
          await context.carryOut({ verb: 'link', settings, personioId, timetacId }, dataDir, quiet),
          ({ moved }) =>
            `Employee ${personioId} is user ${timetacId}${moved ? ', which was moved from its former employee' : ''}; the next run brings them into step.`,
        );
      case 'unlink':
        if (personioId === '') throw new UsageMistake('employees unlink: name the employee’s id in Personio');
        if (timetacId !== '') throw new UsageMistake(`unexpected “${timetacId}”`);
        return endOrder(
          terminal,
          given,
          await context.carryOut({ verb: 'unlink', settings, personioId }, dataDir, quiet),
          (link) =>
            `Employee ${personioId} is no longer user ${link.timetacId}, and is not matched with it again by itself. What was exported stays.`,
        );
      default:
        throw new UsageMistake(`employees: “${verb}” is none of list, link, unlink`);
    }
  },
};

const states: readonly (readonly [ReviewRow['state'], string])[] = [
  ['held', 'need a decision'],
  ['matched', 'will be linked by the next run'],
  ['new', 'will get an account'],
  ['linked', 'linked'],
  ['waiting', 'nothing due'],
];

function asText({ employees: rows, vanished, unmatched }: Review): string {
  const blocks = states.flatMap(([state, title]) => {
    const own = rows.filter((row) => row.state === state);
    return own.length === 0 ? [] : [`${own.length} ${title}:`, ...own.map(rowLine), ''];
  });
  const lines = [
    ...blocks,
    ...(vanished.length === 0
      ? []
      : [
          `${vanished.length} linked, but gone from Personio’s list:`,
          ...vanished.map((link) => `  ${link.personioId.padEnd(10)} ↔ user ${link.timetacId}`),
          '',
        ]),
    ...(unmatched.length === 0
      ? []
      : [
          `${unmatched.length} users in TimeTac belong to nobody:`,
          ...unmatched.map((user) => `  ${userText(user)}`),
          '',
        ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function rowLine({ personioId, name, status, by, issue, users, inScope }: ReviewRow): string {
  const who = `  ${personioId.padEnd(10)} ${name.padEnd(24)} ${(status ?? '?').padEnd(10)}`;
  const match = users.length === 0 ? '' : ` ↔ ${users.map(userText).join(' or ')}`;
  const how = by === null ? '' : ` by ${by}`;
  return `${who}${match}${how}${issue === null ? '' : ` · ${issue}`}${inScope ? '' : ' · out of scope'}`;
}

const userText = ({ timetacId, username, name, active }: ReviewUser): string =>
  `${timetacId} ${name} (${username ?? '?'}${active === false ? ', switched off' : ''})`;
