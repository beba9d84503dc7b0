// The bulk list of employees (personio.md section 5.3). Pages are counted in records, so somebody who joins or leaves
// while it is read moves the rest: the list is believed when it shows as many different people as it says there are.

import type { Employee } from '../../core/people/employee.ts';
import type { Instant } from '../../core/time/calendar.ts';
import type { Listing } from '../../engine/ports.ts';
import { field } from '../http/read-answer.ts';
import type { VendorError } from '../http/vendor-error.ts';
import type { PersonioCall, PersonioConnection } from './connection.ts';
import { toEmployee } from './employees.ts';

export async function listEmployees(
  connection: PersonioConnection,
  birthKey: string | null,
): Promise<Listing<Employee>> {
  for (let pass = 1; pass < maxPasses; pass++) {
    const listing = await readPass(connection, birthKey);
    if (listing !== 'moved') return listing;
  }
  throw connection.garbage(callAt(0), 'total_elements: another number of people was listed');
}

const limit = 100;
const maxPasses = 4;
const maxPages = 5_000;

async function readPass(
  connection: PersonioConnection,
  birthKey: string | null,
): Promise<Listing<Employee> | 'moved'> {
  const employees = new Map<string, Employee>();
  let serverAt: Instant | null = null;
  let total: number | null = null;
  let offset = 0;
  for (let pages = 0; pages < maxPages; pages++) {
    const page = await readPage(connection, birthKey, offset);
    if (pages === 0) ({ serverAt, total } = page);
    else if (page.total !== total) return 'moved';
    const fresh = page.rows.filter(({ id }) => !employees.has(id));
    if (page.rows.length > 0 && fresh.length === 0) {
      throw connection.garbage(callAt(offset), 'the same page came twice');
    }
    for (const employee of fresh) employees.set(employee.id, employee);
    offset += page.rows.length;
    // Without a total a page that is not full ends the list.
    const isLast = total === null ? page.rows.length < page.limit : offset >= total;
    if (isLast || page.rows.length === 0) {
      return total === null || employees.size === total
        ? { rows: [...employees.values()], serverAt }
        : 'moved';
    }
  }
  throw connection.garbage(callAt(offset), 'the list does not end');
}

const callAt = (offset: number): PersonioCall => ({
  bucket: 'employees',
  method: 'GET',
  name: '/v1/company/employees',
  query: [
    ['limit', String(limit)],
    ['offset', String(offset)],
  ],
});

interface EmployeePage {
  readonly rows: readonly Employee[];
  readonly total: number | null;
  readonly limit: number;
  readonly serverAt: Instant | null;
}

async function readPage(
  connection: PersonioConnection,
  birthKey: string | null,
  offset: number,
): Promise<EmployeePage> {
  const call = callAt(offset);
  const { body, serverAt } = await connection.send(call);
  const data = field(body, 'data');
  if (field(body, 'success') !== true || !Array.isArray(data)) {
    throw connection.garbage(call, 'data: expected a list');
  }
  const rows = (data as unknown[]).map((item, index) => {
    const employee = toEmployee(item, birthKey);
    if (employee === 'no-id') throw noId(connection, call, data as unknown[]);
    if (employee === 'unreadable') throw connection.garbage(call, `data.${index}.attributes: not understood`);
    return employee;
  });
  return {
    rows,
    total: countOf(field(field(body, 'metadata'), 'total_elements')),
    // The answer names the limit it used, as a number or as text (section 4.3).
    limit: countOf(field(body, 'limit')) ?? limit,
    serverAt,
  };
}

// Where nobody has an id, the credential may not read it (section 1.4): a right is missing, nothing is broken.
function noId(connection: PersonioConnection, call: PersonioCall, data: readonly unknown[]): VendorError {
  const mayNot = data.every((item) => toEmployee(item, null) === 'no-id');
  return mayNot
    ? connection.garbage(call, 'the attribute "Employee ID" is not readable with these credentials', 'access')
    : connection.garbage(call, 'id: missing');
}

function countOf(value: unknown): number | null {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : null;
}
