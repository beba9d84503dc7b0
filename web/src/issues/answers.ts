// Which answers can be given to an issue, to a whole cause, and what an answer that was given is about.

import type { Bilingual, EmployeeRef, Line } from '../api/types.ts';
import type { GivenAnswer, IssueAnswer } from '../words/issues.ts';
import { answerWords, apartWords } from '../words/issues.ts';

/** Issues, and notes that can be answered. */
export interface Answerable extends Line {
  readonly answers: readonly string[];
  readonly mayRetry?: boolean;
  readonly mayTakeOver?: boolean;
}

const order: readonly IssueAnswer[] = [
  'source-wins',
  'keep-target',
  'create',
  'take-over',
  'retry',
  'ignore',
];

/** In the order in which they are offered. An answer that this page does not know has no button. */
export function answersTo(issue: Answerable): readonly IssueAnswer[] {
  return order.filter(
    (answer) =>
      issue.answers.includes(answer) ||
      (answer === 'retry' && issue.mayRetry === true) ||
      (answer === 'take-over' && issue.mayTakeOver === true),
  );
}

/** What can be said to every single one of them. */
export function commonAnswers(issues: readonly Answerable[]): readonly IssueAnswer[] {
  const [first, ...others] = issues;
  return first === undefined
    ? []
    : answersTo(first).filter((answer) => others.every((other) => answersTo(other).includes(answer)));
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

/** Names of people by their Personio id, as far as the lines tell them. */
export function namesIn(lines: readonly { readonly employee: EmployeeRef }[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap(({ employee }) =>
      employee === null || employee.personioId === null || employee.name === null
        ? []
        : [[employee.personioId, employee.name] as const],
    ),
  );
}
