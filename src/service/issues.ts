// What a person does about issues: read them, have them tried again, answer them, take a record over, take an answer
// back. Everything here changes memories only; the next run acts on them.

import { dayOfKey } from '../core/attendance/derive.ts';
import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { User } from '../core/people/employee.ts';
import { refusalKeysOf } from '../core/people/refusal-key.ts';
import { answersTo, canBeAnswered, canBeTakenOver, isOfJoined } from '../core/report/answers.ts';
import { type Finding, type Part, parts } from '../core/report/codes.ts';
import { type ReportLine, type RunReport, type SolvedLine, lineIdOf } from '../core/report/run-report.ts';
import type { Settings } from '../core/settings/settings.ts';
import { type Choice, type Decision, decisionId } from '../core/sync/decision.ts';
import { type Link, isFoldedContent } from '../core/sync/desk.ts';
import type { Archive, Batch, DirtyUnit } from '../engine/archive.ts';
import { everythingOf } from '../engine/set-aside.ts';
import { welcomeAgain } from '../engine/welcome.ts';
import { type Answer, NotPossible, betweenRuns } from './desk-hours.ts';
import { type Home, readReport } from './home.ts';

export interface IssueList {
  /** When the newest run ended; null before the first one. */
  readonly asOf: string | null;
  readonly issues: readonly ReportLine[];
  readonly holds: readonly ReportLine[];
  readonly notes: readonly ReportLine[];
  /** What the newest run found solved. */
  readonly solved: readonly SolvedLine[];
  /** Answers that were given, newest first. */
  readonly decisions: readonly Decision[];
}

export async function listIssues(home: Home, settings: Settings): Promise<IssueList> {
  const archive = await home.openArchive(settings);
  const report: RunReport | null = await readReport(home, settings, null);
  const decisions = [...(await archive.decisions())].sort((a, b) => b.decidedAt - a.decidedAt);
  return {
    asOf: report?.run.finishedAt ?? null,
    issues: report?.issues ?? [],
    holds: report?.holds ?? [],
    notes: report?.notes ?? [],
    solved: report?.solved ?? [],
    decisions,
  };
}

/** How many records an order concerned. */
export interface Concerned {
  readonly records: number;
}

/** An issue by its id, all of a kind by their code, or those of a list of ids that are open still. */
export type Which = string | readonly string[];

/** Forgets refusals, so that the next run asks the vendor once more (rule 0.5). */
export function retryIssue(home: Home, settings: Settings, which: Which): Promise<Answer<Concerned>> {
  return betweenRuns(home, settings, async (archive) => {
    const cases = await casesOf(archive, which);
    const people = cases.flatMap(({ finding }) => (finding.part === 'employees' ? finding.covers : []));
    await archive.commit({
      putMemory: welcomeAgain(await archive.memory(), people),
      removeRefusals: cases.flatMap(({ finding }) =>
        finding.covers
          .flatMap((key) => (finding.part === 'employees' ? refusalKeysOf(key) : [key]))
          .map((key) => ({ part: finding.part, key })),
      ),
      markDirty: cases.flatMap(({ unit }) => unit ?? []),
    });
    return { records: count(cases) };
  });
}

/** Makes joined records ours, so that they follow TimeTac from now on (rule 0.3). */
export function takeOverIssue(home: Home, settings: Settings, which: Which): Promise<Answer<Concerned>> {
  return betweenRuns(home, settings, async (archive) => {
    const all = await casesOf(archive, which);
    const cases = all.filter(({ finding }) => canBeTakenOver(finding));
    if (cases.length === 0) throw notToTakeOver(which, all);
    const links = await linksOfCases(archive, cases);
    await archive.commit({
      putLinks: links.map((link) => ({ ...link, origin: 'created' })),
      markDirty: cases.flatMap(({ unit }) => unit ?? []),
    });
    return { records: links.length };
  });
}

/** Remembers a person's answer; the next run carries it out. */
export function decideIssue(
  home: Home,
  settings: Settings,
  which: Which,
  choice: Choice,
  now: number,
): Promise<Answer<Concerned>> {
  return betweenRuns(home, settings, async (archive) => {
    const all = await casesOf(archive, which);
    const cases = all.filter(({ finding }) => answersTo(finding.code).includes(choice));
    const [first] = all;
    if (cases.length === 0 && first !== undefined) throw notAnAnswer(first.finding, choice);
    const people = cases.filter(({ finding }) => finding.part === 'employees');
    const periods = cases.filter(({ finding }) => finding.part !== 'employees');
    const links = await linksOfCases(archive, periods);
    await archive.commit({
      putDecisions: [
        ...periods.flatMap((one) => answersOf(one, choice, links, now)),
        ...people.flatMap((one) => answersAboutPeople(one, choice, now)),
      ],
      markDirty: periods.flatMap(({ unit }) => unit ?? []),
      ...(await firstLinks(archive, people, choice)),
    });
    return { records: count(cases) };
  });
}

