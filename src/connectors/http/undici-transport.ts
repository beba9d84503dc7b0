// The transport of the running product: undici with its own connections and patience (its defaults are 300 s), https
// only, no redirects, a bounded answer, and no way into the server's own network.

import { Agent, request } from 'undici';
import { type AddressRule, checkLiteralAddress, guardedLookup } from './addresses.ts';
import { TransportFailure } from './failure.ts';
import type { Transport } from './transport.ts';

export interface UndiciTransportOptions {
  /** Also private and loopback hosts, and plain http to those (never to public ones). */
  readonly allowPrivateHosts: boolean;
  readonly maxAnswerBytes?: number;
  /** Connections per host. */
  readonly connections?: number;
}

/** A transport and its end: `close` waits for nothing and drops idle connections. */
export interface ClosableTransport {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
}

export function undiciTransport(options: UndiciTransportOptions): ClosableTransport {
  const rules: Readonly<Record<string, AddressRule>> = {
    'https:': options.allowPrivateHosts ? 'any' : 'public-only',
    ...(options.allowPrivateHosts ? { 'http:': 'private-only' } : {}),
  };
  const agents = new Map(
    Object.entries(rules).map(
      ([protocol, rule]) => [protocol, agentFor(rule, options.connections ?? 8)] as const,
    ),
  );
  const maxBytes = options.maxAnswerBytes ?? 50 * 1024 * 1024;

  const transport: Transport = async (url, init) => {
    const { protocol, hostname } = new URL(url);
    const rule = rules[protocol];
    const agent = agents.get(protocol);
    if (rule === undefined || agent === undefined)
      throw new TransportFailure('forbidden', 'https is required');
    checkLiteralAddress(hostname, rule);
    const response = await request(url, {
      method: init.method,
      headers: { ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
      signal: AbortSignal.any([init.signal, AbortSignal.timeout(init.deadlineMs)]),
      dispatcher: agent,
    });
    return {
      status: response.statusCode,
      headers: flatten(response.headers),
      text: await readBounded(response.body, maxBytes),
    };
  };
  return {
    transport,
    close: async () => void (await Promise.all([...agents.values()].map((a) => a.destroy()))),
  };
}

const agentFor = (rule: AddressRule, connections: number): Agent =>
  new Agent({
    connections,
    connect: { timeout: 5_000, lookup: guardedLookup(rule) },
    headersTimeout: 20_000,
    bodyTimeout: 30_000,
  });

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

async function readBounded(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop destroys the stream and with it the connection.
    if (size > maxBytes) throw new TransportFailure('lost', 'the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
