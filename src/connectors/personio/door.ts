// The door to Personio: every call that Tandem makes there, in Tandem's words.

import type { z } from 'zod';
import type { AttendancePeriod } from '../../core/attendance/attendance.ts';
import type { HrDoor } from '../../engine/ports.ts';
import { field, parseWith } from '../http/read-answer.ts';
import { VendorError } from '../http/vendor-error.ts';
import { createAbsenceReader } from './absence-list.ts';
import {
  absenceSchema,
  absenceTypeSchema,
  breakdownSchema,
  entitledTypeSchema,
  fromAbsence,
} from './absences.ts';
import { createAttendanceReader } from './attendance-list.ts';
import { attendanceSchema, fromChangedAttendance, fromNewAttendance } from './attendance.ts';
import {
  connectPersonio,
  type PersonioCall,
  type PersonioConnection,
  type PersonioDoorOptions,
} from './connection.ts';
import { listEmployees } from './employee-list.ts';
import { createListReader, type Query } from './lists.ts';
import { projectSchema } from './projects.ts';
import { idSchema } from './scalars.ts';

/**
 * Opens a door to one Personio account (v2, and v1 for the bulk list of employees). Nothing is sent before the first
 * call. Everything it throws is a VendorError; a write that may have happened says `performed: 'unknown'`.
 */
export function createPersonioDoor(options: PersonioDoorOptions): HrDoor {
  const connection = connectPersonio(options);
  const lists = createListReader(connection);
  const attendances = createAttendanceReader(lists);
  const absences = createAbsenceReader({
    lists,
    readDays: (id) => readAbsenceDays(id),
    garbage: (reason) => connection.garbage(absenceCalls.list, reason),
  });

  const readList = async <Row extends { readonly id: string }>(
    bucket: 'absence-types' | 'projects',
    schema: z.ZodType<Row>,
  ): Promise<readonly Row[]> => {
    const call = { bucket, name: `/v2/${bucket}`, query: [], schema, idOf: ({ id }: Row) => id };
    return (await lists.readAll(call)).rows;
  };
  const readAbsenceDays: HrDoor['readAbsenceDays'] = async (id) => {
    const { rows } = await lists.readAll({
      bucket: 'breakdowns',
      name: '/v2/absence-periods/{id}/breakdowns',
      path: `/v2/absence-periods/${encodeURIComponent(id)}/breakdowns`,
      query: [],
      // Its own cap, below everybody else's (section 6).
      limit: '28',
      schema: breakdownSchema,
      idOf: ({ on }) => on,
    });
    return rows;
  };
  const readAttendance = (id: string): Promise<AttendancePeriod | null> =>
    readOne(connection, attendanceCalls.one('GET', id), attendanceSchema, id);

  return {
    learned: () => {
      const halfDayEnd = absences.learned();
      const attendanceOrder = attendances.learned();
      return {
        ...(halfDayEnd === null ? {} : { halfDayEnd }),
        ...(attendanceOrder === null ? {} : { attendanceOrder }),
      };
    },
    recall: ({ halfDayEnd, attendanceOrder }) => {
      if (attendanceOrder === 'kept' || attendanceOrder === 'doubted') attendances.recall(attendanceOrder);
      if (halfDayEnd === 'next-midnight' || halfDayEnd === 'same-day') absences.recall(halfDayEnd);
    },
    readableAttributes: () => readAttributes(connection),
    readEmployees: () => listEmployees(connection, options.attributes.dateOfBirth),
    readAbsenceTypes: () => readList('absence-types', absenceTypeSchema),
    readProjects: () => readList('projects', projectSchema),
    readEntitlementIds: () => readEntitlementIds(connection),

    readAbsencePeriods: (query) => absences.list(query),
    async readAbsencePeriod(id) {
      const wire = await readOne(connection, absenceCalls.one('GET', id), absenceSchema, id);
      return wire === null ? null : absences.read(wire);
    },
    readAbsenceDays,
    async createAbsencePeriod(employeeId, content, { skipApproval, end }) {
      const json = { person: { id: employeeId }, ...fromAbsence(content, end) };
      const call = { ...absenceCalls.create, query: approval(skipApproval), json };
      return { id: createdId(connection, call, (await connection.send(call)).body) };
    },
    async updateAbsencePeriod(id, content, { skipApproval, end }) {
      const json = fromAbsence(content, end);
      await connection.send({ ...absenceCalls.one('PATCH', id), query: approval(skipApproval), json });
    },
    async deleteAbsencePeriod(id, { skipApproval }) {
      // Whether a deletion heeds it is not documented (U10); where it does, nobody need agree to it, as to the rest.
      await connection.send({ ...absenceCalls.one('DELETE', id), query: approval(skipApproval) });
    },

    readAttendancePeriods: (query) => attendances.list(query),
    readAttendancePeriod: readAttendance,
    async createAttendancePeriod(employeeId, content, { skipApproval }) {
      const json = fromNewAttendance(employeeId, content);
      const call = { ...attendanceCalls.create, query: approval(skipApproval), json };
      const { body } = await connection.send(call);
      const id = createdId(connection, call, body);
      return { id, affected: await affectedBy(connection, call, body, readAttendance) };
    },
    async updateAttendancePeriod(id, content, { skipApproval, projects }) {
      const json = fromChangedAttendance(content, { projects });
      await connection.send({ ...attendanceCalls.one('PATCH', id), query: approval(skipApproval), json });
    },
    deleteAttendancePeriod: async (id) => void (await connection.send(attendanceCalls.one('DELETE', id))),

    fence: (mayWrite) => connection.fence(mayWrite),
    meter: () => connection.meter(),
  };
}

