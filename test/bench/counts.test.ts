// What a run costs, held to the least that the trace needs. Counts are exact and time is virtual, so every figure is the
// same on every machine; `npm run bench` shows them beside other algorithms, over real connections.

import { describe, expect, test } from 'vitest';
import { floorOf } from '../../bench/contest/floor.ts';
import { callsIn } from '../../bench/contest/tally.ts';
import { dayTrace, type Trace, traceOf } from '../../bench/contest/traces.ts';
import { play } from './virtual.ts';

const today = '2026-03-18';
const dayOf = (employees: number): Trace => dayTrace(employees, '2026-03-16', '2026-03-17', today);

test('an idle poll is one call, and no row is written', async () => {
  const trace = traceOf('idle', today, 'quick');
  const { tally, ends, commits } = await play(trace, today);

  expect(ends).toEqual(['idle']);
  expect(tally.calls).toEqual({ 'timetac GET /deltaSync/read': 1 });
  expect(floorOf(trace).calls).toBe(1);
  expect(commits).toBe(0);
});

interface Gate {
  readonly what: string;
  readonly trace: Trace;
  /** All calls by necessary ones, at most. */
  readonly calls: number;
  /** Time by what the vendor's limits allow, at most; null where they are not what the trace waits for. */
  readonly wall: number | null;
}

const gates: readonly Gate[] = [
  {
    what: 'an evening on which everybody’s day arrives at once',
    trace: traceOf('burst', today, 'full'),
    calls: 1.02,
    wall: 1.03,
  },
  { what: 'the first run of a year', trace: traceOf('year', today, 'full'), calls: 1.02, wall: 1.03 },
  { what: '1 % lost answers and a crash', trace: traceOf('loss', today, 'full'), calls: 1.05, wall: null },
  { what: 'a day in five runs', trace: dayOf(200), calls: 1.02, wall: null },
  {
    what: 'a small company, with an entry that HR and its owner have both changed',
    trace: { ...traceOf('hundred', today, 'full'), companies: 1 },
    calls: 1.1,
    wall: null,
  },
  // Each run asks TimeTac once more whether a page was the last: where there is less to write, that weighs more.
  { what: 'the same with half as many people', trace: dayOf(100), calls: 1.04, wall: null },
];

describe.each(gates)('$what', ({ trace, calls, wall }) => {
  test('each change is written once, nothing stands twice, and hardly a call is too many', async () => {
    const { tally, verdict, ends, wallMs } = await play(trace, today);
    const floor = floorOf(trace);

    expect(ends.filter((end) => end !== 'killed').map(statusOf)).toEqual(trace.runs.map(endOf));
    expect(ends.includes('killed')).toBe(trace.crashAtWrite !== null);
    expect(tally.lostAnswers > 0).toBe(trace.lossShare > 0);
    expect(tally.writes / floor.changes).toBe(1);
    expect({ ...verdict, wrongDeletes: tally.wrongDeletes, overruled: tally.overruled }).toEqual({
      missing: 0,
      duplicates: 0,
      wrongDeletes: 0,
      overruled: 0,
    });
    expect(callsIn(tally) / floor.calls).toBeLessThanOrEqual(calls);
    expect(tally.throttled).toBeLessThanOrEqual(1);
    if (wall !== null) expect(wallMs / floor.rateBoundMs).toBeLessThanOrEqual(wall);
  });
});

/** What HR and an entry's owner have both changed is told, and waits for a person. */
const endOf = (deeds: Trace['runs'][number]): string =>
  deeds.some((deed) => deed.do === 'adjust') ? 'done-with-issues' : 'done';

const statusOf = (end: Awaited<ReturnType<typeof play>>['ends'][number]): string =>
  typeof end === 'string' ? end : end.run.status;
