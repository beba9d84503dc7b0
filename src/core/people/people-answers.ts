// A person's answers about people, in the form in which the register asks for them.

import type { Choice, Decision } from '../sync/decision.ts';
import { pairName } from './match.ts';

export interface PeopleAnswers {
  readonly apart: ReadonlySet<string>;
  readonly create: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
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
  };
}
