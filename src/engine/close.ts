// Closing a run: findings become lines with words, memories of issues are kept, watermarks move, the report is stored.

import { scopeOf } from '../core/people/scope.ts';
import type { Employee } from '../core/people/employee.ts';
import type { Finding, FindingClass, FindingCode, Part } from '../core/report/codes.ts';
import { parts } from '../core/report/codes.ts';
import { type Settings, isPartEnabled } from '../core/settings/settings.ts';
import { differencesIn } from '../core/sync/join-findings.ts';
import { mailsAfterRun } from '../core/report/mailing.ts';
import { renderFinding } from '../core/report/render.ts';
import { sidesOf } from '../core/report/sides.ts';
import {
  type EmployeeRef,
  type Line,
  type PartReport,
  type ReportAction,
  type ReportLine,
  type RunReport,
  type RunStatus,
  type SolvedLine,
  failedCodes,
  gatherLines,
  holdingNothing,
  isVendorTrouble,
  lineIdOf,
} from '../core/report/run-report.ts';
import { minuteMs } from '../core/time/calendar.ts';
import { type Action, shownContent } from '../core/sync/desk.ts';
import { countChanges, planHashOf, type Refusal } from '../core/sync/guard.ts';
import type { Archive, StoredIssue, UnitFindings } from './archive.ts';
import { keptFinding } from './judge.ts';
import { checkedKey, triedKey } from './check-due.ts';
import { ageToRemember, lastRunKey } from './ledger-age.ts';
import { learnedFacts } from './facts.ts';
import { outOfScopeMemory, peopleLeftOut } from './out-of-scope.ts';
import type { VendorTrouble } from './ports.ts';
import { plannedActions } from './run-actions.ts';
import { type ResolvedTypes, resolveTypes, storedTypeBook } from './type-book.ts';
import { type WholePlan, actionsOf } from './whole-plan.ts';
import { type RunState, type Workshop, isFull, judgesPeople } from './workshop.ts';

interface ClosingInput {
  readonly plan: WholePlan;
  readonly refusal: Refusal | null;
  readonly done: readonly Action<unknown>[];
  readonly released: string | null;
}

/** `shop.archive` is what was planned on (a copy for dry runs), `archive` the real one. */
export async function closeRun(
  shop: Workshop,
  archive: Archive,
  state: RunState,
  input: ClosingInput,
): Promise<RunReport> {
  const live = state.request.mode === 'live';
  const performed = live && input.refusal === null;
  if (!performed) await rememberAsPlanned(shop, state, input.plan, live);
  const stored = await shop.archive.findings();
  const trouble = await rememberTrouble(shop, state, stored);
  const kept = await keptOfSwitchedOff(shop);
  const leftOut = await peopleLeftOut(shop.archive, state);
  const lines = gatherLines([...findingsThatStand(shop, stored, trouble, leftOut), ...kept]);
  const known = new Map((await shop.archive.issues()).map((issue) => [issue.id, issue]));
  const report = await reportOf(shop, state, input, lines, known);
  const whole = state.request.only === null && state.request.employeeIds === null;
  const lookedAtAll = parts.every(
    (part) => state.full.has(part) && (state.active.includes(part) || !isPartEnabled(shop.settings, part)),
  );
  const clean = performed && whole && state.failures.size === 0 && lookedAtAll;
  const told = refusalToRemember(state, input.refusal, whole);
  const outage = outageToTell(state, report, known, shop.now());
  const age = await ageToRemember(shop, state, clean, shop.now());

  await archive.commit({
    putRun: {
      id: state.id,
      mode: state.request.mode,
      scope: report.run.scope,
      status: report.run.status,
      startedAt: state.startedAt,
      finishedAt: shop.now(),
      planHash: planHashOf(actionsOf(input.plan)),
      released: input.released,
      report,
    },
    ...(live
      ? {
          putMails: mailsAfterRun(report, shop.settings.report, {
            now: shop.now(),
            refusalIsNew: told.isNew,
            outage: outage.news,
          }),
        }
      : {}),
    putActions: performed ? [] : plannedActions(state.id, actionsOf(input.plan)),
    ...(live
      ? {
          ...issueMemory(report, lines, known, state),
          putMemory: {
            ...told.memory,
            ...outage.memory,
            ...outOfScopeMemory(state),
            ...learnedFacts(shop),
            ...watermarksToKeep(shop, state, input),
            ...(whole && isCheck(state) ? { [triedKey]: String(state.startedAt) } : {}),
            ...age.memory,
          },
        }
      : { putMemory: cachedReads(await shop.archive.memory()) }),
  });
  if (live) await shop.generation?.write(age.generation);
  return report;
}

