// `/v2/persons` and their employments (sections 5.1, 5.2). Only reads: Tandem never writes a person.

import { refuseMissing } from './answer.ts';
import type { Answer } from './answer.ts';
import { anyOf, asDate, asOneOf, checked, listAnswer } from './lists.ts';
import type { ListSpec } from './lists.ts';
import { attributeReader } from './rights.ts';
import type { PersonioEmployee } from './state.ts';
import { param, wireInstant } from './wire.ts';
import type { Call, Wire } from './wire.ts';
import { namedUuid } from './world.ts';
import type { World } from './world.ts';

export function listPersons(world: World, call: Call): Answer {
  const spec: ListSpec<PersonioEmployee> = {
    defaultLimit: 10,
    cap: 50,
    rows: () => world.employees.all(),
    filters: {
      id: anyOf((employee) => String(employee.id)),
      email: anyOf((employee) => employee.email),
      first_name: anyOf((employee) => employee.first_name),
      last_name: anyOf((employee) => employee.last_name),
      preferred_name: anyOf(preferredName),
      status: (values) => {
        const wanted = checked(values, asOneOf('ACTIVE', 'INACTIVE'));
        return (employee) => personStatus(employee) === wanted;
      },
      ...instantFilters('created_at', (employee: PersonioEmployee) => employee.created_at),
      ...instantFilters('updated_at', (employee: PersonioEmployee) => employee.last_modified_at),
    },
    toWire: (employee) => personToWire(world, call, employee),
  };
  return listAnswer(world, call, spec);
}

export function getPerson(world: World, call: Call): Answer {
  return { status: 200, body: personToWire(world, call, employeeOf(world, call)) };
}

export function listEmployments(world: World, call: Call): Answer {
  const employee = employeeOf(world, call);
  const spec: ListSpec<PersonioEmployee> = {
    defaultLimit: 10,
    cap: 50,
    // The state knows one employment per person; newest first is its only order.
    rows: () => [employee],
    filters: {
      id: anyOf(employmentId),
      ...instantFilters('updated_at', (one: PersonioEmployee) => one.last_modified_at),
    },
    toWire: (one) => employmentToWire(world, call, one),
  };
  return listAnswer(world, call, spec);
}

export function getEmployment(world: World, call: Call): Answer {
  const employee = employeeOf(world, call);
  if (employmentId(employee) !== param(call, 'employment')) refuseMissing();
  return { status: 200, body: employmentToWire(world, call, employee) };
}

const employeeOf = (world: World, call: Call): PersonioEmployee =>
  world.employees.get(param(call, 'id')) ?? refuseMissing();

/** Plain dates only, and equality never matches [live: pysonio]. */
function instantFilters(
  name: string,
  read: (employee: PersonioEmployee) => number,
): ListSpec<PersonioEmployee>['filters'] {
  return {
    [name]: () => () => false,
    [`${name}.gt`]: (values) => {
      const bound = midnight(values);
      return (employee) => read(employee) > bound;
    },
    [`${name}.lt`]: (values) => {
      const bound = midnight(values);
      return (employee) => read(employee) < bound;
    },
  };
}

const midnight = (values: readonly string[]): number => Date.parse(checked(values, asDate));

function personToWire(world: World, call: Call, employee: PersonioEmployee): Wire {
  const reads = attributeReader(world, call.credential);
  const href = `${world.origin}/v2/persons/${employee.id}`;
  return {
    id: String(employee.id),
    ...onlyReadable(reads, [
      ['email', 'email', employee.email],
      ['created_at', 'created_at', wireInstant(employee.created_at)],
      ['last_modified_at', 'updated_at', wireInstant(employee.last_modified_at)],
      ['first_name', 'first_name', employee.first_name],
      ['last_name', 'last_name', employee.last_name],
      ['preferred_name', 'preferred_name', preferredName(employee)],
      ['gender', 'gender', genderToWire(employee.gender)],
      [
        'profile_picture',
        'profile_picture',
        { url: `${world.origin}/v1/company/employees/${employee.id}/profile-picture` },
      ],
      ['status', 'status', personStatus(employee)],
    ]),
    ...customToWire(world, employee, reads),
    employments: [{ id: employmentId(employee) }],
    _meta: { links: { employments: { href: `${href}/employments` } } },
  };
}

