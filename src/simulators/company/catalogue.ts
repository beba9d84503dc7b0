// What both invented accounts contain before anybody works there: departments, schedules, types, tasks. The ids that
// TimeTac fixes (department 1, schedule 1, languages, tasks 4, 9, 13, 14, 15, 17, project 3) are those of timetac.md
// sections 5.1 and 5.8; all others are made up.

import type { PersonioAbsenceType } from '../personio/state.ts';
import type { TimetacAbsenceType, TimetacState, TimetacTask, TimetacWorkSchedule } from '../timetac/state.ts';
import type { Site } from './holidays.ts';

export const departmentNames = [
  'Management',
  'Sales',
  'Production',
  'Logistics',
  'IT',
  'Design',
  'Customer service',
  'Finance and HR',
] as const;
export type DepartmentName = (typeof departmentNames)[number];

export const departments: TimetacState['departments'] = [
  department(1, 'No department', true),
  department(2, 'unassigned', false),
  ...departmentNames.map((name, index) => department(index + 3, name, false)),
];

export const departmentIdOf = (name: DepartmentName): number => departmentNames.indexOf(name) + 3;

/** Per site: how Personio and TimeTac name its office and its holiday calendar. */
export const siteFacts = {
  Munich: {
    office: { id: 60301, name: 'Munich' },
    calendar: { id: 1, name: 'Bavaria', country: 'DE', state: 'Bayern' },
    templateId: 1,
    templateName: 'Germany - Bavaria',
  },
  Hamburg: {
    office: { id: 60302, name: 'Hamburg' },
    calendar: { id: 2, name: 'Hamburg', country: 'DE', state: 'Hamburg' },
    templateId: 2,
    templateName: 'Germany - Hamburg',
  },
} as const satisfies Record<Site, object>;

export const workSchedules: readonly TimetacWorkSchedule[] = [
  { id: 1, name: 'No Workschedule', active: true, hours: [0, 0, 0, 0, 0, 0, 0] },
  { id: 2, name: '40 h', active: true, hours: [8, 8, 8, 8, 8, 0, 0] },
  { id: 3, name: '38.5 h', active: true, hours: [8, 8, 8, 8, 6.5, 0, 0] },
  { id: 4, name: '20 h', active: true, hours: [5, 5, 5, 5, 0, 0, 0] },
];
export type ScheduleId = 2 | 3 | 4;

export const taskIds = { work: 4, break: 9, paidBreak: 10, relaunch: 21, tradeFair: 22 } as const;

export const tasks: readonly TimetacTask[] = [
  task(taskIds.work, 3, 'Work', 'work'),
  task(taskIds.break, 3, 'Break', 'nonworking'),
  task(taskIds.paidBreak, 3, 'Paid break', 'paid'),
  task(13, 3, 'Holiday', 'paid'),
  task(14, 3, 'Public holiday', 'paid'),
  task(15, 3, 'Special leave', 'paid'),
  task(17, 3, 'Sick leave', 'paid'),
  task(taskIds.relaunch, 5, 'Website relaunch', 'billable'),
  task(taskIds.tradeFair, 5, 'Trade fair stand', 'billable'),
];

export const timetacProjects: TimetacState['projects'] = [
  { id: 1, name: 'Root', mother_id: 0, status: 2 },
  { id: 3, name: 'General Tasks', mother_id: 1, status: 2 },
  { id: 5, name: 'Customer projects', mother_id: 1, status: 2 },
];

/** Only one of the two project tasks has a counterpart, so that time with and without a project occurs. */
export const personioProjects = [
  { id: '2318375', name: 'Website relaunch', status: 'ACTIVE' },
  { id: '2318376', name: 'Old showroom', status: 'ARCHIVED' },
] as const;

export const leaveTypes = {
  vacation: leaveType(1, 1, 0, 'Vacation', 'holiday', 'd', 13),
  overtime: leaveType(2, 2, 0, 'Overtime reduction', 'overtime_reduction', 'd', null),
  sick: leaveType(3, 3, 11, 'Sick leave', 'sick_leave', 'd', 17),
  remote: leaveType(4, 3, 12, 'Remote work', 'other_paid_leave', 'd', null),
  maternity: leaveType(5, 3, 13, 'Maternity leave', 'other_paid_leave', 'd', null),
  special: leaveType(6, 3, 14, 'Special leave', 'other_paid_leave', 'd', null),
  doctor: leaveType(7, 3, 15, "Doctor's appointment", 'other_paid_leave', 'hs', null),
  training: leaveType(8, 3, 16, 'Further training', 'other_paid_leave', 'd', null),
  trip: leaveType(9, 3, 17, 'Business trip', 'other_paid_leave', 'd', null),
  volunteer: leaveType(10, 3, 18, 'Volunteer day', 'other_paid_leave', 'd', null),
} as const;
export type LeaveKind = keyof typeof leaveTypes;

export const personioTypes = {
  vacation: personioType(1, 'Paid absence', 'PAID_VACATION', {}),
  sick: personioType(2, 'Sick day', 'SICK_LEAVE', { approval_required: false }),
  maternity: personioType(3, 'Maternity protection', 'MATERNITY_PROTECTION', { half_days: false }),
  remote: personioType(4, 'Work from home', 'OFFSITE_WORK', {}),
  overtime: personioType(5, 'Overtime compensation', 'OTHER', {}),
  special: personioType(6, 'Special leave', 'OTHER', { substitute: 'required' }),
  hourly: personioType(7, 'Hourly leave', 'OTHER', { unit: 'HOUR', half_days: false }),
  training: personioType(8, 'Training hours', 'OTHER', { unit: 'HOUR', half_days: false }),
  parental: personioType(9, 'Parental leave', 'PARENTAL_LEAVE', { read_only: true }),
} as const;

function department(id: number, name: string, isDefault: boolean): TimetacState['departments'][number] {
  return {
    id,
    department_name: name,
    mother_id: 0,
    supervisor_id: null,
    active: true,
    is_default: isDefault,
  };
}

function task(
  id: number,
  motherId: number,
  name: string,
  nature: 'work' | 'billable' | 'nonworking' | 'paid',
): TimetacTask {
  return {
    id,
    mother_id: motherId,
    name,
    // At most one of the three is true (timetac.md section 5.10).
    is_nonworking: nature === 'nonworking',
    is_paid_non_working: nature === 'paid',
    is_billable: nature === 'billable',
  };
}

function leaveType(
  id: number,
  typeId: number,
  subtypeId: number,
  name: string,
  dayType: TimetacAbsenceType['day_type'],
  unit: 'd' | 'hs',
  taskId: number | null,
): TimetacAbsenceType {
  return {
    id,
    absence_type_id: typeId,
    absence_subtype_id: subtypeId,
    name,
    name_const: `ABSENCE_TYPE_${typeId}_${subtypeId}_NAME`,
    abbreviation: name.slice(0, 2).toUpperCase(),
    cost_acc_task_id: taskId,
    request_type: 'USER',
    duration_unit: unit,
    day_type: dayType,
    active: true,
  };
}

function personioType(
  number: number,
  name: string,
  category: string,
  differing: Partial<PersonioAbsenceType>,
): PersonioAbsenceType {
  return {
    id: `7a000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    v1_id: 113400 + number,
    name,
    category,
    unit: 'DAY',
    half_days: true,
    substitute: 'none',
    approval_required: true,
    read_only: false,
    ...differing,
  };
}
