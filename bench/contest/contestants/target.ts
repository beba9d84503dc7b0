// Writing to Personio as all other contestants do.

import { isAbsence, type Piece } from '../piece.ts';
import type { Answer, Wire } from './wire.ts';

export type Area = 'attendance-periods' | 'absence-periods';

export const areaOf = (piece: Piece): Area => (isAbsence(piece) ? 'absence-periods' : 'attendance-periods');

/** The new id; null where Personio said no, or where its answer was lost. */
export async function create(wire: Wire, piece: Piece, vacationTypeId: string): Promise<string | null> {
  const json = { person: { id: piece.person }, ...contentOf(piece, vacationTypeId) };
  const { status, body } = await wire.personio('POST', `/v2/${areaOf(piece)}?skip_approval=true`, json);
  return status === 201 ? (body as { id: string }).id : null;
}

export const update = (wire: Wire, id: string, piece: Piece, vacationTypeId: string): Promise<Answer> =>
  wire.personio('PATCH', `/v2/${areaOf(piece)}/${id}?skip_approval=true`, contentOf(piece, vacationTypeId));

export const remove = (wire: Wire, area: Area, id: string): Promise<Answer> =>
  wire.personio('DELETE', `/v2/${area}/${id}?skip_approval=true`);

/** Ids of everything from a date on. */
export async function list(wire: Wire, area: Area, from: string): Promise<string[]> {
  const filter =
    area === 'absence-periods' ? `ends_at.date_time.gte=${from}T00:00:00` : `attribution_date.gte=${from}`;
  const ids: string[] = [];
  for (let path: string | null = `/v2/${area}?limit=100&${filter}`; path !== null; ) {
    const { body } = await wire.personio('GET', path);
    const page = body as { _data: { id: string }[]; _meta: { links: { next?: { href: string } } } };
    ids.push(...page._data.map(({ id }) => id));
    const { next } = page._meta.links;
    path = next === undefined ? null : `/v2/${area}${new URL(next.href).search}`;
  }
  return ids;
}

function contentOf(piece: Piece, vacationTypeId: string): object {
  if (!isAbsence(piece))
    return { type: piece.kind, start: { date_time: piece.from }, end: { date_time: piece.to } };
  return {
    absence_type: { id: vacationTypeId },
    starts_from: { date_time: `${piece.from}T00:00:00` },
    ends_at: { date_time: `${piece.to}T00:00:00` },
  };
}
