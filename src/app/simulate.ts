// `tandem simulate`: serves both simulated vendors until it is stopped, and prints a configuration that fits.

import { UsageMistake, numberIn, readArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/commands.ts';
import { exitCodes } from '../cli/exit.ts';
import { yamlText } from '../core/settings/form-file.ts';
import { dateIn } from '../core/time/calendar.ts';
import { demoCompany } from '../simulators/company/demo.ts';
import { generateCompany } from '../simulators/company/generate.ts';
import { seededRandom } from '../simulators/faults/random.ts';
import {
  type PersonioSwitches,
  parsePersonioSwitch,
  personioSwitches,
} from '../simulators/personio/switches.ts';
import { type TimetacSwitches, parseTimetacSwitch, timetacSwitches } from '../simulators/timetac/switches.ts';
import { portOf } from './config.ts';
import { serveSimulation } from './simulation.ts';
import { untilStopped } from './stop.ts';

const options = {
  'personio-port': 'text',
  'timetac-port': 'text',
  company: 'text',
  seed: 'text',
  employees: 'text',
  days: 'text',
  set: 'list',
} as const;

export const runSimulate: Command['run'] = async (context) => {
  const given = readArguments(context.argv, options, 'any');
  const company = given.text('company');
  if (company !== null && company !== 'demo')
    throw new UsageMistake(`--company: “${company}” is unknown (demo)`);
  const seed = numberIn('seed', given.text('seed'), 0, 2 ** 31 - 1);
  const employees = numberIn('employees', given.text('employees'), 1, 5_000);
  const days = numberIn('days', given.text('days'), 1, 400);
  const generated = seed !== null || employees !== null || days !== null;
  if (generated && company !== null)
    throw new UsageMistake('--company and --seed, --employees, --days exclude each other');
  const [extra] = given.positionals;
  if (extra !== undefined && given.list('set').length === 0) throw new UsageMistake(`unexpected “${extra}”`);
  const switches = readSwitches([...given.list('set'), ...given.positionals]);
  const now = Date.now();
  const today = dateIn(now, 'Europe/Berlin');
  const states = generated
    ? generateCompany({ seed: seed ?? 1, employees: employees ?? 40, days: days ?? 30, today })
    : demoCompany({ now });
  const simulation = await serveSimulation({
    states,
    personioPort: portOf(given.text('personio-port') ?? undefined, '--personio-port') ?? 8181,
    timetacPort: portOf(given.text('timetac-port') ?? undefined, '--timetac-port') ?? 8182,
    ...switches,
    random: seededRandom(seed ?? 1),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new UsageMistake('a port is in use: choose others with --personio-port and --timetac-port');
    if (error.code === 'EACCES')
      throw new UsageMistake(
        'this user may not take a port: choose others with --personio-port and --timetac-port',
      );
    throw error;
  });
  const { terminal } = context;
  terminal.out(yamlText(simulation.settings));
  terminal.err(
    [
      `Personio on ${simulation.personioUrl}, TimeTac on ${simulation.timetacUrl} (account ${states.timetac.account}).`,
      `Rate limit: ${switches.personio['rate-limit'] ?? 'off (switch it on with --set rate-limit=on)'}.`,
      'The configuration above fits this company; commands need TANDEM_ALLOW_PRIVATE_HOSTS=1 to reach it.',
      'Stop with Ctrl+C.',
      '',
    ].join('\n'),
  );
  await untilStopped();
  await simulation.close();
  return exitCodes.inStep;
};

function refusalOf(set: () => void): RangeError[] {
  try {
    set();
    return [];
  } catch (error) {
    if (error instanceof RangeError) return [error];
    throw error;
  }
}

/** `name=value`; `personio.name=value` where both vendors have a switch of that name and only one is meant. */
function readSwitches(settings: readonly string[]): {
  personio: Partial<PersonioSwitches>;
  timetac: Partial<TimetacSwitches>;
} {
  let personio: Partial<PersonioSwitches> = {};
  let timetac: Partial<TimetacSwitches> = {};
  for (const setting of settings) {
    const at = setting.indexOf('=');
    if (at < 1) throw new UsageMistake(`--set ${setting}: expected switch=value`);
    const [full, value] = [setting.slice(0, at), setting.slice(at + 1)];
    const name = full.replace(/^(personio|timetac)\./, '');
    const forPersonio = !full.startsWith('timetac.') && Object.hasOwn(personioSwitches, name);
    const forTimetac = !full.startsWith('personio.') && Object.hasOwn(timetacSwitches, name);
    const meant = [
      ...(forPersonio || !forTimetac
        ? [() => void (personio = { ...personio, ...parsePersonioSwitch(name, value) })]
        : []),
      ...(forTimetac ? [() => void (timetac = { ...timetac, ...parseTimetacSwitch(name, value) })] : []),
    ];
    const refused = meant.flatMap(refusalOf);
    // A value that only one of two switches of a name takes is meant for that one.
    if (refused.length === meant.length)
      throw new UsageMistake(`--set ${setting}: ${refused[0]?.message ?? ''}`);
  }
  return { personio, timetac };
}
