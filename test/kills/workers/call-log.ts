// Who called a vendor from when to when. Every run signs in anew, so two runs at the same time are two tokens whose
// calls overlap: seen from outside, whatever the database says. Looked for at Personio, where every run calls: TimeTac is
// asked by polls as well, which change nothing and wait for nobody.

import type { Handle } from '../../support/world.ts';

export interface CallLog {
  readonly around: (handle: Handle, side: 'personio' | 'timetac') => Handle;
  readonly total: () => number;
  /** Pairs of runs that called at the same time. */
  readonly overlaps: () => number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export function callLog(): CallLog {
  const spans = new Map<string, Span>();
  let total = 0;
  return {
    around: (handle, side) => {
      return async (request) => {
        total += 1;
        const began = performance.now();
        const response = await handle(request);
        const token = request.headers.get('authorization');
        if (token !== null && side === 'personio')
          spans.set(token, { from: spans.get(token)?.from ?? began, to: performance.now() });
        return response;
      };
    },
    total: () => total,
    overlaps: () => overlapsIn([...spans.values()]),
  };
}

function overlapsIn(spans: readonly Span[]): number {
  const ordered = [...spans].sort((a, b) => a.from - b.from);
  return ordered.filter((span, index) => {
    const before = ordered[index - 1];
    return before !== undefined && span.from < before.to;
  }).length;
}
