// A simulator on a port of this machine: node's requests become web requests and back. Loopback only.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedSimulator {
  /** `http://127.0.0.1:8099`. */
  readonly origin: string;
  /** Stops listening and closes every connection. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a simulator on 127.0.0.1; port 0 takes a free one. A `TypeError` from `handle` breaks the connection, as it
 * stands for; any other error is answered with 500.
 */
export async function serveSimulator(
  handle: (request: Request) => Promise<Response>,
  port: number,
): Promise<ServedSimulator> {
  const server = createServer((incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  // As load balancers do. With five seconds, Node's own, a busy machine sends on a connection that was just closed.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  handle: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await toRequest(incoming);
  let response: Response;
  try {
    response = await handle(request);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    outgoing.writeHead(500, { 'content-type': 'text/plain' }).end('The simulator failed.');
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.writeHead(response.status);
  outgoing.end(body);
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const method = incoming.method ?? 'GET';
  const url = `http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`;
  const bodyless = method === 'GET' || method === 'HEAD';
  return new Request(url, { method, headers, ...(bodyless ? {} : { body: Buffer.concat(chunks) }) });
}
