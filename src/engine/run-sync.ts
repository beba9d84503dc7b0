// One run, from top to bottom: open → recover → read → plan → guard → apply → verify → close. A dry run takes the same
// path on a copy of the archive and stops before the first write.

import { type Part, parts } from '../core/report/codes.ts';
import type { RunReport } from '../core/report/run-report.ts';
import { isPartEnabled } from '../core/settings/settings.ts';
import { hashOf } from '../core/sync/fingerprint.ts';
import { type Instant, addDays, dayMs } from '../core/time/calendar.ts';
import type { Tally } from './run-actions.ts';
import { carryOut } from './carry-out.ts';
import { isCheckDue } from './check-due.ts';
import { closeRun } from './close.ts';
import { recallHr } from './facts.ts';
import { foldWhenDue } from './fold.ts';
import { intake, sourceWatermark } from './intake.ts';
import { targetWatermark } from './judge.ts';
import { judgePlan } from './judge-plan.ts';
import { pausedParts } from './pause.ts';
import { isComparisonDue, isOlder, noticeNewcomers, wholeCheckKey, takingNothingAway } from './ledger-age.ts';
import { QuietNights, quietNightsKey } from './quiet-nights.ts';
import { recoverPeriods, recoverUsers } from './recover.ts';
import { absenceDesk, attendanceDesk } from './target-desk.ts';
import { whileHeld } from './while-held.ts';
import { type Desks, layNamesDown, planAll } from './whole-plan.ts';
import { type RunRequest, type RunState, type Workshop, guarded, isFull, todayOf } from './workshop.ts';

/** `busy`: another run of this integration is in progress; nothing was done. */
export const runSync = (shop: Workshop, request: RunRequest): Promise<RunReport | 'busy'> =>
  whileHeld(shop, () => runHeld(shop, request));

async function runHeld(shop: Workshop, request: RunRequest): Promise<RunReport> {
  const bench = request.mode === 'dry-run' ? { ...shop, archive: await shop.archive.copy() } : shop;
  const state = await openRun(shop, request);
  recallHr(shop, state.memory);
  const desks = { absences: absenceDesk(bench), attendances: attendanceDesk(bench) };
  const tally: Tally = { done: [], wroteAt: [], again: 0 };

  if (request.mode === 'live') await guarded(state, parts, () => recoverAll(bench, state, desks));
  if (state.failures.size < parts.length) await intake(bench, state);
  const judged = await planAll(bench, state, desks);
  noticeNewcomers(state, judged);
  const plan = state.adopting ? takingNothingAway(judged) : judged;
  const { refusal, released } = await judgePlan(bench, shop.archive, state, plan);
  if (refusal === null && request.mode === 'live') await carryOut(bench, state, desks, plan, tally);
  if (refusal !== null) await layNamesDown(bench, plan);
  const report = await closeRun(bench, shop.archive, state, { plan, refusal, done: tally.done, released });
  if (request.mode === 'live' && !state.adopting) await foldWhenDue(bench, state);
  return report;
}

export async function openRun(shop: Workshop, request: RunRequest): Promise<RunState> {
  const memory = await shop.archive.memory();
  const meant = parts.filter(
    (part) => isPartEnabled(shop.settings, part) && (request.only?.includes(part) ?? true),
  );
  const paused = pausedParts(memory).filter((part) => meant.includes(part));
  const active = meant.filter((part) => !paused.includes(part));
  const adopting = await isOlder(shop, memory);
  const isOfAll = request.only === null && request.employeeIds === null;
  const isNight =
    request.nightly === 'when-due'
      ? isOfAll && isCheckDue(memory, shop.now(), shop.settings)
      : request.nightly === true;
  const check = isNight ? nightlyCheck(memory, shop.now()) : null;
  const isCompared = adopting && isComparisonDue(memory, shop.now());
  const isNewForm = (part: Part): boolean => memory[formKey(part)] !== formOf(shop, part);
  const full = new Set(
    parts.filter(
      (part) =>
        isCompared || request.full || check === 'everything' || isUnread(memory, part) || isNewForm(part),
    ),
  );
  const state: RunState = {
    id: shop.newId(),
    startedAt: shop.now(),
    request,
    active,
    full,
    paused,
    memory,
    watermarks: new Map(),
    failures: new Map(),
    // A full run asks for no list of changes: it begins anew.
    nights: full.has('attendances')
      ? new QuietNights(todayOf(shop))
      : new QuietNights(todayOf(shop), memory[quietNightsKey], memory[targetWatermark('attendances')]),
    adopting,
    window: check === 'recent' ? addDays(todayOf(shop), -recentDays) : null,
    employees: [],
    users: [],
    register: null,
  };
  for (const part of parts) state.watermarks.set(part, { [formKey(part)]: formOf(shop, part) });
  // Judged by another form from here on, be it by a run of some parts or people only: also a return to the form of before
  // is a change then.
  const changed = active.filter(isNewForm);
  await shop.archive.commit({
    ...(request.mode === 'live' && changed.length > 0
      ? { putMemory: Object.fromEntries(changed.map((part) => [formKey(part), null])) }
      : {}),
    putRun: {
      id: state.id,
      mode: request.mode,
      scope: isFull(state) ? 'full' : 'incremental',
      status: 'running',
      startedAt: state.startedAt,
      finishedAt: null,
      planHash: null,
      released: null,
      report: null,
    },
  });
  return state;
}

/** How far back the nightly check looks; absences also all the way ahead (rule 4.1). */
const recentDays = 35;
const monthlyMs = 30 * dayMs;

function nightlyCheck(memory: Readonly<Record<string, string>>, now: Instant): 'everything' | 'recent' {
  return now - Number(memory[wholeCheckKey] ?? 0) >= monthlyMs ? 'everything' : 'recent';
}

/** A part that was never read to its end begins with everything. */
function isUnread(memory: Readonly<Record<string, string>>, part: Part): boolean {
  return (
    memory[sourceWatermark(part)] === undefined ||
    (part !== 'employees' && memory[targetWatermark(part)] === undefined)
  );
}

const formKey = (part: Part): string => `form.${part}`;

/** What of the settings a part was last judged by: after a change everything is judged again (rule 4.1). */
function formOf(shop: Workshop, part: Part): string {
  const { users, absences, attendances, lockedUntil } = shop.settings;
  // Whether somebody works on such a day is a rule of the hours too (rule 2.11).
  const working = absences.types.filter((row) => row.worksThatDay).map((row) => row.timetac);
  const form = { employees: users, absences, attendances: { ...attendances, working } }[part];
  return hashOf(part === 'employees' ? { form } : { form, lockedUntil, projects: null });
}

export async function recoverAll(shop: Workshop, state: RunState, desks: Desks): Promise<void> {
  await recoverUsers(shop);
  await guarded(state, ['absences'], () => recoverPeriods(shop, desks.absences));
  await guarded(state, ['attendances'], () => recoverPeriods(shop, desks.attendances));
}
