// One employee, and the form's part about users, as tests of the core take them.

import type { Employee } from '../../src/core/people/employee.ts';
import type { UserDefaults, UserSettings } from '../../src/core/settings/settings.ts';

export const somebody: Employee = {
  id: '3001',
  firstName: 'Anna',
  lastName: 'Ahrens',
  email: ' Anna@muster.example ',
  status: 'active',
  hiredOn: '2026-04-01',
  terminatedOn: null,
  birthday: '1990-05-01',
  entitlements: [],
  office: 'Munich',
  department: 'Sales',
  subcompany: 'Muster GmbH',
  employmentType: 'internal',
};

export const defaults: UserDefaults = {
  department: 'unassigned',
  workingTimeModel: '40 h',
  holidayCalendar: 'Bavaria',
  modules: ['employee-time-tracking'],
  mobileApps: true,
  statusOverview: false,
  language: 'de',
};

export const userSettings: UserSettings = {
  enabled: true,
  createDaysBeforeHire: 14,
  onFirstLink: 'show',
  welcomeEmail: 'never',
  usernameFrom: 'email',
  scope: { include: [], exclude: [] },
  defaults,
  rules: [],
};
