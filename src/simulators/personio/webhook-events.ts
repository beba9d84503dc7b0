// The names of events and the body that is delivered (section 8).

import type { Instant } from '../../core/time/calendar.ts';
import type { PersonioSwitches } from './switches.ts';
import { isWire, wireInstant } from './wire.ts';
import type { Wire } from './wire.ts';

export const webhookEvents: readonly string[] = [
  ...['created', 'updated', 'deleted'].map((what) => `person.${what}`),
  ...['created', 'updated', 'updated.cost-centers', 'deleted', 'started', 'terminated'].map(
    (what) => `employment.${what}`,
  ),
  ...['created', 'updated.status', 'updated.timerange', 'deleted'].map((what) => `absence-period.${what}`),
  ...['created', 'updated', 'deleted'].map((what) => `attendance-period.${what}`),
  ...['created', 'updated', 'deleted', 'signed'].map((what) => `document.${what}`),
  'ping',
];

/** `ids`: `{ absence_period: { id }, person: { id } }`, the entity of the event first. Never more than ids [spec]. */
export function eventBody(
  event: string,
  ids: Wire,
  at: Instant,
  payload: PersonioSwitches['webhook-payload'],
): string {
  return JSON.stringify({
    company_id: 'SIM_company',
    event_name: event,
    occurred_at: wireInstant(at),
    payload: payloadOf(ids, payload),
    meta: {},
  });
}

/** The keys of a payload are not documented (U15). */
function payloadOf(ids: Wire, form: PersonioSwitches['webhook-payload']): Wire {
  const entries = Object.entries(ids).map(([entity, value]) => [entity, isWire(value) ? value['id'] : null]);
  switch (form) {
    case 'entity-object':
      return ids;
    case 'flat-id':
      return Object.fromEntries(entries.map(([entity, id]) => [`${String(entity)}_id`, id]));
    case 'bare':
      return { id: entries[0]?.[1] ?? null };
    default:
      return form satisfies never;
  }
}
