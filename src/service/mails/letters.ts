// From a mail that is owed to its words: what it tells of is read when it is sent.

import { type Letter, type LetterFacts, writeLetter } from '../../core/report/mail/letter.ts';
import type { OwedMail } from '../../core/report/mailing.ts';
import type { RunReport, SolvedLine } from '../../core/report/run-report.ts';
import { dayMs, type Instant, minuteMs } from '../../core/time/calendar.ts';
import type { MailRecord, Office, RunSummary } from '../office/office.ts';
import { lastRunOf } from '../runs/last-run.ts';

/** What of a letter is known of the integration, whatever it tells. */
export type LetterContext = Pick<LetterFacts, 'name' | 'zone' | 'page' | 'isOfFile'>;

/** Where runs and what they told are read. */
type Runs = Pick<Office, 'standing' | 'runSummaries' | 'runReport' | 'issuesSince' | 'digestBefore'>;

export async function writeMail(office: Runs, context: LetterContext, mail: MailRecord): Promise<Letter> {
  const { archiveId, runId } = mail;
  if (mail.kind === 'digest')
    return writeLetter({ ...context, ...(await dayOf(office, archiveId, mail)), mail });
  const told =
    runId === null
      ? await newestEnd(office, archiveId)
      : { report: await reportOf(office, archiveId, runId), brokeOff: false };
  return writeLetter({ ...context, ...told, mail, day: null });
}

/** The newest live run that came to its end, and whether a newer one broke off. */
export async function newestEnd(office: Runs, archiveId: string): Promise<End> {
  const newest = await lastRunOf(office, archiveId);
  if (newest === null) return { report: null, brokeOff: false };
  const runs = newest.status === 'interrupted' ? await office.runSummaries(archiveId, mostRuns) : [newest];
  return endAmong(office, archiveId, runs);
}

type End = Pick<LetterFacts, 'report' | 'brokeOff'>;

/** @param runs newest first */
async function endAmong(office: Runs, archiveId: string, runs: readonly RunSummary[]): Promise<End> {
  const over = runs.filter(({ mode, status }) => mode === 'live' && status !== 'running');
  const ended = over.find(({ status }) => status !== 'interrupted');
  return {
    report: ended === undefined ? null : await reportOf(office, archiveId, ended.id),
    brokeOff: over[0]?.status === 'interrupted',
  };
}

const reportOf = async (office: Runs, archiveId: string, runId: string): Promise<RunReport | null> =>
  (await office.runReport(archiveId, runId)) as RunReport | null;

/**
 * The day up to when the mail was owed, whenever it goes out or is looked at: figures, and the lines as they stood then,
 * *new* and *solved* in any run that ended within the day.
 */
async function dayOf(
  office: Runs,
  archiveId: string,
  mail: Pick<OwedMail, 'to' | 'createdAt'>,
): Promise<End & Pick<LetterFacts, 'day'>> {
  const { createdAt } = mail;
  const from = beginOfDay(createdAt, await office.digestBefore(archiveId, mail));
  const begun = await office.runSummaries(archiveId, mostRuns, createdAt);
  // What was under way at that time has nothing to tell yet: it belongs to the day in which it ends.
  const over = begun.filter((run) => run.status !== 'running' && endOf(run) <= createdAt);
  const { report, brokeOff } = await endAmong(office, archiveId, over);
  const runs = over.filter((run) => run.mode === 'live' && endOf(run) > from);
  const newIds = await toldFirstIn(office, archiveId, runs);
  const solvedIn = runs.filter(({ solved }) => solved > 0).map(({ id }) => reportOf(office, archiveId, id));
  const solved = (await Promise.all(solvedIn)).flatMap((one) => one?.solved ?? []);
  // The newest that came to its end may be of a day that was told already.
  const isOfTheDay = runs.some(({ status }) => status !== 'interrupted');
  const told = isOfTheDay ? [...solved, ...(report?.solved ?? [])] : solved;
  return {
    report: report === null ? null : asOfTheDay(report, newIds, told),
    brokeOff,
    day: {
      since: from,
      runs: runs.length,
      failed: runs.filter(({ status }) => status === 'failed' || status === 'interrupted').length,
      writes: runs.reduce((sum, { writes }) => sum + writes, 0),
      solved: runs.reduce((sum, run) => sum + run.solved, 0),
      newIds,
      paused: (await office.standing([archiveId])).get(archiveId)?.paused ?? [],
    },
  };
}

/**
 * A day begins where the one before was told: digests are owed minutes earlier or later, and days of a clock change have 23
 * or 25 hours. Where none was owed for longer, other mails told of the time between, or nothing ran.
 */
const beginOfDay = (until: Instant, before: Instant | null): Instant =>
  before !== null && before > until - mostDays * dayMs ? before : until - dayMs;

const mostDays = 2;

/** Of one that broke off nobody knows when. */
const endOf = ({ startedAt, finishedAt }: RunSummary): Instant => finishedAt ?? startedAt;

/**
 * Issues that these runs told first: each is known by the begin of its run.
 * @param runs newest first
 */
async function toldFirstIn(
  office: Runs,
  archiveId: string,
  runs: readonly RunSummary[],
): Promise<readonly string[]> {
  const [last, first] = [runs[0], runs.at(-1)];
  return first === undefined || last === undefined
    ? []
    : office.issuesSince(archiveId, first.startedAt, last.startedAt);
}

function asOfTheDay(report: RunReport, newIds: readonly string[], solved: readonly SolvedLine[]): RunReport {
  const open = new Set(report.issues.map(({ id }) => id));
  const lines = new Map(solved.map((line) => [line.id, line]));
  return {
    ...report,
    issues: report.issues.map((line) => ({ ...line, new: newIds.includes(line.id) })),
    // What came back since is open.
    solved: [...lines.values()].filter(({ id }) => !open.has(id)),
  };
}

/** A run a minute. */
const mostRuns = (mostDays * dayMs) / minuteMs;
