// A ledger that is older than the world (a restored backup) takes nothing away until one clean full check has told it
// what stands there (rule 4.8). It is known by a mark outside the archive, or by records like ours that are newer than
// anything it remembers; many of those may also be another interface's (rule 4.9).

import { type Part, parts } from '../core/report/codes.ts';
import type { Finding } from '../core/report/codes.ts';
import { type Action, isWrite } from '../core/sync/desk.ts';
import { type Instant, minuteMs } from '../core/time/calendar.ts';
import type { WholePlan } from './whole-plan.ts';
import type { JudgedUnit, RunState, Workshop } from './workshop.ts';

/** When the last whole run ended, as a small memory. */
export const lastRunKey = 'run.endedAt';

/** When everything was last compared, without trouble, as a small memory. */
export const wholeCheckKey = 'check.wholeAt';

const olderKey = 'ledger.older';
/** When all of an older ledger was last compared, however that ended, as a small memory. */
const comparedKey = 'ledger.comparedAt';
/** While a part stands still or fails no check is clean: it is made up for that often, and not in every run (rule 4.3). */
const againMs = 60 * minuteMs;
const generationKey = 'ledger.generation';
const begunKey = (part: Part): string => `ledger.begun.${part}`;

/** Fewer equal records than this in one run may be somebody's diligence. */
const manyFrom = 5;

type Memory = Readonly<Record<string, string>>;

/** Whether the archive is known to be, or turns out to be, an old copy. */
export async function isOlder({ generation }: Workshop, memory: Memory): Promise<boolean> {
  if (memory[olderKey] !== undefined) return true;
  const mark = (await generation?.read()) ?? null;
  return mark !== null && Number(memory[generationKey] ?? 0) < mark;
}

/** Whether an older ledger is to be compared with everything now. */
export const isComparisonDue = (memory: Memory, now: Instant): boolean =>
  now - Number(memory[comparedKey] ?? 0) >= againMs;

/** Records like ours that appeared since the last run, although nobody else should write them: the ledger may be old. */
export function noticeNewcomers(state: RunState, plan: WholePlan): void {
  const endedAt = Number(state.memory[lastRunKey] ?? Number.POSITIVE_INFINITY);
  const since = [...plan.absences, ...plan.attendances].flatMap(({ joinedAt }) =>
    joinedAt.filter((at) => at > endedAt),
  );
  if (since.length >= manyFrom) state.adopting = true;
}

/** The plan without anything that takes away; its units stay due. */
export function takingNothingAway(plan: WholePlan): WholePlan {
  const { register } = plan;
  return {
    ...plan,
    register:
      register === null
        ? null
        : { ...register, actions: register.actions.filter((action) => action.kind !== 'delete') },
    absences: plan.absences.map(waiting),
    attendances: plan.attendances.map(waiting),
  };
}

function waiting<C>(unit: JudgedUnit<C>): JudgedUnit<C> {
  if (!unit.actions.some((action) => action.kind === 'delete')) return unit;
  const actions = unit.actions.map(
    (action): Action<C> => (isWrite(action) ? { ...action, kind: 'hold' } : action),
  );
  return { ...unit, dirty: null, actions, answered: [], isPutOff: true };
}

/** What to remember when a run ends. `clean`: it was full, whole, and wrote what it wanted. */
export async function ageToRemember(
  { generation }: Workshop,
  state: RunState,
  clean: boolean,
  now: number,
): Promise<{ memory: Record<string, string | null>; generation: number }> {
  const mark = (await generation?.read()) ?? 0;
  const next = Math.max(mark, Number(state.memory[generationKey] ?? 0)) + 1;
  const begun = parts.filter(
    (part) => state.active.includes(part) && state.memory[begunKey(part)] === undefined,
  );
  const staysOlder = state.adopting && !clean;
  return {
    generation: next,
    memory: {
      [generationKey]: String(next),
      [olderKey]: staysOlder ? String(now) : null,
      ...(staysOlder && !isOfEverything(state) ? {} : { [comparedKey]: staysOlder ? String(now) : null }),
      ...(clean ? { [wholeCheckKey]: String(now) } : {}),
      ...(clean ? Object.fromEntries(begun.map((part) => [begunKey(part), String(now)])) : {}),
    },
  };
}

const isOfEverything = ({ request, active, full }: RunState): boolean =>
  request.only === null && request.employeeIds === null && active.every((part) => full.has(part));

/**
 * Another writer: many records of one part that are just like ours, made after ours began, in one run. Told until a full
 * or nightly check finds no more of them. null: this run says nothing about it.
 */
export function secondWriter<C>(
  state: RunState,
  part: Part,
  units: readonly JudgedUnit<C>[],
): Finding[] | null {
  const begunAt = Number(state.memory[begunKey(part)] ?? Number.POSITIVE_INFINITY);
  const newcomers = units.flatMap((unit) =>
    unit.joinedAt.some((at) => at > begunAt)
      ? unit.actions.filter((action) => action.kind === 'adopt').map((action) => action.key)
      : [],
  );
  const looked = (state.full.has(part) || state.window !== null) && state.request.employeeIds === null;
  if (newcomers.length < manyFrom) return looked ? [] : null;
  return [
    {
      code: 'second-writer',
      class: 'issue',
      part,
      employeeId: null,
      userId: null,
      on: null,
      until: null,
      covers: newcomers,
      type: null,
      facts: { count: newcomers.length },
    },
  ];
}
