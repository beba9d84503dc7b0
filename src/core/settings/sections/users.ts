// Users: what happens to people on their way from Personio to TimeTac (rules 1.1 to 1.8).

import { z } from 'zod';
import { said } from '../mistake.ts';
import type { ScopeRule, UserDefaults, UserSettings } from '../settings.ts';
import { about, checked, idText, optional, text } from '../values.ts';

const condition = checked(
  z.strictObject({
    office: about(text().exactOptional(), 'Office', 'Name of the office in Personio.'),
    department: about(text().exactOptional(), 'Department', 'Name of the department in Personio.'),
    subcompany: about(text().exactOptional(), 'Subcompany', 'Name of the subcompany in Personio.'),
    employmentType: about(
      text().exactOptional(),
      'Employment type',
      'Employment type in Personio: internal or external.',
    ),
    ids: about(
      z.array(idText()).min(1).exactOptional(),
      'Employee IDs',
      'Personio employee IDs; any of them.',
    ),
  }),
  (rule) => Object.keys(rule).length > 0,
  {
    message: said(
      'A rule without a condition would cover everybody.',
      'Eine Regel ohne Bedingung würde für alle gelten.',
    ),
    hint: () =>
      said(
        'Name office, department, subcompany, employmentType or ids.',
        'office, department, subcompany, employmentType oder ids nennen.',
      ),
  },
) satisfies z.ZodType<ScopeRule>;

const modules = z.enum(['employee-time-tracking', 'leave-management', 'project-time-tracking']);
const defaultFields = {
  department: about(
    text(),
    'Department',
    'Name of the department in TimeTac for new users, for example unassigned.',
  ),
  workingTimeModel: about(
    text(),
    'Working time model',
    'Name of the working time model in TimeTac for new users.',
  ),
  holidayCalendar: about(
    text(),
    'Holiday calendar',
    'Name of the public holiday model in TimeTac for new users.',
  ),
  modules: about(z.array(modules).min(1), 'Modules', 'TimeTac modules that new users get.'),
  mobileApps: about(z.boolean(), 'Mobile apps', 'Whether new users may use the TimeTac mobile apps.'),
  statusOverview: about(
    z.boolean(),
    'Status overview',
    'Whether new users may see the employee status overview.',
  ),
  language: about(z.enum(['de', 'en', 'es']), 'Language', 'Language of new users in TimeTac.'),
};

const defaults = z.strictObject({
  ...defaultFields,
  mobileApps: defaultFields.mobileApps.default(false),
  statusOverview: defaultFields.statusOverview.default(false),
  language: defaultFields.language.default('de'),
}) satisfies z.ZodType<UserDefaults>;

const otherDefaults = checked(
  z.strictObject({
    department: defaultFields.department.exactOptional(),
    workingTimeModel: defaultFields.workingTimeModel.exactOptional(),
    holidayCalendar: defaultFields.holidayCalendar.exactOptional(),
    modules: defaultFields.modules.exactOptional(),
    mobileApps: defaultFields.mobileApps.exactOptional(),
    statusOverview: defaultFields.statusOverview.exactOptional(),
    language: defaultFields.language.exactOptional(),
  }),
  (fields) => Object.keys(fields).length > 0,
  { message: said('This rule changes no default.', 'Diese Regel ändert keine Vorgabe.') },
) satisfies z.ZodType<Partial<UserDefaults>>;

export const usersFile = z.strictObject({
  enabled: about(z.boolean().default(true), 'Enabled', 'Whether users are created and updated in TimeTac.'),
  createDaysBeforeHire: about(
    z.int().min(0).max(366).default(14),
    'Create days before hire',
    'How many days before the date of employment a user is created.',
  ),
  onFirstLink: about(
    z.enum(['show', 'push']).default('show'),
    'On first link',
    'Differences found when a user is first linked: show them for confirmation, or push Personio’s values.',
  ),
  welcomeEmail: about(
    z.enum(['never', 'on-create', 'on-hire']).default('never'),
    'Welcome e-mail',
    'When TimeTac sends its welcome e-mail to a new user.',
  ),
  usernameFrom: about(
    z.enum(['email', 'employee-id']).default('email'),
    'User name from',
    'What the user name of a new user is made of.',
  ),
  scope: about(
    z
      .strictObject({
        include: about(
          z.array(condition).default([]),
          'Include',
          'Only employees for whom one of these rules holds; none: everybody.',
        ),
        exclude: about(
          z.array(condition).default([]),
          'Exclude',
          'Employees for whom one of these rules holds are left out.',
        ),
      })
      .prefault({}),
    'Scope',
    'Whom Tandem looks after.',
  ),
  defaults: about(
    optional(defaults),
    'Defaults',
    'What new users get in TimeTac; names as they stand there.',
  ),
  rules: about(
    z
      .array(
        z.strictObject({
          when: about(condition, 'When', 'Whom the rule is for.'),
          defaults: about(otherDefaults, 'Defaults', 'Defaults that differ for them.'),
        }),
      )
      .default([]),
    'Rules',
    'Other defaults by office, department or subcompany; the first rule that holds wins.',
  ),
}) satisfies z.ZodType<UserSettings>;

export const usersOff: UserSettings = {
  enabled: false,
  createDaysBeforeHire: 14,
  onFirstLink: 'show',
  welcomeEmail: 'never',
  usernameFrom: 'email',
  scope: { include: [], exclude: [] },
  defaults: null,
  rules: [],
};
