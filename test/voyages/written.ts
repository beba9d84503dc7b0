// A request that writes, read as what it means.

import type { Intent } from '../../src/engine/archive.ts';
import { type Mark, markOfTimes } from './chart.ts';
import type { World } from './sea.ts';
import { type Side, pathOf } from './weather.ts';

export interface Write {
  readonly part: Intent['part'];
  readonly method: string;
  readonly id: string | null;
  readonly body: Record<string, unknown>;
}

/** null for a request that Tandem never sends. */
export async function readWrite(request: Request, side: Side): Promise<Write | null> {
  const pathname = pathOf(request);
  const text = await request.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  const method = request.method;
  if (side === 'timetac') {
    if (!/users\/(create|update)\/?$/.test(pathname)) return null;
    const id = body['id'];
    return {
      part: 'employees',
      method,
      id: typeof id === 'number' || typeof id === 'string' ? String(id) : null,
      body,
    };
  }
  const found = /^\/v2\/(attendance|absence)-periods(?:\/([^/]+))?$/.exec(pathname);
  if (found === null) return null;
  return { part: found[1] === 'absence' ? 'absences' : 'attendances', method, id: found[2] ?? null, body };
}

/** Whose record is written; undefined for a record that does not exist any more. */
export function ownerOf(write: Write, world: World): string | undefined {
  if (write.id === null) return String((write.body['person'] as { id?: unknown } | undefined)?.id);
  const { attendances, absences } = world.personio.state;
  return [...attendances, ...absences].find((one) => one.id === write.id)?.person_id;
}

/** Local date and time of the beginning, empty where none is sent. */
export const startOf = (write: Write): string => timeIn(write.body['start'] ?? write.body['starts_from']);

/** The period as a chart would mark it; null where not all of it is sent. */
export function markIn(write: Write): Mark | null {
  const { type, start, end, project } = write.body;
  if (typeof type !== 'string') return null;
  const projectId = (project as { id?: string } | null | undefined)?.id ?? '';
  return markOfTimes(type, timeIn(start), timeIn(end), projectId);
}

const timeIn = (boundary: unknown): string =>
  (boundary as { date_time?: string } | null | undefined)?.date_time ?? '';
