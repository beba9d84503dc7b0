// From a mail that is owed to its words: what it tells of is read when it is sent.

import { type Letter, type LetterFacts, writeLetter } from '../../core/report/mail/letter.ts';
import type { OwedMail } from '../../core/report/mailing.ts';
import type { RunReport, SolvedLine } from '../../core/report/run-report.ts';
import { dayMs, type Instant } from '../../core/time/calendar.ts';
import type { MailRecord, Office, RunSummary } from '../office/office.ts';
import { lastRunOf } from '../runs/last-run.ts';

/** What of a letter is known of the integration, whatever it tells. */
export type LetterContext = Pick<LetterFacts, 'name' | 'zone' | 'page' | 'isOfFile'>;

/** Where runs and what they told are read. */
type Runs = Pick<Office, 'standing' | 'runSummaries' | 'runReport' | 'issuesSince'>;

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

/**
 * The newest live run that came to its end, and whether a newer one broke off.
 * @param until of the runs that had begun by then
 */
export async function newestEnd(
  office: Runs,
  archiveId: string,
  until?: Instant,
): Promise<Pick<LetterFacts, 'report' | 'brokeOff'>> {
  const newest =
    until === undefined
      ? await lastRunOf(office, archiveId)
      : (await office.runSummaries(archiveId, mostRuns, until)).find(isOver);
  const brokeOff = newest?.status === 'interrupted';
  const ended = brokeOff
    ? (await office.runSummaries(archiveId, mostRuns, until)).find(hasEnded)
    : (newest ?? undefined);
  return {
    report: ended === undefined ? null : await reportOf(office, archiveId, ended.id),
    brokeOff,
  };
}

const reportOf = async (office: Runs, archiveId: string, runId: string): Promise<RunReport | null> =>
  (await office.runReport(archiveId, runId)) as RunReport | null;

const isOver = ({ mode, status }: RunSummary): boolean => mode === 'live' && status !== 'running';
const hasEnded = (run: RunSummary): boolean => isOver(run) && run.status !== 'interrupted';

/**
 * The 24 hours before the mail was owed, whenever it goes out or is looked at: figures, and the lines as they stood then,
 * *new* and *solved* in any run of the day.
 */
async function dayOf(
  office: Runs,
  archiveId: string,
  { createdAt }: Pick<OwedMail, 'createdAt'>,
): Promise<Pick<LetterFacts, 'report' | 'brokeOff' | 'day'>> {
  const from = createdAt - dayMs;
  const { report, brokeOff } = await newestEnd(office, archiveId, createdAt);
  const runs = (await office.runSummaries(archiveId, mostRuns, createdAt)).filter(
    (run) => run.mode === 'live' && run.startedAt >= from,
  );
  const newIds = await office.issuesSince(archiveId, from, createdAt);
  const solvedIn = runs.filter(({ solved }) => solved > 0).map(({ id }) => reportOf(office, archiveId, id));
  const solved = (await Promise.all(solvedIn)).flatMap((one) => one?.solved ?? []);
  return {
    report: report === null ? null : asOfTheDay(report, newIds, solved),
    brokeOff,
    day: {
      runs: runs.length,
      failed: runs.filter(({ status }) => status === 'failed' || status === 'interrupted').length,
      writes: runs.reduce((sum, { writes }) => sum + writes, 0),
      solved: runs.reduce((sum, run) => sum + run.solved, 0),
      newIds,
      paused: (await office.standing([archiveId])).get(archiveId)?.paused ?? [],
    },
  };
}

function asOfTheDay(report: RunReport, newIds: readonly string[], solved: readonly SolvedLine[]): RunReport {
  const open = new Set(report.issues.map(({ id }) => id));
  const lines = new Map([...solved, ...report.solved].map((line) => [line.id, line]));
  return {
    ...report,
    issues: report.issues.map((line) => ({ ...line, new: newIds.includes(line.id) })),
    // What came back since is open.
    solved: [...lines.values()].filter(({ id }) => !open.has(id)),
  };
}

/** A run a minute, for a day. */
const mostRuns = 1_500;
