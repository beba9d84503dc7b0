// timeTrackings and what follows from them (sections 5.8 and 5.9).

import { dateIn } from '../../../core/time/calendar.ts';
import { blank, flag, int, number, own, stamp, text, type Columns } from '../columns.ts';
import { intIn, readFields, requireFields, type Fields } from '../input.ts';
import { broken, missing } from '../problem.ts';
import { rows, type Action, type Done, type Resource } from '../resource.ts';
import { offsetMinutesAt, offsetText, stampText } from '../stamps.ts';
import type { TimetacTimeTracking } from '../state.ts';
import {
  buildTracking,
  checkOpenDay,
  checkTracking,
  checkUnlocked,
  checkZone,
  lengthMs,
  logTracking,
  piecesOf,
  type NewTracking,
} from '../trackings.ts';
import type { TrackingChange, World } from '../world.ts';
import { idOf } from './users.ts';

const columns: Columns<TimetacTimeTracking> = {
  ...own<TimetacTimeTracking>({
    id: 'int',
    user_id: 'int',
    task_id: 'int',
    start_time: 'wall',
    end_time: 'wall',
    start_time_timezone: 'text',
    end_time_timezone: 'text',
    notes: 'text',
    is_nonworking: 'flag',
    is_paid_non_working: 'flag',
    approved_by_admin: 'flag',
    absence_request_id: 'int',
    client_unique_id: 'text',
    status: 'int',
    updated: 'stamp',
  }),
  start_time_offset: text((row) => offsetText(row.start_time_offset)),
  end_time_offset: text((row) => (row.end_time_offset === null ? null : offsetText(row.end_time_offset))),
  duration: number((row, world) => durationOf(row, world)),
  department_id: int((row, world) => world.tables.users.byId(row.user_id)?.department_id ?? 0),
  is_billable: flag((row, world) => world.tables.tasks.byId(row.task_id)?.is_billable ?? false),
  ...blank('int', 'department_role_id start_type_id end_type_id input_type status_invoicing invoice_id'),
  ...blank('int', 'last_change_time_tracking_request_id max_hours_alert'),
  ...blank('flag', 'is_start_live is_end_live is_offline_tracking is_statistic_countable'),
  ...blank('text', 'start_ip end_ip start_oauth_client_id end_oauth_client_id'),
  ...blank('text', 't_iv_1 t_iv_2 t_iv_3 t_iv_4 t_iv_5 t_iv_6 u_iv_1 u_iv_2 u_iv_3 u_iv_4 u_iv_5 u_iv_6'),
};

const writableKinds = {
  task_id: 'int',
  start_time: 'wall',
  end_time: 'wall',
  start_time_timezone: 'text',
  end_time_timezone: 'text',
  notes: 'text',
  approved_by_admin: 'flag',
} as const;

const create: Action = {
  method: 'POST',
  run(world, { fields, apiUser }) {
    requireFields(fields, [
      'user_id',
      'task_id',
      'start_time',
      'end_time',
      'start_time_timezone',
      'end_time_timezone',
    ]);
    const kinds = { ...writableKinds, user_id: 'int', client_unique_id: 'text' } as const;
    const given = readFields(fields, kinds) as unknown as NewTracking;
    const known = ofClientId(world, given);
    if (known !== undefined) return rows(known);
    return store(world, draft(world, given), apiUser.id);
  },
};

const update: Action = {
  method: 'PUT',
  run(world, { fields, apiUser }) {
    const row = trackingOf(world, intIn(fields, 'id'));
    // user_id, duration, status, is_nonworking and client_unique_id stay as they are (section 5.8): not read here.
    const change = readFields(fields, writableKinds) as Partial<TimetacTimeTracking>;
    if (Object.keys(change).every((name) => name === 'approved_by_admin')) return approve(world, row, change);
    const next = rebuilt(world, row, change);
    checkTracking(world, next, row);
    return replace(world, row, next, apiUser.id);
  },
};

