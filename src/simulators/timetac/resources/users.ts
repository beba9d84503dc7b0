// users and what hangs on them (vendor document, section 5.1).

import { blankUser, createAccount, extraKinds, sendMail, updateAccount } from '../accounts.ts';
import { assignmentsOf, shownAssignment, type AssignedField } from '../assignments.ts';
import { blank, date, flag, int, own, stamp, text, type Column, type Columns } from '../columns.ts';
import { intIn, requireFields } from '../input.ts';
import { broken, denied, missing } from '../problem.ts';
import { rows, type Action, type Call, type Resource } from '../resource.ts';
import type { TimetacUser } from '../state.ts';
import type { Row } from '../table.ts';
import type { World } from '../world.ts';

export const userColumns: Columns<TimetacUser> = {
  ...own<TimetacUser>({
    id: 'int',
    active: 'flag',
    human: 'flag',
    username: 'text',
    firstname: 'text',
    lastname: 'text',
  }),
  fullname: text((user) => `${user.lastname} ${user.firstname}`),
  ...own<TimetacUser>({
    email_address: 'text',
    personnel_number: 'text',
    external_id: 'text',
    language_id: 'int',
    payroll_accounting_starts_at: 'date',
    timesheet_holiday_calc_yearly_amount: 'number',
    timesheet_holiday_calc_starting_from: 'date',
    timesheet_holiday_calc_interval_mode: 'text',
    birthday: 'date',
    entry_date: 'date',
    exit_date: 'date',
    mobile_allowed: 'flag',
    timetac_product_id: 'int',
    updated: 'stamp',
  }),
  department_id: assigned('department_id'),
  department_id_valid_from: assignedFrom('department_id'),
  timesheet_template_id: assigned('timesheet_template_id'),
  timesheet_template_id_valid_starting_from: assignedFrom('timesheet_template_id'),
  public_holiday_template_id: assigned('public_holiday_template_id'),
  public_holiday_template_id_valid_from: assignedFrom('public_holiday_template_id'),
  ...extraColumns(),
  internal_user_group: int((user) => user.extra['internal_user_group'] ?? null),
  allow_start_task: flag((user) => user.extra['allow_start_task'] ?? true),
  ...blank('flag', 'authentication_blocked'),
  ...blank('int', 'unsuccessful_login_count'),
  ...moduleColumns(),
};

/** What an API user with limited rights sees (section 5.1, "Reduced view"). */
export const reducedUserFields: readonly string[] =
  'id active department_id lastname firstname email_address phone skype profile_picture allow_start_task leave_note public_holiday_template_id public_holiday_template_id_valid_from'.split(
    ' ',
  );

const me: Action = {
  method: 'GET',
  run: (world, { apiUser }) => ({
    kind: 'rows',
    rows: [apiUser],
    more: { renew_password: flag(() => false), last_login: stamp(() => world.now()) } satisfies Columns<Row>,
  }),
};

const create: Action = { method: 'POST', run: (world, { fields }) => rows(createAccount(world, fields)) };

const update: Action = {
  method: 'PUT',
  batch: true,
  run: (world, call) => rows(updateAccount(world, userOf(world, intIn(call.fields, 'id')), call.fields)),
};

const invite: Action = {
  method: 'POST',
  batch: true,
  run(world, { fields }) {
    requireFields(fields, ['email_address', 'firstname', 'lastname']);
    const starts = world.today();
    const invited = { username: fields['email_address'], password: '', payroll_accounting_starts_at: starts };
    const needed = {
      language_id: blankUser(world, 0).language_id,
      department_id: blankUser(world, 0).department_id,
    };
    const password = `invited-${world.surroundings.random()}`;
    const user = createAccount(world, { ...needed, ...fields, ...invited, password });
    sendMail(world, 'invitation', user.id);
    return rows(user);
  },
};

const sendWelcomeEmail: Action = {
  method: 'POST',
  run(world, { fields }) {
    const user = userOf(world, intIn(fields, 'id'));
    sendMail(world, 'welcome', user.id);
    return rows(user);
  },
};

