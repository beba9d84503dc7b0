// What goes wrong between us and a vendor, wrapped around any simulator (the switch `fault-inject` of both vendor
// documents, section "Known variants"). A fault is chosen per request, so a test can break exactly one call.

import type { Surroundings } from '../simulator.ts';

export const faultKinds = [
  'none',
  'unauthorized',
  'throttle',
  'server-error',
  'html-error',
  'maintenance',
  'slow',
  'drop-before',
  'drop-after-write',
] as const;
export type FaultKind = (typeof faultKinds)[number];

type Handle = (request: Request) => Promise<Response>;

export const slowAnswerMs = 2000;

/**
 * The same simulator with the fault that `kindOf` names for each request. Only `none`, `slow` and `drop-after-write`
 * let the request reach the simulator; the two drops reject with a `TypeError`, as `fetch` does for a lost connection.
 */
export function withFaults(
  handle: Handle,
  kindOf: (request: Request) => FaultKind,
  surroundings: Surroundings,
): Handle {
  return async (request) => {
    const kind = kindOf(request);
    switch (kind) {
      case 'none':
        return handle(request);
      case 'slow':
        await surroundings.sleep(slowAnswerMs);
        return handle(request);
      case 'drop-before':
        throw new TypeError('SIM_connection lost before the request arrived');
      case 'drop-after-write':
        await handle(request);
        throw new TypeError('SIM_connection lost after the request was carried out');
      case 'unauthorized':
        return json(401, { error: 'unauthorized', message: 'SIM_unauthorized' });
      case 'throttle':
        // Personio sends neither a body nor Retry-After (personio.md section 7).
        return new Response(null, { status: 429 });
      case 'server-error':
        return json(500, { error: 'internal_server_error', message: 'SIM_internal server error' });
      case 'html-error':
        return html(500, 'SIM_Internal Server Error');
      case 'maintenance':
        return html(503, 'SIM_Down for maintenance', { 'retry-after': '1' });
      default:
        throw new Error(`Unknown fault: ${String(kind satisfies never)}`);
    }
  };
}

function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

function html(status: number, title: string, headers: Record<string, string> = {}): Response {
  const page = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
}
