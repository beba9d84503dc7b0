// Personio's objects and what their values say (docs/vendors/personio.md, sections 2 to 5): ids as text or number, local
// times without a zone, three ways to say "empty" in v1, and open sets of words.

import {
  at,
  date,
  type Field,
  field,
  type FieldTable,
  isNothing,
  isObject,
  oneOf,
  orElse,
  orNull,
  plainText,
  type Says,
  storable,
  wallTime,
} from './meaning.ts';

const id: Says = (value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [String(value)] : [];
  return typeof value === 'string' && value !== '' ? [storable(value)] : [];
};
const wall: Says = (value) => {
  const [, day, time, seconds = ':00'] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (day === undefined) return [];
  if (time === '24:00' && seconds === ':00') return date(day).map(() => `${dayBefore(day, -1)}T00:00:00`);
  const known = wallTime(`${day}T${time}${seconds}`);
  return known === undefined ? [] : [known];
};
/** Only a hint hangs on it: whatever is no instant is not known. */
const instant: Says = (value) => {
  const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value);
  const known = isInstant ? Date.parse(value) : Number.NaN;
  return [Number.isNaN(known) ? null : known];
};

export const attendanceFields: FieldTable = {
  id: field('id', id),
  employeeId: field('person.id', id),
  on: field('attribution_date', date),
  'content.kind': field('type', oneOf({ WORK: 'WORK', BREAK: 'BREAK' })),
  'content.start': field('start.date_time', wall),
  'content.end': {
    from: ['end.date_time'],
    says: (row) => {
      const end = at(row, 'end');
      // An open period has no end or none at all; an end without its time is one that cannot be read.
      if (end === undefined || end === null || at(end, 'date_time') === null) return [null];
      return wall(at(end, 'date_time'));
    },
  },
  'content.projectId': {
    from: ['project.id'],
    says: (row) => {
      const project = at(row, 'project');
      return project === undefined || project === null || at(project, 'id') === null
        ? [null]
        : id(at(project, 'id'));
    },
  },
  'content.comment': field('comment', orNull(plainText)),
  status: field(
    'approval.status',
    orElse(oneOf({ CONFIRMED: 'confirmed', PENDING: 'pending', REJECTED: 'rejected' }), 'other'),
  ),
  // The key belongs to breaks that Personio inserts.
  automatic: field('is_auto_generated', (value) =>
    typeof value === 'boolean' ? [value] : isNothing(value) ? [false] : [],
  ),
  createdAt: field('created_at', instant),
  updatedAt: field('updated_at', instant),
};

const absenceStatuses = {
  APPROVED: 'approved',
  PENDING: 'pending',
  SUBSTITUTE_REQUESTED: 'pending',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
  CANCELED: 'cancelled',
  DELETION_PENDING: 'deletion-pending',
};

export const absenceFields: FieldTable = {
  id: field('id', id),
  employeeId: field('person.id', id),
  content: { from: ['starts_from', 'ends_at', 'absence_type'], says: absenceContents },
  status: field('approval.status', orElse(oneOf(absenceStatuses), 'other')),
  createdAt: field('created_at', instant),
  updatedAt: field('updated_at', instant),
};

/** Two readings where only the breakdown tells on which day an absence ends (U8). */
function absenceContents(row: unknown): readonly unknown[] {
  const [typeId] = id(at(row, 'absence_type.id'));
  const [start] = wall(at(row, 'starts_from.date_time'));
  const startHalf = half(at(row, 'starts_from.type'));
  if (typeId === undefined || typeof start !== 'string' || startHalf === undefined) return [];
  const begin = { typeId, firstOn: start.slice(0, 10), startsAtMidday: startHalf === 'SECOND_HALF' };
  const ends = at(row, 'ends_at');
  const isOpen = ends === null || (isObject(ends) && at(ends, 'date_time') === null);
  const endHalf = ends === null ? null : half(at(ends, 'type'));
  if (isOpen)
    return endHalf === undefined ? [] : [{ ...begin, lastOn: null, endsAtMidday: false, hours: null }];
  const [end] = wall(at(ends, 'date_time'));
  if (typeof end !== 'string' || endHalf === undefined || (startHalf === null) !== (endHalf === null))
    return [];
  const hours = startHalf === null ? { start, end } : null;
  return lastDays(end, endHalf, begin)
    .filter((lastOn) => lastOn >= begin.firstOn)
    .map((lastOn) => ({ ...begin, lastOn, endsAtMidday: endHalf === 'FIRST_HALF', hours }));
}

function lastDays(
  end: string,
  endHalf: string | null,
  begin: { readonly firstOn: string; readonly startsAtMidday: boolean },
): readonly string[] {
  const day = end.slice(0, 10);
  if (!end.endsWith('T00:00:00')) return [day];
  if (endHalf === 'FIRST_HALF') return [day, dayBefore(day)];
  return begin.startsAtMidday && day === begin.firstOn ? [day] : [dayBefore(day)];
}

