// `/v2/webhooks` (section 8): definitions, and the events that wait for them.

import { dayMs } from '../../core/time/calendar.ts';
import { refuse, refuseMissing } from './answer.ts';
import type { Answer } from './answer.ts';
import { envelope, listAnswer } from './lists.ts';
import { deliverDue } from './webhook-delivery.ts';
import type { Delivery, Send, Webhook } from './webhook-delivery.ts';
import { eventBody, webhookEvents } from './webhook-events.ts';
import { isWire, jsonBody, param, wireInstant } from './wire.ts';
import type { Call, Wire } from './wire.ts';
import type { World } from './world.ts';

type Route = (world: World, call: Call) => Answer;

export interface Webhooks {
  readonly routes: Readonly<
    Record<
      'list' | 'create' | 'get' | 'update' | 'remove' | 'events' | 'activity' | 'ping' | 'test' | 'redeliver',
      Route
    >
  >;
  /** An event happened; queued for every webhook that asked for it. */
  readonly emit: (world: World, event: string, ids: Wire) => void;
  /** See `deliverDue` of webhook-delivery. */
  readonly deliverDue: (world: World, send: Send) => Promise<number>;
}

export function createWebhooks(): Webhooks {
  const webhooks: Webhook[] = [];
  const deliveries: Delivery[] = [];

  const webhookOf = (call: Call): Webhook =>
    webhooks.find((webhook) => webhook.id === param(call, 'id')) ?? refuseMissing();

  const enqueue = (world: World, webhook: Webhook, event: string, body: string): Delivery => {
    const id = world.newId();
    const delivery: Delivery = {
      id,
      webhook,
      event,
      body,
      attempts: 0,
      dueAt: world.now(),
      state: 'due',
      activity: [],
    };
    deliveries.push(delivery);
    return delivery;
  };

  const trigger = (world: World, call: Call, event: string): Answer => {
    const body = eventBody(event, {}, world.now(), world.switches['webhook-payload']);
    return { status: 201, body: { id: enqueue(world, webhookOf(call), event, body).id }, wrote: true };
  };

  return {
    emit: (world, event, ids) => {
      const mode = world.switches['webhook-delivery'];
      for (const webhook of webhooks) {
        if (webhook.status === 'DISABLED' || !webhook.enabled_events.includes(event) || mode === 'lost')
          continue;
        const body = eventBody(event, ids, world.now(), world.switches['webhook-payload']);
        for (let copy = 0; copy < (mode === 'duplicate' ? 2 : 1); copy++)
          enqueue(world, webhook, event, body);
      }
    },
    deliverDue: (world, send) => deliverDue(deliveries, world.switches['webhook-delivery'], world.now, send),
    routes: {
      list: (world, call) =>
        listAnswer<Webhook>(world, call, {
          defaultLimit: 100,
          cap: 200,
          rows: () => webhooks,
          filters: {},
          toWire: webhookToWire,
        }),
      create: (world, call) => {
        const now = world.now();
        const fresh: Webhook = {
          id: world.newId(),
          url: '',
          description: '',
          status: 'DISABLED',
          auth_type: 'TOKEN',
          token: null,
          custom_headers: {},
          enabled_events: [],
          created_at: now,
          updated_at: now,
        };
        const webhook = { ...fresh, ...fieldsOf(jsonBody(call), fresh) };
        webhooks.push(webhook);
        return { status: 201, body: webhookToWire(webhook), wrote: true };
      },
      get: (_world, call) => ({ status: 200, body: webhookToWire(webhookOf(call)) }),
      update: (world, call) => {
        const webhook = webhookOf(call);
        Object.assign(webhook, fieldsOf(jsonBody(call), webhook), { updated_at: world.now() });
        return { status: 200, body: webhookToWire(webhook), wrote: true };
      },
      remove: (_world, call) => {
        webhooks.splice(webhooks.indexOf(webhookOf(call)), 1);
        return { status: 204, wrote: true };
      },
      events: (world, call) => {
        const own = deliveries.filter((delivery) => delivery.webhook.id === webhookOf(call).id);
        return {
          status: 200,
          body: envelope(
            world,
            own.map(({ id, event }) => ({ id, event_name: event })),
          ),
        };
      },
      activity: (world, call) => {
        const oldest = wireInstant(world.now() - 30 * dayMs);
        const rows = deliveries
          .filter((delivery) => delivery.webhook.id === webhookOf(call).id)
          .flatMap((delivery) => delivery.activity)
          .filter((row) => String(row['attempted_at']) >= oldest);
        return { status: 200, body: envelope(world, rows) };
      },
      ping: (world, call) => trigger(world, call, 'ping'),
      test: (world, call) => trigger(world, call, eventIn(jsonBody(call)['event_name'])),
      redeliver: (world, call) => {
        const wanted = jsonBody(call)['event_id'];
        const webhook = webhookOf(call);
        const former = deliveries.find((one) => one.id === wanted && one.webhook.id === webhook.id);
        if (!former) refuseMissing();
        const again = enqueue(world, webhook, former.event, former.body);
        return { status: 201, body: { id: again.id }, wrote: true };
      },
    },
  };
}

/** The token is not shown again. */
const webhookToWire = (webhook: Webhook): Wire => ({
  id: webhook.id,
  url: webhook.url,
  description: webhook.description,
  status: webhook.status,
  auth_type: webhook.auth_type,
  enabled_events: webhook.enabled_events,
  created_at: wireInstant(webhook.created_at),
  updated_at: wireInstant(webhook.updated_at),
});

type Fields = Omit<Webhook, 'id' | 'created_at' | 'updated_at'>;

/** @throws Refusal 422. */
function fieldsOf(body: Wire, standing: Fields): Fields {
  const authType = oneOf(body['auth_type'] ?? standing.auth_type, ['NONE', 'TOKEN', 'CUSTOM']);
  return {
    url: urlIn(body['url'] ?? standing.url),
    description: textIn(body['description'] ?? standing.description, 'description'),
    status: oneOf(body['status'] ?? standing.status, ['ENABLED', 'DISABLED']),
    auth_type: authType,
    token: typeof body['token'] === 'string' ? body['token'] : standing.token,
    custom_headers: headersIn(body['custom_headers'] ?? standing.custom_headers, authType),
    enabled_events: eventsIn(body['enabled_events'] ?? standing.enabled_events),
  };
}

/** https only; plain http is taken for loopback, where no certificate can be had. */
function urlIn(value: unknown): string {
  const url = textIn(value, 'url');
  if (/^https:\/\/./.test(url) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url)) return url;
  return refuse422('url');
}

function headersIn(value: unknown, authType: Webhook['auth_type']): Record<string, string> {
  if (!isWire(value)) return refuse422('custom_headers');
  const headers = Object.entries(value).map(([name, text]): [string, string] => [name, String(text)]);
  if (headers.length > 3 || (headers.length > 0 && authType !== 'CUSTOM')) refuse422('custom_headers');
  return Object.fromEntries(headers);
}

const eventsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((event) => eventIn(event)) : refuse422('enabled_events');

const eventIn = (value: unknown): string =>
  webhookEvents.find((event) => event === value) ?? refuse422('event');

const textIn = (value: unknown, field: string): string =>
  typeof value === 'string' && value !== '' ? value : refuse422(field);

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T =>
  allowed.find((one) => one === value) ?? refuse422(allowed.join('|'));

function refuse422(field: string): never {
  refuse(422, 'SIM_Invalid webhook', `SIM_Invalid field: ${field}`);
}
