// People at work in TimeTac, for tests and demos: what employees, managers and administrators do in its own pages.
// Nothing is checked here – accounts hold awkward data – but `updated` and `Deleted` always follow.

import { addDays, type LocalDate } from '../../core/time/calendar.ts';
import { blankUser } from './accounts.ts';
import { assignedPairs, rememberAssignment } from './assignments.ts';
import { dropTokens } from './auth.ts';
import { completeAbsence, decideAbsence, moveAbsence, storeAbsence, type NewAbsence } from './bookings.ts';
import { syncHolidays } from './holidays.ts';
import type { TimetacAbsence, TimetacTimeTracking, TimetacUser } from './state.ts';
import type { Row, Table } from './table.ts';
import { buildTracking, logTracking, type NewTracking } from './trackings.ts';
import type { World } from './world.ts';

export interface TimetacPeople {
  /** `start_time` and `end_time` as on the wire; zones default to the server's. */
  readonly addTimeTracking: (tracking: NewTracking) => TimetacTimeTracking;
  /** New times take their offsets from their zones unless given; a new task brings its flags. */
  readonly editTimeTracking: (id: number, change: Partial<TimetacTimeTracking>) => TimetacTimeTracking;
  readonly deleteTimeTracking: (id: number) => void;
  /** Granted, unless `status` says otherwise; writes its days. */
  readonly addAbsence: (absence: NewAbsence) => TimetacAbsence;
  readonly grantAbsence: (id: number) => TimetacAbsence;
  readonly cancelAbsence: (id: number) => TimetacAbsence;
  readonly declineAbsence: (id: number) => TimetacAbsence;
  /** Other dates (or type, or parts) under the same id, days included. */
  readonly changeAbsenceDates: (id: number, change: Partial<TimetacAbsence>) => TimetacAbsence;
  readonly addUser: (user: Partial<TimetacUser>) => TimetacUser;
  readonly editUser: (id: number, change: Partial<TimetacUser>) => TimetacUser;
  /** Takes the user out of the list; records stay. */
  readonly removeUser: (id: number) => void;
  readonly closeDays: (userId: number, until: LocalDate) => void;
  /** Signing in fails from now on; tokens live on. */
  readonly expireCredential: (clientId: string) => void;
  /** The pair and its tokens die at once. */
  readonly revokeCredential: (clientId: string) => void;
}

/** @throws Error for an id or a client that does not exist. */
export function createPeople(world: World): TimetacPeople {
  const { timeTrackings, absences, users } = world.tables;
  const decide = (id: number, to: 'granted' | 'declined' | 'cancelled') =>
    decideAbsence(world, rowOf(absences, id), to, { userId: 0, comment: null, checked: false });
  return {
    addTimeTracking(tracking) {
      const row = timeTrackings.insert(buildTracking(world, tracking));
      logTracking(world, null, row, row.user_id);
      return row;
    },
    editTimeTracking: (id, change) => editTracking(world, rowOf(timeTrackings, id), change),
    deleteTimeTracking(id) {
      const row = timeTrackings.remove(rowOf(timeTrackings, id));
      logTracking(world, row, null, row.user_id);
    },
    addAbsence: (absence) => storeAbsence(world, completeAbsence(world, absence)),
    grantAbsence: (id) => decide(id, 'granted'),
    cancelAbsence: (id) => decide(id, 'cancelled'),
    declineAbsence: (id) => decide(id, 'declined'),
    changeAbsenceDates: (id, change) => moveAbsence(world, rowOf(absences, id), change),
    addUser(user) {
      const row = users.insert({
        ...blankUser(world, user.id ?? users.nextId()),
        ...user,
        updated: world.now(),
      });
      syncHolidays(world, row);
      return row;
    },
    editUser: (id, change) => editUser(world, rowOf(users, id), change),
    removeUser: (id) => void users.remove(rowOf(users, id)),
    closeDays(userId, until) {
      world.state.closedUntil[userId] = until;
    },
    expireCredential(clientId) {
      credentialOf(world, clientId).expiresOn = addDays(world.today(), -1);
    },
    revokeCredential(clientId) {
      const { credentials } = world.state;
      credentials.splice(credentials.indexOf(credentialOf(world, clientId)), 1);
      dropTokens(world, clientId);
    },
  };
}

function editTracking(
  world: World,
  row: TimetacTimeTracking,
  change: Partial<TimetacTimeTracking>,
): TimetacTimeTracking {
  const before = { ...row };
  const { start_time_offset, end_time_offset, is_nonworking, is_paid_non_working, ...kept } = row;
  const startMoved = change.start_time !== undefined || change.start_time_timezone !== undefined;
  const endMoved = change.end_time !== undefined || change.end_time_timezone !== undefined;
  const next = buildTracking(world, {
    ...kept,
    ...(startMoved ? {} : { start_time_offset }),
    ...(endMoved ? {} : { end_time_offset }),
    ...(change.task_id === undefined ? { is_nonworking, is_paid_non_working } : {}),
    ...change,
  });
  Object.assign(row, next, { id: row.id });
  logTracking(world, before, row, row.user_id);
  return world.tables.timeTrackings.touch(row);
}

function editUser(world: World, user: TimetacUser, change: Partial<TimetacUser>): TimetacUser {
  const next = { ...user, ...change };
  for (const [field, from] of assignedPairs) {
    const changed = next[field] !== user[field] || next[from] !== user[from];
    if (changed) rememberAssignment(world, user, field, next[field], next[from]);
  }
  Object.assign(user, next);
  world.tables.users.touch(user);
  syncHolidays(world, user);
  return user;
}

function rowOf<R extends Row>(table: Table<R>, id: number): R {
  const row = table.byId(id);
  if (row === undefined) throw new Error(`The simulated TimeTac has no ${table.name} with id ${id}`);
  return row;
}

function credentialOf(world: World, clientId: string) {
  const credential = world.state.credentials.find((pair) => pair.clientId === clientId);
  if (credential === undefined) throw new Error(`The simulated TimeTac has no credential "${clientId}"`);
  return credential;
}
