import { describe, expect, test } from 'vitest';
import { readArguments, UsageError } from './arguments.ts';

const cores = 2;

test('seeds are a range with both ends, in memory and on all cores unless told otherwise', () => {
  expect(readArguments(['--seeds', '1..200'], cores)).toEqual({
    do: 'sail',
    seeds: { from: 1, to: 200 },
    history: 'voyages',
    store: 'memory',
    jobs: 2,
    json: false,
    uncovered: false,
  });
});

test('one seed is a story, on any store', () => {
  expect(readArguments(['--seed', '7', '--store', 'embedded'], cores)).toEqual({
    do: 'replay',
    seed: 7,
    history: 'voyages',
    store: 'embedded',
    jobs: 2,
    json: false,
  });
});

test('twins live in memory', () => {
  expect(readArguments(['--twins', '--seed', '7'], cores)).toMatchObject({ do: 'replay', history: 'twins' });
});

test('mutants may be named', () => {
  expect(readArguments(['--mutants', 'blindly', '--jobs', '1', '--json'], cores)).toEqual({
    do: 'mutants',
    names: ['blindly'],
    jobs: 1,
    json: true,
  });
});

describe('what makes no sense is a usage error', () => {
  test.each([
    ['nothing to do', []],
    ['two things at once', ['--seeds', '1..2', '--mutants']],
    ['an unknown flag', ['--seeds', '1..2', '--fast']],
    ['a range that runs backwards', ['--seeds', '5..1']],
    ['a range without an end', ['--seeds', '5..']],
    ['a seed that is no number', ['--seed', 'x']],
    ['an unknown store', ['--seeds', '1..2', '--store', 'paper']],
    ['no thread at all', ['--seeds', '1..2', '--jobs', '0']],
    ['a word too many', ['--seeds', '1..2', 'now']],
    ['mutants on a store', ['--mutants', '--store', 'embedded']],
    ['twins on a store', ['--twins', '--seed', '1', '--store', 'embedded']],
    ['twins among mutants', ['--mutants', '--twins']],
    ['twins of nobody', ['--twins']],
    ['a story as a document', ['--seed', '1', '--json']],
  ])('%s', (_title, args) => {
    expect(() => readArguments(args, cores)).toThrow(UsageError);
  });
});