/** A dry run may keep what it read of lists that hardly change (rule 0.1): names for its plan, and nothing to act on. */
const cachedReads = (memory: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(memory).filter(([key]) => key.startsWith('cache.')));

/**
 * Nothing was performed: the plan's findings stand as they were judged (a dry run writes them to its copy only). A plan that
 * was refused solves nothing: what stood before it stands beside them.
 */
async function rememberAsPlanned(
  shop: Workshop,
  state: RunState,
  plan: WholePlan,
  live: boolean,
): Promise<void> {
  const units = [...plan.absences, ...plan.attendances].map(({ part, unit, findings }) => ({
    part,
    unit,
    findings,
  }));
  const people =
    plan.register === null || !judgesPeople(shop, state)
      ? []
      : [{ part: 'employees' as const, unit: '*', findings: plan.register.findings }];
  const judged = [...units, ...people, ...plan.general];
  const before = new Map(
    (live ? await shop.archive.findings() : []).map((entry) => [
      `${entry.part} ${entry.unit}`,
      entry.findings,
    ]),
  );
  await shop.archive.commit({
    putFindings: judged.map((entry) => besideThose(entry, before.get(`${entry.part} ${entry.unit}`) ?? [])),
  });
}

/** The newer word counts where both speak of one thing. */
function besideThose(entry: UnitFindings, stood: readonly Finding[]): UnitFindings {
  const told = new Set(entry.findings.map(lineIdOf));
  const others = stood.filter((finding) => !told.has(lineIdOf(finding)));
  return { ...entry, findings: [...entry.findings, ...others] };
}

const troubleUnit = '*run';

/** What this run did not try is as it was: only who asks again can tell that trouble is over (rule 5.2). */
async function rememberTrouble(
  shop: Workshop,
  state: RunState,
  stored: readonly UnitFindings[],
): Promise<UnitFindings[]> {
  const tried = new Set<Part>(['employees', ...state.active, ...state.failures.keys()]);
  const before = stored.filter(({ unit }) => unit === troubleUnit);
  const entries = [...tried].map((part): UnitFindings => {
    const trouble = state.failures.get(part);
    // A vendor's trouble stands until somebody gets as far as asking it.
    const unasked = before
      .filter((entry) => entry.part === part)
      .flatMap(({ findings }) => findings)
      .filter(({ facts }) => facts['vendor'] !== trouble?.side && !wasAsked(shop, facts['vendor']));
    const fresh = trouble === undefined ? [] : [troubleFinding(part, trouble)];
    return { part, unit: troubleUnit, findings: [...fresh, ...unasked] };
  });
  const untried = before
    .filter(({ part }) => !tried.has(part))
    .map((entry) => ({
      ...entry,
      // Of a part that is switched off nothing stands.
      findings: isPartEnabled(shop.settings, entry.part)
        ? entry.findings.filter((one) => !isLetInAgain(shop, state, one))
        : [],
    }));
  const told = [...entries, ...untried];
  if (state.request.mode === 'live') await shop.archive.commit({ putFindings: told });
  return told;
}

const meterOf = ({ hr, time }: Workshop, vendor: unknown) =>
  vendor === 'personio' ? hr.meter() : time.meter();

/** Signing in counts: whoever is not let in gets no further. */
function wasAsked(shop: Workshop, vendor: unknown): boolean {
  const { requests, tokenRequests } = meterOf(shop, vendor);
  return requests + tokenRequests > 0;
}

