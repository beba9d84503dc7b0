// The configuration that fits an invented company, as its HR would have filled in the requirement form: the plain
// object that the YAML file would hold.

import { earlierOf, type LocalDate } from '../../core/time/calendar.ts';
import { birthdayAttribute, type CompanyStates } from './bench.ts';
import {
  type LeaveKind,
  leaveTypes,
  personioProjects,
  personioTypes,
  siteFacts,
  workSchedules,
} from './catalogue.ts';
import { demoCompanyName } from './credentials.ts';

export interface SettingsDocumentOptions {
  readonly personioUrl: string;
  readonly timetacUrl: string;
  /** Of absences and attendances; without it the first day with time trackings. */
  readonly startDate?: LocalDate;
  readonly name?: string;
  /** `15m`, `60s`. */
  readonly every?: string;
  readonly reportTo?: readonly string[];
}

/**
 * A configuration document (version 1) whose names and credentials exist in these states. Volunteer days are left out
 * of the absence types on purpose: nobody had thought of them (rule 2.9).
 */
export function companySettingsDocument(
  states: CompanyStates,
  options: SettingsDocumentOptions,
): Record<string, unknown> {
  const startDate = options.startDate ?? firstDayOf(states);
  return {
    version: 1,
    name: options.name ?? demoCompanyName,
    personio: {
      baseUrl: options.personioUrl,
      ...keysOf(states.personio.credentials),
      attributes: { dateOfBirth: birthdayAttribute },
    },
    timetac: {
      baseUrl: options.timetacUrl,
      account: states.timetac.account,
      apiVersion: 4,
      pathPrefix: '',
      ...keysOf(states.timetac.credentials),
    },
    users: {
      enabled: true,
      createDaysBeforeHire: 14,
      onFirstLink: 'show',
      welcomeEmail: 'never',
      defaults: {
        department: 'unassigned',
        workingTimeModel: workSchedules[1]?.name,
        holidayCalendar: siteFacts.Munich.templateName,
        modules: ['employee-time-tracking', 'leave-management'],
        mobileApps: true,
        statusOverview: false,
        language: 'de',
      },
      rules: [
        { when: { office: 'Hamburg' }, defaults: { holidayCalendar: siteFacts.Hamburg.templateName } },
        {
          when: { department: 'Design' },
          defaults: { modules: ['employee-time-tracking', 'leave-management', 'project-time-tracking'] },
        },
      ],
    },
    absences: { enabled: true, startDate, fractions: 'hold', approval: 'skip', types: typeRows() },
    attendances: {
      enabled: true,
      startDate,
      granularity: 'merged',
      approvedOnly: false,
      approval: 'skip',
      onTargetEdit: 'hold',
      paidBreaks: 'work',
      notes: false,
      projects: [{ timetac: personioProjects[0].name, personio: personioProjects[0].id }],
    },
    schedule: { every: options.every ?? '15m', fullCheckAt: '03:00', timezone: states.personio.zone },
    guard: { maxDeletes: 25, maxDeleteShare: 0.1 },
    report: {
      to: options.reportTo ?? ['hr@muster.example'],
      when: 'on-issues',
      language: 'de',
      deadManHours: 26,
    },
  };
}

/** The earliest date with a time tracking that no absence wrote. */
export function firstDayOf(states: CompanyStates): LocalDate {
  const dates = states.timetac.timeTrackings
    .filter((row) => row.absence_request_id === null)
    .map((row) => row.start_time.slice(0, 10));
  if (dates.length === 0)
    throw new Error('This company has no time trackings: say from which day on to synchronise');
  return dates.reduce(earlierOf);
}

function keysOf(credentials: readonly { readonly clientId: string; readonly clientSecret: string }[]) {
  const [first] = credentials;
  if (first === undefined) throw new Error('This company has no credentials');
  return { clientId: first.clientId, clientSecret: first.clientSecret };
}

const mapping: Readonly<
  Record<LeaveKind, readonly [type: keyof typeof personioTypes, sync: boolean] | null>
> = {
  vacation: ['vacation', true],
  overtime: ['overtime', true],
  sick: ['sick', true],
  remote: ['remote', true],
  maternity: ['maternity', true],
  special: ['special', true],
  doctor: ['hourly', true],
  training: ['training', true],
  trip: ['remote', false],
  volunteer: null,
};

function typeRows(): object[] {
  return Object.entries(leaveTypes).flatMap(([kind, type]) => {
    const row = mapping[kind as LeaveKind];
    if (row === null) return [];
    const personio = personioTypes[row[0]].name;
    return [
      { timetac: type.name, personio, sync: row[1], ...(kind === 'remote' ? { worksThatDay: true } : {}) },
    ];
  });
}
