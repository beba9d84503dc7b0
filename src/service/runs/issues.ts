// Open issues on the page, and answers to them: the same verbs as `tandem issues`.

import { answersTo, canBeTakenOver } from '../../core/report/answers.ts';
import type { Choice } from '../../core/sync/decision.ts';
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
import { noteOf, readSetup } from '../setup/change.ts';
import { draftSettingsOf } from '../setup/settings-of.ts';

export type IssueAnswer = 'source-wins' | 'keep-target' | 'ignore' | 'create' | 'retry' | 'take-over';

export async function issuesOf(desk: FrontDesk, setupId: string): Promise<IssueList> {
  return listIssues(desk.home, await draftSettingsOf(desk, await readSetup(desk, setupId)));
}

/** What may be answered to an issue of this code. */
export const possibleAnswers = (code: IssueList['issues'][number]['code']) => ({
  answers: answersTo(code),
  mayRetry: code === 'refused-by-personio' || code === 'refused-by-timetac' || code === 'absence-exists',
  mayTakeOver: canBeTakenOver(code),
});

export async function answerIssue(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  which: string,
  answer: IssueAnswer,
): Promise<{ readonly records: number }> {
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  const given =
    answer === 'retry'
      ? await retryIssue(desk.home, settings, which)
      : answer === 'take-over'
        ? await takeOverIssue(desk.home, settings, which)
        : await decideIssue(desk.home, settings, which, answer satisfies Choice, desk.now());
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
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  answered(await takeBackAnswer(desk.home, settings, id));
  await desk.office.commit({ note: noteOf(desk, actor, setupId, 'issue.taken-back', { id }) });
  await actSoon(desk, setupId);
}

/** What was answered is carried out with the next run, which then is due. */
async function actSoon(desk: FrontDesk, setupId: string): Promise<void> {
  const setup = await desk.office.setup(setupId);
  if (setup?.on === true) await desk.office.setNextRun(setupId, desk.now());
  desk.news.tell(setupId, { kind: 'changed' });
}
