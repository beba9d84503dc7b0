// Departments, work schedules and holiday calendars (sections 5.2 to 5.4).

import { isLocalDate } from '../../../core/time/calendar.ts';
import { blank, flag, int, number, own, stamp, text } from '../columns.ts';
import { syncHolidaysOfAll } from '../holidays.ts';
import { intIn, readFields, requireFields } from '../input.ts';
import { broken, missing } from '../problem.ts';
import { rows, type Resource } from '../resource.ts';
import type { TimetacState, TimetacWorkSchedule } from '../state.ts';
import type { Row } from '../table.ts';
import type { World } from '../world.ts';
import { idOf } from './users.ts';

type Department = TimetacState['departments'][number];
type HolidayTemplate = TimetacState['publicHolidayTemplates'][number];
type PublicHoliday = TimetacState['publicHolidays'][number];

const departmentKinds = {
  department_name: 'text',
  mother_id: 'int',
  supervisor_id: 'int',
  active: 'flag',
} as const;

export const departments: Resource<Department> = {
  name: 'departments',
  entity: 'Department',
  columns: {
    ...own<Department>({ id: 'int', ...departmentKinds, is_default: 'flag' }),
    ...blank('int', 'supervisor_assistant_id view_order sort_order'),
    node_path: text((row, world) => `,${nodePath(world, row).join(',')},`),
    data_changed: stamp((row, world) => world.tables.departments.changedAt(row)),
  },
  rows: (world) => world.tables.departments.rows(),
  table: (world) => world.tables.departments,
  actions: {
    create: {
      method: 'POST',
      batch: true,
      run(world, { fields }) {
        requireFields(fields, ['department_name']);
        const blankRow = { mother_id: 0, supervisor_id: null, active: true, is_default: false };
        const id = world.tables.departments.nextId();
        const row = { ...blankRow, ...readFields(fields, departmentKinds), id } as Department;
        checkMother(world, row);
        return rows(world.tables.departments.insert(row));
      },
    },
    update: {
      method: 'PUT',
      batch: true,
      run(world, { fields }) {
        const row = world.tables.departments.byId(intIn(fields, 'id'));
        if (row === undefined) throw missing('departments', intIn(fields, 'id'));
        const next = { ...row, ...readFields(fields, departmentKinds) };
        checkMother(world, next);
        Object.assign(row, next);
        return rows(world.tables.departments.touch(row));
      },
    },
  },
};

export const workSchedules: Resource<TimetacWorkSchedule> = {
  name: 'workSchedules',
  entity: 'WorkSchedule',
  columns: {
    ...own<TimetacWorkSchedule>({ id: 'int', name: 'text', active: 'flag' }),
    archived: flag((row) => !row.active),
    is_default: flag((row) => row.id === 1),
    assigned_users: text((row, world) =>
      world.tables.users
        .rows()
        .filter((user) => user.timesheet_template_id === row.id)
        .map((user) => user.id)
        .join(','),
    ),
    ...blank('flag', 'editable deletable minijobber_always_deduct_overtime overtime_allowance_always_deduct'),
    ...blank('text', 'note type status'),
    ...blank('number', 'law_limit_daily_hours law_limit_weekly_hours law_rest_period_minimum_hours'),
    ...blank('int', 'automatic_break_template_id rounding_times_template_id public_holiday_template_id'),
  },
  rows: (world) => world.tables.workSchedules.rows(),
  table: (world) => world.tables.workSchedules,
};

