import { expect, test } from 'vitest';
import { begins, goesOn } from './priorities.ts';
import { roomBeside } from './room.ts';

const short = (from: number, batchSize: number) => ({
  minPriority: from,
  maxPriority: goesOn.short,
  batchSize,
});
const long = (from: number, batchSize: number) => ({
  minPriority: from,
  maxPriority: goesOn.long,
  batchSize,
});

test.each([
  ['nothing is under way', { short: 0, long: 0 }, [short(begins.short, 6), long(begins.long, 4)]],
  ['some are', { short: 5, long: 3 }, [short(begins.short, 1), long(begins.long, 1)]],
  [
    'as many as may begin: only what broke off',
    { short: 6, long: 4 },
    [short(goesOn.short, 6), long(goesOn.long, 8)],
  ],
  ['long ones take no place of short ones', { short: 0, long: 12 }, [short(begins.short, 6)]],
  ['short ones take no place of long ones', { short: 12, long: 0 }, [long(begins.long, 4)]],
  ['everything is full', { short: 12, long: 12 }, []],
])('beside others, %s', (_what, underWay, wanted) => {
  expect(roomBeside(underWay, { isAlone: false, isNew: false })).toEqual(wanted);
});

test('alone there is nobody whose runs break off: no more than may begin, and that at once', () => {
  const alone = { isAlone: true, isNew: true };
  expect(roomBeside({ short: 0, long: 0 }, alone)).toEqual([short(begins.short, 6), long(begins.long, 4)]);
  expect(roomBeside({ short: 5, long: 4 }, alone)).toEqual([short(begins.short, 1)]);
  expect(roomBeside({ short: 6, long: 4 }, alone)).toEqual([]);
});

test('a new process takes first what another has left of long runs; polls wait for nobody', () => {
  expect(roomBeside({ short: 0, long: 0 }, { isAlone: false, isNew: true })).toEqual([
    short(begins.short, 6),
    long(goesOn.long, 12),
  ]);
});

test('all that was begun goes on before anything else begins, and both kinds stay apart', () => {
  expect([begins.long, goesOn.long, begins.short, goesOn.short]).toEqual(
    [begins.long, goesOn.long, begins.short, goesOn.short].sort((a, b) => a - b),
  );
});
