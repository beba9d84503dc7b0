// What Personio's credentials may read of employees (rule 1.2).

import { birthdayAttribute } from '../../src/simulators/company/bench.ts';
import type { Story } from './company.ts';

/** Those that the set-up guide names, but for the id. */
export const attributesOfTheGuide = [
  'first_name',
  'last_name',
  'email',
  'status',
  'hire_date',
  'termination_date',
  'absence_entitlement',
  birthdayAttribute,
];

export function showOnly(story: Story, attributes: readonly string[] | 'all'): void {
  for (const credential of story.states.personio.credentials)
    credential.readableAttributes = attributes === 'all' ? attributes : [...attributes];
}
