// The plan of a whole run: people first, then absences and attendances of those who are linked.

import type { AbsenceContent } from '../core/absences/absence.ts';
import type { AttendanceContent } from '../core/attendance/attendance.ts';
import type { Catalog, EmployeeAgreed } from '../core/people/derive-user.ts';
import type { Employee } from '../core/people/employee.ts';
import { agreedExit, exitOf } from '../core/people/exit.ts';
import { type RegisterPlan, planRegister } from '../core/people/plan.ts';
import { type Finding, type Part, parts } from '../core/report/codes.ts';
import type { Action, Link } from '../core/sync/desk.ts';
import type { LocalDate } from '../core/time/calendar.ts';
import { isTimeToAskAgain } from './ask-again.ts';
import { entitledTypeOf } from './entitled-type.ts';
import { formerHolders } from './former-holders.ts';
import { followHireDates } from './hire-dates.ts';
import { rememberedRefusals } from './judge.ts';
import { judgeAbsences, typesInTheWay } from './judge-absences.ts';
import { judgeAttendances } from './judge-attendances.ts';
import { usersOutOfScope } from './out-of-scope.ts';
import type { TimeDoor } from './ports.ts';
import { everythingOf, setAsideOf, takenUpBy } from './set-aside.ts';
import type { TargetDesk } from './target-desk.ts';
import {
  type ResolvedTypes,
  type TypeBook,
  rememberRows,
  resolveTypes,
  typeBook,
  vacationTypeOf,
} from './type-book.ts';
import { type JudgedUnit, type RunState, type Workshop, guarded, isActive, todayOf } from './workshop.ts';

export interface Desks {
  readonly absences: TargetDesk<AbsenceContent>;
  readonly attendances: TargetDesk<AttendanceContent>;
}

/** Everything one round wants to do. */
export interface WholePlan {
  readonly register: RegisterPlan | null;
  readonly absences: readonly JudgedUnit<AbsenceContent>[];
  readonly attendances: readonly JudgedUnit<AttendanceContent>[];
  /** Findings that belong to no single unit. */
  readonly general: readonly {
    readonly part: Part;
    readonly unit: string;
    readonly findings: readonly Finding[];
  }[];
  readonly types: ResolvedTypes | null;
}

export function actionsOf(plan: WholePlan): Action<unknown>[] {
  return [
    ...(plan.register?.actions ?? []),
    ...plan.absences.flatMap((unit) => unit.actions),
    ...plan.attendances.flatMap((unit) => unit.actions),
  ] as Action<unknown>[];
}

export async function planAll(shop: Workshop, state: RunState, desks: Desks): Promise<WholePlan> {
  shop.tell({ phase: 'planning', part: null, done: 0, total: null });
  const types = await readTypes(shop, state);
  await guarded(state, parts, async () => {
    if (!state.failures.has('employees')) state.register = await planPeople(shop, state, types);
  });
  const general: WholePlan['general'][number][] = [];
  let absences: readonly JudgedUnit<AbsenceContent>[] = [];
  let attendances: readonly JudgedUnit<AttendanceContent>[] = [];
  if (state.register !== null && types !== null && isActive(state, 'absences'))
    await guarded(state, ['absences'], async () => {
      const judged = await judgeAbsences(shop, state, desks.absences, types);
      absences = judged.units;
      general.push(...judged.general.map((entry) => ({ part: 'absences' as const, ...entry })));
      const findings = await typesInTheWay(shop, state, types);
      general.push({ part: 'absences', unit: '*types', findings });
    });
  if (state.register !== null && isActive(state, 'attendances'))
    await guarded(state, ['attendances'], async () => {
      const judged = await judgeAttendances(shop, state, desks.attendances);
      attendances = judged.units;
      general.push(...judged.general.map((entry) => ({ part: 'attendances' as const, ...entry })));
    });
  return { register: state.register, absences, attendances, general, types };
}

/** Types of bookings that TimeTac does not list any more: asked for once, and with every full run. */
const lostKey = 'types.lost';

/** Both lists of absence types; a failing list fails the absences, not the people. */
async function readTypes(shop: Workshop, state: RunState): Promise<ResolvedTypes | null> {
  const { absences } = shop.settings;
  if (!absences.enabled || state.failures.has('absences')) return null;
  let resolved: ResolvedTypes | null = null;
  await guarded(state, ['absences'], async () => {
    const known = await typeBook(shop, state.full.has('absences'));
    const rows = await shop.archive.rows({ kind: 'absence' });
    const seen = [...new Set(rows.map(({ row }) => row.typeKey))];
    const isUnknown = (book: TypeBook) => (key: string) => !book.source.some((type) => type.key === key);
    const lost = JSON.parse((await shop.archive.memory())[lostKey] ?? '[]') as string[];
    const isNew = seen.some((key) => isUnknown(known)(key) && !lost.includes(key));
    const asKnown = resolveTypes(absences.types, known);
    const fresh =
      isNew ||
      (!state.full.has('absences') && asKnown.findings.length > 0 && (await isTimeToAskAgain(shop, 'types')));
    const book = fresh ? await typeBook(shop, true) : known;
    const now = seen.filter(isUnknown(book)).sort();
    if (JSON.stringify(now) !== JSON.stringify(lost))
      await shop.archive.commit({ putMemory: { [lostKey]: JSON.stringify(now) } });
    resolved = fresh ? resolveTypes(absences.types, book) : asKnown;
    await rememberRows(shop, absences.types, book);
  });
  return resolved;
}

