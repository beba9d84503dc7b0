// The attributes of a v1 employee (section 5.3): every key with its label, type and value as the wire has it.

import { midnightOf, wallOf } from '../../core/time/calendar.ts';
import type { Instant, LocalDate, WallTime } from '../../core/time/calendar.ts';
import type { PersonioEmployee } from './state.ts';
import { withOffset } from './v1-dates.ts';
import type { Wire } from './wire.ts';
import type { World } from './world.ts';

export interface V1Attribute {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  /** null for custom attributes. */
  readonly universalId: string | null;
  readonly options: readonly string[];
  readonly value: (world: World, employee: PersonioEmployee) => unknown;
}

/** System attributes first, then the account's own. */
export function v1Attributes(world: World): V1Attribute[] {
  const custom = world.state.customAttributes.map(
    ({ key, label, type, options }): V1Attribute => ({
      key,
      label,
      type,
      universalId: null,
      options,
      value: (_world, employee) => {
        const text = employee.custom[key] ?? null;
        if (text === null) return type === 'tags' ? emptyObject(world) : null;
        if (type === 'tags') return text.split(',');
        return type === 'date' ? zoned(world, midnightOf(text)) : text;
      },
    }),
  );
  return [...systemAttributes, ...custom];
}

/** `{"type":"Employee","attributes":{…}}` with the keys that `reads` lets through. */
export function employeeToV1(
  world: World,
  employee: PersonioEmployee,
  attributes: readonly V1Attribute[],
  reads: (key: string) => boolean,
): Wire {
  const shown: Record<string, Wire> = {};
  for (const { key, label, type, universalId, value } of attributes) {
    if (!reads(key)) continue;
    const attribute = { label, value: value(world, employee), type, universal_id: universalId };
    shown[key] = type === 'decimal' ? { ...attribute, currency: 'EUR' } : attribute;
  }
  return { type: 'Employee', attributes: shown };
}

type Value = V1Attribute['value'];

const system = (key: string, label: string, type: string, value: Value): V1Attribute => ({
  key,
  label,
  type,
  universalId: key,
  options: [],
  value,
});

const date =
  (read: (employee: PersonioEmployee) => LocalDate | null): Value =>
  (world, employee) => {
    const value = read(employee);
    return value === null ? null : zoned(world, midnightOf(value));
  };

const instant =
  (read: (employee: PersonioEmployee) => Instant): Value =>
  (world, employee) =>
    zoned(world, wallOf(read(employee), world.state.zone));

/** An object attribute; an empty one comes as `null`, `""` or `[]` [client]. */
const object =
  (type: string, read: (employee: PersonioEmployee) => Wire | null): Value =>
  (world, employee) => {
    const attributes = read(employee);
    return attributes ? { type, attributes } : emptyObject(world);
  };

const nothing: Value = () => null;

const systemAttributes: readonly V1Attribute[] = [
  system('id', 'ID', 'integer', (_, e) => e.id),
  system('first_name', 'First name', 'standard', (_, e) => e.first_name),
  system('last_name', 'Last name', 'standard', (_, e) => e.last_name),
  system('preferred_name', 'Preferred name', 'standard', (_, e) => `${e.first_name} ${e.last_name}`),
  system('email', 'Email', 'standard', (_, e) => e.email),
  system('gender', 'Gender', 'standard', (_, e) => e.gender),
  system('status', 'Status', 'standard', (_, e) => e.status),
  system('position', 'Position', 'standard', (_, e) => e.position),
  system('supervisor', 'Supervisor', 'standard', supervisor),
  system('employment_type', 'Employment type', 'standard', (_, e) => e.employment_type),
  system('weekly_working_hours', 'Weekly hours', 'standard', (_, e) => e.weekly_working_hours),
  system(
    'hire_date',
    'Hire date',
    'date',
    date((e) => e.hire_date),
  ),
  system('contract_end_date', 'Contract ends', 'date', nothing),
  system(
    'termination_date',
    'Termination date',
    'date',
    date((e) => e.termination_date),
  ),
  system('termination_type', 'Termination type', 'standard', nothing),
  system('termination_reason', 'Termination reason', 'standard', nothing),
  system(
    'last_working_day',
    'Last day of work',
    'date',
    date((e) => e.last_working_day),
  ),
  system('probation_period_end', 'Probation period end', 'date', nothing),
  system(
    'created_at',
    'Created at',
    'date',
    instant((e) => e.created_at),
  ),
  system(
    'last_modified_at',
    'Last modified',
    'date',
    instant((e) => e.last_modified_at),
  ),
  system(
    'subcompany',
    'Subcompany',
    'standard',
    object('Subcompany', (e) => e.subcompany && named(e.subcompany)),
  ),
  system(
    'office',
    'Office',
    'standard',
    object('Office', (e) => e.office && named(e.office)),
  ),
  system(
    'department',
    'Department',
    'standard',
    object('Department', (e) => e.department && named(e.department)),
  ),
  system(
    'team',
    'Team',
    'standard',
    object('Team', (e) => e.team && named(e.team)),
  ),
  system('cost_centers', 'Cost center', 'standard', () => []),
  system(
    'holiday_calendar',
    'Public holidays',
    'standard',
    object('HolidayCalendar', (e) => e.holiday_calendar && { ...e.holiday_calendar }),
  ),
  system('absence_entitlement', 'Absence entitlement', 'standard', (_, e) =>
    e.absence_entitlement.map((attributes) => ({ type: 'TimeOffType', attributes: { ...attributes } })),
  ),
  system('work_schedule', 'Work schedule', 'standard', object('WorkSchedule', workSchedule)),
  system('fix_salary', 'Fix salary', 'decimal', () => 0),
  system('fix_salary_interval', 'Salary interval', 'standard', nothing),
  system('hourly_salary', 'Hourly salary', 'decimal', () => 0),
  system(
    'profile_picture',
    'Profile Picture',
    'standard',
    (world, e) => `${world.origin}/v1/company/employees/${e.id}/profile-picture`,
  ),
];

const named = ({ id, name }: { readonly id: number; readonly name: string }): Wire => ({ id, name });

function supervisor(world: World, employee: PersonioEmployee): unknown {
  const one = employee.supervisor_id === null ? null : world.employees.get(String(employee.supervisor_id));
  return one ? personReference(world, one) : emptyObject(world);
}

/** An employee inside another record: four attributes. */
export function personReference(world: World, employee: PersonioEmployee): Wire {
  const keys = ['id', 'first_name', 'last_name', 'email'];
  return employeeToV1(world, employee, systemAttributes, (key) => keys.includes(key));
}

function workSchedule(employee: PersonioEmployee): Wire | null {
  if (!employee.work_schedule) return null;
  const { id, name, days } = employee.work_schedule;
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  return {
    id,
    name,
    valid_from: employee.hire_date,
    ...Object.fromEntries(weekdays.map((weekday, index) => [weekday, days[index]])),
  };
}

function emptyObject(world: World): unknown {
  const mode = world.switches['v1-empty-value'];
  switch (mode) {
    case 'null':
      return null;
    case 'empty-string':
      return '';
    case 'empty-array':
      return [];
    default:
      return mode satisfies never;
  }
}

const zoned = (world: World, wall: WallTime): string => withOffset(wall, world.state.zone, ':');
