// Which runs say that credentials do not work.

import { expect, test } from 'vitest';
import type { Finding } from '../../core/report/codes.ts';
import { refusedSides } from './refused.ts';

const refused = (facts: Finding['facts']) => [{ code: 'credentials-refused', facts }] as const;
const asked = { personio: 1, timetac: 1 };
const none = { personio: 0, timetac: 0 };
const run = { mode: 'live', requests: asked, tokenRequests: none } as const;

test.each([
  ['refused at sign-in', refused({ vendor: 'personio', status: 401 }), run, ['personio']],
  [
    'a sign-in that is forbidden',
    refused({ vendor: 'timetac', status: 403, endpoint: 'POST auth/oauth2/token' }),
    run,
    ['timetac'],
  ],
  [
    'a right of one part that is missing',
    refused({ vendor: 'personio', status: 403, endpoint: 'GET /v2/attendance-periods' }),
    run,
    [],
  ],
  [
    'a dry run, which remembers nothing',
    refused({ vendor: 'personio', status: 401 }),
    { ...run, mode: 'dry-run' } as const,
    [],
  ],
  [
    'a run that never asked that side',
    refused({ vendor: 'personio', status: 401 }),
    { ...run, requests: { personio: 0, timetac: 9 } },
    [],
  ],
  [
    'a run that got no further than the sign-in',
    refused({ vendor: 'personio', status: 401 }),
    { ...run, requests: none, tokenRequests: asked },
    ['personio'],
  ],
  ['other trouble', [{ code: 'vendor-unreachable', facts: { vendor: 'personio' } }] as const, run, []],
] as const)('%s', (_what, findings, ofRun, sides) => {
  expect(refusedSides(findings, { run: ofRun })).toEqual(sides);
});
