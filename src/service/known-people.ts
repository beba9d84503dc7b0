// The people of an integration as far as its memory knows them, with no vendor asked.

import type { EmployeeRef } from '../core/report/run-report.ts';
import type { Archive } from '../engine/archive.ts';

/** Everybody who is linked, in the order of their names. */
export async function knownPeople(archive: Archive): Promise<readonly EmployeeRef[]> {
  const links = await archive.links<unknown>({ part: 'employees' });
  const users = new Map((await archive.rows({ kind: 'user' })).map(({ id, row }) => [id, row]));
  return links
    .map(({ key, targetId }): EmployeeRef => {
      const user = users.get(targetId);
      const name = [user?.firstName, user?.lastName].filter(Boolean).join(' ');
      return {
        personioId: key,
        timetacId: /^\d+$/.test(targetId) ? Number(targetId) : null,
        name: name === '' ? null : name,
      };
    })
    .sort((a, b) => names.compare(a.name ?? '', b.name ?? ''));
}

const names = new Intl.Collator('de');
