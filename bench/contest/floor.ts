// The least calls that a trace needs of anybody who keeps the promise: computed from the trace alone. Reads come in
// pages of the vendors' sizes; each changed record is one write; what is about to be written over is looked at before;
// every outcome is seen once, on a page that is read anyway or in pages of its own.

import { dateOf } from '../../src/core/time/calendar.ts';
import {
  adjustedIn,
  changesBetween,
  type Deed,
  isAbsence,
  type Piece,
  type Standing,
  standingAfter,
  without,
} from './piece.ts';
import type { Trace } from './traces.ts';

export interface Floor {
  readonly calls: number;
  /** Records that are new, other or gone: one write each. */
  readonly changes: number;
  /** Reads by what they are for. */
  readonly reads: Readonly<Record<string, number>>;
  /** How long Personio's buckets make the calls last at least, in ms, summed over the runs. */
  readonly rateBoundMs: number;
}

/** Rows per page: TimeTac, Personio's people, Personio's periods. */
const pageOf = { source: 1000, people: 100, periods: 100 } as const;
/** Personio's bucket for each kind of period: ten at once, ten more a second. */
const bucket = { burst: 10, perSecond: 10 } as const;

export function floorOf(trace: Trace): Floor {
  const sum = new Map<string, number>();
  let [changes, rateBoundMs] = [0, 0];
  let standing: Standing = standingAfter(new Map(), trace.before ?? []);
  const foreign = (trace.before ?? []).filter((deed) => deed.do === 'enter-foreign');
  const adjusted = adjustedIn(trace.before ?? []);
  trace.runs.forEach((deeds, index) => {
    const after = standingAfter(standing, deeds);
    for (const name of adjustedIn(deeds)) adjusted.add(name);
    // What HR has changed in Personio is nobody's to write over.
    const changed = changesBetween(without(standing, adjusted), without(after, adjusted));
    foreign.push(...deeds.filter((deed) => deed.do === 'enter-foreign'));
    const isFirst = trace.before === null && index === 0;
    const crashes = index === 0 && trace.crashAtWrite !== null;
    const facts = { isFirst, crashes, changed, standing, foreign: [...foreign] };
    const reads = trace.asks === 'poll' ? pollReads : readsOf(trace, facts);
    for (const [what, count] of Object.entries(reads)) sum.set(what, (sum.get(what) ?? 0) + count);
    changes += changed.length;
    rateBoundMs += boundOf(facts);
    standing = after;
  });
  const { companies } = trace;
  const reads = Object.fromEntries([...sum].map(([what, count]) => [what, count * companies]));
  const read = Object.values(reads).reduce((total, count) => total + count, 0);
  return { calls: read + changes * companies, changes: changes * companies, reads, rateBoundMs };
}

interface RunFacts {
  readonly isFirst: boolean;
  readonly crashes: boolean;
  readonly changed: readonly Piece[];
  readonly standing: Standing;
  readonly foreign: readonly Deed[];
}

type Reads = Readonly<Record<string, number>>;

const pollReads: Reads = { 'changes at the source': 1 };

function readsOf(trace: Trace, facts: RunFacts): Reads {
  const { isFirst, crashes, changed } = facts;
  const hours = changed.filter((piece) => !isAbsence(piece));
  const leave = changed.filter(isAbsence);
  // A killed run is begun anew, and asks again what it asks first.
  const begins = crashes ? 2 : 1;
  const looks = pagesBefore(hours, facts) + (leave.length > 0 ? 1 : 0);
  return {
    'changes at the source':
      begins * (isFirst ? firstReads(trace, hours.length) : pages(hours.length, pageOf.source)),
    people: begins * pages(trace.employees, pageOf.people),
    'changes at the target': begins * (isFirst ? 0 : 2),
    'what is written over': begins * (isFirst ? Math.max(2, looks) : looks) + rereads(hours, facts),
    'what was written': seen(hours.length) + seen(leave.length),
    'what became of open writes': (crashes ? 1 : 0) + (crashes && trace.lossShare > 0 ? 1 : 0),
  };
}

/** Users, absences and their days, hours, and both lists of types. */
const firstReads = (trace: Trace, hours: number): number =>
  pages(trace.employees + 1, pageOf.source) + 2 + pages(hours, pageOf.source) + 2;

/** What stands on the days of these pieces, of the people whose they are. */
function pagesBefore(hours: readonly Piece[], { standing, foreign }: RunFacts): number {
  if (hours.length === 0) return 0;
  const days = new Set(hours.map(dayOf));
  const byHand = foreign.flatMap((deed) => (deed.do === 'enter-foreign' ? [deed.piece] : []));
  const there = [...standing.values(), ...byHand].filter(
    (piece) => !isAbsence(piece) && days.has(dayOf(piece)),
  );
  return pages(there.length, pageOf.periods);
}

/** A day on which somebody else's period stands is looked at again just before it is written (rule 3.8). */
function rereads(hours: readonly Piece[], { foreign }: RunFacts): number {
  const theirs = new Set(foreign.flatMap((deed) => (deed.do === 'enter-foreign' ? [dayOf(deed.piece)] : [])));
  return hours.some((piece) => theirs.has(dayOf(piece))) ? 1 : 0;
}

/** Up to a page of own writes is on the next run's list of changes anyway. */
const seen = (writes: number): number => (writes > pageOf.periods ? pages(writes, pageOf.periods) : 0);

const dayOf = ({ person, from }: Piece): string => `${person} ${dateOf(from)}`;

/** An empty list is a page too. */
const pages = (rows: number, size: number): number => Math.max(1, Math.ceil(rows / size));

/** Of all buckets that of attendance is the last to be done. */
function boundOf(facts: RunFacts): number {
  const hours = facts.changed.filter((piece) => !isAbsence(piece));
  if (hours.length === 0) return 0;
  const changes = facts.isFirst ? 0 : 1;
  const reads = changes + pagesBefore(hours, facts) + rereads(hours, facts) + seen(hours.length);
  return (Math.max(0, hours.length + reads - bucket.burst) / bucket.perSecond) * 1000;
}
