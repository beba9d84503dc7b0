// `npm run bench`: Tandem beside the algorithms that users have today. `--quick` plays small traces within a minute,
// `--only TRACE` plays one, `--json` prints one JSON document; the page and its picture are written by a full contest only.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contest, type Heat } from './contest.ts';
import { figuresOf, isFlawless, sizeOf, tableOf } from './figures.ts';
import { loadNow, pageOf } from './page.ts';
import { pictureOf } from './picture.ts';
import type { Role } from './processes.ts';
import { type TraceName, traceNames } from './traces.ts';

/** @returns the exit code: 1 where Tandem lost, doubled or wrongly deleted a record, or wrote one twice. */
export async function tellContest(args: readonly string[], print: (text: string) => void): Promise<number> {
  const role = args.includes('--as') ? (args[args.indexOf('--as') + 1] as Role) : null;
  if (role !== null) return play(role);
  const [isQuick, isJson] = [args.includes('--quick'), args.includes('--json')];
  const [at, began, loadAtBegin] = [new Date(), performance.now(), loadNow()];
  const only = args.includes('--only') ? traceNamed(args[args.indexOf('--only') + 1]) : null;
  const scale = isQuick ? 'quick' : 'full';
  const heats = await contest(scale, only, (line) => process.stderr.write(`${line}\n`));
  const seconds = (performance.now() - began) / 1000;
  if (!isQuick && only === null) {
    const page = pageOf(heats, { command: 'npm run bench', at, loadAtBegin, seconds });
    writeFileSync(join('docs', 'benchmark.md'), page);
    writeFileSync(join('docs', 'pictures', 'benchmark.svg'), pictureOf(heats));
  }
  if (isJson) print(JSON.stringify({ at, seconds, heats: heats.map(documentOf) }, null, 2));
  else for (const heat of heats) print(`${heat.trace.title}: ${sizeOf(heat)}\n\n${tableOf(heat)}\n`);
  return heats.every(isPassed) ? 0 : 1;
}

function traceNamed(name: string | undefined): TraceName {
  const trace = traceNames.find((one) => one === name);
  if (trace === undefined) throw new Error(`bench: --only takes one of ${traceNames.join(', ')}`);
  return trace;
}

/** A process of the contest lives until it is killed. */
async function play(role: Role): Promise<number> {
  switch (role) {
    case 'vendors':
      (await import('./vendors-process.ts')).playVendors();
      return 0;
    case 'contestant':
      (await import('./contestant-process.ts')).playContestant();
      return 0;
    case 'crowd':
      (await import('../polls/crowd-process.ts')).playCrowd();
      return 0;
    default:
      return role satisfies never;
  }
}

const documentOf = (heat: Heat) => ({
  trace: heat.trace,
  necessary: heat.floor,
  contestants: figuresOf(heat).map((figures, at) => ({ ...figures, counted: heat.trials[at]?.tally })),
});

function isPassed(heat: Heat): boolean {
  const tandem = figuresOf(heat).find(({ contestant }) => contestant === 'tandem');
  if (tandem === undefined) return false;
  const isOnce = tandem.writesPerChange === null || tandem.writesPerChange === 1;
  return isOnce && isFlawless(tandem);
}
