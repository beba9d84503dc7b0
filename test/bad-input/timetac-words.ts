// TimeTac's rows and what their values say (docs/vendors/timetac.md, section 3): numbers and booleans also come as
// text, "no date" is empty or zeros, `0` names nothing, and a key that is missing is unknown.

import {
  asText,
  at,
  date,
  dateExists,
  type Field,
  field,
  type FieldTable,
  isExact,
  isNothing,
  orElse,
  orNull,
  plainText,
  type Says,
  storable,
  wallTime,
} from './meaning.ts';

const id: Says = (value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? [String(value)] : [];
  return typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? [value] : [];
};
const namesNothing = (value: unknown): boolean =>
  value === null || value === '' || value === 0 || value === '0';
const reference: Says = (value) => (namesNothing(value) ? [null] : id(value));
const flag: Says = (value) => {
  if ([true, 1, '1', 'true'].includes(value as string)) return [true];
  return [false, 0, '0', 'false'].includes(value as string) ? [false] : [];
};
const number: Says = (value) => {
  if (typeof value === 'string') return /^-?\d+(\.\d+)?$/.test(value) ? [Number(value)] : [];
  return typeof value === 'number' && Number.isFinite(value) ? [value] : [];
};
const text: Says = (value) => {
  if (typeof value === 'number') return isExact(value) ? [String(value)] : [];
  return plainText(value);
};
const isNoDate = (value: unknown): boolean =>
  isNothing(value) || (typeof value === 'string' && value.startsWith('0000-00-00'));
const wall: Says = (value) => {
  const known =
    typeof value === 'string' ? wallTime(value.replace(/\.\d+$/, '').replace(' ', 'T')) : undefined;
  return known === undefined ? [] : [known];
};
const clock: Says = (value) => {
  if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value)) return [];
  return [value.length === 5 ? `${value}:00` : value];
};
const zone: Says = (value) => (typeof value === 'string' && isZone(value) ? [value] : []);
const offset: Says = (value) => {
  const [, sign, hours, minutes] =
    /^([+-])(\d\d):?(\d\d)$/.exec(typeof value === 'string' ? value : '') ?? [];
  const east =
    sign === undefined ? number(value)[0] : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return typeof east === 'number' && east % 15 === 0 && east >= -720 && east <= 840 ? [east] : [];
};
const unit: Says = (value) => (value === 'd' ? ['days'] : value === 'hs' ? ['hours'] : []);
const subtype: Says = (value) => {
  if (value === null || value === '') return ['0'];
  const [known] = number(value);
  return Number.isSafeInteger(known) && Number(known) >= 0 ? [String(known)] : [];
};

/** Missing is not readable, nothing is empty, and what cannot be understood is not readable either. */
const attribute = (place: string, says: Says, isEmpty: (value: unknown) => boolean = isNothing): Field =>
  field(place, (value) => {
    if (value === undefined) return [undefined];
    return isEmpty(value) ? [null] : [...says(value), undefined];
  });
const firstTen: Says = (value) => date(typeof value === 'string' ? value.slice(0, 10) : value);

export const userFields: FieldTable = {
  id: field('id', id),
  active: attribute('active', flag),
  human: attribute('human', flag),
  username: attribute('username', text),
  firstName: attribute('firstname', text),
  lastName: attribute('lastname', text),
  email: attribute('email_address', text),
  personnelNumber: attribute('personnel_number', text),
  externalId: attribute('external_id', text),
  birthday: attribute('birthday', firstTen, isNoDate),
  entryOn: attribute('entry_date', firstTen, isNoDate),
  exitOn: attribute('exit_date', firstTen, isNoDate),
  entitlementDays: attribute('timesheet_holiday_calc_yearly_amount', number),
};

