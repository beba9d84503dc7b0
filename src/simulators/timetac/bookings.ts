// The rules for absences (section 5.5): existing type, no overlap per user, nothing before the start or on closed days,
// dates fixed once entered, and which entry is granted at once.

import { daysBetween } from '../../core/time/calendar.ts';
import { readFields, requireFields, type Fields } from './input.ts';
import { absenceTypeOf, countedDays, partialShares, withdrawDays, writeDays } from './leave.ts';
import { broken } from './problem.ts';
import { shiftText } from './stamps.ts';
import type { TimetacAbsence, TimetacAbsenceType, TimetacUser } from './state.ts';
import { numberIn } from './switches.ts';
import { checkOpenDay } from './trackings.ts';
import type { World } from './world.ts';

export type NewAbsence = Pick<
  TimetacAbsence,
  'user_id' | 'type_id' | 'subtype_id' | 'from_date' | 'to_date'
> &
  Partial<Omit<TimetacAbsence, 'id' | 'created' | 'updated'>>;

const status = { open: 0, granted: 1, declined: 2, cancelled: 3, waiting: 5 } as const;

/** Section 5.5: everything a create may carry. */
const createKinds = {
  type_id: 'int',
  subtype_id: 'int',
  user_id: 'int',
  replacement_user_id: 'int',
  from_date: 'date',
  to_date: 'date',
  duration: 'number',
  request_partial_begin_duration: 'number',
  request_partial_end_duration: 'number',
  begin: 'text',
  request_comment: 'text',
  substitute_enabled: 'flag',
  individual_value_1: 'text',
} as const;

/** The only fields that the vendor's specification lets an update change. */
const updateKinds = {
  request_comment: 'text',
  substitute_enabled: 'flag',
  individual_value_1: 'text',
} as const;

/** An absence as `create` would store it, after all rules. Not yet inserted. */
export function draftAbsence(world: World, fields: Fields, apiUserId: number): TimetacAbsence {
  requireFields(fields, ['type_id', 'user_id', 'from_date', 'to_date']);
  const given = readFields(fields, createKinds);
  const absence = completeAbsence(world, { ...given, subtype_id: given['subtype_id'] ?? 0 } as NewAbsence);
  const { user, type } = checkAbsence(world, absence);
  checkText(world, absence);
  absence.status = entryStatus(world, type, absence);
  if (absence.status === status.granted) absence.granted_user_id = apiUserId;
  if (world.switches['absence-duration-recompute'] === 'working-days' && absence.duration_unit === 'd') {
    absence.duration = countedDays(world, user, absence).reduce((sum, day) => sum + day.value, 0);
  }
  return absence;
}

/** A row with every field; nothing is checked. */
export function completeAbsence(world: World, given: NewAbsence): TimetacAbsence {
  const now = world.now();
  return {
    replacement_user_id: 0,
    status: status.granted,
    duration: durationOf(world, given),
    request_partial_begin_duration: null,
    request_partial_end_duration: null,
    duration_unit: absenceTypeOf(world, given)?.duration_unit ?? 'd',
    request_comment: '',
    granted_comment: '',
    granted_user_id: null,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)),
    begin: given.begin ? withSeconds(given.begin) : null,
    id: world.tables.absences.nextId(),
    created: now,
    updated: now,
  } as TimetacAbsence;
}

/** Stores an absence and, where it is granted, its days. */
export function storeAbsence(world: World, absence: TimetacAbsence): TimetacAbsence {
  world.tables.absences.insert(absence);
  if (absence.status === status.granted) writeDays(world, absence);
  return absence;
}

/** Comments; dates only where the account allows it (switch `absence-date-update`). */
export function updateAbsence(world: World, absence: TimetacAbsence, fields: Fields): TimetacAbsence {
  const dates = readFields(fields, createKinds) as Partial<TimetacAbsence>;
  const fixed = Object.entries(dates).filter(
    ([name, value]) => !(name in updateKinds) && differs(absence, name, value),
  );
  if (fixed.length > 0) {
    if (world.switches['absence-date-update'] === 'refuse')
      throw broken('SIM_ABSENCE_DATES_FIXED', fixed[0]?.[0]);
    const next = { ...absence, ...Object.fromEntries(fixed) };
    checkAbsence(world, next);
    moveAbsence(world, absence, Object.fromEntries(fixed));
  }
  const comments = readFields(fields, updateKinds);
  checkText(world, { ...absence, ...comments });
  Object.assign(absence, comments);
  return world.tables.absences.touch(absence);
}

/** Other dates under the same id, days included; nothing is checked. */
export function moveAbsence(
  world: World,
  absence: TimetacAbsence,
  change: Partial<TimetacAbsence>,
): TimetacAbsence {
  const datesMoved = change.from_date !== undefined || change.to_date !== undefined;
  Object.assign(absence, change);
  if (datesMoved && change.duration === undefined)
    absence.duration = durationOf(world, { ...absence, duration: 0 });
  if (absence.status === status.granted) writeDays(world, absence);
  return world.tables.absences.touch(absence);
}

/** Moves an absence to another status: grants, declines or cancels it. */
export function decideAbsence(
  world: World,
  absence: TimetacAbsence,
  to: 'granted' | 'declined' | 'cancelled',
  decision: { readonly userId: number; readonly comment: string | null; readonly checked: boolean },
): TimetacAbsence {
  if (decision.checked) checkDecision(world, absence, to);
  absence.status = status[to];
  if (to !== 'cancelled') absence.granted_user_id = decision.userId;
  if (to === 'granted') absence.granted_timestamp = world.now();
  if (decision.comment !== null) absence.granted_comment = decision.comment;
  if (to === 'granted') writeDays(world, absence);
  else withdrawDays(world, absence);
  return world.tables.absences.touch(absence);
}

