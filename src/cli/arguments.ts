// Reading the command line: every mistake named, nothing guessed.

import { parseArgs } from 'node:util';
import { nearestKey } from '../core/settings/nearest.ts';

export class UsageMistake extends Error {
  override readonly name = 'UsageMistake';
}

type Kind = 'text' | 'flag' | 'list';
export type OptionTable = Readonly<Record<string, Kind>>;

export interface Arguments {
  readonly text: (name: string) => string | null;
  readonly flag: (name: string) => boolean;
  readonly list: (name: string) => readonly string[];
  readonly positionals: readonly string[];
}

/** Every command may be told to keep to itself how far it is (interface.md), also where it never says. */
const always = { quiet: 'flag' } as const satisfies OptionTable;

/** Reads options of these kinds, and as many other words as are named; unknown options are refused with the nearest known name. */
export function readArguments(
  argv: readonly string[],
  own: OptionTable,
  positionals: readonly string[] | 'any',
): Arguments {
  const table: OptionTable = { ...own, ...always };
  const options = Object.fromEntries(
    Object.entries(table).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'list' },
    ]),
  );
  const end = argv.indexOf('--');
  const named = argv.slice(0, end < 0 ? argv.length : end).filter((word) => word.startsWith('--'));
  const unknown = named.find((word) => !Object.hasOwn(table, nameOf(word)));
  if (unknown !== undefined) {
    const nearest = nearestKey(nameOf(unknown), Object.keys(table));
    throw new UsageMistake(
      `unknown option ${unknown.split('=')[0]}${nearest === null ? '' : ` (did you mean --${nearest}?)`}`,
    );
  }
  const twice = named.map(nameOf).find((name, at, all) => table[name] === 'text' && all.indexOf(name) < at);
  // Which of the two is meant, nobody knows.
  if (twice !== undefined) throw new UsageMistake(`--${twice} is given more than once`);
  const parsed = parse(argv, options);
  const extra = positionals === 'any' ? undefined : parsed.positionals[positionals.length];
  if (extra !== undefined) throw new UsageMistake(`unexpected “${extra}”`);
  const empty = Object.keys(parsed.values).find((name) => [parsed.values[name]].flat().includes(''));
  if (empty !== undefined) throw new UsageMistake(`--${empty}: there is nothing after it`);
  return {
    text: (name) => (parsed.values[name] as string | undefined) ?? null,
    flag: (name) => parsed.values[name] === true,
    list: (name) => (parsed.values[name] as string[] | undefined) ?? [],
    positionals: parsed.positionals,
  };
}

function parse(
  argv: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'] & object,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageMistake(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

const nameOf = (word: string): string => word.slice(2).split('=')[0] ?? '';

/** A whole number in a range. */
export function numberIn(name: string, text: string | null, least: number, most: number): number | null {
  if (text === null) return null;
  const value = Number(text);
  if (!/^\d+$/.test(text.trim()) || value < least || value > most)
    throw new UsageMistake(`--${name}: “${text}” is not a whole number from ${least} to ${most}`);
  return value;
}

/** `a,b,c` as a list; empty names are a mistake. */
export function commaList(name: string, text: string | null): string[] | null {
  if (text === null) return null;
  const items = text.split(',').map((item) => item.trim());
  if (items.some((item) => item === ''))
    throw new UsageMistake(`--${name}: expected names separated by commas`);
  return items;
}