/** Forgets answers by their id, or all those of a run that was undone; what they were about is judged again. */
export function takeBackAnswer(home: Home, settings: Settings, which: string): Promise<Answer<Concerned>> {
  return betweenRuns(home, settings, async (archive) => {
    const given = (await archive.decisions()).filter(
      (decision) => decision.id === which || decision.undoneRunId === which,
    );
    if (given.length === 0)
      throw new NotPossible(`There is no answer “${which}”.`, `Eine Antwort „${which}“ gibt es nicht.`);
    const userOf = await usersByEmployee(archive);
    // Two who may be linked again: what was exported may have been taken away while they were apart.
    const accounts = given.flatMap(({ choice, seen }) => (choice === 'apart' && seen !== null ? [seen] : []));
    const again = await Promise.all(accounts.map((userId) => everythingOf(archive, userId)));
    await archive.commit({
      removeDecisions: given.map((decision) => decision.id),
      markDirty: [...given.flatMap((decision) => unitOfDecision(decision, userOf)), ...again.flat()],
    });
    return { records: given.length };
  });
}

/** One finding with the unit that it stands for. */
interface Case {
  readonly finding: Finding;
  readonly unitName: string;
  readonly unit: DirtyUnit | null;
}

async function casesOf(archive: Archive, which: Which): Promise<Case[]> {
  const isMeant = (finding: Finding): boolean =>
    typeof which === 'string'
      ? finding.code === which || lineIdOf(finding) === which
      : which.includes(lineIdOf(finding));
  const userOf = await usersByEmployee(archive);
  const cases = (await archive.findings()).flatMap(({ part, unit, findings }) =>
    findings
      .filter(isMeant)
      .map((finding) => ({ finding, unitName: unit, unit: unitOf(part, unit, finding, userOf) })),
  );
  if (cases.length === 0)
    throw new NotPossible(
      `There is no open issue “${nameOf(which)}”.`,
      `Eine offene Meldung „${nameOf(which)}“ gibt es nicht.`,
    );
  return cases;
}

const nameOf = (which: Which): string => [which].flat().join(', ');

async function usersByEmployee(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const links = await archive.links({ part: 'employees' });
  return new Map(links.map((link) => [link.key, link.targetId]));
}

/** Names of units: the employee, and for attendance the day after a blank. */
function unitOf(
  part: Part,
  name: string,
  { employeeId }: Finding,
  userOf: ReadonlyMap<string, string>,
): DirtyUnit | null {
  const userId = employeeId === null ? undefined : userOf.get(employeeId);
  if (part === 'employees' || employeeId === null || userId === undefined || !name.startsWith(employeeId))
    return null;
  const day = name.slice(employeeId.length + 1);
  return { part, userId, day: day === '' ? null : day };
}

function unitOfDecision(decision: Decision, userOf: ReadonlyMap<string, string>): DirtyUnit[] {
  const { part, employeeId, about, name, content } = decision;
  const userId = userOf.get(employeeId);
  if (part === 'employees' || userId === undefined) return [];
  if (part === 'absences') return [{ part, userId, day: null }];
  const start = (content as { start?: string } | null)?.start;
  const day = about === 'unit' ? name.slice(employeeId.length + 1) : (start?.slice(0, 10) ?? dayOfKey(name));
  return day === null ? [] : [{ part, userId, day }];
}

const count = (cases: readonly Case[]): number =>
  cases.reduce((sum, { finding }) => sum + finding.covers.length, 0);

function notToTakeOver(which: Which, cases: readonly Case[]): NotPossible {
  if (cases.some(({ finding }) => isOfJoined(finding.code)))
    return new NotPossible(
      `“${nameOf(which)}” cannot be taken over: it begins before the start date or in a closed month, and those days are not Tandem's to change. Change or delete it in Personio by hand.`,
      `„${nameOf(which)}“ kann nicht übernommen werden: Der Eintrag beginnt vor dem Startdatum oder in einem abgeschlossenen Monat, und diese Tage darf Tandem nicht ändern. Ändern oder löschen Sie ihn in Personio von Hand.`,
    );
  return new NotPossible(
    `“${nameOf(which)}” is nothing to take over: only records that were in Personio already and whose TimeTac entry changed or went.`,
    `„${nameOf(which)}“ kann nicht übernommen werden: Das geht nur mit Einträgen, die schon in Personio standen und deren Eintrag in TimeTac geändert wurde oder nicht mehr da ist.`,
  );
}

