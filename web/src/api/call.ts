// One call of the API, typed by the contract: `call('readIntegration', { params: { id } })`. A refused call throws
// `Refused`, whose problem carries a sentence in both languages.

import { paths } from './paths.ts';
import { isAnybodyHere } from './presence.ts';
import { isProblem, noAnswer, Refused, strangeAnswer } from './refused.ts';
import type { Answer, Args, NeedsNothing, RouteName } from './types.ts';

export { Refused } from './refused.ts';

/** Arguments may be left out where the route needs none. */
export type Given<N extends RouteName> =
  NeedsNothing<N> extends true
    ? [args?: Args<N>, signal?: AbortSignal]
    : [args: Args<N>, signal?: AbortSignal];

interface AnyArgs {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>> | undefined;
  readonly body?: unknown;
}

export async function call<N extends RouteName>(name: N, ...given: Given<N>): Promise<Answer<N>> {
  const [args, signal] = given;
  const { body } = (args ?? {}) as AnyArgs;
  const method = paths[name][0];
  const response = await ask(addressOf(name, ...given), {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(method === 'GET' ? {} : { 'x-tandem': 'page' }),
      ...(isAnybodyHere() ? {} : { 'x-tandem-alone': '1' }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  return (await answerIn(response)) as Answer<N>;
}

/** Where a route is, for links to files and for event streams. */
export function addressOf<N extends RouteName>(name: N, ...given: Given<N>): string {
  const { params = {}, query = {} } = (given[0] ?? {}) as AnyArgs;
  const path = paths[name][1].replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || value === null ? [] : [[key, String(value)]],
    ),
  ).toString();
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`;
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw noAnswer();
  }
}

async function answerIn(response: Response): Promise<unknown> {
  const media = response.headers.get('content-type') ?? '';
  if (response.status === 204) {
    return null;
  }
  if (!media.includes('json')) {
    if (response.ok && !media.includes('html')) {
      return response.text();
    }
    throw strangeAnswer(response.status);
  }
  const value: unknown = await response.json().catch(() => {
    throw strangeAnswer(response.status);
  });
  if (response.ok) {
    return value;
  }
  throw isProblem(value) ? new Refused(value, response.status) : strangeAnswer(response.status);
}
