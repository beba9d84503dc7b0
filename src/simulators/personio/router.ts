// Which route answers, and what every route needs before it does: limits, token, right (sections 1, 2, 7).

import { Refusal } from './answer.ts';
import type { Answer, Problem } from './answer.ts';
import type { Limits } from './limits.ts';
import { notFound } from './not-found.ts';
import { renderProblem } from './render.ts';
import { requireRight } from './rights.ts';
import type { Route } from './routes.ts';
import type { Tokens } from './tokens.ts';
import type { Call } from './wire.ts';
import type { World } from './world.ts';

export interface Gate {
  readonly routes: readonly Route[];
  readonly tokens: Tokens;
  readonly limits: Limits;
}

/** A request as the router takes it: the body has been read. */
export type Incoming = Pick<Call, 'method' | 'path' | 'query' | 'headers' | 'body'>;

/** Answers one request. Runs to its end without a pause, so no other request sees a half-done write. */
export function answer(world: World, gate: Gate, incoming: Incoming): Answer {
  const { route, params } = find(gate.routes, world, incoming) ?? {};
  if (!route || !params) return renderProblem(world, incoming.path, notFound(incoming.path));
  let headers: Readonly<Record<string, string>> = {};
  try {
    if (route.access === null) gate.limits.takeToken(world);
    else headers = gate.limits.take(world, route.bucket);
    const credential = authorize(world, gate.tokens, route, { ...incoming, params, credential: null });
    const done = route.run(world, { ...incoming, params, credential });
    return { ...done, headers: { ...headers, ...done.headers } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = renderProblem(world, incoming.path, error.problem);
    return { ...refused, headers: { ...headers, ...refused.headers } };
  }
}

function find(routes: readonly Route[], world: World, incoming: Incoming) {
  const segments = incoming.path.split('/');
  for (const route of routesLike(routes, incoming.method, segments.length)) {
    const params = matched(route.segments, segments);
    if (params && (route.exists?.(world, incoming.headers) ?? true)) return { route, params };
  }
  return null;
}

/** Routes by method and length of their path, in their order. */
const sorted = new WeakMap<readonly Route[], Map<string, readonly Route[]>>();

function routesLike(routes: readonly Route[], method: string, length: number): readonly Route[] {
  const known = sorted.get(routes) ?? new Map<string, readonly Route[]>();
  sorted.set(routes, known);
  const name = `${method} ${length}`;
  const found =
    known.get(name) ?? routes.filter((route) => route.method === method && route.segments.length === length);
  known.set(name, found);
  return found;
}

function matched(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':') && segment !== '') params[part.slice(1)] = segment;
    else if (part !== segment) return null;
  }
  return params;
}

function authorize(world: World, tokens: Tokens, route: Route, call: Call) {
  if (route.access === null) return null;
  const api = route.segments[1] === 'v1' ? 'v1' : 'v2';
  const judgement = tokens.judge(world, call, api);
  if (judgement.state !== 'good') {
    throw new Refusal(
      api === 'v1' ? v1Unauthorized(judgement.state) : v2Unauthorized(world, judgement.state),
    );
  }
  if (route.access !== 'any') requireRight(world, judgement, route.access.area, route.access.verb, api);
  return judgement.credential;
}

/** Section 1.3: no header 401, a bad or expired token 403. */
const v1Unauthorized = (state: 'absent' | 'unknown' | 'expired'): Problem =>
  state === 'absent'
    ? { form: 'v1', status: 401, code: 401, message: 'Authorization is not provided' }
    : { form: 'v1', status: 403, code: 403, message: 'Provided authorization is not valid' };

const v2Unauthorized = (world: World, state: 'absent' | 'unknown' | 'expired'): Problem => ({
  form: 'v2',
  status: state === 'expired' ? Number(world.switches['expired-token-status']) : 401,
  title: 'SIM_Unauthorized',
  detail: 'SIM_The access token is not valid.',
});
