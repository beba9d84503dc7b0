// What goes from TimeTac to Personio: absences (rules 2) and attendances (rules 3).

import { z } from 'zod';
import type { AbsenceMapping, AbsenceSettings, AttendanceSettings } from '../settings.ts';
import { about, date, idText, optional, text } from '../values.ts';

const approval = () =>
  about(
    z.enum(['skip', 'personio']).default('skip'),
    'Approval',
    'Whether what arrives in Personio counts at once (skip) or waits for approval there (personio).',
  );

/** Types on which working is normal (rule 2.11); `worksThatDay` in the file overrules it. */
export const worksElsewhere =
  /^(remote work|work from home|working from home|home ?-?office|mobile work(ing)?|mobiles arbeiten|mobile arbeit|telearbeit|business trip|business travel|dienstreise|geschäftsreise)$/i;

const mapping = z
  .strictObject({
    timetac: about(
      text(),
      'TimeTac type',
      'Name of the absence type in TimeTac, or type id : subtype id where a name is not unique.',
    ),
    personio: about(optional(text()), 'Personio type', 'Name of the absence type in Personio, or its UUID.'),
    sync: about(z.boolean().default(true), 'Synchronise', 'Whether absences of this type go to Personio.'),
    worksThatDay: about(
      z.boolean().optional(),
      'Works that day',
      'Whether attendance on such a day is normal; preset for remote work and business trips.',
    ),
  })
  .transform((row) => ({
    ...row,
    worksThatDay:
      row.worksThatDay ?? [row.timetac, row.personio ?? ''].some((name) => worksElsewhere.test(name)),
  })) satisfies z.ZodType<AbsenceMapping>;

export const absencesFile = z.strictObject({
  enabled: about(z.boolean().default(true), 'Enabled', 'Whether absences go from TimeTac to Personio.'),
  startDate: about(optional(date()), 'Start date', 'Absences from this day on are synchronised.'),
  fractions: about(
    z.enum(['hold', 'round']).default('hold'),
    'Fractions',
    'What happens to absences that are neither whole nor half days: hold them, or round to half days.',
  ),
  approval: approval(),
  types: about(z.array(mapping).default([]), 'Types', 'Which absence type of TimeTac is which in Personio.'),
}) satisfies z.ZodType<AbsenceSettings>;

export const absencesOff: AbsenceSettings = {
  enabled: false,
  startDate: null,
  fractions: 'hold',
  approval: 'skip',
  types: [],
};

export const attendancesFile = z.strictObject({
  enabled: about(z.boolean().default(true), 'Enabled', 'Whether attendances go from TimeTac to Personio.'),
  startDate: about(optional(date()), 'Start date', 'Attendances from this day on are synchronised.'),
  granularity: about(
    z.enum(['merged', 'entries']).default('merged'),
    'Granularity',
    'Whether entries that touch become one period (merged), or each its own (entries).',
  ),
  approvedOnly: about(
    z.boolean().default(false),
    'Approved only',
    'Whether entries wait until they are approved in TimeTac.',
  ),
  approval: approval(),
  onTargetEdit: about(
    z.enum(['hold', 'source-wins']).default('hold'),
    'On edit in Personio',
    'What happens when somebody edits an exported period in Personio: ask a person (hold), or TimeTac wins.',
  ),
  paidBreaks: about(
    z.enum(['work', 'break']).default('work'),
    'Paid breaks',
    'Whether paid non-working time of TimeTac becomes work or a break in Personio.',
  ),
  notes: about(z.boolean().default(false), 'Notes', 'Whether notes of TimeTac are exported as comments.'),
  projects: about(
    z
      .array(
        z.strictObject({
          timetac: about(idText(), 'TimeTac', 'Name or ID of the task or project in TimeTac.'),
          personio: about(idText(), 'Personio', 'ID of the project in Personio.'),
        }),
      )
      .default([]),
    'Projects',
    'Which task or project of TimeTac is which project in Personio.',
  ),
}) satisfies z.ZodType<AttendanceSettings>;

export const attendancesOff: AttendanceSettings = {
  enabled: false,
  startDate: null,
  granularity: 'merged',
  approvedOnly: false,
  approval: 'skip',
  onTargetEdit: 'hold',
  paidBreaks: 'work',
  notes: false,
  projects: [],
};
