// A simulated Personio account: the public API as a function of a request, faithful to the vendor document of this
// repository. What nobody knows for sure is a switch (switches.ts); texts that had to be invented begin with `SIM_`.

import type { FaultKind } from '../faults/faults.ts';
import { withFaults } from '../faults/faults.ts';
import type { SimulatedCall, Simulator, Surroundings } from '../simulator.ts';
import type { Answer } from './answer.ts';
import { createLimits } from './limits.ts';
import { createPeople } from './people.ts';
import type { PersonioPeople } from './people.ts';
import { answer } from './router.ts';
import type { Gate } from './router.ts';
import { routesOf } from './routes.ts';
import type { PersonioState } from './state.ts';
import { defaultPersonioSwitches } from './switches.ts';
import type { PersonioSwitches } from './switches.ts';
import { createTokens } from './tokens.ts';
import type { Send } from './webhook-delivery.ts';
import { createWebhooks } from './webhooks.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

export interface PersonioSimulator extends Simulator<PersonioState, PersonioSwitches> {
  /** What people do in the account. */
  readonly people: PersonioPeople;
  /**
   * Sends the webhook requests that are due by now and returns how many. Nothing is sent by itself: the owner of the
   * clock calls this. `send` gives up by itself; an answer after more than 3 s counts as none.
   */
  readonly deliverWebhooks: (send: Send) => Promise<number>;
}

export interface PersonioSimulatorOptions {
  /** Becomes the account; the simulator works on it and nothing else. */
  readonly state: PersonioState;
  readonly surroundings: Surroundings;
  /** The rest keeps its default. */
  readonly switches?: Partial<PersonioSwitches>;
  /** Host of the links in answers. */
  readonly origin?: string;
}

export function createPersonioSimulator(options: PersonioSimulatorOptions): PersonioSimulator {
  const { state, surroundings } = options;
  const switches = { ...defaultPersonioSwitches(), ...options.switches };
  const webhooks = createWebhooks();
  const world: World = createWorld({
    state,
    switches,
    surroundings,
    origin: options.origin ?? 'https://api.personio.de',
    emit: (event, ids) => webhooks.emit(world, event, ids),
  });
  const tokens = createTokens();
  const gate: Gate = { routes: routesOf(tokens, webhooks), tokens, limits: createLimits() };
  const { handle, calls } = recorded(world, gate);
  return {
    handle,
    state,
    switches,
    calls,
    people: createPeople(world),
    deliverWebhooks: (send) => webhooks.deliverDue(world, send),
  };
}

/**
 * Every call is kept once: with what the simulator answered when it got that far (even if the answer is lost on its
 * way back), else with the fault's status, 0 for a broken connection.
 */
function recorded(world: World, gate: Gate) {
  const calls: SimulatedCall[] = [];
  const reached = new WeakSet<Request>();
  const keep = (request: Request, path: string, status: number, wrote: boolean): void => {
    calls.push({ at: world.now(), method: request.method, path, status, wrote });
  };
  const carryOut = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const done = answer(world, gate, {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await request.text(),
    });
    reached.add(request);
    keep(request, url.pathname, done.status, done.wrote ?? false);
    return toResponse(done);
  };
  const faulty = withFaults(carryOut, faultChooser(world), world.surroundings);
  const handle = async (request: Request): Promise<Response> => {
    try {
      const response = await faulty(request);
      if (!reached.has(request)) keep(request, pathOf(request), response.status, false);
      response.headers.set('date', new Date(world.now()).toUTCString());
      return response;
    } catch (error) {
      if (!reached.has(request)) keep(request, pathOf(request), 0, false);
      throw error;
    }
  };
  return { handle, calls };
}

/**
 * Switch `fault-inject`: about every seventh request, never two in a row (a client may repeat a request once and
 * succeed), never the token endpoints (they are no part of a run's own calls).
 */
function faultChooser(world: World): (request: Request) => FaultKind {
  let struck = false;
  return (request) => {
    const kind = world.switches['fault-inject'];
    if (kind === 'none' || /^\/v[12]\/auth/.test(pathOf(request))) return 'none';
    struck = !struck && world.surroundings.random() < 1 / 7;
    return struck ? kind : 'none';
  };
}

const pathOf = (request: Request): string => new URL(request.url).pathname;

function toResponse(done: Answer): Response {
  const hasBody = done.body !== undefined && done.status !== 204;
  const headers = hasBody ? { 'content-type': 'application/json', ...done.headers } : { ...done.headers };
  return new Response(hasBody ? JSON.stringify(done.body) : null, { status: done.status, headers });
}