const remove: Action = {
  method: 'DELETE',
  run(world, call) {
    const id = idOf(call);
    if (world.switches['user-delete'] === 'refuse') throw denied(call.apiUser.id, 'delete', 'User');
    return rows(world.tables.users.remove(userOf(world, id)));
  },
};

export const users: Resource<TimetacUser> = {
  name: 'users',
  entity: 'User',
  columns: userColumns,
  rows: (world) => world.tables.users.rows(),
  table: (world) => world.tables.users,
  actions: { me, create, update, invite, sendWelcomeEmail, delete: remove },
};

interface RoleRow extends Row {
  readonly user_id: number;
  readonly data: string;
}

/** The format of `data` is unknown: it is kept as it came. */
export const userRoles: Resource<RoleRow> = {
  name: 'userRoles',
  entity: 'UserRole',
  columns: own<RoleRow>({ id: 'int', user_id: 'int', data: 'text' }),
  rows: (world) => [...world.roles].map(([user_id, data]) => ({ id: user_id, user_id, data })),
  actions: {
    set: {
      method: 'POST',
      run(world, { fields }) {
        if (world.switches['user-role-write'] === 'reject') throw broken('SIM_USER_ROLE_REFUSED');
        const user = userOf(world, intIn(fields, 'user_id'));
        requireFields(fields, ['data']);
        const row: RoleRow = { id: user.id, user_id: user.id, data: String(fields['data']) };
        world.roles.set(user.id, row.data);
        world.tables.users.touch(user);
        return rows(row);
      },
    },
  },
};

interface TemplateRow extends Row {
  readonly user_id: number;
  readonly template_id: number | null;
  readonly template_hours: number;
  readonly valid_from: string | null;
  readonly created_at: number;
}

export const userTemplateHistory: Resource<TemplateRow> = {
  name: 'userTemplateHistory',
  entity: 'UserTemplateHistory',
  columns: {
    ...own<TemplateRow>({
      id: 'int',
      user_id: 'int',
      template_id: 'int',
      template_hours: 'number',
      valid_from: 'date',
      created_at: 'stamp',
    }),
    ...blank('text', 'change_type'),
  },
  rows: (world) =>
    world.tables.users.rows().flatMap((user) =>
      assignmentsOf(world, user, 'timesheet_template_id').map((row, n) => ({
        id: user.id * 1000 + n,
        user_id: user.id,
        template_id: row.value,
        template_hours: weeklyHours(world, row.value),
        valid_from: row.validFrom,
        created_at: row.writtenAt,
      })),
    ),
};

function userOf(world: World, id: number): TimetacUser {
  const user = world.tables.users.byId(id);
  if (user === undefined) throw missing('users', id);
  return user;
}

/** The id of a verb that names its row in the path (or as `?id=`). */
export function idOf({ id }: Call): number {
  if (id === null) throw broken('SIM_FIELD_REQUIRED', 'id');
  return id;
}

const weeklyHours = (world: World, schedule: number | null): number =>
  (world.tables.workSchedules.byId(schedule ?? 0)?.hours ?? []).reduce(
    (sum: number, hours) => sum + hours,
    0,
  );

function assigned(field: AssignedField): Column<TimetacUser> {
  return int((user, world) => shownAssignment(world, user, field).value);
}

function assignedFrom(field: AssignedField): Column<TimetacUser> {
  return date((user, world) => shownAssignment(world, user, field).validFrom);
}

function extraColumns(): Columns<TimetacUser> {
  // Text that was never set is empty, a number or date that was never set is absent.
  const columns = Object.entries(extraKinds).map(([name, kind]) => {
    const unset = kind === 'text' ? '' : kind === 'flag' ? false : null;
    return [name, { kind, get: (user: TimetacUser): unknown => user.extra[name] ?? unset }] as const;
  });
  return Object.fromEntries(columns);
}

function moduleColumns(): Columns<TimetacUser> {
  const modules = ['employee_timetracking', 'project_timetracking', 'leave_management', 'shift_planning'];
  const columns = modules.map((name) => [
    `enable_module_${name}`,
    flag<TimetacUser>((user) => user.extra[`enable_module_${name}`] ?? name !== 'shift_planning'),
  ]);
  return Object.fromEntries(columns) as Columns<TimetacUser>;
}
