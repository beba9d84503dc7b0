// Taking back what a run created, where it is still as we wrote it (rule 4.7). What was taken back is remembered as
// ignored before the first record goes, so that no crash lets it come again; a person resumes it.

import type { AbsenceContent } from '../core/absences/absence.ts';
import { absenceIdOf } from '../core/absences/derived.ts';
import type { AttendanceContent } from '../core/attendance/attendance.ts';
import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { UserContent } from '../core/people/plan.ts';
import { groupBy } from '../core/people/names.ts';
import { type Finding, type Part, parts } from '../core/report/codes.ts';
import type { RunReport } from '../core/report/run-report.ts';
import { type Decision, decisionId } from '../core/sync/decision.ts';
import { type Action, type Link, unfoldAll } from '../core/sync/desk.ts';
import { isSetAside } from '../core/sync/set-aside.ts';
import type { Instant } from '../core/time/calendar.ts';
import { applyUnits } from './apply.ts';
import type { Tally } from './run-actions.ts';
import { applyUsers } from './apply-users.ts';
import type { Archive, DirtyUnit } from './archive.ts';
import { closeRun } from './close.ts';
import { findingsOfPeople, unitName } from './judge.ts';
import { judgePlan } from './judge-plan.ts';
import { peopleOutOfScope } from './out-of-scope.ts';
import { openRun, recoverAll } from './run-sync.ts';
import { type TargetDesk, absenceDesk, attendanceDesk, chunked } from './target-desk.ts';
import { resolveTypes, storedTypeBook } from './type-book.ts';
import { whileHeld } from './while-held.ts';
import { type WholePlan, actionsOf } from './whole-plan.ts';
import { type JudgedUnit, type RunState, type Workshop, guarded, isActive } from './workshop.ts';

export interface Undone {
  readonly report: RunReport;
  /** Records that stay, because they are gone, were changed since, are no longer ours, or lie in a closed month. */
  readonly left: number;
}

export interface UndoRequest {
  readonly mode: 'live' | 'dry-run';
  /** Let a refused removal through; taking back a run needs none: it names what it takes. */
  readonly release: boolean;
}

/** `busy`: another run is in progress. null: there is no such run, or it was a dry one. */
export async function undoRun(
  shop: Workshop,
  runId: string,
  request: UndoRequest,
): Promise<Undone | 'busy' | null> {
  return whileHeld(shop, async () => {
    const run = await shop.archive.run(runId);
    if (run === null || run.mode !== 'live') return null;
    return takeBackAll(shop, request, runId, async () => {
      const created = (await shop.archive.actions(runId)).filter(
        (action) => action.kind === 'create' && action.outcome === 'done' && !action.replaced,
      );
      const idsOf = (part: Part): string[] =>
        created.flatMap((action) =>
          action.part === part && action.targetId !== null ? [action.targetId] : [],
        );
      return {
        users: idsOf('employees'),
        absences: idsOf('absences'),
        attendances: idsOf('attendances'),
      };
    });
  });
}

/** Removes what was exported and has been taken out of scope since, by a person's order and under the guard (rule 0.7). */
export async function removeOutOfScope(shop: Workshop, request: UndoRequest): Promise<Undone | 'busy'> {
  return whileHeld(shop, async () =>
    takeBackAll(shop, request, null, async () => {
      const people = await peopleOutOfScope(shop);
      const absences = await absencesOutOfScope(shop, people);
      const attendances = await attendancesOutOfScope(shop, people);
      return { users: [], absences, attendances };
    }),
  );
}

/** Target ids by part. */
interface Selection {
  readonly users: readonly string[];
  readonly absences: readonly string[];
  readonly attendances: readonly string[];
}

