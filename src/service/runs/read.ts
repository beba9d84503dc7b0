// Reading a run: its report, and what it did or would do in words.

import { contentText, dateOfContent } from '../../core/report/contents.ts';
import type { ActionKind } from '../../core/sync/desk.ts';
import type { Part } from '../../core/report/codes.ts';
import type { Bilingual, EmployeeRef, ReportLine, RunReport } from '../../core/report/run-report.ts';
import type { Zone } from '../../core/time/calendar.ts';
import type { Archive, RunAction } from '../../engine/archive.ts';
import { typeNames } from '../../engine/type-book.ts';
import type { FrontDesk } from '../front-desk.ts';
import { knownPeople } from '../known-people.ts';
import type { RunSummary } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { readSetup } from '../setup/change.ts';
import { archiveIdOf } from '../setup/identity.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';

export interface ShownAction {
  readonly kind: ActionKind;
  readonly part: Part;
  readonly employee: EmployeeRef;
  readonly date: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly type: string | null;
  readonly outcome: RunAction['outcome'];
  readonly because: Bilingual | null;
}

export interface ReadRun {
  readonly summary: RunSummary;
  readonly report: RunReport;
  readonly actions: readonly ShownAction[];
  readonly mayUndo: boolean;
  /** The company's clock. */
  readonly zone: Zone;
}

export async function listRuns(desk: FrontDesk, setupId: string): Promise<readonly RunSummary[]> {
  const archiveId = archiveIdOf(desk, await readSetup(desk, setupId));
  return archiveId === null ? [] : desk.office.runSummaries(archiveId, 100);
}

export async function readRun(desk: FrontDesk, setupId: string, runId: string): Promise<ReadRun> {
  const setup = await readSetup(desk, setupId);
  const archiveId = archiveIdOf(desk, setup);
  const summary = archiveId === null ? null : await desk.office.runSummary(archiveId, runId);
  if (summary === null) throw new Problem('not-found');
  const settings = await pageSettingsOf(desk, setup);
  const archive = await desk.home.openArchive(settings);
  const run = await archive.run(runId);
  const told = run?.report as RunReport | null | undefined;
  const report = told ?? unfinished(summary);
  if (report === null) throw new Problem('not-found');
  const actions = await archive.actions(runId);
  const mayUndo =
    report.run.mode === 'live' && actions.some((one) => one.kind === 'create' && one.outcome === 'done');
  const { timezone: zone } = settings.schedule;
  return { summary, report, actions: await shownActions(archive, actions, report), mayUndo, zone };
}

/** A run that was killed has no report, but what it did until then is known; one that goes on has nothing to read yet. */
function unfinished({ id, mode, scope, status, startedAt, finishedAt }: RunSummary): RunReport | null {
  if (status !== 'interrupted') return null;
  const none = { personio: 0, timetac: 0 };
  const nothing = { created: 0, updated: 0, deleted: 0, adopted: 0, unchanged: 0, held: 0, failed: 0 };
  return {
    run: {
      id,
      mode,
      scope,
      status: 'failed',
      paused: [],
      ledger: 'current',
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(finishedAt ?? startedAt).toISOString(),
      requests: none,
      tokenRequests: none,
      writes: none,
    },
    parts: { employees: nothing, absences: nothing, attendances: nothing },
    issues: [],
    holds: [],
    notes: [],
    solved: [],
    refusal: null,
  };
}

async function shownActions(
  archive: Archive,
  actions: readonly RunAction[],
  report: RunReport,
): Promise<ShownAction[]> {
  const names = await namesOf(archive, report);
  const typeName = typeNames(await archive.memory());
  const lines = [...report.issues, ...report.holds];
  return joinHalves(actions.filter((action) => action.kind !== 'keep')).map((action): ShownAction => {
    const { kind, part, employeeId, from, to, outcome } = action;
    const date = dateOfContent(part, to) ?? dateOfContent(part, from);
    return {
      kind,
      part,
      employee: names(employeeId),
      date,
      before: contentText(part, from),
      after: kind === 'delete' ? null : contentText(part, to),
      type: part === 'absences' ? (typeName(to) ?? typeName(from)) : null,
      outcome,
      because: kind === 'hold' ? (lineAbout(lines, part, employeeId, date)?.message ?? null) : null,
    };
  });
}

/** The line that explains a hold. */
const lineAbout = (
  lines: readonly ReportLine[],
  part: Part,
  employeeId: string,
  date: string | null,
): ReportLine | undefined => lines.find((line) => isAbout(line, part, employeeId, date));

/** A line of the same part and person, about that date; or one of the two is about no date. */
export const isAbout = (
  line: ReportLine,
  part: Part,
  employeeId: string | null,
  date: string | null,
): boolean =>
  line.part === part &&
  line.employee?.personioId === employeeId &&
  (line.date === null || date === null || (line.date <= date && date <= (line.until ?? line.date)));

/** Delete and create of one replacement are one change for people. */
function joinHalves(actions: readonly RunAction[]): RunAction[] {
  const creates = new Map(
    actions.filter((one) => one.kind === 'create' && one.replaced).map((one) => [halfName(one), one]),
  );
  const joined = new Set<RunAction>();
  const rows = actions.map((action): RunAction => {
    const other = action.kind === 'delete' && action.replaced ? creates.get(halfName(action)) : undefined;
    if (other === undefined || joined.has(other)) return action;
    joined.add(other);
    return { ...action, kind: 'update', to: other.to, targetId: other.targetId };
  });
  return rows.filter((row) => !joined.has(row));
}

const halfName = ({ part, key }: RunAction): string => `${part} ${key}`;

/** Names as the report told them, else as they are known now. */
async function namesOf(archive: Archive, report: RunReport): Promise<(employeeId: string) => EmployeeRef> {
  const known = new Map((await knownPeople(archive)).map((one) => [one.personioId, one]));
  for (const { employee } of [...report.issues, ...report.holds, ...report.notes, ...(report.actions ?? [])])
    if (employee !== null && employee.name !== null) known.set(employee.personioId, employee);
  return (personioId) => known.get(personioId) ?? { personioId, timetacId: null, name: null };
}
