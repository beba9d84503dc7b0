// v1 employees: the bulk read, one employee, readable attributes, absence balance (sections 1.4, 5.3, 5.4).

import type { Instant } from '../../core/time/calendar.ts';
import { refuseV1 } from './answer.ts';
import type { Answer } from './answer.ts';
import { daysTaken } from './breakdowns.ts';
import { asInstant } from './lists.ts';
import { attributeReader } from './rights.ts';
import type { PersonioEmployee } from './state.ts';
import { employeeToV1, v1Attributes } from './v1-attributes.ts';
import { v1List, v1Number, v1Success } from './v1-envelope.ts';
import { param } from './wire.ts';
import type { Call } from './wire.ts';
import type { World } from './world.ts';

export function listEmployeesV1(world: World, call: Call): Answer {
  const since = call.query.get('updated_since');
  const rows = since === null ? byEmail(world, call) : changedSince(world, call, since);
  // The spec: with `updated_since`, email, limit and offset are ignored; a changelog says paging is required (U19).
  const unpaged = since !== null && world.switches['v1-updated-since'] === 'unpaged';
  const preset = Number(world.switches['v1-employees-page']);
  const limit = unpaged ? Math.max(1, rows.length) : v1Number(call, 'limit', { preset, least: 1, most: 100 });
  const offset = unpaged ? 0 : v1Number(call, 'offset', { preset: 0, least: 0, most: 1e9 });
  const attributes = v1Attributes(world);
  const reads = projection(world, call);
  return v1List(
    world,
    { total: rows.length, offset, limit, currentPage: Math.floor(offset / limit) },
    rows.slice(offset, offset + limit).map((employee) => employeeToV1(world, employee, attributes, reads)),
  );
}

export function getEmployeeV1(world: World, call: Call): Answer {
  const reads = projection(world, call);
  return v1Success(employeeToV1(world, employeeOf(world, call), v1Attributes(world), reads));
}

/** What the credential may read, for a set-up check (section 1.4). */
export function listAttributesV1(world: World, call: Call): Answer {
  const reads = attributeReader(world, call.credential);
  const rows = v1Attributes(world)
    .filter(({ key }) => reads(key))
    .map(({ key, label, type, universalId, options }) => ({
      key,
      label,
      type: type === 'list' || type === 'tags' || type === 'date' ? type : 'standard',
      universal_id: universalId,
      options,
    }));
  return v1Success(rows);
}

/**
 * `balance`: entitlement less days taken up to today; `available_balance`: less all that is booked this year.
 * Entitlements carry the v1 id of their type.
 */
export function balanceV1(world: World, call: Call): Answer {
  const employee = employeeOf(world, call);
  const today = world.today();
  const year = today.slice(0, 4);
  const rows = employee.absence_entitlement.map(({ id, name, category, entitlement }) => {
    const typeId = world.state.absenceTypes.find((type) => type.v1_id === id)?.id;
    const booked = world.absences
      .ofPerson(String(employee.id))
      .filter((absence) => absence.absence_type_id === typeId && !absence.hours && takesDays(absence.status));
    const taken = (until: string | null): number =>
      booked.reduce((sum, absence) => sum + daysTaken(world, absence, year, until), 0);
    return {
      id,
      name,
      category,
      balance: entitlement - taken(today),
      available_balance: entitlement - taken(null),
    };
  });
  return v1Success(rows);
}

const takesDays = (status: string): boolean => status !== 'REJECTED' && status !== 'CANCELLED';

function employeeOf(world: World, call: Call): PersonioEmployee {
  const employee = world.employees.get(param(call, 'id'));
  // The localised text is what an account in German really says (section 4.3).
  return employee ?? refuseV1(404, 'Es ist ein Problem aufgetreten ');
}

function byEmail(world: World, call: Call): readonly PersonioEmployee[] {
  const email = call.query.get('email');
  const all = world.employees.all();
  return email === null ? all : all.filter((employee) => employee.email === email);
}

function changedSince(world: World, call: Call, text: string): readonly PersonioEmployee[] {
  const since = asInstant(text) ?? refuseV1(400, 'SIM_updated_since is not a date');
  const keys = wantedKeys(call);
  const email = call.query.get('email');
  const paged = world.switches['v1-updated-since'] === 'paged';
  return world.employees
    .all()
    .filter((employee) => changedAt(world, employee, keys) >= since)
    .filter((employee) => !paged || email === null || employee.email === email);
}

/** With `attributes[]` only people for whom one of these changed are selected (section 5.3). */
function changedAt(world: World, employee: PersonioEmployee, keys: readonly string[]): Instant {
  const changes = world.attributeChanges.get(employee.id);
  if (keys.length === 0 || !changes) return employee.last_modified_at;
  return Math.max(...keys.map((key) => changes.get(key) ?? changes.get('*') ?? employee.created_at));
}

function projection(world: World, call: Call): (key: string) => boolean {
  const readable = attributeReader(world, call.credential);
  const keys = wantedKeys(call);
  return (key) => readable(key) && (keys.length === 0 || key === 'id' || keys.includes(key));
}

/** `attributes[]=…`, also written `attributes[0]=…` or `attributes=…`. */
const wantedKeys = (call: Call): string[] =>
  [...call.query].filter(([name]) => /^attributes(\[\d*\])?$/.test(name)).map(([, value]) => value);
