// What is open about a person in a month: issues and holds as the last run left them.

import { type MonthPart, type Reason, daysOfMonth } from '../../core/month/month.ts';
import type { Finding } from '../../core/report/codes.ts';
import { isLocalDate } from '../../core/time/calendar.ts';
import type { UnitFindings } from '../../engine/archive.ts';
import type { CountedPerson } from './people.ts';

/** By employee id; findings about no date in particular count in every month. */
export function reasonsOf(
  stored: readonly UnitFindings[],
  people: readonly CountedPerson[],
  month: string,
): ReadonlyMap<string, readonly Reason[]> {
  const days = daysOfMonth(month);
  const reasons = new Map<string, Reason[]>(people.map(({ employeeId }) => [employeeId, []]));
  const counts = new Map(people.map((person) => [person.employeeId, person]));
  for (const finding of stored.flatMap(({ findings }) => findings)) {
    const { employeeId, code, part } = finding;
    if (employeeId === null || !isOpen(finding) || part === 'employees') continue;
    const { from, to } = datesOf(finding);
    if (from !== null && (from > days.to || (to ?? from) < days.from)) continue;
    if (isCompared(counts.get(employeeId), part)) reasons.get(employeeId)?.push({ code, part, from, to });
  }
  return reasons;
}

const isOpen = (finding: Finding): boolean => finding.class === 'issue' || finding.class === 'hold';

const isCompared = (person: CountedPerson | undefined, part: MonthPart): boolean =>
  person !== undefined && person[part] !== null;

/** A foreign absence in the way may be longer than ours: it explains all its days. */
function datesOf({ part, on, until, facts }: Finding): Pick<Reason, 'from' | 'to'> {
  if (on === null) return { from: null, to: null };
  const { theirsFrom, theirsTo } = facts;
  const theirs = [theirsFrom, theirsTo].flatMap((at) =>
    part === 'absences' && typeof at === 'string' && isLocalDate(at.slice(0, 10)) ? [at.slice(0, 10)] : [],
  );
  const dates = [on, until ?? on, ...theirs].sort();
  return { from: dates[0] ?? on, to: dates.at(-1) ?? on };
}
