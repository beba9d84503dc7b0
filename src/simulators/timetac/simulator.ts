// TimeTac on our stage: an account that answers HTTP requests as the vendor document says, with every open question as
// a switch. A plain function of a request; nothing here listens on a port.

import type { SimulatedCall, Simulator, Surroundings } from '../simulator.ts';
import { withFaults } from '../faults/faults.ts';
import { json, oauthError, refused, succeeded, wrongPath, type Head } from './answer.ts';
import { answerToken, callerOf } from './auth.ts';
import { answerAction, answerProblem, answerRead, type Work } from './calls.ts';
import { answerDeltaSync } from './deltaSync.ts';
import { syncHolidaysOfAll } from './holidays.ts';
import { createPeople, type TimetacPeople } from './people.ts';
import { Problem } from './problem.ts';
import { resourceNamed } from './registry.ts';
import { parseBody, parsePath, type Path } from './request.ts';
import { recalculate } from './rewrites.ts';
import type { TimetacState } from './state.ts';
import { defaultTimetacSwitches, numberIn, type TimetacSwitches } from './switches.ts';
import { createWorld, type TimetacMail, type World } from './world.ts';

export interface TimetacSimulator extends Simulator<TimetacState, TimetacSwitches> {
  /** What people do in TimeTac's own pages. */
  readonly people: TimetacPeople;
  /** Mails that TimeTac would have sent. */
  readonly mails: readonly TimetacMail[];
}

/**
 * A running account. The state is used as it is given, not copied; rows of public holidays that are missing in
 * `absenceDays` are added at once.
 */
export function createTimetacSimulator(options: {
  readonly state: TimetacState;
  readonly surroundings: Surroundings;
  readonly switches?: Partial<TimetacSwitches>;
}): TimetacSimulator {
  const { state, surroundings } = options;
  const switches: TimetacSwitches = { ...defaultTimetacSwitches(), ...options.switches };
  const world = createWorld(state, switches, surroundings);
  syncHolidaysOfAll(world, 'kept');
  const calls: SimulatedCall[] = [];
  const reached = new WeakSet<Request>();
  const limiter = createLimiter(world);

  const note = (request: Request, path: string, status: number, wrote: boolean) =>
    void calls.push({ at: world.now(), method: request.method, path, status, wrote });

  const serve = async (request: Request): Promise<Response> => {
    const text = request.method === 'GET' ? '' : await request.text();
    // From here on nothing waits: a request is one step of the account.
    recalculate(world);
    const before = world.writes;
    const url = new URL(request.url);
    const response = limiter(request) ?? answer(world, request, url, text);
    reached.add(request);
    note(request, url.pathname, response.status, world.writes > before);
    return response;
  };

  // About one request in seven meets the fault; signing in never does.
  const kindOf = (request: Request) => {
    const kind = switches['fault-inject'];
    if (kind === 'none' || isSignIn(request)) return 'none';
    return surroundings.random() < 1 / 7 ? kind : 'none';
  };
  const faulty = withFaults(serve, kindOf, surroundings);

  const handle = async (request: Request): Promise<Response> => {
    try {
      const response = await faulty(request);
      if (!reached.has(request)) note(request, pathOf(request), response.status, false);
      response.headers.set('date', new Date(world.now()).toUTCString());
      return response;
    } catch (lost) {
      // Status 0: no answer ever existed.
      if (!reached.has(request)) note(request, pathOf(request), 0, false);
      throw lost;
    }
  };

  return { handle, state, switches, calls, people: createPeople(world), mails: world.mails };
}

function answer(world: World, request: Request, url: URL, text: string): Response {
  const path = parsePath(url.pathname);
  if (path === null || !prefixAllowed(world, path)) return wrongPath(world);
  if (path.account.toLowerCase() !== world.state.account.toLowerCase()) {
    return json(404, { error: 'Account not found' });
  }
  if (path.kind === 'token') {
    return request.method === 'POST' ? answerToken(world, tokenFields(request, text)) : wrongPath(world);
  }
  return answerResource(world, request, url, path, text);
}

