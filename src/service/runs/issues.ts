// Open issues on the page, and answers to them: the same verbs as `tandem issues`.

import { answersTo, canBeTakenOver, isOfJoined } from '../../core/report/answers.ts';
import { type EmployeeRef, type ReportLine, lineIdOf } from '../../core/report/run-report.ts';
import type { Choice, Decision } from '../../core/sync/decision.ts';
import type { UnitFindings } from '../../engine/archive.ts';
import { knownPeople } from '../known-people.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import {
  type IssueList,
  decideIssue,
  listIssues,
  retryIssue,
  takeBackAnswer,
  takeOverIssue,
} from '../issues.ts';
import { answered } from '../live/people.ts';
import { noteOf, readSetup, runSoon } from '../setup/change.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';

export type IssueAnswer = 'source-wins' | 'keep-target' | 'ignore' | 'create' | 'retry' | 'take-over';

export interface ShownIssues extends Omit<IssueList, 'issues' | 'decisions'> {
  readonly issues: readonly (ReportLine & {
    readonly answers: readonly Choice[];
    readonly mayRetry: boolean;
    readonly mayTakeOver: boolean;
    /** When it was told for the first time. */
    readonly since: number | null;
    /** The answer that the next run carries out. */
    readonly given: Choice | null;
  })[];
  readonly decisions: readonly (Decision & { readonly employee: EmployeeRef })[];
}

export async function issuesOf(desk: FrontDesk, setupId: string): Promise<ShownIssues> {
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
  const list = await listIssues(desk.home, settings);
  const archive = await desk.home.openArchive(settings);
  const since = new Map((await archive.issues()).map(({ id, firstSeenAt }) => [id, firstSeenAt]));
  const standing = await archive.findings();
  const given = answersByLine(standing, list.decisions);
  const notOurs = new Set(
    standing.flatMap(({ findings }) => findings.filter((finding) => !canBeTakenOver(finding)).map(lineIdOf)),
  );
  const people = new Map((await knownPeople(archive)).map((one) => [one.personioId, one]));
  return {
    ...list,
    issues: list.issues.map((line) => ({
      ...line,
      ...possibleAnswers(line.code),
      mayTakeOver: isOfJoined(line.code) && !notOurs.has(line.id),
      since: since.get(line.id) ?? null,
      given: given.get(line.id) ?? null,
    })),
    decisions: list.decisions.map((decision) => ({
      ...decision,
      employee: people.get(decision.employeeId) ?? {
        personioId: decision.employeeId,
        timetacId: null,
        name: null,
      },
    })),
  };
}

/** Answers that no run has carried out yet, by the line that they are about. */
function answersByLine(
  standing: readonly UnitFindings[],
  decisions: readonly Decision[],
): ReadonlyMap<string, Choice> {
  const waiting = decisions.filter(({ doneAt, undoneRunId }) => doneAt === null && undoneRunId === null);
  const given = new Map<string, Choice>();
  for (const { part, unit, findings } of standing)
    for (const finding of findings) {
      const answer = waiting.find(
        (one) =>
          one.part === part &&
          one.employeeId === finding.employeeId &&
          (one.about === 'unit' ? one.name === unit : finding.covers.includes(one.name)),
      );
      if (answer !== undefined) given.set(lineIdOf(finding), answer.choice);
    }
  return given;
}

/** What may be answered to an issue of this code. */
export const possibleAnswers = (code: IssueList['issues'][number]['code']) => ({
  answers: answersTo(code),
  mayRetry: code === 'refused-by-personio' || code === 'refused-by-timetac' || code === 'absence-exists',
});

export async function answerIssue(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  which: string,
  { answer, seen }: { readonly answer: IssueAnswer; readonly seen?: readonly string[] | undefined },
): Promise<{ readonly records: number }> {
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
  // What came up since is answered by nobody.
  const meant = seen ?? which;
  const given =
    answer === 'retry'
      ? await retryIssue(desk.home, settings, meant)
      : answer === 'take-over'
        ? await takeOverIssue(desk.home, settings, meant)
        : await decideIssue(desk.home, settings, meant, answer satisfies Choice, desk.now());
  const concerned = answered(given);
  await desk.office.commit({
    note: noteOf(desk, actor, setupId, 'issue.answered', { which, answer, ...concerned }),
  });
  await actSoon(desk, setupId);
  return concerned;
}

export async function withdrawAnswer(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  id: string,
): Promise<void> {
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
  answered(await takeBackAnswer(desk.home, settings, id));
  await desk.office.commit({ note: noteOf(desk, actor, setupId, 'issue.taken-back', { id }) });
  await actSoon(desk, setupId);
}

/** What was answered is carried out with the next run, which then is due. */
async function actSoon(desk: FrontDesk, setupId: string): Promise<void> {
  const setup = await desk.office.setup(setupId);
  if (setup !== null) await runSoon(desk, setup);
  desk.news.tell(setupId, { kind: 'changed' });
}