interface ScheduleDay extends Row {
  readonly timesheet_template_id: number;
  /** 1 = Monday. */
  readonly weekday_id: number;
  readonly hours: number;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const workScheduleDays: Resource<ScheduleDay> = {
  name: 'workScheduleDays',
  entity: 'WorkScheduleDay',
  columns: {
    ...own<ScheduleDay>({ id: 'int', timesheet_template_id: 'int', weekday_id: 'int', hours: 'number' }),
    workday: flag((day) => day.hours > 0),
    ...blank('flag', 'half_holiday'),
    ...blank('wall', 'core_time_start core_time_end'),
    weekday: text((day) => weekdays[day.weekday_id - 1]),
  },
  rows: (world) => world.tables.workSchedules.rows().flatMap(daysOf),
  actions: {
    update: {
      method: 'PUT',
      batch: true,
      run(world, { fields }) {
        const id = intIn(fields, 'id');
        const schedule = world.tables.workSchedules.byId(Math.floor(id / 10));
        const weekday = (id % 10) - 1;
        if (schedule?.hours[weekday] === undefined) throw missing('workScheduleDays', id);
        const { hours } = readFields(fields, { hours: 'number' });
        if (typeof hours === 'number') schedule.hours[weekday] = hours;
        world.tables.workSchedules.touch(schedule);
        return rows(...daysOf(schedule).filter((day) => day.id === id));
      },
    },
  },
};

export const publicHolidayTemplates: Resource<HolidayTemplate> = {
  name: 'publicHolidayTemplates',
  entity: 'PublicHolidayTemplate',
  columns: {
    ...own<HolidayTemplate>({
      id: 'int',
      template_name: 'text',
      country_id: 'int',
      active: 'flag',
      is_default: 'flag',
    }),
    ...blank('text', 'iso_3166'),
    ...blank('int', 'source_id'),
  },
  rows: (world) => world.tables.publicHolidayTemplates.rows(),
  table: (world) => world.tables.publicHolidayTemplates,
};

const holidayKinds = { template_id: 'int', date: 'date', name: 'text', value: 'number' } as const;

export const publicHolidays: Resource<PublicHoliday> = {
  name: 'publicHolidays',
  entity: 'PublicHoliday',
  columns: {
    ...own<PublicHoliday>({ id: 'int', template_id: 'int', date: 'date', name: 'text' }),
    value: number((row) => row.value),
    status: int(() => 1),
  },
  rows: (world) => world.tables.publicHolidays.rows(),
  table: (world) => world.tables.publicHolidays,
  actions: {
    create: {
      method: 'POST',
      run(world, { fields }) {
        requireFields(fields, ['template_id', 'date', 'name']);
        const id = world.tables.publicHolidays.nextId();
        const row = { value: 1, ...readFields(fields, holidayKinds), id } as PublicHoliday;
        if (world.tables.publicHolidayTemplates.byId(row.template_id) === undefined) {
          throw broken('SIM_HOLIDAY_TEMPLATE_MUST_EXIST');
        }
        if (!isLocalDate(row.date)) throw broken('SIM_VALUE_INVALID', 'date');
        world.tables.publicHolidays.insert(row);
        syncHolidaysOfAll(world);
        return rows(row);
      },
    },
    delete: {
      method: 'DELETE',
      run(world, call) {
        const row = world.tables.publicHolidays.byId(idOf(call));
        if (row === undefined) throw missing('publicHolidays', idOf(call));
        world.tables.publicHolidays.remove(row);
        syncHolidaysOfAll(world);
        return rows(row);
      },
    },
  },
};

function checkMother(world: World, { id, mother_id }: Department): void {
  const exists =
    mother_id === 0 || (mother_id !== id && world.tables.departments.byId(mother_id) !== undefined);
  if (!exists) throw broken('SIM_VALUE_INVALID', 'mother_id');
}

// Ends at the top, and at a ring that a test may have built.
function nodePath(world: World, row: Department): readonly number[] {
  const path = [row.id];
  for (let mother = row.mother_id; mother !== 0 && !path.includes(mother); ) {
    path.unshift(mother);
    mother = world.tables.departments.byId(mother)?.mother_id ?? 0;
  }
  return path;
}

const daysOf = (schedule: TimetacWorkSchedule): ScheduleDay[] =>
  schedule.hours.map((hours, n) => ({
    id: schedule.id * 10 + n + 1,
    timesheet_template_id: schedule.id,
    weekday_id: n + 1,
    hours,
  }));
