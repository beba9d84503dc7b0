// Where the form changes while a company lives: what went out under the old one, and what is read again for the new one.

import { type Mutant, mutantOfForms } from './mutant.ts';

export const formMutants: readonly Mutant[] = [
  mutantOfForms(
    'a changed form is no reason to read everything',
    '4.1',
    'engine',
    'memory[formKey(part)] !== formOf(shop, part)',
    'false',
  ),
  mutantOfForms(
    'projects that nobody maps any more are forgotten where they went out',
    '3.9',
    'core',
    'projectId: writes.projects ? to.projectId : before.projectId',
    'projectId: to.projectId',
  ),
  mutantOfForms(
    'of a booking that the start date cuts only the later days are read',
    '2.1',
    'engine',
    "await compare(shop, ['absenceDay'], await withCutBookings(shop, starts));",
    "await compare(shop, ['absenceDay'], starts);",
  ),
  mutantOfForms(
    'an answer that was taken back holds all the same',
    '4.7',
    'service',
    'removeDecisions: given.map((decision) => decision.id),',
    '',
  ),
];
