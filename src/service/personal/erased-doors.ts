// Doors through which nobody comes who was erased: both vendors still list them, and nothing of theirs is to be read in
// again. They are known by a salted hash of their ids.

import { createHmac } from 'node:crypto';
import type { HrDoor, Listing, SourceKind, SourceReading, SourceRows, TimeDoor } from '../../engine/ports.ts';
import type { Archive } from '../../engine/archive.ts';
import type { Doors } from '../home.ts';

/** Hash of somebody's id at a vendor. */
export const erasedKey = (salt: string, side: 'personio' | 'timetac', id: string): string =>
  createHmac('sha256', salt).update(`${side} ${id}`).digest('hex').slice(0, 32);

export async function withoutErased(doors: Doors, archive: Archive): Promise<Doors> {
  const { salt, people } = await archive.erased();
  if (salt === null || people.length === 0) return doors;
  const employees = new Set(people.map(({ key }) => key));
  const users = new Set(people.flatMap(({ userKeys }) => userKeys));
  return {
    hr: hrWithout(doors.hr, (id) => employees.has(erasedKey(salt, 'personio', id))),
    time: timeWithout(doors.time, (id) => users.has(erasedKey(salt, 'timetac', id))),
    close: doors.close,
  };
}

function hrWithout(hr: HrDoor, isErased: (employeeId: string) => boolean): HrDoor {
  const keep = <T>(listing: Listing<T>, idOf: (row: T) => string): Listing<T> => ({
    ...listing,
    rows: listing.rows.filter((row) => !isErased(idOf(row))),
  });
  return passingOn(hr, {
    readEmployees: async () => keep(await hr.readEmployees(), ({ id }) => id),
    readAbsencePeriods: async (query) =>
      keep(await hr.readAbsencePeriods(query), ({ employeeId }) => employeeId),
    readAttendancePeriods: async (query) =>
      keep(await hr.readAttendancePeriods(query), ({ employeeId }) => employeeId),
  });
}

function timeWithout(time: TimeDoor, isErased: (userId: string) => boolean): TimeDoor {
  const keep = <K extends SourceKind>(kind: K, rows: readonly SourceRows[K][]): readonly SourceRows[K][] =>
    rows.filter((row) => !isErased(kind === 'user' ? row.id : (row as SourceRows['timeEntry']).userId));
  const clean = (reading: SourceReading): SourceReading => ({
    ...reading,
    rows: Object.fromEntries(
      Object.entries(reading.rows).map(([kind, rows]) => [kind, keep(kind as SourceKind, rows)]),
    ),
  });
  return passingOn(time, {
    readAll: async (kinds, from) => clean(await time.readAll(kinds, from)),
    readEach: (kinds, from, take) => time.readEach(kinds, from, (kind, rows) => take(kind, keep(kind, rows))),
    readChanges: async (kinds, since, from) => clean(await time.readChanges(kinds, since, from)),
    readByIds: async (kind, ids) => keep(kind, await time.readByIds(kind, ids)),
    findUsers: async (by) => keep('user', await time.findUsers(by)),
  });
}

/** The same door with some of its calls in place of its own; doors are objects with private state of theirs. */
function passingOn<D extends object>(door: D, instead: Partial<D>): D {
  return new Proxy(door, {
    get: (target, name) => {
      if (Object.hasOwn(instead, name)) return instead[name as keyof D];
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
