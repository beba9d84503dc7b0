// Reading TimeTac as all other contestants do: whose accounts there are, and what stands or has changed there.

import type { Piece } from '../piece.ts';
import type { Wire } from './wire.ts';

/** A record of TimeTac's; `id` is its own, with its kind. */
export interface SourceRecord {
  readonly id: string;
  readonly piece: Piece;
}

export interface Changes {
  readonly put: readonly SourceRecord[];
  /** Deleted, cancelled or declined. */
  readonly gone: readonly string[];
  /** The server's wall time of this look. */
  readonly at: string;
}

/** Personio ids by TimeTac's id, of everybody whom both sides know. */
export async function readPeople(wire: Wire): Promise<Map<number, string>> {
  const employees = new Set<string>();
  for (let offset = 0, total = 1; offset < total; offset += 100) {
    const { body } = await wire.personio('GET', `/v1/company/employees?limit=100&offset=${offset}`);
    const page = body as {
      data: { attributes: { id: { value: number } } }[];
      metadata: { total_elements: number };
    };
    for (const { attributes } of page.data) employees.add(String(attributes.id.value));
    total = page.metadata.total_elements;
  }
  const users = (await rowsOf(wire, 'users/read?')).rows;
  return new Map(
    users.flatMap((user) => {
      const external = user['external_id'];
      return typeof external === 'string' && employees.has(external)
        ? [[Number(user['id']), external] as const]
        : [];
    }),
  );
}

/** Everything from a date on. */
export async function readWindow(
  wire: Wire,
  people: ReadonlyMap<number, string>,
  from: string,
): Promise<SourceRecord[]> {
  const hours = await rowsOf(wire, `timeTrackings/read?_op__start_time=gteq&start_time=${from} 00:00:00&`);
  const leave = await rowsOf(wire, `absences/read?_op__to_date=gteq&to_date=${from}&`);
  return [
    ...hours.rows.flatMap((row) => hoursIn(row, people)),
    ...leave.rows.flatMap((row) => leaveIn(row, people)),
  ];
}

/** What one user entered or changed since a time of the server's. Deletions are not told this way. */
export async function readUser(
  wire: Wire,
  people: ReadonlyMap<number, string>,
  userId: number,
  since: string | null,
): Promise<Omit<Changes, 'gone'>> {
  const filter = `user_id=${userId}&${since === null ? '' : `_since=${since}&`}`;
  const hours = await rowsOf(wire, `timeTrackings/read?${filter}`);
  const leave = await rowsOf(wire, `absences/read?${filter}`);
  const put = [
    ...hours.rows.flatMap((row) => hoursIn(row, people)),
    ...leave.rows.flatMap((row) => leaveIn(row, people)),
  ];
  return { put, at: hours.at };
}

/** What anybody changed since a time of the server's, deletions too. */
export async function readChanges(
  wire: Wire,
  people: ReadonlyMap<number, string>,
  since: string,
): Promise<Changes> {
  const path = `deltaSync/read?_since=${since}&_include=timeTrackings,absences&_limit=1000`;
  const { body } = await wire.timetac(path);
  const { Results, RequestStartTime } = body as {
    Results: Record<'timeTrackings' | 'absences', { Results: Row[]; Deleted: { id: number }[] }>;
    RequestStartTime: string;
  };
  const ended = Results.absences.Results.filter((row) => Number(row['status']) > granted);
  return {
    put: [
      ...Results.timeTrackings.Results.flatMap((row) => hoursIn(row, people)),
      ...Results.absences.Results.flatMap((row) => leaveIn(row, people)),
    ],
    gone: [
      ...Results.timeTrackings.Deleted.map(({ id }) => `hours ${id}`),
      ...ended.map((row) => `leave ${String(row['id'])}`),
    ],
    at: wallOf(RequestStartTime),
  };
}

type Row = Readonly<Record<string, unknown>>;

const granted = 1;

async function rowsOf(wire: Wire, path: string): Promise<{ rows: Row[]; at: string }> {
  const rows: Row[] = [];
  for (let at = ''; ; ) {
    const { body } = await wire.timetac(`${path}_limit=1000&_offset=${rows.length}`);
    const page = body as { Results: Row[]; RequestStartTime: string };
    rows.push(...page.Results);
    at ||= wallOf(page.RequestStartTime);
    if (page.Results.length < 1000) return { rows, at };
  }
}

const wallOf = (time: string): string => time.slice(0, 19).replace('T', ' ');

function hoursIn(row: Row, people: ReadonlyMap<number, string>): SourceRecord[] {
  const person = people.get(Number(row['user_id']));
  if (person === undefined || row['end_time'] === null || row['absence_request_id'] !== null) return [];
  const wall = (name: string): string => String(row[name]).replace(' ', 'T');
  const kind = row['is_nonworking'] === true ? 'BREAK' : 'WORK';
  return [
    {
      id: `hours ${String(row['id'])}`,
      piece: { person, kind, from: wall('start_time'), to: wall('end_time') },
    },
  ];
}

function leaveIn(row: Row, people: ReadonlyMap<number, string>): SourceRecord[] {
  const person = people.get(Number(row['user_id']));
  if (person === undefined || Number(row['status']) !== granted) return [];
  const dates = { from: String(row['from_date']), to: String(row['to_date']) };
  return [{ id: `leave ${String(row['id'])}`, piece: { person, kind: 'ABSENCE', ...dates } }];
}
