// Of people out of scope nothing is told and nothing is written (rules 0.7, 1.1, 2.9 and 5.2).

import type { RunReport } from '../../src/core/report/run-report.ts';
import { leaveTypes } from '../../src/simulators/company/catalogue.ts';
import type { Call } from './lookout.ts';
import type { Watched } from './watched.ts';

/** Of a whole run that is done. */
export function checkScope({ issues }: RunReport, { world, diary, rules }: Watched, call: Call): void {
  const isListed = (id: string | null | undefined): boolean =>
    world.personio.state.employees.some((one) => String(one.id) === id) &&
    world.timetac.state.users.some((one) => one.external_id === id);
  // Whoever is no longer listed is in no scope and out of none: what was told of them stays told.
  for (const { part, code, employee, date } of issues)
    if (
      part !== 'employees' &&
      isListed(employee?.personioId) &&
      diary.outOfScope.has(employee?.personioId ?? '')
    )
      call('L2', `${code} ${date ?? ''} of ${employee?.personioId ?? ''}, who is out of scope`);
  if (!issues.some(({ code }) => code === 'type-unmapped')) return;
  const isFair = world.timetac.state.absences.some((one) => {
    const user = world.timetac.state.users.find(({ id }) => id === one.user_id);
    const isVolunteers = one.type_id === leaveTypes.volunteer.absence_type_id && one.status === 1;
    return isVolunteers && one.to_date >= rules.startDate && !diary.outOfScope.has(user?.external_id ?? '');
  });
  if (!isFair) call('L2', 'type-unmapped, although nobody in scope has leave of such a type');
}
