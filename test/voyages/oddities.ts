// Answers to the open questions about the vendors (the simulators' switches): each voyage draws a few values from both
// tables, so that in the end every value has met every kind of weather.

import { type PersonioSwitches, personioSwitches } from '../../src/simulators/personio/switches.ts';
import { type TimetacSwitches, timetacSwitches } from '../../src/simulators/timetac/switches.ts';
import type { Dice } from './dials.ts';

export interface Oddities {
  readonly personio: Partial<PersonioSwitches>;
  readonly timetac: Partial<TimetacSwitches>;
  /** Whether a vendor with these answers refuses writes that are in order. */
  readonly mayRefuse: boolean;
}

export function drawOddities(dice: Dice): Oddities {
  const personio: Record<string, string> = {};
  const timetac: Record<string, string> = {};
  let mayRefuse = false;
  for (let left = dice.pick([0, 0, 1, 2, 3]) ?? 0; left > 0; left--) {
    const odd = dice.pick(oddities);
    if (odd === undefined) continue;
    (odd.side === 'personio' ? personio : timetac)[odd.name] = odd.value;
    mayRefuse ||= refusing.has(`${odd.name}=${odd.value}`);
  }
  return { personio, timetac, mayRefuse };
}

/** Drawn elsewhere with weights of their own, or changed in the middle of a voyage. */
const drawnElsewhere: ReadonlySet<string> = new Set([
  'next-link=self-loop',
  'attendance-overlap=trim',
  'server-rewrites=breaks-and-rounding',
  'delta-sync-access=deny',
]);

/** The weather does better what these do, or no company can be kept in step with them, which scenarios tell. */
const leftOut: ReadonlySet<string> = new Set(['fault-inject', 'rate-limit']);
const unusable: ReadonlySet<string> = new Set(['path-prefix=userapi', 'attribute-whitelist=minimal']);

const refusing: ReadonlySet<string> = new Set([
  'attendance-confirmed-write=reject',
  'attendance-closed-window=reject',
  'absence-delete-approved=conflict',
  'absence-two-halves=conflict',
  'attendance-policy-rules=enforced',
  'break-alone=reject',
  'dst-wall-clock=reject',
  'inactive-write=reject',
  'user-reactivate=refuse',
]);

interface Odd {
  readonly side: 'personio' | 'timetac';
  readonly name: string;
  readonly value: string;
}

const oddities: readonly Odd[] = [
  ...valuesOf('personio', Object.entries(personioSwitches)),
  ...valuesOf('timetac', Object.entries(timetacSwitches)),
];

function valuesOf(
  side: Odd['side'],
  table: readonly (readonly [string, { readonly values: readonly string[] }])[],
): Odd[] {
  return table
    .filter(([name]) => !leftOut.has(name))
    .flatMap(([name, { values }]) => values.slice(1).map((value) => ({ side, name, value })))
    .filter(
      ({ name, value }) => !drawnElsewhere.has(`${name}=${value}`) && !unusable.has(`${name}=${value}`),
    );
}