/** @param runId of this run: its records are remembered as ignored, and no guard asks */
async function takeBackAll(
  shop: Workshop,
  request: UndoRequest,
  runId: string | null,
  choose: () => Promise<Selection>,
): Promise<Undone> {
  const { mode, release } = request;
  const bench = mode === 'dry-run' ? { ...shop, archive: await shop.archive.copy() } : shop;
  const opened = await openRun(shop, { mode, full: false, only: [], employeeIds: null, release });
  // Form and pause decide what is written, not what may be taken back: that is a person's order.
  const state: RunState = { ...opened, active: parts, paused: [] };
  const desks = { absences: absenceDesk(bench), attendances: attendanceDesk(bench) };
  if (mode === 'live') await guarded(state, parts, () => recoverAll(bench, state, desks));
  // What was found done just now belongs to its run as well.
  let chosen: Selection = { users: [], absences: [], attendances: [] };
  await guarded(state, parts, async () => {
    chosen = await choose();
  });

  const users = await usersToSwitchOff(bench.archive, chosen.users);
  const absences = await unitsToTakeBack(bench, state, desks.absences, chosen.absences);
  const attendances = await unitsToTakeBack(bench, state, desks.attendances, chosen.attendances);
  const register = peopleOnly(users, await findingsOfPeople(bench.archive));
  const plan: WholePlan = { register, absences, attendances, general: [], types: null };
  const planned = actionsOf(plan);
  const verdict =
    runId === null ? await judgePlan(bench, shop.archive, state, plan) : { refusal: null, released: null };
  const tally: Tally = { done: [], wroteAt: [], again: 0 };
  if (mode === 'live' && verdict.refusal === null) {
    // What is looked after again one day is judged again from there.
    await bench.archive.commit({
      putDecisions: runId === null ? [] : ignoring(planned, runId, bench.now()),
      markDirty: await unitsOf(bench.archive, planned),
    });
    await guarded(state, ['employees'], async () => void (await applyUsers(bench, state, users, tally)));
    if (isActive(state, 'absences'))
      await guarded(state, ['absences'], () => applyUnits(bench, state, desks.absences, absences, tally));
    if (isActive(state, 'attendances'))
      await guarded(state, ['attendances'], () =>
        applyUnits(bench, state, desks.attendances, attendances, tally),
      );
  }
  const report = await closeRun(bench, shop.archive, state, { plan, ...verdict, done: tally.done });
  const wanted = chosen.users.length + chosen.absences.length + chosen.attendances.length;
  const taken = mode === 'live' && verdict.refusal === null ? tally.done.length : planned.length;
  return { report, left: wanted - taken };
}

async function attendancesOutOfScope(
  { archive, settings }: Workshop,
  people: ReadonlySet<string>,
): Promise<string[]> {
  const { enabled, startDate, approvedOnly } = settings.attendances;
  const unapproved = approvedOnly ? await keptUnapproved(archive) : new Set<string>();
  const links = await archive.links<AttendanceContent>({ part: 'attendances' });
  return links
    .filter(
      (link) =>
        !enabled ||
        isSetAside(link.key) ||
        people.has(link.employeeId) ||
        unapproved.has(link.key) ||
        (startDate !== null && link.from !== null && link.from < startDate),
    )
    .map((link) => link.targetId);
}

/** Names of hours that stay although they are not approved, as days were judged last. */
async function keptUnapproved(archive: Archive): Promise<ReadonlySet<string>> {
  const findings = (await archive.findings()).flatMap((entry) => entry.findings);
  return new Set(
    findings.flatMap(({ code, facts, covers }) =>
      code === 'out-of-scope-kept' && facts['unapproved'] === true ? covers : [],
    ),
  );
}

async function absencesOutOfScope(
  { archive, settings }: Workshop,
  people: ReadonlySet<string>,
): Promise<string[]> {
  const { enabled, startDate, types } = settings.absences;
  const book = storedTypeBook(await archive.memory()) ?? { source: [], target: [] };
  const { mapping } = resolveTypes(types, book);
  const typeOf = new Map((await archive.rows({ kind: 'absence' })).map(({ id, row }) => [id, row.typeKey]));
  const links = await archive.links<AbsenceContent>({ part: 'absences' });
  return links
    .filter(({ key, agreed, employeeId }) => {
      const typeKey = typeOf.get(absenceIdOf(key));
      const before = startDate !== null && agreed.lastOn !== null && agreed.lastOn < startDate;
      // A booking that is not known any more says nothing about its type.
      return (
        !enabled ||
        isSetAside(key) ||
        before ||
        people.has(employeeId) ||
        (typeKey !== undefined && mapping(typeKey).kind === 'off')
      );
    })
    .map((link) => link.targetId);
}

