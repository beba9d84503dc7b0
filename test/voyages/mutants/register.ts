// In the register (src/core/people): who is who, who is created, and who has left.

import { type Mutant, mutant } from './mutant.ts';

export const registerMutants: readonly Mutant[] = [
  mutant(
    'addresses are compared letter by letter',
    '1.3',
    'core/people',
    "replaceAll(/\\s+/g, ' ').toLowerCase();",
    "replaceAll(/\\s+/g, ' ');",
  ),
  mutant(
    'an external id of somebody else is passed over',
    '1.4',
    'core/people',
    "if (externalId !== '' && externalId !== employee.id)",
    'if (false)',
  ),
  mutant(
    'a person whom somebody resembles is created',
    '1.3',
    'core/people',
    'if (duplicates.length > 0 && !this.#answers.create.has(employee.id))',
    'if (false)',
  ),
  mutant(
    'a new address is not passed on',
    '1.6',
    'core/people',
    "    'email',\n    'exitOn',",
    "    'exitOn',",
  ),
  mutant('an exit is not passed on', '1.7', 'core/people', "    'exitOn',\n    'entryOn',", "    'entryOn',"),
  mutant(
    'a leaver keeps the account',
    '1.7',
    'core/people',
    'if (isToLeave)\n            this.#write',
    'if (false)\n            this.#write',
  ),
  mutant(
    'a leaver loses the account on the last day',
    '1.7',
    'core/people',
    'exitOn !== null && exitOn < today;',
    'exitOn !== null && exitOn <= today;',
  ),
  mutant(
    'somebody is created long before the first day',
    '1.5',
    'core/people',
    "return typeof employee.hiredOn === 'string' && employee.hiredOn <= latest;",
    "return typeof employee.hiredOn === 'string';",
  ),
  mutant(
    'a date of termination that cannot be read any more is none',
    '1.2',
    'core/people',
    'terminatedOn === undefined ? agreed?.exitOn : terminatedOn',
    'terminatedOn',
  ),
  mutant(
    'whoever was hired again still leaves on the old date',
    '1.7',
    'core/people',
    'return isHiredAgain ? null : exitOn;',
    'return exitOn;',
  ),
];