function notAnAnswer({ code, facts }: Finding, choice: Choice): NotPossible {
  const possible = [...answersTo(code), ...(canBeTakenOver({ code, facts }) ? ['take-over'] : [])].join(', ');
  return answersTo(code).length === 0
    ? new NotPossible(
        `${code} cannot be answered here: mend its cause, and the next run solves it.`,
        `${code} lässt sich hier nicht beantworten: Beheben Sie die Ursache, dann löst es der nächste Lauf.`,
      )
    : new NotPossible(
        `${choice} is no answer to ${code}; possible: ${possible}.`,
        `${choice} ist keine Antwort auf ${code}; möglich: ${possible}.`,
      );
}

/** The links that findings are about: by the record at the target where it is known, else by name. */
async function linksOfCases(archive: Archive, cases: readonly Case[]): Promise<Link<unknown>[]> {
  const found: Link<unknown>[] = [];
  for (const part of parts) {
    const own = cases.filter(({ finding }) => finding.part === part);
    if (own.length === 0) continue;
    const employeeIds = [...new Set(own.flatMap(({ finding }) => finding.employeeId ?? []))];
    const links = await archive.links<unknown>({ part, employeeIds });
    found.push(...links.filter((link) => own.some((one) => concerns(one, link))));
  }
  return found;
}

const concerns = ({ finding }: Case, link: Link<unknown>): boolean =>
  link.employeeId === finding.employeeId &&
  (finding.facts['theirsId'] === link.targetId || finding.covers.includes(link.key));

/** What is dragged along, or stands in the way, is not what was answered. */
const isAbout = ({ finding }: Case, link: Link<unknown>): boolean =>
  link.employeeId === finding.employeeId &&
  (finding.covers[0] === link.key ||
    (canBeAnswered(finding.code) && finding.facts['theirsId'] === link.targetId));

function answersOf(one: Case, choice: Choice, links: readonly Link<unknown>[], now: number): Decision[] {
  const { finding, unitName } = one;
  const { part, employeeId, facts } = finding;
  if (employeeId === null) return [];
  const seenFact = { 'source-wins': facts['targetSeen'], 'keep-target': facts['sourceSeen'] };
  const seen = choice === 'source-wins' || choice === 'keep-target' ? seenFact[choice] : null;
  const asUnit = part === 'attendances' && !isOfJoined(finding.code);
  const linked = new Map(
    links.filter((link) => isAbout(one, link)).map(({ key, agreed }) => [key, agreed] as const),
  );
  const names = asUnit ? [unitName] : linked.size > 0 ? [...linked.keys()] : finding.covers.slice(0, 1);
  // Rows that were one record, and are not any more, are left alone together.
  const contentOf = (name: string): unknown => {
    const agreed = choice === 'ignore' ? linked.get(name) : undefined;
    return agreed === undefined || isFoldedContent(agreed) ? null : agreed;
  };
  return names.map((name) => {
    const about = { part, about: asUnit ? 'unit' : 'record', name } as const;
    return {
      id: decisionId(about),
      ...about,
      employeeId,
      choice,
      seen: typeof seen === 'string' ? seen : null,
      content: contentOf(name),
      undoneRunId: null,
      decidedAt: now,
      doneAt: null,
    };
  });
}

function answersAboutPeople({ finding }: Case, choice: Choice, now: number): Decision[] {
  const { employeeId } = finding;
  if (employeeId === null || finding.code === 'first-link-differences') return [];
  const about = { part: 'employees', about: 'record', name: employeeId } as const;
  return [
    {
      id: decisionId(about),
      ...about,
      employeeId,
      choice,
      seen: null,
      content: null,
      undoneRunId: null,
      decidedAt: now,
      doneAt: null,
    },
  ];
}

/**
 * What shall hold of data that differed at the first link (rule 1.4). Where Personio's values shall, TimeTac's are what
 * was agreed on: the next run finds Personio's changed since, and passes them on.
 */
async function firstLinks(archive: Archive, people: readonly Case[], choice: Choice): Promise<Batch> {
  const ids = people
    .filter(({ finding }) => finding.code === 'first-link-differences')
    .flatMap(({ finding }) => finding.employeeId ?? []);
  if (ids.length === 0) return {};
  const links = await archive.links<EmployeeAgreed>({ part: 'employees', employeeIds: ids });
  const userIds = links.map((link) => link.targetId);
  const users = new Map((await archive.rows({ kind: 'user', ids: userIds })).map(({ id, row }) => [id, row]));
  return {
    putLinks: links.map((link) => {
      const { differed = [], ...agreed } = link.agreed;
      const user = users.get(link.targetId);
      const theirs =
        choice === 'source-wins' && user !== undefined
          ? Object.fromEntries(differed.map((field) => [field, user[field as keyof User] ?? null]))
          : {};
      return { ...link, agreed: { ...agreed, ...theirs } };
    }),
  };
}
