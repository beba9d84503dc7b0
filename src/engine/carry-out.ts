// Carrying out a plan in rounds: write, settle what stayed open, judge again what moved meanwhile, and read back.

import type { AbsenceContent } from '../core/absences/absence.ts';
import type { AttendanceContent } from '../core/attendance/attendance.ts';
import { type Finding, parts } from '../core/report/codes.ts';
import { isWrite } from '../core/sync/desk.ts';
import type { Instant } from '../core/time/calendar.ts';
import { applyUnits } from './apply.ts';
import type { Tally } from './run-actions.ts';
import { applyUsers } from './apply-users.ts';
import { findingsOfPeople, keepTargetWatermark, lateMs, markChanged, targetWatermark } from './judge.ts';
import { judgeAbsences } from './judge-absences.ts';
import { judgeAttendances } from './judge-attendances.ts';
import { keepNights } from './quiet-nights.ts';
import { takingNothingAway } from './ledger-age.ts';
import { recoverPeriods, recoverUsers } from './recover.ts';
import type { TargetDesk } from './target-desk.ts';
import type { Desks, WholePlan } from './whole-plan.ts';
import {
  type JudgedUnit,
  type RunState,
  type Workshop,
  guarded,
  isActive,
  judgesPeople,
} from './workshop.ts';

/** How often a run plans again when a foreign record moved under it or an answer was lost. */
const maxRounds = 3;

export async function carryOut(
  shop: Workshop,
  state: RunState,
  desks: Desks,
  firstPlan: WholePlan,
  tally: Tally,
): Promise<void> {
  let plan = firstPlan;
  await rememberGeneral(shop, plan);
  for (let round = 1; ; round++) {
    tally.again = 0;
    const { register, absences, attendances } = plan;
    if (register !== null && round === 1)
      await guarded(state, ['employees'], async () => {
        const findings = await applyUsers(shop, state, register.actions, tally);
        // A run that leaves the people out judges only who is who: their open issues are carried over (rule 5.2).
        if (judgesPeople(shop, state)) {
          const told = await toldOfPeople(shop, state, [...register.findings, ...findings]);
          await shop.archive.commit({ putFindings: [{ part: 'employees', unit: '*', findings: told }] });
        }
      });
    endIfAccessRefused(state);
    if (isActive(state, 'absences'))
      await guarded(state, ['absences'], () => applyUnits(shop, state, desks.absences, absences, tally));
    endIfAccessRefused(state);
    if (isActive(state, 'attendances'))
      await guarded(state, ['attendances'], () =>
        applyUnits(shop, state, desks.attendances, attendances, tally),
      );
    endIfAccessRefused(state);
    await settleOpen(shop, state, desks);
    if (tally.again === 0 || round === maxRounds) break;
    const next = await planAgain(shop, state, desks, plan);
    if (next === null) break;
    plan = state.adopting ? takingNothingAway(next) : next;
  }
  await verify(shop, state, desks, tally);
}

/** Of people who were not chosen nothing was written or asked again: what is told of them stays. */
async function toldOfPeople(
  shop: Workshop,
  { request: { employeeIds } }: RunState,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  if (employeeIds === null) return findings;
  const isOfOthers = ({ employeeId }: Finding): boolean =>
    employeeId !== null && !employeeIds.includes(employeeId);
  return [
    ...findings.filter((finding) => !isOfOthers(finding)),
    ...(await findingsOfPeople(shop.archive)).filter(isOfOthers),
  ];
}

/** Lost answers of this run are read back at once, many in one window. */
async function settleOpen(shop: Workshop, state: RunState, desks: Desks): Promise<void> {
  if ((await shop.archive.intents()).length === 0) return;
  await guarded(state, ['employees'], () => recoverUsers(shop));
  await guarded(state, ['absences'], () => recoverPeriods(shop, desks.absences));
  await guarded(state, ['attendances'], () => recoverPeriods(shop, desks.attendances));
}

