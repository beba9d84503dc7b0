// Everything TimeTac refuses, as one kind of error. Only DEPARTMENT_ID_MUST_EXIST is a code seen at the vendor
// (section 4.2); the codes that we had to invent carry the prefix SIM_, so that no client comes to depend on them.

const sentences = {
  DEPARTMENT_ID_MUST_EXIST: {
    en: 'department_id should be id of an existing department',
    de: 'department_id muss eine gültige id eines bestehenden departments sein',
  },
  SIM_WORK_SCHEDULE_MUST_EXIST: {
    en: 'timesheet_template_id should be id of an existing work schedule',
    de: 'timesheet_template_id muss eine gültige id eines bestehenden Arbeitszeitmodells sein',
  },
  SIM_HOLIDAY_TEMPLATE_MUST_EXIST: {
    en: 'public_holiday_template_id should be id of an existing template',
    de: 'public_holiday_template_id muss eine gültige id eines bestehenden Feiertagskalenders sein',
  },
  SIM_LANGUAGE_MUST_EXIST: {
    en: 'language_id should be id of an existing language',
    de: 'language_id muss eine gültige id einer bestehenden Sprache sein',
  },
  SIM_USER_MUST_EXIST: {
    en: 'user_id should be id of an existing user',
    de: 'user_id muss eine gültige id eines bestehenden Benutzers sein',
  },
  SIM_TASK_MUST_EXIST: {
    en: 'task_id should be id of an existing task',
    de: 'task_id muss eine gültige id einer bestehenden Aufgabe sein',
  },
  SIM_ABSENCE_TYPE_MUST_EXIST: {
    en: 'type_id and subtype_id should name an existing absence type',
    de: 'type_id und subtype_id müssen eine bestehende Abwesenheitsart bezeichnen',
  },
  SIM_FIELD_REQUIRED: { en: 'a required field is missing', de: 'ein Pflichtfeld fehlt' },
  SIM_VALUE_INVALID: { en: 'a value is not valid', de: 'ein Wert ist ungültig' },
  SIM_FIELD_UNKNOWN: { en: 'the field does not exist', de: 'das Feld gibt es nicht' },
  SIM_OPERATOR_UNKNOWN: { en: 'the operator does not exist', de: 'den Operator gibt es nicht' },
  SIM_LIMIT_TOO_LARGE: { en: '_limit is too large', de: '_limit ist zu groß' },
  SIM_BATCH_TOO_LARGE: { en: 'too many rows in one request', de: 'zu viele Zeilen in einer Anfrage' },
  SIM_BATCH_NOT_SUPPORTED: { en: 'this action takes one row', de: 'diese Aktion nimmt nur eine Zeile' },
  SIM_TEXT_TOO_LONG: { en: 'the text is too long', de: 'der Text ist zu lang' },
  SIM_USERNAME_INVALID: {
    en: 'username may contain 0-9 a-z - . _ @ only',
    de: 'Der Benutzername darf nur 0-9 a-z - . _ @ enthalten',
  },
  SIM_USERNAME_EXISTS: { en: 'username exists already', de: 'Der Benutzername ist bereits vergeben' },
  SIM_EMAIL_EXISTS: { en: 'email_address exists already', de: 'Die E-Mail-Adresse ist bereits vergeben' },
  SIM_EXTERNAL_ID_EXISTS: { en: 'external_id exists already', de: 'Die externe ID ist bereits vergeben' },
  SIM_VALID_FROM_BEFORE_START: {
    en: 'valid-from must not be before payroll_accounting_starts_at',
    de: 'Gültig-ab darf nicht vor dem Beginn der Nutzung von TimeTac liegen',
  },
  SIM_REACTIVATION_REFUSED: {
    en: 'user cannot be activated again',
    de: 'Benutzer kann nicht reaktiviert werden',
  },
  SIM_USER_ROLE_REFUSED: { en: 'roles cannot be set', de: 'Rollen können nicht gesetzt werden' },
  SIM_DATES_REVERSED: { en: 'the end lies before the begin', de: 'Das Ende liegt vor dem Beginn' },
  SIM_ABSENCE_OVERLAP: {
    en: 'there is an absence in this period already',
    de: 'In diesem Zeitraum besteht bereits eine Abwesenheit',
  },
  SIM_ABSENCE_DATES_FIXED: {
    en: 'only comments of an absence can be updated',
    de: 'Nur Kommentare einer Abwesenheit können geändert werden',
  },
  SIM_ABSENCE_STATUS: {
    en: 'the status of the absence does not allow this',
    de: 'Der Status der Abwesenheit lässt das nicht zu',
  },
  SIM_BEFORE_START: {
    en: 'nothing can be recorded before payroll_accounting_starts_at',
    de: 'Vor dem Beginn der Nutzung von TimeTac kann nichts erfasst werden',
  },
  SIM_DAY_CLOSED: { en: 'the day is closed', de: 'Der Tag ist abgeschlossen' },
  SIM_TRACKING_OVERLAP: { en: 'time trackings overlap', de: 'Zeitbuchungen überschneiden sich' },
  SIM_TRACKING_APPROVED: { en: 'the time tracking is approved', de: 'Die Zeitbuchung ist freigegeben' },
  SIM_TRACKING_OVER_MIDNIGHT: {
    en: 'a time tracking must end on its day',
    de: 'Eine Zeitbuchung muss an ihrem Tag enden',
  },
} as const;

export type RuleCode = keyof typeof sentences;

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** null for refusals that TimeTac sends without `ErrorExtended` (403, 404, 410). */
  readonly rule: { readonly code: RuleCode; readonly en: string; readonly de: string } | null;
  /** `ErrorMetaData`: which field. */
  readonly field: string | null;

  constructor(status: number, message: string, rule: Problem['rule'] = null, field: string | null = null) {
    super(message);
    this.status = status;
    this.rule = rule;
    this.field = field;
  }
}

/** 422, by the words of section 4.2. */
export function broken(code: RuleCode, field: string | null = null): Problem {
  const { en, de } = sentences[code];
  const suffix = field === null ? '' : ` (${field})`;
  const rule = { code, en: en + suffix, de: de + suffix };
  return new Problem(422, `Unprocessable Entity: ${rule.en}`, rule, field);
}

/** 403, in TimeTac's own words. */
export const denied = (userId: number, action: string, entity: string): Problem =>
  new Problem(
    403,
    `Generic access denied for user: ${userId} | Action:${action} | Resource: TimeTac\\ORM\\Entity\\${entity}`,
  );

export const missing = (resource: string, id: number | string): Problem =>
  new Problem(404, `Not Found: ${resource} with id ${id} does not exist`);
