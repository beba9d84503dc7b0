// What goes wrong between the engine and the vendors, and the deaths of the engine itself. A request may be answered
// wrongly, be carried out although its answer is lost, or be the last one that this process ever sent.

import type { Archive, Lease } from '../../src/engine/archive.ts';
import type { Handle } from './sea.ts';
import type { Dice } from './dials.ts';

export type Side = 'personio' | 'timetac';

/**
 * `lost-…`: the vendor does it and nobody hears of it. `empty-list`: a list of TimeTac that succeeds and shows nothing.
 * All others: the vendor never sees the request; `echo-500` repeats it in its answer, secrets and all.
 */
export const faults = [
  'lost-reset',
  'lost-502',
  'lost-cut',
  'not-sent',
  'dropped',
  'error-500',
  'page-503',
  'later-503',
  'throttle',
  'later-429',
  'page-200',
  'expired-401',
  'echo-500',
  'empty-list',
] as const;
export type Fault = (typeof faults)[number];

/** A killed process. Nothing of it reaches a vendor or the archive any more. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** One process: from its start to its end, or to the moment at which it is killed. */
export interface Life {
  dead: boolean;
  /** At how many more commits, requests or writes it dies; null: it lives. */
  until: {
    readonly of: 'commit' | 'request' | 'write';
    left: number;
    readonly when: 'before' | 'after';
  } | null;
}

export function drawLife(dice: Dice, crashRate: number): Life {
  if (!dice.chance(crashRate)) return { dead: false, until: null };
  const of = dice.pick(['commit', 'request', 'write', 'write'] as const) ?? 'write';
  const few = of === 'write' ? 3 : 8;
  const left = dice.chance(0.5) ? dice.between(0, few) : dice.between(0, 5 * few);
  return { dead: false, until: { of, left, when: dice.chance(0.5) ? 'before' : 'after' } };
}

/** Endpoints, or some of their methods, that a storm can take away for a whole run. */
export const storms = [
  { side: 'personio', path: /attendance-periods/ },
  { side: 'personio', path: /absence-periods/ },
  { side: 'personio', path: /employees/ },
  { side: 'timetac', path: /deltaSync/ },
  { side: 'timetac', path: /timeTrackings/ },
  { side: 'timetac', path: /users/ },
  { side: 'timetac', path: /read\?.*_op__id=in/ },
  { side: 'personio', path: /^(POST|PATCH|DELETE) .*attendance-periods/ },
  { side: 'personio', path: /^POST .*attendance-periods/ },
  { side: 'personio', path: /^POST .*attendance-periods/ },
  { side: 'personio', path: /^(POST|PATCH|DELETE) .*absence-periods/ },
] as const;
export interface Storm {
  readonly side: Side;
  readonly path: RegExp;
  readonly fault: Fault;
}

export interface Weather {
  readonly dice: Dice;
  readonly rate: number;
  readonly faults: readonly Fault[];
  readonly storm: Storm | null;
  readonly tell: (line: string) => void;
  readonly struck: (fault: Fault, request: Request, side: Side) => void;
  /** Every request as it is sent, before anything happens to it. */
  readonly sent: (request: Request, side: Side) => void;
}

/** The way to a vendor in this weather. */
export function throughWeather(handle: Handle, side: Side, weather: Weather, life: Life): Handle {
  return async (request) => {
    const dies = stepsCloser(life, 'request') ?? (isWrite(request) ? stepsCloser(life, 'write') : null);
    if (dies === 'before') die(life, weather, `before ${nameOf(request)}`);
    if (life.dead) throw new Killed('a dead process sends nothing');
    weather.sent(request, side);
    const fault = faultFor(request, side, weather);
    if (fault !== null) {
      weather.struck(fault, request, side);
      weather.tell(`${fault} on ${nameOf(request)}`);
    }
    const response = await answered(handle, request, fault);
    if (dies === 'after') die(life, weather, `after ${nameOf(request)}`);
    // Its answer comes to nobody.
    if (life.dead) throw new Killed('a dead process hears nothing');
    return response;
  };
}

/** The archive as a process sees it that may be killed before or after any of its commits. */
export function mortal<A extends Archive>(archive: A, life: Life, weather: Weather): A {
  const alive = (): void => {
    if (life.dead) throw new Killed('a dead process keeps nothing');
  };
  return new Proxy(archive, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]): Promise<unknown> => {
        alive();
        const dies = name === 'commit' ? stepsCloser(life, 'commit') : null;
        if (dies === 'before') die(life, weather, 'before a commit');
        const result: unknown = await Reflect.apply(member, target, args);
        if (dies === 'after') die(life, weather, 'after a commit');
        return name === 'openLease' ? mortalLease(result as Lease | null, life) : result;
      };
    },
  });
}

/** A killed process gives nothing back: the lease lapses by itself. */
function mortalLease(lease: Lease | null, life: Life): Lease | null {
  if (lease === null) return null;
  return { ...lease, release: () => (life.dead ? Promise.resolve() : lease.release()) };
}

