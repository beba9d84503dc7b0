// An employee of v1 (personio.md section 5.3): a bag of attributes, of which the credential shows some. A key that is not
// there is not readable (undefined); `null`, `""` and `[]` are empty (null); a value of an unexpected form is unknown
// (undefined), because a wrong name or status would be written to the time system.

import type { Attribute, Employee, EmployeeStatus, Entitlement } from '../../core/people/employee.ts';
import { isLocalDate, type LocalDate } from '../../core/time/calendar.ts';
import { field, isObject } from '../http/read-answer.ts';

/** Key → label, value and type, as far as they were given. */
type Attributes = ReadonlyMap<
  string,
  { readonly label: string; readonly value: unknown; readonly type: string }
>;

/** `birthKey`: the configured attribute; without it the label decides. `no-id`: the id is missing or not readable. */
export function toEmployee(item: unknown, birthKey: string | null): Employee | 'no-id' | 'unreadable' {
  const attributes = attributesOf(item);
  if (attributes === null) return 'unreadable';
  const shownId = attributes.get('id')?.value ?? '';
  if (shownId === '') return 'no-id';
  const id = idOf(shownId);
  if (id === undefined) return 'unreadable';
  const read = <T>(key: string, convert: (value: unknown) => T | undefined): Attribute<T> =>
    convertOne(attributes.get(key), convert);
  return {
    id,
    firstName: read('first_name', textOf),
    lastName: read('last_name', textOf),
    email: read('email', textOf),
    status: read('status', statusOf),
    hiredOn: read('hire_date', dateOf),
    terminatedOn: read('termination_date', dateOf),
    birthday: birthdayOf(attributes, birthKey),
    // No entitlement at all is a readable fact, not an empty field.
    entitlements: read('absence_entitlement', entitlementsOf),
    office: read('office', nameOf),
    department: read('department', nameOf),
    subcompany: read('subcompany', nameOf),
    employmentType: read('employment_type', textOf),
  };
}

function attributesOf(item: unknown): Attributes | null {
  const wire = field(item, 'attributes');
  if (!isObject(wire)) return null;
  const attributes = new Map<string, { label: string; value: unknown; type: string }>();
  for (const [key, attribute] of Object.entries(wire)) {
    if (!isObject(attribute) || !Object.hasOwn(attribute, 'value')) continue;
    const { label, type, value } = attribute;
    attributes.set(key, {
      label: typeof label === 'string' ? label : '',
      type: typeof type === 'string' ? type : '',
      value,
    });
  }
  return attributes;
}

function convertOne<T>(
  attribute: { readonly value: unknown } | undefined,
  convert: (value: unknown) => T | undefined,
): Attribute<T> {
  if (attribute === undefined) return undefined;
  const { value } = attribute;
  // Empty comes in three forms (section 5.3, switch v1-empty-value).
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  return convert(value);
}

function idOf(value: unknown): string | undefined {
  // A number that is not exact names somebody else.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function statusOf(value: unknown): EmployeeStatus | undefined {
  switch (value) {
    case 'onboarding':
    case 'active':
    case 'leave':
    case 'inactive':
      return value;
    default:
      return undefined;
  }
}

/** `2014-11-09T00:00:00+01:00`: the date as it stands there, never through UTC (rule 1.2). */
function dateOf(value: unknown): LocalDate | undefined {
  const date = typeof value === 'string' ? value.slice(0, 10) : '';
  return isLocalDate(date) ? date : undefined;
}

const nameOf = (value: unknown): string | undefined => textOf(field(field(value, 'attributes'), 'name'));

function entitlementsOf(value: unknown): readonly Entitlement[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const entitlements = (value as unknown[]).map((item) => entitlementOf(field(item, 'attributes')));
  // One that is not understood could be the very one that counts.
  return entitlements.every((one) => one !== undefined) ? entitlements : undefined;
}

function entitlementOf(wire: unknown): Entitlement | undefined {
  const typeId = idOf(field(wire, 'id'));
  const typeName = textOf(field(wire, 'name'));
  const entitled = field(wire, 'entitlement');
  const category = field(wire, 'category');
  const days = typeof entitled === 'string' && /^-?\d+(\.\d+)?$/.test(entitled) ? Number(entitled) : entitled;
  if (typeId === undefined || typeName === undefined) return undefined;
  if (typeof days !== 'number' || !Number.isFinite(days)) return undefined;
  return {
    typeId,
    typeName,
    category: typeof category === 'string' ? category.toLowerCase() : null,
    days,
  };
}

// Personio has no system attribute for it; accounts hold it under a name of their own (section 5.3).
const birthLabels = ['date of birth', 'geburtsdatum', 'birthday', 'birth date', 'birthdate', 'geburtstag'];

function birthdayOf(attributes: Attributes, key: string | null): Attribute<LocalDate> {
  if (key !== null) return convertOne(attributes.get(key), dateOf);
  const labelled = [...attributes].filter(([, { label }]) =>
    birthLabels.includes(label.trim().toLowerCase()),
  );
  const custom = labelled.filter(([name]) => name.startsWith('dynamic_'));
  const found = (custom.length > 0 ? custom : labelled).map(([, attribute]) => convertOne(attribute, dateOf));
  const known = new Set(found.filter((date) => typeof date === 'string'));
  // Two attributes that contradict each other: the setting has to say which one is meant.
  if (known.size > 1 || found.length === 0) return undefined;
  return [...known][0] ?? (found.includes(undefined) ? undefined : null);
}