/** Judges what is still dirty once more. Periods only: people are judged with the next complete lists. */
async function planAgain(
  shop: Workshop,
  state: RunState,
  desks: Desks,
  before: WholePlan,
): Promise<WholePlan | null> {
  const { types } = before;
  let absences: readonly JudgedUnit<AbsenceContent>[] = [];
  let attendances: readonly JudgedUnit<AttendanceContent>[] = [];
  // The target was read a moment ago; only what is dirty is read again, not the list of changes.
  const quiet: RunState = { ...state, memory: {} };
  if (types !== null && isActive(state, 'absences'))
    await guarded(state, ['absences'], async () => {
      absences = (await judgeAbsences(shop, quiet, desks.absences, types)).units;
    });
  if (isActive(state, 'attendances'))
    await guarded(state, ['attendances'], async () => {
      attendances = (await judgeAttendances(shop, quiet, desks.attendances)).units;
    });
  if (absences.length + attendances.length === 0) return null;
  return { ...before, absences, attendances };
}

async function rememberGeneral(shop: Workshop, plan: WholePlan): Promise<void> {
  await shop.archive.commit({ putFindings: plan.general });
}

/** Refused credentials concern every part that uses them: nothing more is tried (rules 4.4, 4.5). */
function endIfAccessRefused(state: RunState): void {
  const trouble = [...state.failures.values()].find(
    (failure) => failure.kind === 'access' && failure.status === 401,
  );
  if (trouble === undefined) return;
  for (const part of parts) if (!state.failures.has(part)) state.failures.set(part, trouble);
}

/**
 * Reads back what this run wrote, in one window, when it would not fit into the next run's first page anyway. What is
 * not as we wrote it is judged again by the next run.
 */
async function verify(shop: Workshop, state: RunState, desks: Desks, tally: Tally): Promise<void> {
  await verifyPart(shop, state, desks.absences, tally);
  await verifyPart(shop, state, desks.attendances, tally);
}

async function verifyPart<C>(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<C>,
  tally: Tally,
): Promise<void> {
  const { part } = desk;
  const since = state.watermarks.get(part)?.[targetWatermark(part)];
  const wrote = tally.done.filter((action) => action.part === part && isWrite(action));
  // How half days end in this account is learned from the first ones that we wrote, not by the next run.
  const lesson = wrote.some(({ to }) => hasHalfDay(to)) && shop.hr.learned()['halfDayEnd'] === undefined;
  if (since === undefined || !isActive(state, part) || (wrote.length < verifyFrom && !lesson)) return;
  shop.tell({ phase: 'verifying', part, done: 0, total: wrote.length });
  await guarded(state, [part], async () => {
    // Vendor clocks count seconds: in the next one, nothing that we wrote can be listed as new again.
    await shop.sleep(nextSecondMs);
    const overlapMs = overlapAfter(tally, shop.now());
    const listing = await desk.read({ updatedSince: Number(since) });
    await markChanged(shop, state, desk, listing);
    // The next list begins where this one was read: what moved meanwhile is listed again.
    keepTargetWatermark(shop, state, part, { serverAt: listing.serverAt, overlapMs });
    if (part === 'attendances') keepNights(state);
  });
}

/**
 * The next list begins a little before this one was read (`lateMs`). Where writes went out faster than Personio's limits allow,
 * that would bring pages of what we wrote ourselves: then it begins here.
 */
function overlapAfter({ wroteAt }: Tally, now: Instant): number {
  const isFast = now - (wroteAt.at(-verifyFrom) ?? 0) < lateMs + 2 * nextSecondMs;
  return isFast ? 0 : lateMs;
}

const nextSecondMs = 1_100;

const hasHalfDay = (content: unknown): boolean => {
  const { startsAtMidday, endsAtMidday } = (content ?? {}) as Partial<AbsenceContent>;
  return startsAtMidday === true || endsAtMidday === true;
};

/** Three quarters of a page: what a run wrote, and what others write meanwhile, still fits into the next list. */
const verifyFrom = 75;