/** A vendor that answered this run takes the credentials, whichever part it was asked for. */
function isLetInAgain(shop: Workshop, { failures }: RunState, { code, facts }: Finding): boolean {
  const { vendor } = facts;
  const asked = meterOf(shop, vendor).requests;
  const fails = [...failures.values()].some(({ side }) => side === vendor);
  return code === 'credentials-refused' && asked > 0 && !fails;
}

/** A vendor that fails all parts is one cause, told once. */
function findingsThatStand(
  shop: Workshop,
  stored: readonly UnitFindings[],
  trouble: readonly UnitFindings[],
  leftOut: ReadonlySet<string>,
): Finding[] {
  const troubles = trouble.flatMap((entry) => entry.findings);
  const once = troubles.filter(
    (finding, index) =>
      troubles.findIndex(
        (other) => other.code === finding.code && other.facts['vendor'] === finding.facts['vendor'],
      ) === index,
  );
  const others = stored.filter(({ unit }) => unit !== troubleUnit).flatMap(({ findings }) => findings);
  // What is switched off is no longer watched, and whose records nobody looks after neither.
  const isWatched = ({ part, employeeId }: Finding): boolean =>
    part === 'employees' || employeeId === null || !leftOut.has(employeeId);
  return [...others.filter((finding) => isLookedAfter(shop.settings, finding)).filter(isWatched), ...once];
}

/** Who is who is watched as long as anything goes out for people, whether their accounts are looked after or not (rule 1.8). */
const isLookedAfter = (settings: Settings, { part, code }: Pick<Finding, 'part' | 'code'>): boolean =>
  isPartEnabled(settings, part) || whoIsWho.has(code);

const whoIsWho: ReadonlySet<FindingCode> = new Set([
  'employee-vanished',
  'user-vanished',
  'employee-ambiguous',
  'employee-rehired',
  'employee-two-users',
  'external-id-taken',
]);

/** A part that was switched off leaves what it exported, and says how much that is (rule 0.7). */
async function keptOfSwitchedOff(shop: Workshop): Promise<Finding[]> {
  const off = (['absences', 'attendances'] as const).filter((part) => !isPartEnabled(shop.settings, part));
  const kept = await Promise.all(
    off.map(async (part) => keptFinding(part, await shop.archive.links({ part }))),
  );
  return kept.flat();
}

function troubleFinding(part: Part, trouble: VendorTrouble): Finding {
  return {
    code: trouble.kind === 'access' ? 'credentials-refused' : 'vendor-unreachable',
    class: 'issue',
    part,
    employeeId: null,
    userId: null,
    on: null,
    until: null,
    covers: [part],
    type: null,
    facts: {
      count: 1,
      vendor: trouble.side,
      vendorReason: trouble.reason,
      status: trouble.status,
      endpoint: trouble.endpoint,
      traceId: trouble.traceId,
    },
  };
}