const remove: Action = {
  method: 'DELETE',
  run(world, call) {
    const row = trackingOf(world, idOf(call));
    checkUnlocked(world, row);
    logTracking(world, row, null, call.apiUser.id);
    return rows(world.tables.timeTrackings.remove(row));
  },
};

const start: Action = {
  method: 'POST',
  run(world, { fields, apiUser }) {
    const user_id = intIn(fields, 'user_id');
    const zone = zoneIn(world, fields, 'start_time_timezone');
    const now = nowIn(world, zone);
    const row = draftUnchecked(world, {
      user_id,
      task_id: intIn(fields, 'task_id'),
      start_time: now.text,
      end_time: null,
      start_time_timezone: zone,
      start_time_offset: now.offset,
    });
    const running = runningOf(world, user_id);
    if (running !== undefined) stopNow(world, running, zone, apiUser.id);
    checkTracking(world, row, null);
    return store(world, row, apiUser.id);
  },
};

const stop: Action = {
  method: 'PUT',
  run(world, { fields, apiUser }) {
    const running = runningOf(world, intIn(fields, 'user_id'));
    if (running === undefined) return rows();
    stopNow(world, running, zoneIn(world, fields, 'end_time_timezone'), apiUser.id);
    return rows(running);
  },
};

const current: Action = {
  method: 'GET',
  run: (world, { params }) => {
    const user = params.get('user_id');
    const running = world.tables.timeTrackings.rows().filter((row) => row.status === 1);
    return rows(...running.filter((row) => user === null || row.user_id === Number(user)));
  },
};

export const timeTrackings: Resource<TimetacTimeTracking> = {
  name: 'timeTrackings',
  entity: 'TimeTracking',
  columns,
  rows: (world) => world.tables.timeTrackings.rows(),
  table: (world) => world.tables.timeTrackings,
  actions: { create, update, delete: remove, start, stop, current },
};

export const timeTrackingChangelogs: Resource<TrackingChange> = {
  name: 'timeTrackingChangelogs',
  entity: 'TimeTrackingChangelog',
  columns: {
    ...own<TrackingChange>({
      id: 'int',
      change_timestamp: 'stamp',
      change_type: 'text',
      change_reason_id: 'int',
      change_user_id: 'int',
      tracker_id: 'int',
      user_id: 'int',
      task_id: 'int',
      start_time: 'wall',
      new_start_time: 'wall',
      end_time: 'wall',
      new_end_time: 'wall',
    }),
  },
  rows: (world) => world.changelog,
  changedAt: (row) => row.change_timestamp,
};

interface CalculationState {
  readonly id: number;
  readonly user_id: number;
  readonly dirty_date: string;
  readonly updated_at: number;
}

/** Days that wait for their recalculation (switch `recalculation-lag`). */
export const calculationStates: Resource<CalculationState> = {
  name: 'calculationStates',
  entity: 'CalculationState',
  columns: {
    ...own<CalculationState>({ id: 'int', user_id: 'int', dirty_date: 'date' }),
    ...blank('int', 'priority'),
    updated_at: stamp((row) => row.updated_at),
  },
  rows: (world) => [...world.dirtyDays.values()].map((day) => ({ ...day, updated_at: day.since })),
};

// The unit is not documented (open question T4).
function durationOf(row: TimetacTimeTracking, world: World): number | null {
  const length = lengthMs(row);
  if (length === null) return null;
  return length / (world.switches['tracking-duration-unit'] === 'seconds' ? 1000 : 3_600_000);
}

const ofClientId = (
  world: World,
  { user_id, client_unique_id }: NewTracking,
): TimetacTimeTracking | undefined =>
  client_unique_id
    ? world.tables.timeTrackings.ofUser(user_id).find((row) => row.client_unique_id === client_unique_id)
    : undefined;

function draft(world: World, given: NewTracking): TimetacTimeTracking {
  const row = draftUnchecked(world, given);
  checkTracking(world, row, null);
  return row;
}