function checkDecision(
  world: World,
  absence: TimetacAbsence,
  to: 'granted' | 'declined' | 'cancelled',
): void {
  const waits = absence.status === status.open || absence.status === status.waiting;
  const allowed = to === 'cancelled' ? waits || absence.status === status.granted : waits;
  if (!allowed) throw broken('SIM_ABSENCE_STATUS');
  const user = world.tables.users.byId(absence.user_id);
  if (user !== undefined) checkOpenDay(world, user, absence.from_date);
}

function checkAbsence(
  world: World,
  absence: TimetacAbsence,
): { user: TimetacUser; type: TimetacAbsenceType } {
  const user = world.tables.users.byId(absence.user_id);
  if (user === undefined) throw broken('SIM_USER_MUST_EXIST');
  const type = absenceTypeOf(world, absence);
  if (type === undefined || !type.active) throw broken('SIM_ABSENCE_TYPE_MUST_EXIST');
  const days = daysBetween(absence.from_date, absence.to_date);
  if (days < 0) throw broken('SIM_DATES_REVERSED', 'to_date');
  // Ten years: beyond that it is a typing error.
  if (days > 3660 || absence.duration <= 0) throw broken('SIM_VALUE_INVALID', 'duration');
  if (absence.begin !== null && !/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(absence.begin)) {
    throw broken('SIM_VALUE_INVALID', 'begin');
  }
  checkOpenDay(world, user, absence.from_date);
  if (world.switches['absence-overlap'] === 'reject' && overlaps(world, absence))
    throw broken('SIM_ABSENCE_OVERLAP');
  return { user, type };
}

function checkText(world: World, absence: TimetacAbsence): void {
  const longest = numberIn(world.switches['free-text-max']) ?? Infinity;
  if ((absence.individual_value_1 ?? '').length > longest)
    throw broken('SIM_TEXT_TOO_LONG', 'individual_value_1');
}

function overlaps(world: World, absence: TimetacAbsence): boolean {
  return world.tables.absences.ofUser(absence.user_id).some((other) => {
    const live =
      other.status === status.open || other.status === status.granted || other.status === status.waiting;
    if (other.id === absence.id || !live) return false;
    if (other.from_date > absence.to_date || other.to_date < absence.from_date) return false;
    return !shareADay(world, absence, other);
  });
}

// Two parts of one day fit together: two halves, or hours that do not touch.
function shareADay(world: World, a: TimetacAbsence, b: TimetacAbsence): boolean {
  const oneDay = a.from_date === a.to_date && b.from_date === b.to_date;
  if (!oneDay) return touchInHalves(world, a, b) || touchInHalves(world, b, a);
  if (a.duration_unit === 'hs' && b.duration_unit === 'hs' && a.begin !== null && b.begin !== null) {
    return endOf(a) <= startOf(b) || endOf(b) <= startOf(a);
  }
  return a.duration_unit === 'd' && b.duration_unit === 'd' && partOf(world, a) + partOf(world, b) <= 1;
}

function touchInHalves(world: World, earlier: TimetacAbsence, later: TimetacAbsence): boolean {
  if (earlier.to_date !== later.from_date || earlier.from_date > later.from_date) return false;
  const end =
    earlier.from_date === earlier.to_date ? partOf(world, earlier) : partialShares(world, earlier).last;
  const start = later.from_date === later.to_date ? partOf(world, later) : partialShares(world, later).first;
  return (end ?? 1) + (start ?? 1) <= 1;
}

function partOf(world: World, absence: TimetacAbsence): number {
  const { first, last } = partialShares(world, absence);
  return first ?? last ?? Math.min(1, absence.duration);
}

const startOf = (absence: TimetacAbsence): string => `${absence.from_date} ${absence.begin ?? '00:00:00'}`;
const endOf = (absence: TimetacAbsence): string =>
  shiftText(startOf(absence), Math.round(absence.duration * 60));

function entryStatus(
  world: World,
  type: TimetacAbsenceType,
  absence: TimetacAbsence,
): TimetacAbsence['status'] {
  const rule = world.switches['absence-entry-status'];
  const atOnce = type.request_type === 'USER' || type.request_type === 'SYSTEM';
  if (rule === 'granted' || (rule === 'by-request-type' && atOnce)) return status.granted;
  return absence.substitute_enabled === true && absence.replacement_user_id !== 0
    ? status.waiting
    : status.open;
}

/** What was given; else the inclusive count of days, weekends too, less the parts not taken. */
function durationOf(
  world: World,
  given: Partial<TimetacAbsence> & Pick<TimetacAbsence, 'from_date' | 'to_date'>,
): number {
  if (given.duration) return given.duration;
  const days = daysBetween(given.from_date, given.to_date) + 1;
  const { first, last } = partialShares(world, {
    request_partial_begin_duration: given.request_partial_begin_duration ?? null,
    request_partial_end_duration: given.request_partial_end_duration ?? null,
  });
  if (days === 1) return first ?? last ?? 1;
  return days - (1 - (first ?? 1)) - (1 - (last ?? 1));
}

const withSeconds = (time: string): string => (/^\d{2}:\d{2}$/.test(time) ? `${time}:00` : time);

function differs(absence: TimetacAbsence, name: string, value: unknown): boolean {
  const stored: unknown = absence[name as keyof TimetacAbsence];
  const same = stored ?? null;
  return name === 'begin'
    ? withSeconds(typeof value === 'string' ? value : '') !== (stored ?? '')
    : same !== value;
}