const callsOf = (bucket: 'attendance-periods' | 'absence-periods') => {
  const name = `/v2/${bucket}`;
  return {
    list: { bucket, name, method: 'GET' },
    create: { bucket, name, method: 'POST' },
    one: (method: 'GET' | 'PATCH' | 'DELETE', id: string): PersonioCall => ({
      bucket,
      name: `${name}/{id}`,
      path: `${name}/${encodeURIComponent(id)}`,
      method,
    }),
  } as const;
};
const attendanceCalls = callsOf('attendance-periods');
const absenceCalls = callsOf('absence-periods');

// v2 asks for approval unless told otherwise (section 2), so it is always told.
const approval = (skip: boolean): Query => [['skip_approval', String(skip)]];

async function readAttributes(
  connection: PersonioConnection,
): Promise<readonly { readonly key: string; readonly label: string }[]> {
  const call: PersonioCall = {
    bucket: 'attributes',
    method: 'GET',
    name: '/v1/company/employees/attributes',
  };
  const data = field((await connection.send(call)).body, 'data');
  if (!Array.isArray(data)) throw connection.garbage(call, 'data: expected a list');
  return (data as unknown[]).map((item, index) => {
    const key = field(item, 'key');
    const label = field(item, 'label');
    if (typeof key !== 'string') throw connection.garbage(call, `data.${index}.key: expected text`);
    return { key, label: typeof label === 'string' ? label : '' };
  });
}

/** v1's own list of types has its numbers and the UUIDs of v2 (section 5.8). */
async function readEntitlementIds(connection: PersonioConnection): ReturnType<HrDoor['readEntitlementIds']> {
  const call: PersonioCall = {
    bucket: 'attributes',
    method: 'GET',
    name: '/v1/company/time-off-types',
    query: [['limit', '200']],
  };
  const data = field((await connection.send(call)).body, 'data');
  if (!Array.isArray(data)) throw connection.garbage(call, 'data: expected a list');
  return (data as unknown[]).map((item, index) => {
    const parsed = parseWith(entitledTypeSchema, field(item, 'attributes'));
    if (!parsed.ok) throw connection.garbage(call, `data.${index}.attributes.${parsed.reason}`);
    return parsed.value;
  });
}

/** One object, bare or inside `_data` (U6); null when it does not exist. */
async function readOne<T extends { readonly id: string }>(
  connection: PersonioConnection,
  call: PersonioCall,
  schema: z.ZodType<T>,
  id: string,
): Promise<T | null> {
  try {
    const { body } = await connection.send(call);
    const parsed = parseWith(schema, field(body, '_data') ?? field(body, 'data') ?? body);
    if (!parsed.ok) throw connection.garbage(call, parsed.reason);
    if (parsed.value.id !== id) throw connection.garbage(call, 'id: another record than the one asked for');
    return parsed.value;
  } catch (error) {
    if (error instanceof VendorError && error.kind === 'missing') return null;
    throw error;
  }
}

// Without the id nobody knows which record is ours: it has to be found by reading.
function createdId(connection: PersonioConnection, call: PersonioCall, body: unknown): string {
  const parsed = parseWith(
    idSchema,
    field(body, 'id') ?? field(field(body, '_data') ?? field(body, 'data'), 'id'),
  );
  if (!parsed.ok) throw connection.garbage(call, 'id: missing in the answer to a create');
  return parsed.value;
}

/** Neighbours that Personio cut or split (U1). One that is shown only by its id is read. */
async function affectedBy(
  connection: PersonioConnection,
  call: PersonioCall,
  body: unknown,
  read: (id: string) => Promise<AttendancePeriod | null>,
): Promise<readonly AttendancePeriod[]> {
  const listed = field(body, 'affected_periods') ?? field(field(body, '_data'), 'affected_periods') ?? [];
  if (!Array.isArray(listed)) throw connection.garbage(call, 'affected_periods: expected a list');
  const affected: AttendancePeriod[] = [];
  for (const item of listed as unknown[]) {
    const shown = parseWith(attendanceSchema, item);
    const id = parseWith(idSchema, field(item, 'id'));
    if (!shown.ok && !id.ok) throw connection.garbage(call, 'affected_periods: not understood');
    affected.push(shown.ok ? shown.value : await readAffected(connection, call, id.ok ? id.value : '', read));
  }
  return affected;
}

async function readAffected(
  connection: PersonioConnection,
  call: PersonioCall,
  id: string,
  read: (id: string) => Promise<AttendancePeriod | null>,
): Promise<AttendancePeriod> {
  const period = await read(id).catch(() => null);
  // The period was created all the same, so a failing read must not look like a failed create. Nor may a neighbour that
  // is gone go unsaid.
  if (period === null) throw connection.garbage(call, 'affected_periods: could not be read');
  return period;
}