/** undefined for a word that is neither half. */
function half(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  return value === 'FIRST_HALF' || value === 'SECOND_HALF' ? value : undefined;
}

export const absenceTypeFields: FieldTable = {
  id: field('id', id),
  name: field('name', plainText),
  category: field('category', (value) => {
    if (value === undefined || value === null) return [null];
    return typeof value === 'string' ? [storable(value).toLowerCase()] : [];
  }),
  unit: field('unit', (value) => {
    const word = typeof value === 'string' ? value.toUpperCase() : '';
    return orElse(oneOf({ DAY: 'days', DAILY: 'days', HOUR: 'hours', HOURLY: 'hours' }), undefined)(word);
  }),
};

/** Open unless it says that it is archived. */
export const projectFields: FieldTable = {
  id: field('id', id),
  isOpen: field('status', (value) => {
    if (value === undefined || value === null) return [true];
    return typeof value === 'string' ? [value.toUpperCase() !== 'ARCHIVED'] : [];
  }),
};

export const entitledTypeFields: FieldTable = {
  typeId: field('attributes.id_v2', (value) => (value === '' ? [] : plainText(value))),
  entitlementId: field('attributes.id', id),
};

export const breakdownFields: FieldTable = {
  on: field('date', date),
  value: field('effective_duration.value', (value) =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0 ? [value] : [],
  ),
};

/** A label is for people only. */
export const attributeFields: FieldTable = {
  key: field('key', plainText),
  label: field('label', orElse(plainText, '')),
};

const name: Says = (value) => plainText(at(value, 'attributes.name'));
const firstTen: Says = (value) => date(typeof value === 'string' ? value.slice(0, 10) : value);
const status = oneOf({ onboarding: 'onboarding', active: 'active', leave: 'leave', inactive: 'inactive' });

/** An attribute of v1: not shown is not readable; empty in three ways; anything odd is not readable either. */
const attribute = (key: string, says: Says): Field => ({
  from: [`attributes.${key}`],
  says: (row) => attributeSays(at(row, 'attributes'), key, says),
});

function attributeSays(attributes: unknown, key: string, says: Says): readonly unknown[] {
  if (!isObject(attributes)) return [];
  const shown = at(attributes, key);
  const value = at(shown, 'value');
  if (value === undefined) return [undefined];
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [null];
  return [...says(value), undefined];
}

const entitlements: Says = (value) => {
  if (!Array.isArray(value)) return [];
  const read = (value as unknown[]).map((item) => {
    const wire = at(item, 'attributes');
    const [typeId] = id(at(wire, 'id'));
    const [typeName] = plainText(at(wire, 'name'));
    const [days] = days24(at(wire, 'entitlement'));
    const category = at(wire, 'category');
    if (typeId === undefined || typeName === undefined || days === undefined) return undefined;
    return {
      typeId,
      typeName,
      category: typeof category === 'string' ? storable(category).toLowerCase() : null,
      days,
    };
  });
  return read.includes(undefined) ? [] : [read];
};
const days24: Says = (value) => {
  const text = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  return typeof text === 'number' && Number.isFinite(text) ? [text] : [];
};

const birthLabels = ['date of birth', 'geburtsdatum', 'birthday', 'birth date', 'birthdate', 'geburtstag'];
/** Not known, or what an attribute with such a label says. */
const birthday: Field = {
  from: ['attributes.dynamic_1234'],
  says: (row) => {
    const attributes = at(row, 'attributes');
    if (!isObject(attributes)) return [];
    const labelled = Object.keys(attributes).filter((key) => {
      const label = at(attributes[key], 'label');
      return typeof label === 'string' && birthLabels.includes(label.trim().toLowerCase());
    });
    const told = labelled.flatMap((key) => attributeSays(attributes, key, firstTen));
    return [...told.filter((one) => one !== undefined), undefined];
  },
};

export const employeeFields: FieldTable = {
  id: {
    from: ['attributes.id'],
    says: (row) => id(at(row, 'attributes.id.value')),
  },
  firstName: attribute('first_name', plainText),
  lastName: attribute('last_name', plainText),
  email: attribute('email', plainText),
  status: attribute('status', status),
  hiredOn: attribute('hire_date', firstTen),
  terminatedOn: attribute('termination_date', firstTen),
  birthday,
  entitlements: attribute('absence_entitlement', entitlements),
  office: attribute('office', name),
  department: attribute('department', name),
  subcompany: attribute('subcompany', name),
  employmentType: attribute('employment_type', plainText),
};

/** The id that a create answers with, bare or in an envelope. */
export const createdId = (body: unknown): readonly unknown[] =>
  id(at(body, 'id') ?? at(body, '_data.id') ?? at(body, 'data.id'));

function dayBefore(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