async function reportOf(
  shop: Workshop,
  state: RunState,
  input: ClosingInput,
  lines: readonly Line[],
  known: ReadonlyMap<string, StoredIssue>,
): Promise<RunReport> {
  // A run that could not read people still knows them by their accounts.
  const users =
    state.users.length > 0 ? state.users : (await shop.archive.rows({ kind: 'user' })).map(({ row }) => row);
  const book = storedTypeBook(await shop.archive.memory());
  const types = book === null ? null : resolveTypes(shop.settings.absences.types, book);
  const absenceTypes = [...(book?.source ?? []), ...(book?.target ?? [])].map((type) => type.name);
  const links = await shop.archive.links({ part: 'employees' });
  const names = { ...namesOf({ ...state, users }, links), absenceTypes };
  const unknown = unknownAmongChosen(state, links);
  const told = (kind: FindingClass): ReportLine[] =>
    lines.filter(({ finding }) => finding.class === kind).map((line) => toReportLine(line, names, known));
  const issues = told('issue');
  const standing = new Set(lines.map((line) => line.id));
  const solved = [...known.values()].flatMap(({ id, line }) =>
    line === null || standing.has(id) ? [] : [solvedLine(line, shop, state, types)],
  );
  const partReports = await Promise.all(
    parts.map(async (part) => [part, await partReport(shop, state, part, lines, input)] as const),
  );
  const { hr, time } = { hr: shop.hr.meter(), time: shop.time.meter() };
  return {
    run: {
      id: state.id,
      mode: state.request.mode,
      scope: isFull(state) ? 'full' : 'incremental',
      status: statusOf(state, input.refusal, issues.length),
      paused: state.paused,
      ledger: state.adopting ? 'older' : 'current',
      startedAt: new Date(state.startedAt).toISOString(),
      finishedAt: new Date(shop.now()).toISOString(),
      requests: { personio: hr.requests, timetac: time.requests },
      tokenRequests: { personio: hr.tokenRequests, timetac: time.tokenRequests },
      writes: { personio: hr.writes, timetac: time.writes },
      ...(unknown.length === 0 ? {} : { unknownEmployees: unknown }),
    },
    parts: Object.fromEntries(partReports) as Record<Part, PartReport>,
    issues,
    holds: told('hold'),
    notes: told('note'),
    solved,
    refusal: input.refusal,
    ...(state.request.mode === 'dry-run' ? { actions: shownActions(input.plan, names) } : {}),
  };
}

/** A name that was mistyped must not pass for somebody of whom there is nothing to do. Linked people are known for good. */
function unknownAmongChosen(
  { request, failures, employees }: RunState,
  links: readonly { readonly key: string }[],
): readonly string[] {
  if (failures.has('employees')) return [];
  const known = new Set([...employees.map(({ id }) => id), ...links.map(({ key }) => key)]);
  return (request.employeeIds ?? []).filter((id) => !known.has(id));
}

function statusOf(state: RunState, refusal: Refusal | null, issues: number): RunStatus {
  if (state.failures.size > 0) return 'failed';
  if (refusal !== null) return 'refused';
  return issues > 0 ? 'done-with-issues' : 'done';
}

async function partReport(
  shop: Workshop,
  state: RunState,
  part: Part,
  lines: readonly Line[],
  { plan, done, refusal }: ClosingInput,
): Promise<PartReport> {
  if (!isPartEnabled(shop.settings, part) && !state.active.includes(part))
    return { created: 0, updated: 0, deleted: 0, adopted: 0, unchanged: 0, held: 0, failed: 0 };
  const live = state.request.mode === 'live';
  const performed = live && refusal === null;
  // A refused run did nothing; what it would have done is as little unchanged.
  const [counted, touching] = [live ? done : actionsOf(plan), performed ? done : actionsOf(plan)];
  const changes = countChanges(counted, part);
  const adopted = counted.filter((action) => action.part === part && action.kind === 'adopt').length;
  const links = await shop.archive.countLinks(part);
  // Records, each once: of one person several things may be told.
  const covers = (failed: boolean): number =>
    new Set(
      lines
        .filter(({ finding }) => finding.part === part && finding.class !== 'note')
        .filter(({ finding }) => failedCodes.has(finding.code) === failed && !isVendorTrouble(finding))
        .filter(({ finding }) => !holdingNothing.has(finding.code))
        .flatMap(({ finding }) => finding.covers.map((key) => `${ownerOf(finding)} ${key}`)),
    ).size;
  return {
    ...changes,
    adopted,
    unchanged: Math.max(0, links - touchedLinks(touching, part, performed)),
    held: covers(false),
    failed: covers(true),
  };
}

/** Whose records a finding covers; what it covers of people names them itself. */
const ownerOf = ({ part, employeeId, userId }: Finding): string =>
  part === 'employees' ? '' : (employeeId ?? userId ?? '');

