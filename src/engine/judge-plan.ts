// The guard over the plan of the whole run, and a person's release of exactly one refused plan (rule 0.9).

import type { AbsenceContent } from '../core/absences/absence.ts';
import type { AttendanceContent } from '../core/attendance/attendance.ts';
import { peopleAmong } from '../core/people/match.ts';
import { scopeOf } from '../core/people/scope.ts';
import type { Part } from '../core/report/codes.ts';
import type { Action } from '../core/sync/desk.ts';
import { type Refusal, guard, planHashOf } from '../core/sync/guard.ts';
import { monthsOf } from '../core/time/months.ts';
import type { Archive } from './archive.ts';
import { type WholePlan, actionsOf } from './whole-plan.ts';
import type { RunState, Workshop } from './workshop.ts';

export interface Verdict {
  readonly refusal: Refusal | null;
  /** Hash of the plan that a person let through with this run. */
  readonly released: string | null;
}

/** `shop.archive` is what was planned on, `archive` the one that remembers runs. */
export async function judgePlan(
  shop: Workshop,
  archive: Archive,
  state: RunState,
  plan: WholePlan,
): Promise<Verdict> {
  const actions = actionsOf(plan);
  const reached = (part: 'absences' | 'attendances'): string[] => [
    ...new Set(plan[part].flatMap((unit) => unit.actions.flatMap((action) => monthsReached(action, part)))),
  ];
  const count = async (part: 'absences' | 'attendances') => ({
    links: await shop.archive.countLinks(part),
    createdLinksInReach: await shop.archive.countCreatedLinks(part, reached(part)),
  });
  const links = await shop.archive.countLinks('employees');
  const refusal = guard({
    actions,
    counts: {
      employees: { links, createdLinksInReach: links },
      absences: await count('absences'),
      attendances: await count('attendances'),
    },
    employeesInScope: state.employees.filter(
      (employee) => scopeOf(employee, shop.settings.users.scope) === 'yes',
    ).length,
    usersBefore: peopleAmong(state.users).length,
    limits: shop.settings.guard,
  });
  if (refusal === null || !state.request.release) return { refusal, released: null };
  const hash = planHashOf(actions);
  const { releasedPlan = hash } = state.request;
  if (releasedPlan !== hash) return { refusal, released: null };
  const runs = await archive.runs(200);
  const refused = runs.findIndex((run) => run.status === 'refused' && run.planHash === hash);
  const used = runs.findIndex((run) => run.released === hash);
  const unused = refused !== -1 && (used === -1 || refused < used);
  // A dry run shows what the release would let through, and leaves it to be used.
  if (unused) return { refusal: null, released: state.request.mode === 'live' ? hash : null };
  return { refusal, released: null };
}

function monthsReached(action: Action<AbsenceContent> | Action<AttendanceContent>, part: Part): string[] {
  if (action.kind !== 'delete' && action.kind !== 'update') return [];
  const content = action.from;
  if (content === null) return [];
  if (part === 'attendances') return monthsOf((content as AttendanceContent).start.slice(0, 10), null);
  const { firstOn, lastOn } = content as AbsenceContent;
  return monthsOf(firstOn, lastOn);
}
