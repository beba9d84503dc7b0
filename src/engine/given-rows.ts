// Rows that were entered for one person and given to another: the day or the booking of the one before is judged without
// them, perhaps long after they went out for the other.

import { absenceIdOf } from '../core/absences/derived.ts';
import { isNamedAfter } from '../core/attendance/derive.ts';
import { leftOver } from '../core/sync/left-over.ts';
import { isSetAside } from '../core/sync/set-aside.ts';
import type { Archive, Batch, MirrorRow } from './archive.ts';
import type { Moves } from './left-days.ts';
import { renamed } from './set-aside.ts';

/** What was exported of them, or was about to be, for whom they were of before. */
export async function leftOverOf(archive: Archive, { kind, changed, kept }: Moves): Promise<Batch> {
  if (kind !== 'timeEntry' && kind !== 'absence') return {};
  const part = kind === 'timeEntry' ? 'attendances' : 'absences';
  const given = changed.filter(({ id, userId }) => (kept.get(id)?.userId ?? userId) !== userId);
  if (given.length === 0) return {};
  const formerUsers = new Set(given.flatMap(({ id }) => kept.get(id)?.userId ?? []));
  const people = await archive.links({ part: 'employees', targetIds: [...formerUsers] });
  const employeeIds = people.map(({ key }) => key);
  const nameOf = (key: string, recordId: string): string =>
    given.some((row) => isNamed(key, row)) ? leftOver(key, recordId) : key;
  // Of whoever has been separated from the account as well: they may get their records back.
  const links = [
    ...(await archive.links<unknown>({ part, employeeIds })).filter(({ key }) => !isSetAside(key)),
    ...(await archive.links<unknown>({ part, isSetAside: true })),
  ];
  const intents = (await archive.intents()).filter((intent) => intent.part === part);
  return renamed(links, intents, nameOf);
}

const isNamed = (key: string, { kind, id }: MirrorRow): boolean =>
  kind === 'absence' ? absenceIdOf(key) === id : isNamedAfter(key, id);
