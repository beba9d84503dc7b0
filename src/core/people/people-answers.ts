// A person's answers about people, in the form in which the register asks for them.

import type { Choice, Decision } from '../sync/decision.ts';
import { pairName } from './match.ts';

export interface PeopleAnswers {
  readonly apart: ReadonlySet<string>;
  readonly create: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
  /** By an undo: their accounts stay as they are. */
  readonly takenBack: ReadonlySet<string>;
  /** By user: what an account that was separated from somebody was given meanwhile. */
  readonly leftBehind: ReadonlyMap<string, LeftBehind>;
}

/** What is remembered of a pair that was separated (older ones: the first only). */
export interface LeftBehind {
  /** The first day that counts, once the two are linked again. */
  readonly from: string | null;
  /** To be taken back for whoever has the account next (rule 1.7). */
  readonly deactivatedByUs?: boolean;
  readonly exitOn?: string | null;
}

export function answersAbout(decisions: readonly Decision[]): PeopleAnswers {
  const people = decisions.filter((decision) => decision.part === 'employees');
  const ids = (choice: Choice): Set<string> =>
    new Set(people.filter((decision) => decision.choice === choice).map((decision) => decision.employeeId));
  const pairs = people.filter((decision) => decision.choice === 'apart');
  return {
    apart: new Set(pairs.map(({ employeeId, seen }) => pairName(employeeId, seen ?? ''))),
    create: ids('create'),
    ignored: ids('ignore'),
    leftBehind: new Map(
      [...pairs]
        .sort((a, b) => a.decidedAt - b.decidedAt)
        .flatMap(({ seen, content }) => (content === null ? [] : [[seen ?? '', content as LeftBehind]])),
    ),
    takenBack: new Set(
      people.flatMap(({ choice, undoneRunId, employeeId }) =>
        choice === 'ignore' && undoneRunId !== null ? [employeeId] : [],
      ),
    ),
  };
}