async function planPeople(
  shop: Workshop,
  state: RunState,
  types: ResolvedTypes | null,
): Promise<RegisterPlan> {
  const links = await followHireDates(
    shop,
    await shop.archive.links<EmployeeAgreed>({ part: 'employees' }),
    state.employees,
  );
  const refusals = await rememberedRefusals(shop, state, 'employees');
  const input = {
    employees: state.employees,
    users: state.users,
    links,
    refusals,
    decisions: await shop.archive.decisions(),
    settings: shop.settings.users,
    mayWrite: isActive(state, 'employees'),
    vacationType: await entitledTypeOf(
      shop,
      await vacationTypeOf(shop, types),
      state.employees,
      state.full.has('employees'),
    ),
    leftOut: usersOutOfScope(state.memory),
    today: todayOf(shop),
  };
  const unasked = planRegister({ ...input, catalog: null });
  // Who held an account before matters where it is linked anew: most runs do not look through all links for it.
  const linksAnew = unasked.actions.some(({ kind }) => kind === 'adopt');
  const formerOf = linksAnew ? await formerHolders(shop.archive) : new Map<string, ReadonlySet<string>>();
  const first = formerOf.size === 0 ? unasked : planRegister({ ...input, formerOf, catalog: null });
  let plan = first;
  // Whoever needs one of these lists waits for it alone; everybody else goes on (rule 4.4).
  if (first.needsCatalog)
    await guarded(state, ['employees'], async () => {
      plan = planRegister({ ...input, formerOf, catalog: await readCatalog(shop.time) });
    });
  await markMovedExits(shop, links, state.employees);
  const chosen = onlyChosen(plan, state.request.employeeIds);
  await takeUpNames(shop, chosen, formerOf);
  return chosen;
}

/** Whoever gets an account back by this very run has their records under their own names before anything is judged. */
async function takeUpNames(
  { archive }: Workshop,
  { actions }: RegisterPlan,
  formerOf: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  for (const { kind, key, targetId } of actions)
    if (kind === 'adopt' && targetId !== null && formerOf.get(targetId)?.has(key) === true)
      await archive.commit({
        ...(await takenUpBy(archive, key, targetId)),
        markDirty: await everythingOf(archive, targetId),
      });
}

/** A plan that was refused links nobody: whom it would have linked again are apart as before. */
export async function layNamesDown({ archive }: Workshop, { register }: WholePlan): Promise<void> {
  const linked = new Set((await archive.links({ part: 'employees' })).map(({ key }) => key));
  for (const { kind, key, targetId } of register?.actions ?? [])
    if (kind === 'adopt' && targetId !== null && !linked.has(key))
      await archive.commit(await setAsideOf(archive, key, targetId));
}

/** The lists that a new account's defaults are looked up in. */
export async function readCatalog(time: TimeDoor): Promise<Catalog> {
  return {
    departments: await time.readDepartments(),
    workSchedules: await time.readWorkSchedules(),
    holidayCalendars: await time.readHolidayCalendars(),
    languages: await time.readLanguages(),
  };
}

/** By which exit dates days and absences were judged last; without a word of somebody, by the one that was agreed. */
const exitsKey = 'people.exits';

/** A new or changed exit date concerns every unit around it: they are judged again. */
async function markMovedExits(
  shop: Workshop,
  links: readonly Link<EmployeeAgreed>[],
  employees: readonly Employee[],
): Promise<void> {
  const byId = new Map(employees.map((employee) => [employee.id, employee]));
  const kept = (await shop.archive.memory())[exitsKey] ?? '{}';
  const judged = JSON.parse(kept) as Readonly<Record<string, LocalDate | null>>;
  const known = new Map<string, LocalDate | null>();
  for (const link of links) {
    const employee = byId.get(link.key);
    const last = Object.hasOwn(judged, link.key) ? (judged[link.key] ?? null) : undefined;
    if (employee === undefined || link.agreed.exitOn === undefined) {
      if (last !== undefined) known.set(link.key, last);
      continue;
    }
    const [now, agreed] = [exitOf(employee, link.agreed), agreedExit(link.agreed)];
    // Most people have no end, and what is agreed says so.
    if (now !== agreed || last !== undefined) known.set(link.key, now);
    const before = last === undefined ? agreed : last;
    if (now === before) continue;
    const from = [now, before].filter((date) => date !== null).sort()[0];
    await shop.archive.commit({ markDirty: await everythingOf(shop.archive, link.targetId, from) });
  }
  const next = JSON.stringify(Object.fromEntries([...known].sort(([a], [b]) => (a < b ? -1 : 1))));
  if (next !== kept) await shop.archive.commit({ putMemory: { [exitsKey]: next } });
}

/** A pilot or a hand-picked run touches nobody else. */
function onlyChosen(plan: RegisterPlan, employeeIds: readonly string[] | null): RegisterPlan {
  if (employeeIds === null) return plan;
  return { ...plan, actions: plan.actions.filter((action) => employeeIds.includes(action.employeeId)) };
}
