// From a mail that is owed to its words: what it tells of is read when it is sent.

import {
  type DayFigures,
  type Letter,
  type LetterFacts,
  writeLetter,
} from '../../core/report/mail/letter.ts';
import type { OwedMail } from '../../core/report/mailing.ts';
import type { RunReport } from '../../core/report/run-report.ts';
import { dayMs } from '../../core/time/calendar.ts';
import type { MailRecord, Office, RunSummary } from '../office/office.ts';
import { lastRunOf } from '../runs/last-run.ts';

/** What of a letter is known of the integration, whatever it tells. */
export type LetterContext = Pick<LetterFacts, 'name' | 'zone' | 'page' | 'isOfFile'>;

export async function writeMail(office: Office, context: LetterContext, mail: MailRecord): Promise<Letter> {
  const { archiveId, runId } = mail;
  const told =
    runId === null
      ? await newestEnd(office, archiveId)
      : { report: (await office.runReport(archiveId, runId)) as RunReport | null, brokeOff: false };
  return writeLetter({
    ...context,
    ...told,
    mail,
    day: mail.kind === 'digest' ? await dayOf(office, archiveId, mail) : null,
  });
}

/** The newest live run that came to its end, and whether a newer one broke off. */
export async function newestEnd(
  office: Office,
  archiveId: string,
): Promise<Pick<LetterFacts, 'report' | 'brokeOff'>> {
  const newest = await lastRunOf(office, archiveId);
  const brokeOff = newest?.status === 'interrupted';
  const ended = brokeOff
    ? (await office.runSummaries(archiveId, mostRuns)).find(hasEnded)
    : (newest ?? undefined);
  const report = ended === undefined ? null : await office.runReport(archiveId, ended.id);
  return { report: report as RunReport | null, brokeOff };
}

const hasEnded = ({ mode, status }: RunSummary): boolean =>
  mode === 'live' && status !== 'running' && status !== 'interrupted';

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
    paused: (await office.standing([archiveId])).get(archiveId)?.paused ?? [],
  };
}

/** A run a minute, for a day. */
const mostRuns = 1_500;