/** Links that this run made or moved; all others are as they were agreed. A plan's own links do not stand yet. */
function touchedLinks(actions: readonly Action<unknown>[], part: Part, performed: boolean): number {
  const touching: readonly Action<unknown>['kind'][] = performed
    ? ['create', 'update', 'adopt', ...(part === 'employees' ? (['delete'] as const) : [])]
    : ['update', 'delete'];
  const adopted = new Set(actions.filter((a) => a.part === part && a.kind === 'adopt').map((a) => a.key));
  const keys = actions
    .filter((action) => action.part === part && touching.includes(action.kind))
    .map((action) => action.key)
    .filter((key) => performed || !adopted.has(key));
  return new Set(keys).size;
}

interface Names {
  readonly absenceTypes: readonly string[];
  readonly byEmployee: ReadonlyMap<string, EmployeeRef>;
  readonly byUser: ReadonlyMap<string, EmployeeRef>;
}

function namesOf(
  state: RunState,
  links: readonly { readonly key: string; readonly targetId: string }[],
): Omit<Names, 'absenceTypes'> {
  const userOf = new Map(links.map((link) => [link.key, link.targetId]));
  const planned = state.register?.linked;
  const byEmployee = new Map<string, EmployeeRef>();
  for (const employee of state.employees) {
    const userId = userOf.get(employee.id) ?? planned?.get(employee.id)?.userId ?? null;
    byEmployee.set(employee.id, {
      personioId: employee.id,
      timetacId: numeric(userId),
      name: fullName(employee),
    });
  }
  const accounts = new Map(state.users.map((user) => [user.id, user]));
  for (const [employeeId, userId] of userOf) {
    if (byEmployee.has(employeeId)) continue;
    const account = accounts.get(userId);
    const name = account === undefined ? null : fullName(account);
    byEmployee.set(employeeId, { personioId: employeeId, timetacId: numeric(userId), name });
  }
  const byUser = new Map<string, EmployeeRef>();
  for (const user of state.users)
    byUser.set(user.id, { personioId: null, timetacId: numeric(user.id), name: fullName(user) });
  return { byEmployee, byUser };
}

const numeric = (id: string | null): number | null => (id === null || !/^\d+$/.test(id) ? null : Number(id));

const fullName = (person: Pick<Employee, 'firstName' | 'lastName'>): string | null =>
  [person.firstName, person.lastName].filter(Boolean).join(' ') || null;

function refOf(finding: Pick<Finding, 'employeeId' | 'userId'>, names: Names): EmployeeRef | null {
  if (finding.employeeId !== null) {
    const known = names.byEmployee.get(finding.employeeId);
    return known ?? { personioId: finding.employeeId, timetacId: numeric(finding.userId), name: null };
  }
  if (finding.userId === null) return null;
  return (
    names.byUser.get(finding.userId) ?? { personioId: null, timetacId: numeric(finding.userId), name: null }
  );
}

function toReportLine(
  { id, finding }: Line,
  names: Names,
  known: ReadonlyMap<string, StoredIssue>,
): ReportLine {
  const employee = refOf(finding, names);
  const { message, action } = renderFinding(finding, {
    employeeName: employee?.name ?? null,
    absenceTypes: names.absenceTypes,
  });
  return {
    id,
    code: finding.code,
    part: finding.part,
    employee,
    date: finding.on,
    until: finding.until,
    new: !known.has(id),
    covers: finding.covers.length,
    type: finding.type,
    details: differencesIn(finding),
    sides: sidesOf(finding),
    message,
    action,
  };
}

function shownActions(plan: WholePlan, names: Names): ReportAction[] {
  return actionsOf(plan).map((action) => ({
    kind: action.kind,
    part: action.part,
    employee: names.byEmployee.get(action.employeeId) ?? null,
    date: dateOfContent(action.to ?? action.from),
    from: shownContent(action.from),
    to: shownContent(action.to),
  }));
}

function dateOfContent(content: unknown): string | null {
  const { start, firstOn } = (content ?? {}) as { start?: string; firstOn?: string };
  return firstOn ?? start?.slice(0, 10) ?? null;
}