export const timeEntryFields: FieldTable = {
  id: field('id', id),
  userId: field('user_id', id),
  start: field('start_time', wall),
  startZone: field('start_time_timezone', zone),
  startOffset: field('start_time_offset', orElse(offset, null)),
  end: {
    from: ['end_time', 'status'],
    says: (row) => {
      const end = at(row, 'end_time');
      if (!isNoDate(end)) return wall(end);
      // A stopped entry has an end; if it does not show, it is unknown and not open.
      return number(at(row, 'status'))[0] === 2 ? [] : [null];
    },
  },
  endZone: {
    from: ['end_time_timezone', 'end_time', 'start_time_timezone'],
    says: (row) => {
      const shown = at(row, 'end_time_timezone');
      if (!isNothing(shown)) return zone(shown);
      return isNoDate(at(row, 'end_time')) ? zone(at(row, 'start_time_timezone')) : [];
    },
  },
  endOffset: field('end_time_offset', orElse(offset, null)),
  kind: {
    from: ['is_nonworking', 'is_paid_non_working'],
    says: (row) => {
      const [isBreak] = flag(at(row, 'is_nonworking'));
      const [isPaid] = flag(at(row, 'is_paid_non_working'));
      if (isBreak === undefined || isPaid === undefined) return [];
      return [isPaid === true ? 'paid-break' : isBreak === true ? 'break' : 'work'];
    },
  },
  taskId: field('task_id', id),
  notes: field('notes', orNull(text)),
  absenceId: field('absence_request_id', reference),
  approved: field('approved_by_admin', orElse(flag, undefined)),
};

const statuses: Readonly<Record<number, string>> = {
  0: 'open',
  1: 'granted',
  2: 'declined',
  3: 'cancelled',
  5: 'waiting',
};
const typeKey = (typePlace: string, subtypePlace: string): Field => ({
  from: [typePlace, subtypePlace],
  says: (row) => {
    const [type] = id(at(row, typePlace));
    const [sub] = subtype(at(row, subtypePlace));
    return type === undefined || sub === undefined ? [] : [`${asText(type)}:${asText(sub)}`];
  },
});
const inOrder = (row: unknown): boolean => asText(at(row, 'from_date')) <= asText(at(row, 'to_date'));
const dayOfSpan = (place: string): Field => ({
  from: ['from_date', 'to_date'],
  says: (row) => (inOrder(row) ? date(at(row, place)) : []),
});
/** A share of a day, where the absence counts in days; anything else says nothing about halves. */
const share = (place: string): Field => ({
  from: [place, 'duration_unit'],
  says: (row) => {
    const shown = at(row, place);
    if (isNothing(shown)) return [null];
    const [amount] = number(shown);
    if (amount === undefined) return [];
    return at(row, 'duration_unit') === 'd' && Number(amount) > 0 && Number(amount) <= 1 ? [amount] : [null];
  },
});

export const absenceFields: FieldTable = {
  id: field('id', id),
  userId: field('user_id', id),
  typeKey: typeKey('type_id', 'subtype_id'),
  status: field('status', (value) => [statuses[Number(number(value)[0] ?? -1)] ?? 'unknown']),
  from: dayOfSpan('from_date'),
  to: dayOfSpan('to_date'),
  unit: field('duration_unit', unit),
  duration: field('duration', orNull(number)),
  firstDayShare: share('request_partial_begin_duration'),
  lastDayShare: share('request_partial_end_duration'),
  beginsAt: field('begin', orNull(clock)),
};

const dayType: Says = (value) =>
  typeof value === 'string' && value !== '' ? [value === 'public_holiday'] : [];

export const absenceDayFields: FieldTable = {
  id: field('id', id),
  userId: field('user_id', id),
  absenceId: {
    from: ['request_id', 'type'],
    says: (row) => {
      const isHoliday = at(row, 'type') === 'public_holiday';
      // A day of leave belongs to an absence; a holiday has none to tell.
      if (isHoliday && at(row, 'request_id') === undefined) return [null];
      const booking = reference(at(row, 'request_id'));
      return booking[0] === null && !isHoliday ? [] : booking;
    },
  },
  on: field('date', date),
  publicHoliday: field('type', dayType),
  value: field('value', number),
  unit: field('value_unit', unit),
  beginsAt: field('begin', orNull(clock)),
};

