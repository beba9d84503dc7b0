import { describe, expect, test } from 'vitest';
import { commaList, numberIn, readArguments, UsageMistake } from './arguments.ts';

const table = { config: 'text', 'dry-run': 'flag', set: 'list', json: 'flag' } as const;

test('options are read in every usual form', () => {
  const given = readArguments(['--config', 'a.yaml', '--dry-run', '--set', 'a=1', '--set=b=2'], table, []);
  expect(given.text('config')).toBe('a.yaml');
  expect(readArguments(['--config=a.yaml'], table, []).text('config')).toBe('a.yaml');
  expect([given.flag('dry-run'), given.flag('json')]).toEqual([true, false]);
  expect(given.list('set')).toEqual(['a=1', 'b=2']);
});

test('what was not said is null, false or empty', () => {
  const given = readArguments([], table, ['file']);
  expect([given.text('config'), given.flag('json'), given.list('set'), given.positionals]).toEqual([
    null,
    false,
    [],
    [],
  ]);
});

test.each<readonly [title: string, argv: string[], says: RegExp]>([
  [
    'a misspelt option names the nearest',
    ['--dryrun'],
    /^unknown option --dryrun \(did you mean --dry-run\?\)$/,
  ],
  [
    'a misspelt option with a value does not repeat the value',
    ['--confg=secret'],
    /^unknown option --confg \(/,
  ],
  ['an option like no other names none', ['--zebra'], /^unknown option --zebra$/],
  ['names of an object’s own making are unknown too', ['--constructor'], /^unknown option --constructor$/],
  ['a short option is unknown', ['-c'], /-c/],
  ['an option without its value', ['--config'], /--config/],
  ['an option whose value is another option', ['--config', '--json'], /--config/],
  ['a flag with a value', ['--json=yes'], /--json/],
  ['a word too many', ['a.yaml', 'b.yaml'], /^unexpected “b\.yaml”$/],
])('%s', (_title, argv, says) => {
  let said: unknown = null;
  try {
    readArguments(argv, table, ['file']);
  } catch (error) {
    said = error;
  }
  expect(said).toBeInstanceOf(UsageMistake);
  expect((said as Error).message).toMatch(says);
});

describe('whole numbers', () => {
  test.each<readonly [string | null, number | null]>([
    [null, null],
    ['1', 1],
    ['40', 40],
    ['007', 7],
  ])('%j is %j', (text, value) => {
    expect(numberIn('days', text, 1, 40)).toBe(value);
  });
  test.each(['0', '41', '1.5', '-3', 'many', 'NaN', 'Infinity', ''])('%j is refused by name', (text) => {
    expect(() => numberIn('days', text, 1, 40)).toThrow(/^--days: “.*” is not a whole number from 1 to 40$/);
  });
  test('nothing between the equals sign and the end is no zero', () => {
    expect(() => numberIn('seed', '', 0, 9)).toThrow(UsageMistake);
    expect(() => numberIn('seed', ' ', 0, 9)).toThrow(UsageMistake);
  });
});

test('lists are cut at commas, spaces around names do not count, empty names do', () => {
  expect(commaList('employees', null)).toBeNull();
  expect(commaList('employees', '3001, 3002')).toEqual(['3001', '3002']);
  for (const text of ['', ',', '3001,', '3001,,3002'])
    expect(() => commaList('employees', text)).toThrow(/^--employees: expected names separated by commas$/);
});

test('an option that is given twice is a mistake, flags and lists apart', () => {
  const read = (...argv: string[]) => readArguments(argv, table, 'any');
  expect(() => read('--config', 'a.yaml', '--config=b.yaml')).toThrow('--config is given more than once');
  expect(read('--dry-run', '--dry-run').flag('dry-run')).toBe(true);
  expect(read('--set', 'a=1', '--set', 'b=2').list('set')).toEqual(['a=1', 'b=2']);
});

test('after -- every word is itself', () => {
  expect(readArguments(['--dry-run', '--', 'list'], table, 'any').positionals).toEqual(['list']);
});
