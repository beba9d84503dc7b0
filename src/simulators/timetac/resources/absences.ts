// absences, absenceDays, absenceTypes and the translations that name the types (sections 5.5 to 5.7).

import { decideAbsence, draftAbsence, storeAbsence, updateAbsence } from '../bookings.ts';
import { blank, flag, int, own, text, type Column } from '../columns.ts';
import { intIn } from '../input.ts';
import { missing } from '../problem.ts';
import { rows, type Action, type Call, type Resource } from '../resource.ts';
import type { TimetacAbsence, TimetacAbsenceDay, TimetacAbsenceType } from '../state.ts';
import type { Row } from '../table.ts';
import type { World } from '../world.ts';

type Named = Pick<TimetacAbsence, 'user_id'>;
const departmentOf = <R extends Named>(): Column<R> =>
  int((row, world) => world.tables.users.byId(row.user_id)?.department_id ?? 0);

const beginColumn = <R extends { readonly begin: string | null }>(): Column<R> =>
  text((row, world) =>
    world.switches['absence-begin-format'] === 'hh-mm' ? row.begin?.slice(0, 5) : row.begin,
  );

export const absences: Resource<TimetacAbsence> = {
  name: 'absences',
  entity: 'Absence',
  columns: {
    ...own<TimetacAbsence>({
      id: 'int',
      type_id: 'int',
      subtype_id: 'int',
      user_id: 'int',
      replacement_user_id: 'int',
      created: 'stamp',
      status: 'int',
      granted_user_id: 'int',
      granted_timestamp: 'stamp',
      request_comment: 'text',
      granted_comment: 'text',
      from_date: 'date',
      to_date: 'date',
      duration: 'number',
      request_partial_begin_duration: 'number',
      request_partial_end_duration: 'number',
      duration_unit: 'text',
      updated: 'stamp',
    }),
    begin: beginColumn(),
    request_user_department_id: departmentOf(),
    substitute_enabled: flag((row) => row.substitute_enabled ?? false),
    individual_value_1: text((row) => row.individual_value_1 ?? ''),
    ...blank('int', 'request_user_role_id granted_as_substitute_user_id chain_level'),
    ...blank('flag', 'is_multistage_request'),
  },
  rows: (world) => world.tables.absences.rows(),
  table: (world) => world.tables.absences,
  actions: {
    create: {
      method: 'POST',
      run: (world, { fields, apiUser }) => rows(storeAbsence(world, draftAbsence(world, fields, apiUser.id))),
    },
    validate: {
      method: 'POST',
      harmless: true,
      run: (world, { fields, apiUser }) => rows({ ...draftAbsence(world, fields, apiUser.id), id: 0 }),
    },
    update: {
      method: 'PUT',
      run: (world, call) => rows(updateAbsence(world, absenceOf(world, call), call.fields)),
    },
    approve: decision('granted'),
    reject: decision('declined'),
    cancel: decision('cancelled'),
  },
};

export const absenceDays: Resource<TimetacAbsenceDay> = {
  name: 'absenceDays',
  entity: 'AbsenceDay',
  columns: {
    ...own<TimetacAbsenceDay>({
      id: 'int',
      user_id: 'int',
      date: 'date',
      type: 'text',
      value: 'number',
      value_unit: 'text',
      request_id: 'int',
      status: 'int',
      updated: 'stamp',
      type_id: 'int',
      subtype_id: 'int',
    }),
    begin: beginColumn(),
    user_department_id: departmentOf(),
    ...blank('int', 'user_role_id'),
    ...blank('text', 'comment'),
  },
  rows: (world) => world.tables.absenceDays.rows(),
  table: (world) => world.tables.absenceDays,
};

export const absenceTypes: Resource<TimetacAbsenceType> = {
  name: 'absenceTypes',
  entity: 'AbsenceType',
  columns: {
    ...own<TimetacAbsenceType>({
      id: 'int',
      absence_type_id: 'int',
      absence_subtype_id: 'int',
      name_const: 'text',
      cost_acc_task_id: 'int',
      request_type: 'text',
      duration_unit: 'text',
    }),
    abbreviation_const: text((type) => abbreviationKey(type)),
    show_in_selection: flag((type) => type.active),
    enabled_for_requests: flag((type) => type.active),
    is_visible_for_edit: flag((type) => type.active),
    sort_order: int((type) => type.id),
    show_day_amount_config: text(() => '[25,50,75,100]'),
    ...blank('int', 'absence_group_id datev_wage_type_id'),
    ...blank(
      'flag',
      'add_to_working_hours allow_tracking_more_then_target_working_hours allow_entry_on_non_working_days public_leave_type comment_is_mandatory reject_request_comment_is_mandatory enable_user_limitations enable_for_substitute_mode absence_window_show_replacement send_email_notification_to_responsible_manager send_email_notification_to_user_if_entered_by_manager',
    ),
    ...blank(
      'text',
      'user_limitations_config color restrict_for_country datev_absence_key individual_value_1',
    ),
  },
  rows: (world) => world.tables.absenceTypes.rows(),
  table: (world) => world.tables.absenceTypes,
};

interface Translation extends Row {
  readonly translation_key: string;
  readonly value: string;
}

/** Names and abbreviations of the absence types; the state keeps them in one language. */
export const translations: Resource<Translation> = {
  name: 'translations',
  entity: 'Translation',
  columns: own<Translation>({ id: 'int', translation_key: 'text', value: 'text' }),
  rows: (world) =>
    world.tables.absenceTypes.rows().flatMap((type) => [
      { id: type.id * 2 - 1, translation_key: type.name_const, value: type.name },
      { id: type.id * 2, translation_key: abbreviationKey(type), value: type.abbreviation },
    ]),
};

const abbreviationKey = (type: TimetacAbsenceType): string => `${type.name_const}_ABBREVIATION`;

function decision(to: 'granted' | 'declined' | 'cancelled'): Action {
  return {
    method: 'PUT',
    run(world, call) {
      const { granted_comment } = call.fields;
      const comment = typeof granted_comment === 'string' ? granted_comment : null;
      const by = { userId: call.apiUser.id, comment, checked: true };
      return rows(decideAbsence(world, absenceOf(world, call), to, by));
    },
  };
}

function absenceOf(world: World, { fields }: Call): TimetacAbsence {
  const id = intIn(fields, 'id');
  const absence = world.tables.absences.byId(id);
  if (absence === undefined) throw missing('absences', id);
  return absence;
}
