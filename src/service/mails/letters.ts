// From a mail that is owed to its words: what it tells of is read when it is sent.

import { type DayFigures, type Letter, writeLetter } from '../../core/report/mail/letter.ts';
import type { OwedMail } from '../../core/report/mailing.ts';
import type { RunReport } from '../../core/report/run-report.ts';
import { dayMs } from '../../core/time/calendar.ts';
import type { MailRecord, Office } from '../office/office.ts';
import { lastRunOf } from '../runs/last-run.ts';

export interface LetterContext {
  /** Of the integration. */
  readonly name: string;
  readonly zone: string;
  /** Where links lead; null where people cannot reach the page. */
  readonly page: { readonly url: string; readonly setupId: string } | null;
}

export async function writeMail(office: Office, context: LetterContext, mail: MailRecord): Promise<Letter> {
  const { archiveId, runId } = mail;
  const report =
    runId === null
      ? await newestReport(office, archiveId)
      : ((await office.runReport(archiveId, runId)) as RunReport | null);
  return writeLetter({
    ...context,
    mail,
    report,
    day: mail.kind === 'digest' ? await dayOf(office, archiveId, mail) : null,
  });
}

/** The newest live run that has ended. */
export async function newestReport(office: Office, archiveId: string): Promise<RunReport | null> {
  const newest = await lastRunOf(office, archiveId);
  return newest === null ? null : ((await office.runReport(archiveId, newest.id)) as RunReport | null);
}

/** The 24 hours before the mail was owed. */
async function dayOf(
  office: Office,
  archiveId: string,
  { createdAt }: Pick<OwedMail, 'createdAt'>,
): Promise<DayFigures> {
  const from = createdAt - dayMs;
  const runs = (await office.runSummaries(archiveId, mostRuns)).filter(
    (run) => run.mode === 'live' && run.startedAt >= from && run.startedAt <= createdAt,
  );
  return {
    runs: runs.length,
    failed: runs.filter(({ status }) => status === 'failed' || status === 'interrupted').length,
    writes: runs.reduce((sum, { writes }) => sum + writes, 0),
    solved: runs.reduce((sum, { solved }) => sum + solved, 0),
    newIds: await office.issuesSince(archiveId, from),
  };
}

/** A run a minute, for a day. */
const mostRuns = 1_500;
