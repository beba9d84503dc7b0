// What nobody knows about Personio for sure, as switches: name, allowed values, default (the first value). Names and
// values are those of the vendor document, sections 10 and 11; a client must work with every one of them.

import { nearest } from './nearest.ts';

/** Every switch with its values; `free` tells which further values are taken. */
export const personioSwitches = {
  // Section 10, U1 … U27.
  'attendance-overlap': choice('reject', 'trim'),
  'attendance-error-titles': choice('example-names', 'opaque'),
  'attendance-confirmed-write': choice('allow', 'reject'),
  'attendance-closed-window': choice('allow', 'reject'),
  'attendance-page-size': orNumber('100'),
  'attendance-get-one': choice('bare', 'wrapped'),
  'absence-write-end': choice('inclusive', 'exclusive'),
  'absence-half-day-read': choice('next-midnight', 'noon', 'same-day'),
  'absence-status-set': choice('documented', 'extended'),
  'absence-type-category': choice('upper', 'lower', 'absent'),
  'delete-skip-approval': choice('ignored', 'honoured'),
  'absence-delete-approved': choice('gone', 'deletion-pending', 'conflict'),
  'credential-change': choice('tokens-die', 'tokens-live'),
  'throttle-body': choice('empty', 'errors-envelope'),
  'v1-attendance': choice('absent', 'overnight-422'),
  'v1-query-credentials': choice('reject', 'accept'),
  'webhook-payload': choice('entity-object', 'flat-id', 'bare'),
  'attendance-daily-updates': orNumber('unlimited'),
  'dst-wall-clock': choice('accept', 'reject'),
  'expired-token-status': choice('401', '403'),
  'v1-employees-page': choice('50', '10'),
  'v1-updated-since': choice('paged', 'unpaged'),
  'attendance-patch-success': choice('204', '200-id'),
  'absence-zoned-datetime': choice('shift', 'reject'),
  'attendance-policy-rules': choice('bypassed', 'enforced'),
  'leave-write-status': choice('422', '403'),
  'attendance-seconds': choice('kept', 'cut', 'refused'),
  'absence-two-halves': choice('allow', 'conflict'),
  'break-alone': choice('allow', 'reject'),
  'inactive-write': choice('until-end', 'allow', 'reject'),
  // Section 11, known variants.
  'missing-right-style': choice('per-endpoint', 'uniform-403'),
  'attribute-whitelist': orList('full', 'minimal'),
  'token-scope-string': choice('mixed', 'new-names'),
  'next-link': choice('cursor-only', 'full-query', 'relative', 'self-loop'),
  'list-envelope-keys': choice('underscored', 'plain'),
  'custom-attribute-types': choice('lower', 'upper'),
  'termination-day-field': choice('last-working-day', 'last-working-date'),
  'absence-datetime-fraction': choice('off', 'on'),
  'auto-breaks': choice('off', 'on'),
  'v1-error-style': choice('http', 'success-false-200'),
  'v1-empty-value': choice('null', 'empty-string', 'empty-array'),
  'v1-number-types': choice('number', 'string'),
  'beta-header': choice('required', 'ignored'),
  'webhook-delivery': choice('once', 'duplicate', 'reordered', 'lost'),
  'rate-limit': orNumber('on', 'off'),
  'token-lifetime': orNumber('86400'),
  'fault-inject': choice(
    'none',
    'unauthorized',
    'throttle',
    'server-error',
    'html-error',
    'maintenance',
    'slow',
    'drop-before',
    'drop-after-write',
  ),
} as const satisfies Record<string, PersonioSwitch>;

/** One row of the table. `number`: any positive whole number too; `list`: a comma list of attribute keys too. */
export interface PersonioSwitch {
  readonly values: readonly string[];
  readonly free: 'no' | 'number' | 'list';
}

export type PersonioSwitchName = keyof typeof personioSwitches;

export type PersonioSwitches = {
  -readonly [Name in PersonioSwitchName]: ValueOf<(typeof personioSwitches)[Name]>;
};

type ValueOf<Row extends PersonioSwitch> = Row['free'] extends 'number'
  ? Row['values'][number] | `${number}`
  : Row['free'] extends 'list'
    ? string
    : Row['values'][number];

/** Every switch at its default. */
export function defaultPersonioSwitches(): PersonioSwitches {
  const defaults = Object.entries(personioSwitches).map(([name, row]) => [name, row.values[0]]);
  return Object.fromEntries(defaults) as PersonioSwitches;
}

/**
 * One setting as text, checked.
 * @throws RangeError naming the nearest switch, or the values that the switch takes.
 */
export function parsePersonioSwitch(name: string, value: string): Partial<PersonioSwitches> {
  if (!isSwitchName(name)) {
    throw new RangeError(
      `Personio has no switch "${name}". Did you mean "${nearest(name, Object.keys(personioSwitches))}"?`,
    );
  }
  const row: PersonioSwitch = personioSwitches[name];
  if (!row.values.includes(value) && !isFreeValue(row, value)) {
    throw new RangeError(`The switch "${name}" does not take "${value}". Allowed: ${allowedValues(row)}.`);
  }
  return { [name]: value };
}

const isSwitchName = (name: string): name is PersonioSwitchName => Object.hasOwn(personioSwitches, name);

function isFreeValue(row: PersonioSwitch, value: string): boolean {
  switch (row.free) {
    case 'no':
      return false;
    case 'number':
      return /^[1-9]\d{0,8}$/.test(value);
    case 'list':
      return /^[a-z0-9_.]+(,[a-z0-9_.]+)*$/i.test(value);
    default:
      return row.free satisfies never;
  }
}

function allowedValues(row: PersonioSwitch): string {
  const further = { no: [], number: ['a whole number from 1'], list: ['a comma list of attribute keys'] };
  return [...row.values, ...further[row.free]].join(', ');
}

function choice<const Values extends readonly string[]>(...values: Values) {
  return { values, free: 'no' } as const;
}

function orNumber<const Values extends readonly string[]>(...values: Values) {
  return { values, free: 'number' } as const;
}

function orList<const Values extends readonly string[]>(...values: Values) {
  return { values, free: 'list' } as const;
}
