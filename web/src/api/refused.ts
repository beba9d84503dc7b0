// A call that was refused, or that never arrived. Always carries a problem with a sentence for the reader.

import { apiWords } from '../words/api.ts';
import type { Problem } from './types.ts';

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  /** The HTTP status; 0: no answer at all. */
  readonly status: number;

  constructor(problem: Problem, status: number) {
    super(`${problem.code}: ${problem.message.en}`);
    this.problem = problem;
    this.status = status;
  }
}

/** No answer: the network, or the server is not running. */
export function noAnswer(): Refused {
  return new Refused(ourProblem('no-answer', apiWords.noAnswer, apiWords.noAnswerHint), 0);
}

/** An answer that is no problem document: a proxy in between, mostly. */
export function strangeAnswer(status: number): Refused {
  return new Refused(
    ourProblem('strange-answer', apiWords.strangeAnswer, apiWords.strangeAnswerHint),
    status,
  );
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

function ourProblem(code: string, message: Problem['message'], hint: Problem['hint']): Problem {
  return { code, message, hint, fields: [] };
}
