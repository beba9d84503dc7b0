// The month check: a month read on both sides and compared. Both vendors are asked as they stand now; nothing is written
// anywhere, also not to the archive.

import { compareMonth } from '../../core/month/compare.ts';
import type { MonthCheck } from '../../core/month/month.ts';
import type { EmployeeAgreed } from '../../core/people/derive-user.ts';
import { recallHr } from '../../engine/facts.ts';
import { type ResolvedTypes, resolveTypes, storedTypeBook } from '../../engine/type-book.ts';
import type { Progress } from '../../engine/workshop.ts';
import type { MonthDesk } from './desk.ts';
import { type CountedPerson, countedPeople, spanOf } from './people.ts';
import { believePeople } from './believe.ts';
import { personioMonth } from './personio-side.ts';
import { reasonsOf } from './reasons.ts';
import { readTimetac, timetacMonth } from './timetac-side.ts';

/**
 * `month` is `YYYY-MM`. Everybody who is linked and in scope has a row, with what counts of their month: after the start
 * dates, up to the exit. A part that is switched off counts on neither side. Throws vendor trouble, also where a list is
 * empty that cannot be.
 */
export async function checkMonth(
  desk: MonthDesk,
  month: string,
  tell: (progress: Progress) => void,
): Promise<MonthCheck> {
  const { doors, archive, settings } = desk;
  const memory = await archive.memory();
  recallHr(doors, memory);
  tell({ phase: 'reading', part: null, done: 0, total: null });
  const employees = (await doors.hr.readEmployees()).rows;
  const reading = await readTimetac(desk, month);
  const links = await archive.links<EmployeeAgreed>({ part: 'employees' });
  believePeople(links.length, employees.length, (reading.rows.user ?? []).length);
  const people = countedPeople({ employees, users: reading.rows.user ?? [], links, settings }, month);
  const types = await typesOf(desk, memory, spanOf(people, 'absences') !== null);
  const timetac = await timetacMonth(desk, month, reading, people, types);
  const personio = await personioMonth(desk, people, types, tell);
  const reasons = reasonsOf(await archive.findings(), people, month);
  return compareMonth(
    month,
    people
      .map((person) => {
        const expected = timetac.get(person.employeeId);
        return {
          person,
          employee: person.employee,
          timetac: expected?.pieces ?? [],
          personio: personio.get(person.employeeId) ?? [],
          reasons: [...(reasons.get(person.employeeId) ?? []), ...(expected?.reasons ?? [])],
        };
      })
      .filter((one) => !isYetToCome(one.person, month) || one.timetac.length + one.personio.length > 0),
  );
}

/** Somebody who begins after the month is no line of it, unless something stands there. */
const isYetToCome = ({ hiredOn }: CountedPerson, month: string): boolean =>
  hiredOn !== null && hiredOn.slice(0, 7) > month;

/** As last read by a run; both lists are asked for only where none has read them yet. */
async function typesOf(
  { doors, settings }: MonthDesk,
  memory: Readonly<Record<string, string>>,
  needed: boolean,
): Promise<ResolvedTypes> {
  const stored = storedTypeBook(memory);
  if (stored !== null || !needed)
    return resolveTypes(settings.absences.types, stored ?? { source: [], target: [] });
  return resolveTypes(settings.absences.types, {
    source: await doors.time.readAbsenceTypes(),
    target: await doors.hr.readAbsenceTypes(),
  });
}