function customToWire(world: World, employee: PersonioEmployee, reads: (key: string) => boolean): Wire {
  const readable = world.state.customAttributes.filter((attribute) => reads(attribute.key));
  if (readable.length === 0) return {};
  return {
    custom_attributes: readable.map(({ key, label, type }) => {
      const wireType = customTypes[type];
      const text = employee.custom[key] ?? null;
      return {
        id: key,
        // Lowercase on the wire although the schema is uppercase (section 5.1).
        type: world.switches['custom-attribute-types'] === 'upper' ? wireType.toUpperCase() : wireType,
        global_id: null,
        label,
        value: text !== null && type === 'tags' ? text.split(',') : text,
      };
    }),
  };
}

const customTypes = { standard: 'string', date: 'date', list: 'string', tags: 'string_list' } as const;

function employmentToWire(world: World, call: Call, employee: PersonioEmployee): Wire {
  const reads = attributeReader(world, call.credential);
  return {
    id: employmentId(employee),
    status: employee.status.toUpperCase(),
    ...onlyReadable(reads, [
      ['employment_type', 'type', employee.employment_type.toUpperCase()],
      ['weekly_working_hours', 'weekly_working_hours', Number(employee.weekly_working_hours)],
      ['weekly_working_hours', 'full_time_weekly_working_hours', 40],
      ['hire_date', 'employment_start_date', employee.hire_date],
      ['termination_date', 'employment_end_date', employee.termination_date],
      ['probation_period_end', 'probation_end_date', null],
      ['contract_end_date', 'contract_end_date', null],
      ['created_at', 'created_at', wireInstant(employee.created_at)],
      ['last_modified_at', 'updated_at', wireInstant(employee.last_modified_at)],
      ['position', 'position', employee.position === null ? null : { title: employee.position }],
      [
        'supervisor',
        'supervisor',
        employee.supervisor_id === null ? null : { id: String(employee.supervisor_id) },
      ],
      ['office', 'office', idOf(employee.office)],
      ['subcompany', 'legal_entity', idOf(employee.subcompany)],
      ['subcompany', 'sub_company', idOf(employee.subcompany)],
      ['department', 'org_units', orgUnits(employee)],
      ['cost_centers', 'cost_centers', []],
      ['termination_date', 'termination', termination(world, employee)],
    ]),
    person: { id: String(employee.id) },
    _meta: { links: { person: { href: `${world.origin}/v2/persons/${employee.id}` } } },
  };
}

function termination(world: World, employee: PersonioEmployee): Wire | null {
  if (employee.termination_date === null) return null;
  // The schema and the official example disagree about the name (section 5.2).
  const lastDay =
    world.switches['termination-day-field'] === 'last-working-day' ? 'last_working_day' : 'last_working_date';
  return {
    termination_date: employee.termination_date,
    [lastDay]: employee.last_working_day,
    terminated_at: null,
    type: 'UNSPECIFIED',
    reason: null,
  };
}

function orgUnits(employee: PersonioEmployee): Wire[] {
  return [
    ...(employee.team ? [{ type: 'team', id: String(employee.team.id) }] : []),
    ...(employee.department ? [{ type: 'department', id: String(employee.department.id) }] : []),
  ];
}

/** Rows of [attribute key, name on the wire, value]; the unreadable ones vanish. */
function onlyReadable(
  reads: (key: string) => boolean,
  fields: readonly (readonly [key: string, name: string, value: unknown])[],
): Wire {
  return Object.fromEntries(fields.filter(([key]) => reads(key)).map(([, name, value]) => [name, value]));
}

const idOf = (named: { readonly id: number } | null): Wire | null => named && { id: String(named.id) };

export const employmentId = (employee: PersonioEmployee): string => namedUuid(`employment ${employee.id}`);

const preferredName = (employee: PersonioEmployee): string => `${employee.first_name} ${employee.last_name}`;

const personStatus = (employee: PersonioEmployee): string =>
  employee.status === 'inactive' ? 'INACTIVE' : 'ACTIVE';

function genderToWire(gender: string | null): string {
  const upper = gender?.toUpperCase();
  return upper === 'MALE' || upper === 'FEMALE' || upper === 'DIVERSE' ? upper : 'UNSPECIFIED';
}