function answerResource(world: World, request: Request, url: URL, path: Path, text: string): Response {
  const special = specialResources.find((name) => name.toLowerCase() === path.resource.toLowerCase());
  const resource = resourceNamed(path.resource);
  const action = resource?.actions?.[path.action];
  const reads = path.action === 'read' && request.method === 'GET';
  if (!reads && action?.method !== request.method) return wrongPath(world);
  if (special === undefined && resource === undefined) return wrongPath(world);

  const name = special ?? resource?.name ?? path.resource;
  const head: Head = { host: url.host, resource: name, startedAt: world.now() };
  if (isDropped(world, path, name)) {
    return refused(world, head, new Problem(410, `${name} is gone in version ${path.version}`));
  }
  if (special === 'serverCommunication') return answerServerCommunication(world, head);
  const caller = callerOf(world, request.headers.get('authorization'));
  if (caller === null) return answerUnauthorized(world, head);
  try {
    const body = parseBody(text, request.headers.get('content-type'));
    const work: Work = { path, params: url.searchParams, body, caller, head };
    if (special !== undefined) return answerDeltaSync(world, special, work);
    if (resource === undefined) return wrongPath(world);
    return action === undefined || reads
      ? answerRead(world, resource, work)
      : answerAction(world, resource, action, work);
  } catch (thrown) {
    return answerProblem(world, head, thrown);
  }
}

const specialResources = ['serverCommunication', 'deltaSync', 'fetchData'] as const;

// Section 1.3: without a token, and an object instead of a list.
function answerServerCommunication(world: World, head: Head): Response {
  const normal = { host: head.host, authenticationType: 'PASSWORD_GRANT', force_sso: false };
  const results = world.switches['server-communication'] === 'normal' ? normal : null;
  return succeeded(world, head, {
    NumResults: results === null ? 0 : 1,
    NumResultsNested: 0,
    Results: results,
  });
}

function answerUnauthorized(world: World, head: Head): Response {
  const description = 'The provided access token is expired.';
  if (world.switches['expired-token-style'] === 'oauth-401') {
    return oauthError(401, 'unauthorized_client', description);
  }
  const response = refused(world, head, new Problem(401, description));
  return new Response(response.body, { status: 200, headers: response.headers });
}

function prefixAllowed(world: World, path: Path): boolean {
  const form = world.switches['path-prefix'];
  return path.kind === 'token' || form === 'both' || path.prefixed === (form === 'userapi');
}

// `3`, or `4/deltaSync`: a version, or one resource in a version, that was dropped (section 2).
const isDropped = (world: World, { version }: Path, resource: string): boolean =>
  world.switches['dropped-versions']
    .split(',')
    .some(
      (entry) => entry === String(version) || entry.toLowerCase() === `${version}/${resource}`.toLowerCase(),
    );

function tokenFields(request: Request, text: string): URLSearchParams {
  if (!request.headers.get('content-type')?.includes('json')) return new URLSearchParams(text);
  try {
    const parsed: unknown = JSON.parse(text);
    return new URLSearchParams(parsed as Record<string, string>);
  } catch {
    return new URLSearchParams();
  }
}

const pathOf = (request: Request): string => new URL(request.url).pathname;
const isSignIn = (request: Request): boolean => parsePath(pathOf(request))?.kind === 'token';

// Requests per minute of the clock (switch `rate-limit`); the vendor publishes no limit (section 7).
function createLimiter(world: World): (request: Request) => Response | null {
  const window = { minute: 0, used: 0 };
  return (request) => {
    const most = numberIn(world.switches['rate-limit']);
    if (most === null || isSignIn(request)) return null;
    const minute = Math.floor(world.now() / 60_000);
    if (minute !== window.minute) Object.assign(window, { minute, used: 0 });
    window.used++;
    if (window.used <= most) return null;
    const waitSeconds = Math.max(1, Math.ceil(((minute + 1) * 60_000 - world.now()) / 1000));
    return json(429, { error: 'Too Many Requests' }, { 'retry-after': String(waitSeconds) });
  };
}
