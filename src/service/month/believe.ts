// An empty list where the ledger knows many records is no answer (rule 0.8): compared, it would say that all is missing.

import type { MonthPart } from '../../core/month/month.ts';
import type { Side } from '../../engine/ports.ts';
import { IncompleteRead, emptyIsSuspiciousFrom } from '../../engine/workshop.ts';
import type { CountedPerson } from './people.ts';
import type { MonthDesk } from './desk.ts';

/** Throws vendor trouble. The ledger is asked only about an empty list. */
export async function believe(
  { archive }: MonthDesk,
  part: MonthPart,
  people: readonly CountedPerson[],
  rows: readonly unknown[],
  call: { readonly side: Side } & Readonly<Record<MonthPart, string>>,
): Promise<void> {
  if (rows.length > 0) return;
  const daysOf = new Map(people.map((person) => [person.employeeId, person[part]]));
  const links = await archive.links({ part, employeeIds: [...daysOf.keys()] });
  const known = links.filter(({ employeeId, from, to }) => {
    const days = daysOf.get(employeeId) ?? null;
    return days !== null && from !== null && from <= days.to && (to ?? days.to) >= days.from;
  });
  if (known.length >= emptyIsSuspiciousFrom)
    throw new IncompleteRead(call.side, call[part], 'a list that had records is suddenly empty');
}

/** Where many are linked and one side lists nobody, nobody would be compared and all would seem well. */
export function believePeople(linked: number, employees: number, users: number): void {
  if (linked < emptyIsSuspiciousFrom) return;
  const reason = 'a list that had records is suddenly empty';
  if (employees === 0) throw new IncompleteRead('personio', 'GET employees', reason);
  if (users === 0) throw new IncompleteRead('timetac', 'GET users/read', reason);
}
