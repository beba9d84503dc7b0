// All scenarios by what they are about, and those that are told on every store.

import type { Scenario, Scenarios } from '../scenario.ts';
import { absences } from './absences.ts';
import { hours } from './hours.ts';
import { orders } from './orders.ts';
import { people } from './people.ts';
import { trouble } from './trouble.ts';

export const scenarios: Scenarios = [...hours, ...absences, ...people, ...orders, ...trouble];

export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) throw new RangeError(`No scenario is named “${name}”`);
  return found;
}

/** Hours, absences and accounts: between them they write everything that a store has to keep. */
export const onEveryStore: Scenarios = [
  'a day with creates, updates, deletes and a ring',
  'absences that are split, change their type, move and go',
  'accounts that are made, changed and switched off, with a welcome mail',
].map(scenarioNamed);