/** What no judgement finds any more is solved; what nobody looks at any more is something else (rule 5.2). */
function solvedLine(
  line: ReportLine,
  shop: Workshop,
  state: RunState,
  types: ResolvedTypes | null,
): SolvedLine {
  const { absences, attendances, users } = shop.settings;
  const startDate = { employees: null, absences: absences.startDate, attendances: attendances.startDate }[
    line.part
  ];
  const employee = state.employees.find(({ id }) => id === line.employee?.personioId);
  const isUnwatched =
    !isLookedAfter(shop.settings, line) ||
    (line.type !== null && types?.isSwitchedOff(line.type) === true) ||
    (startDate !== null && line.date !== null && (line.until ?? line.date) < startDate) ||
    (employee !== undefined && scopeOf(employee, users.scope) === 'no');
  return { ...line, new: false, why: isUnwatched ? 'not-watched' : 'solved' };
}

/** An issue is new the first time it is told; one that no judgement finds any more is solved and forgotten. */
function issueMemory(
  report: RunReport,
  lines: readonly Line[],
  known: ReadonlyMap<string, StoredIssue>,
  state: RunState,
) {
  const standing = new Set(lines.map((line) => line.id));
  const told = new Map(report.issues.map((line) => [line.id, line]));
  return {
    putIssues: lines
      .filter((line) => !known.has(line.id))
      .map(({ id }) => ({
        id,
        firstRunId: state.id,
        firstSeenAt: state.startedAt,
        line: told.get(id) ?? null,
      })),
    removeIssues: [...known.keys()].filter((id) => !standing.has(id)),
  };
}

const outageKey = 'told.outage';
/** Vendors come and go for minutes: nobody is written to for that. */
const outageMs = 30 * minuteMs;

/** An outage is worth a mail once it lasts, and its end where the outage was. */
function outageToTell(
  { memory }: RunState,
  report: RunReport,
  known: ReadonlyMap<string, StoredIssue>,
  now: number,
): { readonly news: boolean; readonly memory: Record<string, string | null> } {
  const wasTold = memory[outageKey] !== undefined;
  const open = report.issues.filter(({ code }) => code === 'vendor-unreachable');
  if (open.length === 0) return { news: wasTold, memory: wasTold ? { [outageKey]: null } : {} };
  const lasts = open.some(({ id }) => now - (known.get(id)?.firstSeenAt ?? now) >= outageMs);
  return { news: lasts && !wasTold, memory: lasts && !wasTold ? { [outageKey]: String(now) } : {} };
}

const refusalKey = 'told.refusal';

/** A plan that is refused in every run, for one reason, is told once. */
function refusalToRemember(
  { memory, failures }: RunState,
  refusal: Refusal | null,
  whole: boolean,
): { readonly isNew: boolean; readonly memory: Record<string, string | null> } {
  const before = memory[refusalKey] ?? null;
  // A run that failed judged no plan, and one of some parts or people not all of it: nothing is known of the rest.
  const isOver = whole && failures.size === 0;
  const reason = refusal === null ? (isOver ? null : before) : `${refusal.reason} ${refusal.part}`;
  return { isNew: reason !== before, memory: reason === before ? {} : { [refusalKey]: reason } };
}

const isCheck = ({ window, active, full }: RunState): boolean =>
  window !== null || active.every((part) => full.has(part));

/** Watermarks move only after a whole, live run of the part over everybody (rule 4.2). */
function watermarksToKeep(shop: Workshop, state: RunState, input: ClosingInput): Record<string, string> {
  const { only, employeeIds } = state.request;
  if (input.refusal !== null || only !== null || employeeIds !== null) return {};
  // A part that is switched off keeps only that: switched on again, it is looked at from its start date on.
  const kept = parts.filter(
    (part) =>
      !state.failures.has(part) &&
      (part === 'employees' || state.active.includes(part) || !isPartEnabled(shop.settings, part)),
  );
  const whole =
    state.failures.size === 0
      ? {
          [lastRunKey]: String(shop.now()),
          ...(isCheck(state) ? { [checkedKey]: String(state.startedAt) } : {}),
        }
      : {};
  return Object.assign(whole, ...kept.map((part) => state.watermarks.get(part) ?? {})) as Record<
    string,
    string
  >;
}
