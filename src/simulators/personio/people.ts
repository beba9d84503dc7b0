// What people do in Personio while nobody looks: HR edits, employees enter, an administrator changes credentials.
// People are bound by none of the interface's rules. Every helper moves `updated_at` and tells the webhooks.

import { dateOf } from '../../core/time/calendar.ts';
import type { WallTime } from '../../core/time/calendar.ts';
import { changed as absenceChanged } from './absences.ts';
import { changed as attendanceChanged } from './attendance-neighbours.ts';
import { employmentId } from './persons.ts';
import type { PersonioAbsence, PersonioAttendance, PersonioCredential, PersonioEmployee } from './state.ts';
import type { World } from './world.ts';

export type NewAttendance = Pick<PersonioAttendance, 'person_id' | 'type' | 'start' | 'end'> &
  Partial<Omit<PersonioAttendance, 'id' | 'created_at' | 'updated_at'>>;
export type NewAbsence = Pick<PersonioAbsence, 'person_id' | 'absence_type_id' | 'first' | 'last'> &
  Partial<Omit<PersonioAbsence, 'id' | 'created_at' | 'updated_at'>>;
export type NewEmployee = Omit<PersonioEmployee, 'created_at' | 'last_modified_at'>;

type Change<Row> = Partial<Omit<Row, 'id' | 'person_id' | 'created_at' | 'updated_at' | 'last_modified_at'>>;

export interface PersonioPeople {
  /** Confirmed, entered by `SIM_HR` and for its start's date unless told otherwise. */
  readonly addAttendance: (period: NewAttendance) => PersonioAttendance;
  /** A new start moves `attribution_date` unless the change names one. */
  readonly editAttendance: (id: string, change: Change<PersonioAttendance>) => PersonioAttendance;
  readonly deleteAttendance: (id: string) => void;
  /** Approved, whole days and entered by `SIM_HR` unless told otherwise. */
  readonly addAbsence: (absence: NewAbsence) => PersonioAbsence;
  readonly editAbsence: (id: string, change: Change<PersonioAbsence>) => PersonioAbsence;
  readonly approveAbsence: (id: string) => void;
  readonly rejectAbsence: (id: string) => void;
  readonly deleteAbsence: (id: string) => void;
  readonly addEmployee: (employee: NewEmployee) => PersonioEmployee;
  readonly editEmployee: (id: number, change: Change<PersonioEmployee>) => PersonioEmployee;
  readonly removeEmployee: (id: number) => void;
  readonly disableCredential: (clientId: string) => void;
  readonly enableCredential: (clientId: string) => void;
  /** New credentials under the same client id: the old secret is worth nothing from here on. */
  readonly renewCredential: (clientId: string, clientSecret: string) => void;
  readonly setRights: (clientId: string, rights: Partial<PersonioCredential['rights']>) => void;
}

/** Every helper throws an `Error` that names an id nobody has. */
export function createPeople(world: World): PersonioPeople {
  return {
    addAttendance: (given) => {
      const period: PersonioAttendance = {
        attribution_date: dateOf(given.start),
        status: 'CONFIRMED',
        comment: null,
        project_id: null,
        is_auto_generated: false,
        created_by: 'SIM_HR',
        ...given,
        ...birth(world),
      };
      world.attendances.add(period);
      attendanceChanged(world, 'created', period);
      return period;
    },
    editAttendance: (id, change) => {
      const period = known(world.attendances.get(id), id);
      Object.assign(period, movedDate(change.start), change, { updated_at: world.now() });
      attendanceChanged(world, 'updated', period);
      return period;
    },
    deleteAttendance: (id) => {
      const period = known(world.attendances.get(id), id);
      world.attendances.remove(period);
      attendanceChanged(world, 'deleted', period);
    },
    addAbsence: (given) => {
      const absence: PersonioAbsence = {
        starts_at_midday: false,
        ends_at_midday: false,
        hours: null,
        status: 'APPROVED',
        comment: '',
        created_by: 'SIM_HR',
        ...given,
        ...birth(world),
      };
      world.absences.add(absence);
      absenceChanged(world, 'created', absence);
      return absence;
    },
    editAbsence: (id, change) => {
      const absence = known(world.absences.get(id), id);
      Object.assign(absence, change, { updated_at: world.now() });
      absenceChanged(world, 'updated.timerange', absence);
      return absence;
    },
    approveAbsence: (id) => setStatus(world, id, 'APPROVED'),
    rejectAbsence: (id) => setStatus(world, id, 'REJECTED'),
    deleteAbsence: (id) => {
      const absence = known(world.absences.get(id), id);
      world.absences.remove(absence);
      world.substitutes.delete(id);
      absenceChanged(world, 'deleted', absence);
    },
    ...employeeHelpers(world),
    ...credentialHelpers(world),
  };
}