/** Whatever a killed process had under way ends in nothing before the next one starts. */
export async function afterDeath(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function stepsCloser(life: Life, of: 'commit' | 'request' | 'write'): 'before' | 'after' | null {
  if (life.dead || life.until?.of !== of) return null;
  life.until.left -= 1;
  return life.until.left < 0 ? life.until.when : null;
}

function die(life: Life, weather: Weather, where: string): never {
  life.dead = true;
  weather.tell(`KILLED ${where}`);
  throw new Killed(where);
}

function faultFor(request: Request, side: Side, weather: Weather): Fault | null {
  const { storm, dice } = weather;
  const isToken = isSignIn(pathOf(request));
  if (
    !isToken &&
    storm !== null &&
    storm.side === side &&
    storm.path.test(`${request.method} ${request.url}`)
  )
    return possible(storm.fault, request, side);
  // Lists are few among the requests, and only whole ones can be empty.
  if (weather.faults.includes('empty-list') && weather.rate > 0 && dice.chance(0.12)) {
    const empty = possible('empty-list', request, side);
    if (empty !== null) return empty;
  }
  // Lost writes are what is dangerous: they meet twice the weather.
  const rate = weather.rate * (isWrite(request) ? 2 : 1);
  const fault = dice.chance(rate) ? (dice.pick(weather.faults) ?? null) : null;
  // Signing in meets trouble only where it would give secrets away.
  return fault === null || (isToken && fault !== 'echo-500') ? null : possible(fault, request, side);
}

/** A read by id that shows nothing is the evidence that a record is gone (rule 0.6): of that nobody may lie. */
function possible(fault: Fault, request: Request, side: Side): Fault | null {
  if (fault !== 'empty-list') return fault;
  const isList = side === 'timetac' && /\/(absences|absenceDays|timeTrackings)\/read/.test(request.url);
  return isList && !/[?&]_op__id=|[?&]id=/.test(request.url) ? fault : null;
}

async function answered(handle: Handle, request: Request, fault: Fault | null): Promise<Response> {
  switch (fault) {
    case null:
      return handle(request);
    case 'lost-reset':
      await handle(request);
      throw new TypeError('fetch failed', { cause: withCode('ECONNRESET') });
    case 'lost-502':
      await handle(request);
      return page(502, 'Bad gateway');
    case 'lost-cut': {
      const response = await handle(request);
      const text = await response.text();
      // Nothing to cut: the connection breaks instead.
      if (text.length < 2) throw new TypeError('fetch failed', { cause: withCode('ECONNRESET') });
      return new Response(text.slice(0, text.length / 2), { status: response.status, headers: json });
    }
    case 'not-sent':
      throw new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') });
    case 'dropped':
      throw new TypeError('fetch failed', { cause: withCode('UND_ERR_SOCKET') });
    case 'error-500':
      return new Response('{"error":"internal"}', { status: 500, headers: json });
    case 'page-503':
      return page(503, 'Maintenance');
    case 'later-503':
      return page(503, 'Maintenance', { 'retry-after': '5' });
    case 'throttle':
      return new Response(null, { status: 429 });
    case 'later-429':
      return new Response(null, { status: 429, headers: { 'retry-after': '7' } });
    case 'page-200':
      return page(200, 'Please wait');
    case 'expired-401':
      return new Response('{"error":"unauthorized"}', { status: 401, headers: json });
    case 'echo-500': {
      const words = `${request.headers.get('authorization') ?? ''} ${await request.clone().text()}`;
      return new Response(
        JSON.stringify({ error: { message: words }, message: words, ErrorMessage: words }),
        {
          status: 500,
          headers: json,
        },
      );
    }
    case 'empty-list':
      return emptied(await handle(request));
    default:
      return fault satisfies never;
  }
}

async function emptied(response: Response): Promise<Response> {
  const text = await response.text();
  const body = JSON.parse(text) as Record<string, unknown>;
  const none = Array.isArray(body['Results']) ? { ...body, NumResults: 0, Results: [] } : body;
  const date = response.headers.get('date');
  return new Response(JSON.stringify(none), {
    status: response.status,
    headers: { ...json, ...(date === null ? {} : { date }) },
  });
}

const json = { 'content-type': 'application/json' };

const page = (status: number, title: string, headers: Record<string, string> = {}): Response =>
  new Response(`<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`, {
    status,
    headers: { 'content-type': 'text/html', ...headers },
  });

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

export const isWrite = (request: Request): boolean => request.method !== 'GET' && !isSignIn(pathOf(request));

/** As the address has it: the origin has no slash but the two. */
export const pathOf = ({ url }: Request): string => /^[^/]*\/\/[^/]*([^?]*)/.exec(url)?.[1] ?? '';

export const isSignIn = (path: string): boolean => /auth/i.test(path);

export const nameOf = (request: Request): string =>
  `${request.method} ${pathOf(request).replace(/^\/[^/]*\/(userapi\/)?v\d\//, '/')}`;
