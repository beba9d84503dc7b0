// The delivery of events (section 8): what is due, what an answer means, when it is tried again. Nothing here runs by
// itself: whoever owns the clock calls `deliverDue`.

import type { Instant } from '../../core/time/calendar.ts';
import type { PersonioSwitches } from './switches.ts';
import { wireInstant } from './wire.ts';
import type { Wire } from './wire.ts';

export interface Webhook {
  readonly id: string;
  url: string;
  description: string;
  status: 'ENABLED' | 'DISABLED';
  auth_type: 'NONE' | 'TOKEN' | 'CUSTOM';
  token: string | null;
  custom_headers: Readonly<Record<string, string>>;
  enabled_events: readonly string[];
  readonly created_at: Instant;
  updated_at: Instant;
}

/** One event on its way to one webhook. */
export interface Delivery {
  readonly id: string;
  readonly webhook: Webhook;
  readonly event: string;
  readonly body: string;
  attempts: number;
  dueAt: Instant;
  state: 'due' | 'delivered' | 'lost';
  /** One line per request, for `GET /{id}/activity`. */
  readonly activity: Wire[];
}

export type Send = (request: Request) => Promise<Response>;

/** Acknowledge within this time (section 8). */
export const acknowledgeWithinMs = 3000;

const hourMs = 3_600_000;
/** After the first attempt up to 6 more within 3 days; the spacing is a choice. Each makes up to 2 requests: 14. */
const retryAfterMs: readonly number[] = [60_000, 600_000, hourMs, 6 * hourMs, 24 * hourMs, 40 * hourMs];
const requestsPerAttempt = 2;

/** Sends everything that is due, in order or, by switch, in reverse. Returns the number of requests made. */
export async function deliverDue(
  deliveries: readonly Delivery[],
  order: PersonioSwitches['webhook-delivery'],
  now: () => Instant,
  send: Send,
): Promise<number> {
  const due = deliveries.filter((delivery) => delivery.state === 'due' && delivery.dueAt <= now());
  if (order === 'reordered') due.reverse();
  let requests = 0;
  for (const delivery of due) requests += await attempt(delivery, now, send);
  return requests;
}

async function attempt(delivery: Delivery, now: () => Instant, send: Send): Promise<number> {
  for (let request = 1; request <= requestsPerAttempt; request++) {
    const outcome = await deliverOnce(delivery, now, send);
    if (outcome !== 'again') {
      delivery.state = outcome;
      return request;
    }
  }
  const wait = retryAfterMs[delivery.attempts];
  delivery.attempts++;
  if (wait === undefined) delivery.state = 'lost';
  else delivery.dueAt = now() + wait;
  return requestsPerAttempt;
}

async function deliverOnce(
  delivery: Delivery,
  now: () => Instant,
  send: Send,
): Promise<'delivered' | 'lost' | 'again'> {
  const startedAt = now();
  const status = await statusOf(delivery, send);
  const late = now() - startedAt > acknowledgeWithinMs;
  delivery.activity.push({
    event_id: delivery.id,
    event_name: delivery.event,
    attempted_at: wireInstant(startedAt),
    response_status: status,
  });
  if (status === null || late) return 'again';
  if (status >= 200 && status < 300) return 'delivered';
  // No redirects, a 4xx is final, and of the 5xx only 501 is (section 8).
  return status >= 500 && status !== 501 ? 'again' : 'lost';
}

/** null: the connection failed. */
async function statusOf(delivery: Delivery, send: Send): Promise<number | null> {
  try {
    return (await send(requestOf(delivery))).status;
  } catch {
    return null;
  }
}

function requestOf({ webhook, body }: Delivery): Request {
  const headers = new Headers({ 'content-type': 'application/json' });
  // Verbatim: no "Bearer " is put before it.
  if (webhook.auth_type === 'TOKEN' && webhook.token !== null) headers.set('authorization', webhook.token);
  if (webhook.auth_type === 'CUSTOM') {
    for (const [name, value] of Object.entries(webhook.custom_headers)) headers.set(name, value);
  }
  return new Request(webhook.url, { method: 'POST', headers, body, redirect: 'manual' });
}
