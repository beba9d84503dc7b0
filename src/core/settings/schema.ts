// The configuration file: its shape, its defaults, and its JSON Schema for editors.

import { z } from 'zod';
import { absencesFile, absencesOff, attendancesFile, attendancesOff } from './sections/exports.ts';
import { guardFile, reportFile, scheduleFile } from './sections/operation.ts';
import { usersFile, usersOff } from './sections/users.ts';
import { personioFile, timetacFile } from './sections/vendors.ts';
import type { Settings } from './settings.ts';
import { about, date, optional, plainName, text } from './values.ts';

/** Everything that can be said about one key alone; what lies between keys is in `crosschecks.ts`. */
export const settingsFile = z
  .strictObject({
    version: about(z.literal(1), 'Version', 'Version of this format.'),
    id: about(
      optional(plainName()),
      'Identity',
      'Identity of the integration; without it the TimeTac host and account are the identity.',
    ),
    name: about(text().optional(), 'Name', 'Name of the company; without it the TimeTac account.'),
    personio: about(personioFile, 'Personio', 'The Personio account.'),
    timetac: about(timetacFile, 'TimeTac', 'The TimeTac account.'),
    users: about(
      usersFile.optional(),
      'Users',
      'Employees from Personio to TimeTac. Left out: switched off.',
    ),
    absences: about(
      absencesFile.optional(),
      'Absences',
      'Absences from TimeTac to Personio. Left out: switched off.',
    ),
    attendances: about(
      attendancesFile.optional(),
      'Attendances',
      'Attendances from TimeTac to Personio. Left out: switched off.',
    ),
    schedule: about(scheduleFile.prefault({}), 'Schedule', 'When Tandem runs by itself.'),
    guard: about(guardFile.prefault({}), 'Guard', 'What a run may not exceed without a person’s word.'),
    lockedUntil: about(optional(date()), 'Locked until', 'Payroll is closed up to and including this day.'),
    report: about(reportFile.prefault({}), 'Report', 'The interface report by e-mail.'),
  })
  .transform((file) => ({
    ...file,
    name: file.name ?? file.timetac.account,
    users: file.users ?? usersOff,
    absences: file.absences ?? absencesOff,
    attendances: file.attendances ?? attendancesOff,
  })) satisfies z.ZodType<Settings>;

/** JSON Schema (draft 2020-12) of the file as written, with a title and a description for each key. */
export function settingsJsonSchema(): object {
  return {
    ...z.toJSONSchema(settingsFile, { target: 'draft-2020-12', io: 'input' }),
    title: 'Tandem configuration',
    description: 'Keeps one Personio and one TimeTac account in step.',
  };
}