/** What the run wrote and what still says so: linked, ours, and at the target just as agreed. */
async function unitsToTakeBack<C extends AbsenceContent | AttendanceContent>(
  shop: Workshop,
  state: RunState,
  desk: TargetDesk<C>,
  ids: readonly string[],
): Promise<JudgedUnit<C>[]> {
  const links: Link<C>[] = [];
  const intact = new Map<string, C>();
  await guarded(state, [desk.part], async () => {
    for (const chunk of chunked(ids, 50)) {
      links.push(...(await shop.archive.links<C>({ part: desk.part, targetIds: chunk })));
      const agreed = new Map(links.map((link) => [link.targetId, link.agreed]));
      for (const { id, content } of (await desk.read({ ids: chunk })).rows) {
        const wrote = agreed.get(id);
        if (wrote !== undefined && desk.craft.equal(content, wrote)) intact.set(id, content);
      }
    }
  });
  const standing = new Map(
    (await shop.archive.findings())
      .filter((entry) => entry.part === desk.part)
      .map((entry) => [entry.unit, entry.findings]),
  );
  const ours = unfoldAll(
    links.filter((link) => link.origin === 'created' && intact.has(link.targetId) && !isClosed(shop, link)),
    desk.craft,
    ({ targetId }) => [...intact].flatMap(([id, content]) => (id === targetId ? [content] : [])),
  );
  const byUnit = groupBy(ours, (link) =>
    unitName(link.employeeId, desk.part === 'absences' ? null : link.from),
  );
  return [...byUnit].map(([unit, own]) => ({
    part: desk.part,
    unit,
    dirty: null,
    employeeId: own[0]?.employeeId ?? '',
    actions: own.map((link) => takeBack(link)),
    findings: standing.get(unit) ?? [],
    links: own,
    foreign: null,
    joinedAt: [],
    answered: [],
  }));
}

/** What payroll has closed stays as it was paid (rule 2.1). */
const isClosed = ({ settings }: Workshop, { from }: Link<unknown>): boolean =>
  settings.lockedUntil !== null && from !== null && from <= settings.lockedUntil;

const takeBack = <C>(link: Link<C>): Action<C> => ({
  kind: 'delete',
  part: link.part,
  employeeId: link.employeeId,
  key: link.key,
  targetId: link.targetId,
  from: link.agreed,
  to: null,
  formerKey: null,
  replaced: false,
});

/** Accounts cannot be taken back; they are switched off. */
async function usersToSwitchOff(archive: Archive, ids: readonly string[]): Promise<Action<UserContent>[]> {
  const links = await archive.links<EmployeeAgreed>({ part: 'employees', targetIds: ids });
  const users = new Map((await archive.rows({ kind: 'user', ids })).map(({ id, row }) => [id, row]));
  return links
    .filter((link) => link.origin === 'created' && users.get(link.targetId)?.active === true)
    .map((link) => ({
      ...takeBack<UserContent>({ ...link, agreed: { agreed: link.agreed } }),
      to: { change: { active: false }, agreed: { ...link.agreed, deactivatedByUs: true } },
    }));
}

/** What a run wrote stays away until a person resumes it. */
const ignoring = (actions: readonly Action<unknown>[], runId: string, now: Instant): Decision[] =>
  actions.map(({ part, employeeId, key, from }): Decision => {
    const about = { part, about: 'record', name: key } as const;
    return {
      id: decisionId(about),
      ...about,
      employeeId,
      choice: 'ignore',
      seen: null,
      content: part === 'employees' ? null : from,
      undoneRunId: runId,
      decidedAt: now,
      doneAt: null,
    };
  });

async function unitsOf(archive: Archive, actions: readonly Action<unknown>[]): Promise<DirtyUnit[]> {
  const userOf = new Map(
    (await archive.links({ part: 'employees' })).map((link) => [link.key, link.targetId]),
  );
  return actions.flatMap(({ part, employeeId, from }) => {
    const userId = userOf.get(employeeId);
    if (part === 'employees' || userId === undefined) return [];
    const day = part === 'absences' ? null : (from as AttendanceContent).start.slice(0, 10);
    return [{ part, userId, day }];
  });
}

/** Nobody is judged here: what is told of people stays. */
const peopleOnly = (
  actions: readonly Action<UserContent>[],
  findings: readonly Finding[],
): WholePlan['register'] => ({
  actions,
  findings,
  needsCatalog: false,
  linked: new Map(),
  matching: { matches: [], vanished: [], unmatched: [] },
});