function draftUnchecked(world: World, given: NewTracking): TimetacTimeTracking {
  if (given.start_time_timezone !== undefined) checkZone(given.start_time_timezone, 'start_time_timezone');
  if (given.end_time_timezone !== undefined) checkZone(given.end_time_timezone, 'end_time_timezone');
  return buildTracking(world, given);
}

function store(world: World, row: TimetacTimeTracking, userId: number): Done {
  const [first = row, ...rest] = piecesOf(world, row);
  for (const piece of [first, ...rest]) insert(world, piece, userId);
  return rows(first);
}

function insert(world: World, row: TimetacTimeTracking, userId: number): void {
  const { timeTrackings } = world.tables;
  const numbered = timeTrackings.byId(row.id) === undefined ? row : { ...row, id: timeTrackings.nextId() };
  timeTrackings.insert(numbered);
  logTracking(world, null, numbered, userId);
}

function replace(world: World, row: TimetacTimeTracking, next: TimetacTimeTracking, userId: number): Done {
  const before = { ...row };
  const [first = next, ...rest] = piecesOf(world, next);
  Object.assign(row, first);
  world.tables.timeTrackings.touch(row);
  logTracking(world, before, row, userId);
  for (const piece of rest) insert(world, piece, userId);
  return rows(row);
}

// Approval locks a row; only taking the approval back passes the lock.
function approve(world: World, row: TimetacTimeTracking, change: Partial<TimetacTimeTracking>): Done {
  const user = world.tables.users.byId(row.user_id);
  if (user !== undefined) checkOpenDay(world, user, row.start_time.slice(0, 10));
  Object.assign(row, change);
  return rows(world.tables.timeTrackings.touch(row));
}

function rebuilt(
  world: World,
  row: TimetacTimeTracking,
  change: Partial<TimetacTimeTracking>,
): TimetacTimeTracking {
  const { is_nonworking, is_paid_non_working, start_time_offset, end_time_offset, ...kept } = row;
  const sameTask = change.task_id === undefined || change.task_id === row.task_id;
  const flags = sameTask ? { is_nonworking, is_paid_non_working } : {};
  const sameStart = change.start_time === undefined && change.start_time_timezone === undefined;
  const sameEnd = change.end_time === undefined && change.end_time_timezone === undefined;
  const next = draftUnchecked(world, {
    ...kept,
    ...flags,
    ...(sameStart ? { start_time_offset } : {}),
    ...(sameEnd ? { end_time_offset } : {}),
    ...change,
  });
  return { ...next, id: row.id };
}

function stopNow(world: World, row: TimetacTimeTracking, zone: string, userId: number): void {
  const user = world.tables.users.byId(row.user_id);
  if (user !== undefined) checkOpenDay(world, user, dateIn(world.now(), zone));
  const now = nowIn(world, zone);
  const ended = {
    end_time: now.text,
    end_time_timezone: zone,
    end_time_offset: now.offset,
    status: 2,
  } as const;
  replace(world, row, { ...row, ...ended }, userId);
}

const runningOf = (world: World, userId: number): TimetacTimeTracking | undefined =>
  world.tables.timeTrackings.ofUser(userId).find((row) => row.status === 1);

function zoneIn(world: World, fields: Fields, name: string): string {
  const { [name]: zone = world.state.serverZone } = readFields(fields, { [name]: 'text' });
  checkZone(String(zone), name);
  return String(zone);
}

const nowIn = (world: World, zone: string) => ({
  text: stampText(world.now(), zone),
  offset: offsetMinutesAt(world.now(), zone),
});

function trackingOf(world: World, id: number): TimetacTimeTracking {
  const row = world.tables.timeTrackings.byId(id);
  if (row === undefined) throw missing('timeTrackings', id);
  if (row.absence_request_id !== null) throw broken('SIM_TRACKING_APPROVED');
  return row;
}