/** `translations`: every text that was told for a key. */
export const absenceTypeFields = (translations: () => readonly unknown[]): FieldTable => ({
  key: typeKey('absence_type_id', 'absence_subtype_id'),
  name: {
    from: ['name', 'name_const', 'absence_type_id', 'absence_subtype_id'],
    says: (row) => {
      const shown = orNull(text)(at(row, 'name'));
      if (shown[0] !== null) return shown;
      const [constant] = orNull(text)(at(row, 'name_const'));
      const told = translations().filter((one) => text(at(one, 'translation_key'))[0] === constant);
      const names = told.flatMap((one) => (isNothing(at(one, 'value')) ? [] : text(at(one, 'value'))));
      // Without a translation the constant names it, without that the key.
      return [
        ...names,
        ...(typeof constant === 'string'
          ? [constant]
          : typeKey('absence_type_id', 'absence_subtype_id').says(row)),
      ];
    },
  },
  unit: field('duration_unit', unit),
});

/** A list that tells neither is all in use. */
const inUse: Field = {
  from: ['active', 'archived'],
  says: (row) => {
    const [active] = at(row, 'active') === undefined ? [true] : flag(at(row, 'active'));
    const [archived] = at(row, 'archived') === undefined ? [false] : flag(at(row, 'archived'));
    return active === undefined || archived === undefined ? [] : [active === true && archived === false];
  },
};

export const namedFields = (nameKey: string): FieldTable => ({
  id: field('id', id),
  name: field(nameKey, plainText),
  active: inUse,
});

export const languageFields: FieldTable = {
  id: field('id', (value) => id(value).map(Number)),
  code: field('code', (value) => (typeof value === 'string' ? [storable(value).toLowerCase()] : [])),
};

export const taskFields = (projects: () => readonly unknown[]): FieldTable => ({
  id: field('id', id),
  name: field('name', plainText),
  projectId: field('mother_id', (value) => (value === undefined ? [null] : reference(value))),
  projectName: {
    from: ['mother_id'],
    says: (row) => {
      const [project = null] = reference(at(row, 'mother_id'));
      const named = projects().filter((one) => id(at(one, 'id'))[0] === project);
      return project === null || named.length === 0
        ? [null]
        : named.flatMap((one) => plainText(at(one, 'name')));
    },
  },
});

/** Names of the modules that are on; undefined when one of the rows does not say. */
export function modulesIn(rows: readonly unknown[]): readonly unknown[] | undefined {
  const read = rows.map((row) => ({
    name: plainText(at(row, 'name')).filter((name) => name !== ''),
    on: flag(at(row, 'enabled')),
  }));
  if (read.some(({ name, on }) => name.length === 0 || on.length === 0)) return undefined;
  return read.filter(({ on }) => on[0] === true).map(({ name }) => name[0]);
}

/** Ids of a `Deleted` list; undefined where it does not tell them. */
export function deletedIds(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const items = Array.isArray(value)
    ? (value as unknown[])
    : Object.entries(value).map(([key, item]: [string, unknown]) =>
        at(item, 'id') === undefined ? key : item,
      );
  const ids = items.map((item) => id(typeof item === 'object' && item !== null ? at(item, 'id') : item)[0]);
  return ids.every((one) => one !== undefined) ? ids : undefined;
}

/** Whether the server's clock is told: a wall time that exists, in a zone that exists. */
export function clockOf(
  body: unknown,
): { readonly serverWall: string; readonly serverZone: string } | undefined {
  const started = at(body, 'RequestStartTime');
  const [serverZone] = zone(at(body, 'ServerTimeZone'));
  if (typeof started !== 'string' || typeof serverZone !== 'string') return undefined;
  const serverWall = started.slice(0, 19);
  return wallTime(serverWall.replace(' ', 'T')) === undefined || !dateExists(serverWall.slice(0, 10))
    ? undefined
    : { serverWall, serverZone };
}

const zones = new Map<string, boolean>();
function isZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  let exists = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  } catch {
    exists = false;
  }
  zones.set(name, exists);
  return exists;
}