function employeeHelpers(
  world: World,
): Pick<PersonioPeople, 'addEmployee' | 'editEmployee' | 'removeEmployee'> {
  const tell = (what: 'created' | 'updated' | 'deleted', employee: PersonioEmployee): void => {
    const person = { id: String(employee.id) };
    world.emit(`person.${what}`, { person });
    world.emit(`employment.${what}`, { employment: { id: employmentId(employee) }, person });
  };
  return {
    addEmployee: (given) => {
      const employee: PersonioEmployee = {
        ...given,
        created_at: world.now(),
        last_modified_at: world.now(),
      };
      world.employees.add(employee);
      tell('created', employee);
      return employee;
    },
    editEmployee: (id, change) => {
      const employee = known(world.employees.get(String(id)), String(id));
      rememberAttributes(world, employee, change);
      Object.assign(employee, change, { last_modified_at: world.now() });
      tell('updated', employee);
      return employee;
    },
    removeEmployee: (id) => {
      const employee = known(world.employees.get(String(id)), String(id));
      world.employees.remove(employee);
      tell('deleted', employee);
    },
  };
}

/** `updated_since` with `attributes[]` selects by attribute: `*` stands for all that did not change since. */
function rememberAttributes(
  world: World,
  employee: PersonioEmployee,
  change: Change<PersonioEmployee>,
): void {
  const known = world.attributeChanges.get(employee.id) ?? new Map([['*', employee.last_modified_at]]);
  const customKeys = Object.keys(change.custom ?? {}).filter(
    (key) => change.custom?.[key] !== employee.custom[key],
  );
  for (const key of [...Object.keys(change), ...customKeys]) known.set(key, world.now());
  world.attributeChanges.set(employee.id, known);
}

function credentialHelpers(
  world: World,
): Pick<PersonioPeople, 'disableCredential' | 'enableCredential' | 'renewCredential' | 'setRights'> {
  const edit = (clientId: string, change: (credential: PersonioCredential) => object): void => {
    const credential = known(
      world.state.credentials.find((one) => one.clientId === clientId),
      clientId,
    );
    Object.assign(credential, change(credential));
  };
  return {
    disableCredential: (clientId) => edit(clientId, () => ({ enabled: false })),
    enableCredential: (clientId) => edit(clientId, () => ({ enabled: true })),
    renewCredential: (clientId, clientSecret) => edit(clientId, () => ({ clientSecret })),
    setRights: (clientId, rights) =>
      edit(clientId, (credential) => ({ rights: { ...credential.rights, ...rights } })),
  };
}

function setStatus(world: World, id: string, status: PersonioAbsence['status']): void {
  const absence = known(world.absences.get(id), id);
  Object.assign(absence, { status, updated_at: world.now() });
  absenceChanged(world, 'updated.status', absence);
}

const birth = (world: World) => ({ id: world.newId(), created_at: world.now(), updated_at: world.now() });

const movedDate = (start: WallTime | undefined) =>
  start === undefined ? {} : { attribution_date: dateOf(start) };

function known<Row>(row: Row | undefined, id: string): Row {
  if (row === undefined) throw new Error(`The simulated Personio holds nothing with the id ${id}.`);
  return row;
}
