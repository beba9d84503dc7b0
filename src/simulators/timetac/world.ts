// One simulated account while it runs: its state, the tables over it, and what only lives in memory (tokens, mails,
// the change log, days that wait for a recalculation).

import { dateIn, type Instant, type LocalDate } from '../../core/time/calendar.ts';
import type { Surroundings } from '../simulator.ts';
import { stampText } from './stamps.ts';
import type {
  TimetacAbsence,
  TimetacAbsenceDay,
  TimetacAbsenceType,
  TimetacState,
  TimetacTask,
  TimetacTimeTracking,
  TimetacUser,
  TimetacWorkSchedule,
} from './state.ts';
import type { TimetacSwitches } from './switches.ts';
import { createTable, type Row, type Table, type TableEvents } from './table.ts';

export interface World {
  readonly state: TimetacState;
  readonly switches: TimetacSwitches;
  readonly surroundings: Surroundings;
  readonly tables: Tables;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, AccessToken>;
  readonly mails: TimetacMail[];
  readonly changelog: TrackingChange[];
  /** Days whose account is not computed yet, by `user date`. */
  readonly dirtyDays: Map<string, DirtyDay>;
  /** Earlier and later values of fields with a valid-from, by `user field`. */
  readonly assignments: Map<string, Assignment[]>;
  /** What `userRoles/set` stored, by user. */
  readonly roles: Map<number, string>;
  /** Rows changed so far by the call that is being answered: `Affected`. */
  readonly effects: { readonly table: string; readonly row: Row }[];
  /** Counts changes of the state. */
  writes: number;
  readonly now: () => Instant;
  readonly today: () => LocalDate;
  /** `YYYY-MM-DD HH:MM:SS` in the server's zone. */
  readonly stamp: (instant: Instant) => string;
}

export interface Tables {
  readonly users: Table<TimetacUser>;
  readonly departments: Table<TimetacState['departments'][number]>;
  readonly workSchedules: Table<TimetacWorkSchedule>;
  readonly publicHolidayTemplates: Table<TimetacState['publicHolidayTemplates'][number]>;
  readonly publicHolidays: Table<TimetacState['publicHolidays'][number]>;
  readonly absenceTypes: Table<TimetacAbsenceType>;
  readonly absences: Table<TimetacAbsence>;
  readonly absenceDays: Table<TimetacAbsenceDay>;
  readonly tasks: Table<TimetacTask>;
  readonly projects: Table<TimetacState['projects'][number]>;
  readonly timeTrackings: Table<TimetacTimeTracking>;
  readonly languages: Table<TimetacState['languages'][number]>;
}

export interface AccessToken {
  readonly clientId: string;
  readonly userId: number;
  /** null: unlimited. */
  readonly expiresAt: Instant | null;
}

/** A mail that TimeTac would have sent. */
export interface TimetacMail {
  readonly at: Instant;
  readonly kind: 'welcome' | 'invitation';
  readonly userId: number;
}

export interface DirtyDay {
  readonly id: number;
  readonly user_id: number;
  readonly dirty_date: LocalDate;
  readonly since: Instant;
}

export interface Assignment {
  readonly value: number | null;
  readonly validFrom: LocalDate | null;
  readonly writtenAt: Instant;
}

/** A row of timeTrackingChangelogs (vendor document, section 5.8). */
export interface TrackingChange {
  readonly id: number;
  readonly change_timestamp: Instant;
  readonly change_type: 'CREATE' | 'UPDATE' | 'DELETE';
  /** 0 default, 1 automatic break, 2 rounding. */
  readonly change_reason_id: 0 | 1 | 2;
  readonly change_user_id: number;
  readonly tracker_id: number;
  readonly user_id: number;
  readonly task_id: number;
  readonly start_time: string;
  readonly new_start_time: string | null;
  readonly end_time: string | null;
  readonly new_end_time: string | null;
}

export function createWorld(
  state: TimetacState,
  switches: TimetacSwitches,
  surroundings: Surroundings,
): World {
  const effects: World['effects'] = [];
  const events: TableEvents = {
    now: surroundings.now,
    changed: (table, row) => {
      world.writes++;
      effects.push({ table, row });
    },
    removed: (table, row) => {
      world.writes++;
      state.deleted.push({ resource: table, id: row.id, at: surroundings.now() });
    },
    highestDeleted: (table) =>
      state.deleted.reduce(
        (highest, { resource, id }) => (resource === table ? Math.max(highest, id) : highest),
        0,
      ),
  };
  const world: World = {
    state,
    switches,
    surroundings,
    effects,
    tables: createTables(state, events),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    mails: [],
    changelog: [],
    dirtyDays: new Map(),
    assignments: new Map(),
    roles: new Map(),
    writes: 0,
    now: surroundings.now,
    today: () => dateIn(surroundings.now(), state.serverZone),
    stamp: (instant) => stampText(instant, state.serverZone),
  };
  return world;
}

const createTables = (state: TimetacState, events: TableEvents): Tables => ({
  users: createTable('users', () => state.users, events),
  departments: createTable('departments', () => state.departments, events),
  workSchedules: createTable('workSchedules', () => state.workSchedules, events),
  publicHolidayTemplates: createTable('publicHolidayTemplates', () => state.publicHolidayTemplates, events),
  publicHolidays: createTable('publicHolidays', () => state.publicHolidays, events),
  absenceTypes: createTable('absenceTypes', () => state.absenceTypes, events),
  absences: createTable('absences', () => state.absences, events),
  absenceDays: createTable('absenceDays', () => state.absenceDays, events),
  tasks: createTable('tasks', () => state.tasks, events),
  projects: createTable('projects', () => state.projects, events),
  timeTrackings: createTable('timeTrackings', () => state.timeTrackings, events),
  languages: createTable('languages', () => state.languages, events),
});
