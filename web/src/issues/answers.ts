// Which answers can be given to an issue, to a whole cause, what they bring about, and what an answer that was given is
// about.

import type { Bilingual, Line } from '../api/types.ts';
import type { GivenAnswer, IssueAnswer } from '../words/issues.ts';
import { answerMeaningWords, answerWords, apartWords, causeMeaningWords } from '../words/issues.ts';

/** Issues, and notes that can be answered. */
export interface Answerable extends Line {
  readonly answers: readonly string[];
  readonly mayRetry?: boolean;
  readonly mayTakeOver?: boolean;
  readonly since?: string | null;
  /** The answer that waits for the next run, as the server knows it. */
  readonly given?: string | null;
}

const order: readonly IssueAnswer[] = [
  'source-wins',
  'take-over',
  'keep-target',
  'create',
  'retry',
  'ignore',
];

/** In the order in which they are offered. An answer that this page does not know has no button. */
export function answersTo(issue: Answerable): readonly IssueAnswer[] {
  return order.filter((answer) => {
    switch (answer) {
      case 'retry':
        return issue.mayRetry === true;
      case 'take-over':
        return issue.mayTakeOver === true;
      case 'source-wins':
        // A record of somebody else is taken over before TimeTac may win.
        return issue.answers.includes(answer) && issue.mayTakeOver !== true;
      case 'keep-target':
      case 'create':
      case 'ignore':
        return issue.answers.includes(answer);
      default:
        return answer satisfies never;
    }
  });
}

/** What can be said to every single one of them. */
export function commonAnswers(issues: readonly Answerable[]): readonly IssueAnswer[] {
  const [first, ...others] = issues;
  return first === undefined
    ? []
    : answersTo(first).filter((answer) => others.every((other) => answersTo(other).includes(answer)));
}

/** What will happen after an answer, as exactly as the cause allows. */
export function meaningOf({ code, part }: Pick<Line, 'code' | 'part'>, answer: IssueAnswer): Bilingual {
  const exact: Readonly<Record<string, { readonly [A in IssueAnswer]?: Bilingual }>> = causeMeaningWords;
  return exact[code]?.[answer] ?? answerMeaningWords[part][answer];
}

/** What an answer that was given is called. */
export function wordsOfGiven({ part, choice }: Pick<GivenAnswer, 'part' | 'choice'>): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = { ...answerWords[part], apart: apartWords };
  return words[choice] ?? { en: choice, de: choice };
}

/** The day that an answer is about: attendances are named by person and day. */
export function dayOf({ part, name }: Pick<GivenAnswer, 'part' | 'name'>): string | null {
  return part === 'attendances' ? (/ (\d{4}-\d{2}-\d{2})$/.exec(name)?.[1] ?? null) : null;
}

/** The answer to an issue among all that were given; null where it cannot be told for sure which one it is. */
export function decisionFor(
  issue: Pick<Answerable, 'part' | 'employee' | 'date'>,
  choice: string,
  decisions: readonly GivenAnswer[],
): GivenAnswer | null {
  const own = decisions.filter(
    (decision) =>
      decision.part === issue.part &&
      decision.choice === choice &&
      decision.doneAt === null &&
      decision.employeeId === issue.employee?.personioId,
  );
  const ofTheDay = own.find((decision) => issue.date !== null && dayOf(decision) === issue.date);
  if (ofTheDay !== undefined) {
    return ofTheDay;
  }
  const [only, another] = own.filter((decision) => dayOf(decision) === null);
  return another === undefined ? (only ?? null) : null;
}
