// The floor by hand: what a trace needs, counted with a pencil.

import { expect, test } from 'vitest';
import { adjust, correct, enterByHand, people, strike, takeLeave, work } from '../../bench/contest/deeds.ts';
import { floorOf } from '../../bench/contest/floor.ts';
import type { Trace } from '../../bench/contest/traces.ts';

const day = '2026-03-17';

const trace = (more: Partial<Trace>): Trace => ({
  name: 'day',
  title: 'by hand',
  companies: 1,
  employees: 10,
  startDate: day,
  windowFrom: day,
  before: [],
  runs: [[]],
  asks: 'run',
  lossShare: 0,
  crashAtWrite: null,
  ...more,
});

test('a run in which nothing happened: one look at each side of everything', () => {
  // Changes at the source, people, absences and attendances that HR touched.
  expect(floorOf(trace({}))).toMatchObject({ calls: 4, changes: 0, rateBoundMs: 0 });
});

test('a poll in which nothing happened is one call', () => {
  expect(floorOf(trace({ asks: 'poll' })).calls).toBe(1);
});

test('a change is one write, and one look at what it is written over', () => {
  expect(floorOf(trace({ runs: [work([0], day, ['morning'])] }))).toMatchObject({ calls: 6, changes: 1 });
});

test('a correction, a deletion and a day of vacation are a write each; absences are looked at by themselves', () => {
  const before = work([0, 1], day, ['morning']);
  const deeds = [
    ...correct([0], day, 'morning', ['08:15', '12:00']),
    ...strike([1], day, 'morning'),
    ...takeLeave([2], '2026-05-04'),
  ];
  expect(floorOf(trace({ before, runs: [deeds] }))).toMatchObject({ calls: 4 + 2 + 3, changes: 3 });
});

test('what was put back as it was is no change', () => {
  const before = work([0], day, ['morning']);
  const deeds = [
    ...correct([0], day, 'morning', ['08:15', '12:00']),
    ...correct([0], day, 'morning', ['08:00', '12:00']),
  ];
  expect(floorOf(trace({ before, runs: [deeds] }))).toMatchObject({ calls: 4, changes: 0 });
});

test('what HR changed in Personio is left to people: no write, whatever becomes of its entry', () => {
  const before = work([0], day, ['morning']);
  const deeds = [
    ...adjust([0], day, 'morning', ['08:00', '11:30']),
    ...correct([0], day, 'morning', ['08:00', '11:45']),
  ];
  expect(floorOf(trace({ before, runs: [deeds] }))).toMatchObject({ calls: 4, changes: 0 });
});

test('people and periods come in pages of a hundred, and many writes are read back in pages', () => {
  const everybody = people(0, 250);
  const before = work(everybody, day, ['morning']);
  const floor = floorOf(trace({ employees: 250, before, runs: [work(everybody, day, ['break'])] }));
  expect(floor.reads).toMatchObject({ people: 3, 'what is written over': 3, 'what was written': 3 });
});

test('a day with somebody else’s period is looked at once more just before it is written', () => {
  const deeds = [...work([0], day, ['morning']), ...enterByHand([0], day)];
  expect(floorOf(trace({ runs: [deeds] }))).toMatchObject({ calls: 7, changes: 1 });
});

test('ten calls go out at once and ten a second after them', () => {
  // 100 writes, one list of changes, one look before; up to a page of writes is on the next list.
  expect(floorOf(trace({ runs: [work(people(0, 100), day, ['morning'])] })).rateBoundMs).toBe(9_200);
});

test('a hundred companies need a hundred times as much, but not a hundred times as long', () => {
  const one = trace({ runs: [work(people(0, 10), day, ['morning', 'break'])] });
  const hundred = floorOf({ ...one, companies: 100 });
  expect(hundred.calls).toBe(floorOf(one).calls * 100);
  expect(hundred.rateBoundMs).toBe(floorOf(one).rateBoundMs);
});
