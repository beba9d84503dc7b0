// Listens to the wire: which secrets travel, what a vendor asked for in vain, and whether a run gives up too early (S7,
// S8 and L5 of proof.md section 1).

import type { RunReport } from '../../src/core/report/run-report.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { Call } from './lookout.ts';
import { canaries } from './sea.ts';
import { type Fault, type Side, isSignIn, isWrite, pathOf } from './weather.ts';

export interface Ear {
  /** Passwords, client secrets and every token that was ever sent. */
  readonly secrets: ReadonlySet<string>;
  readonly hear: (request: Request, side: Side, now: number) => void;
  readonly struck: (fault: Fault, request: Request, side: Side, now: number) => void;
  readonly runBegins: () => void;
  /** No write of this run met trouble so far. */
  readonly writesWereCalm: () => boolean;
  readonly runEnds: (report: RunReport) => void;
}

/** `oneByOne`: no request can be under way while another is answered. */
export function newEar({ personio, timetac }: Settings, oneByOne: boolean, call: Call): Ear {
  const secrets = new Set<string>([canaries.password, personio.clientSecret, timetac.clientSecret]);
  /** Nobody is asked again before the time it told. */
  const closedUntil = new Map<string, number>();
  let unauthorized = 0;
  let rough = 0;
  return {
    secrets,
    hear: (request, side, now) => {
      const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      if (token !== undefined) secrets.add(token);
      const place = placeOf(request, side);
      if (now < (closedUntil.get(place) ?? 0)) call('S7', `${place} is asked again before the time it told`);
    },
    struck: (fault, request, side, now) => {
      if (isWrite(request)) rough += 1;
      if (fault === 'expired-401') unauthorized += 1;
      if (fault === 'later-429' && oneByOne) closedUntil.set(placeOf(request, side), now + toldWaitMs);
    },
    runBegins: () => {
      unauthorized = 0;
      rough = 0;
      // Another process knows nothing of what this one was told.
      closedUntil.clear();
    },
    writesWereCalm: () => rough === 0,
    runEnds: (report) => {
      // What an earlier run told stays open while this one cannot judge it.
      const gaveUp = report.issues.some((issue) => issue.code === 'credentials-refused' && issue.new);
      if (gaveUp && unauthorized < 2) call('L5', 'credentials count as refused after a single 401');
    },
  };
}

/** As the fault `later-429` says it. */
const toldWaitMs = 7_000;

const placeOf = (request: Request, side: Side): string =>
  isSignIn(pathOf(request))
    ? `${side} token`
    : `${side} ${pathOf(request).replace(/\/[0-9a-f-]{8,}.*$|\/\d+$/, '')}`;
