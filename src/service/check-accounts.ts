// `tandem check`: are both accounts reachable, may the credentials do what the form needs, can they see the attributes,
// and do the form's names exist. Nothing is written: rights to write are probed with a change to a record that cannot
// exist.

import { randomUUID } from 'node:crypto';
import { hiddenFieldsOf } from '../core/people/blind-spots.ts';
import { findByName, findLanguage } from '../core/people/derive-user.ts';
import type { Employee, User } from '../core/people/employee.ts';
import { namesOfNobody, unreadIn } from '../core/people/scope.ts';
import type { Bilingual } from '../core/report/run-report.ts';
import type { Settings } from '../core/settings/settings.ts';
import { dateIn, daysBetween } from '../core/time/calendar.ts';
import { type NamedId, type Side, asVendorTrouble } from '../engine/ports.ts';
import { typesNotFound } from '../engine/type-book.ts';
import { type CheckLine, line, nameLine, probe } from './check-lines.ts';
import { checkProjects } from './check-projects.ts';
import type { Doors, Home } from './home.ts';
import { moreThanNeeded } from './more-than-needed.ts';

/** @param sides only these are asked: the other's credentials may not be there yet */
export async function checkAccounts(
  home: Pick<Home, 'openDoors'>,
  settings: Settings,
  sides: readonly Side[] = ['personio', 'timetac'],
): Promise<CheckLine[]> {
  const doors = home.openDoors(settings);
  try {
    const personio = sides.includes('personio') ? await checkPersonio(doors, settings) : [];
    const timetac = sides.includes('timetac') ? await checkTimetac(doors, settings) : [];
    // One cause is told once: a side that refused everybody is not asked for its types as well.
    const answering = sides.filter((side) => answers(side === 'personio' ? personio : timetac));
    const types = settings.absences.enabled ? await checkTypes(doors, settings, answering) : [];
    const projects = settings.attendances.enabled ? await checkProjects(doors, settings, answering) : [];
    const lines = [...personio, ...timetac, ...types, ...projects];
    return lines.filter(
      ({ message, side }, index) =>
        lines.findIndex((other) => other.message.en === message.en && other.side === side) === index,
    );
  } finally {
    await doors.close();
  }
}

const answers = (lines: readonly CheckLine[]): boolean =>
  !lines.some((line) => line.class === 'access' && ['employees', 'users'].includes(line.about));

async function checkPersonio(doors: Doors, settings: Settings): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  const employees = await probe('personio', 'employees', 'Employee: read', lines, async () => {
    const { rows } = await doors.hr.readEmployees();
    lines.push(...attributeLines(rows), ...scopeLines(rows, settings));
    return rows;
  });
  if (employees === null) return lines;
  lines.push(...(await moreThanNeeded(doors, settings)));
  const { absences, attendances } = settings;
  const nobody = randomUUID();
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  if (attendances.enabled) {
    await probe('personio', 'attendances', 'Attendances: read', lines, () =>
      doors.hr.readAttendancePeriods({ from: yesterday, to: yesterday }),
    );
    const content = {
      kind: 'WORK' as const,
      start: `${yesterday}T08:00:00`,
      end: `${yesterday}T08:01:00`,
      projectId: null,
      comment: null,
    };
    await probe('personio', 'attendances', 'Attendances: write', lines, () =>
      unlessMissing(
        doors.hr.updateAttendancePeriod(nobody, content, { skipApproval: true, projects: false }),
      ),
    );
  }
  if (absences.enabled) {
    await probe('personio', 'absences', 'Absences: read', lines, () =>
      doors.hr.readAbsencePeriods({ from: yesterday, to: yesterday }),
    );
    const typeId = randomUUID();
    const content = {
      typeId,
      firstOn: yesterday,
      lastOn: yesterday,
      startsAtMidday: false,
      endsAtMidday: false,
      hours: null,
    };
    await probe('personio', 'absences', 'Absences: write', lines, () =>
      unlessMissing(doors.hr.updateAbsencePeriod(nobody, content, { skipApproval: true, end: 'inclusive' })),
    );
  }
  return lines;
}

/** A record that does not exist, or a body that was judged: either way the credential may write. */
async function unlessMissing(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    const kind = asVendorTrouble(error)?.kind;
    if (kind !== 'missing' && kind !== 'refused') throw error;
  }
}

const attributes: readonly [string, boolean, (employee: Employee) => unknown, Bilingual][] = [
  ['first_name', true, (e) => e.firstName, { en: 'First name', de: 'Vorname' }],
  ['last_name', true, (e) => e.lastName, { en: 'Surname', de: 'Nachname' }],
  ['email', true, (e) => e.email, { en: 'E-mail address', de: 'E-Mail-Adresse' }],
  ['status', true, (e) => e.status, { en: 'Status', de: 'Status' }],
  ['hire_date', false, (e) => e.hiredOn, { en: 'Date of employment', de: 'Einstellungsdatum' }],
  ['termination_date', false, (e) => e.terminatedOn, { en: 'Date of termination', de: 'Austrittsdatum' }],
  [
    'absence_entitlement',
    false,
    (e) => e.entitlements,
    { en: 'Absence entitlement', de: 'Abwesenheitsanspruch' },
  ],
  ['date_of_birth', false, (e) => e.birthday, { en: 'Date of birth', de: 'Geburtsdatum' }],
];

function attributeLines(employees: readonly Employee[]): CheckLine[] {
  if (employees.length === 0)
    return [
      line('hint', 'personio', 'employees', {
        en: 'Personio lists no employee.',
        de: 'Personio führt keine Person.',
      }),
    ];
  return attributes
    .filter(([, , read]) => employees.every((employee) => read(employee) === undefined))
    .map(([key, required, , label]) =>
      line(
        required ? 'access' : 'optional',
        'personio',
        key,
        {
          en: `The attribute “${label.en}” is not readable for these credentials.`,
          de: `Das Attribut „${label.de}“ ist für diese Zugangsdaten nicht lesbar.`,
        },
        toMakeReadable(
          label,
          key === 'date_of_birth'
            ? {
                en: ', or name it under personio.attributes.dateOfBirth',
                de: ' oder unter personio.attributes.dateOfBirth nennen',
              }
            : undefined,
        ),
      ),
    );
}

const toMakeReadable = (label: Bilingual, otherwise: Bilingual = { en: '', de: '' }): Bilingual => ({
  en: `In Personio under Settings → API credentials, add “${label.en}” to the readable employee attributes${otherwise.en}.`,
  de: `In Personio unter Einstellungen → API-Zugangsdaten „${label.de}“ zu den lesbaren Mitarbeiterattributen hinzufügen${otherwise.de}.`,
});

/** What the scope and the rules for defaults ask for (rules 1.1, 1.5): whether it can be read, and whether anybody has it. */
function scopeLines(employees: readonly Employee[], { users }: Settings): CheckLine[] {
  const conditions = [...users.scope.include, ...users.scope.exclude, ...users.rules.map(({ when }) => when)];
  const unread = new Set(employees.flatMap((employee) => unreadIn(employee, conditions)));
  return [
    ...[...unread].map((attribute) =>
      line(
        'optional',
        'personio',
        attribute,
        {
          en: `The attribute “${attribute}” is not readable for these credentials, and users.scope or users.rules asks for it.`,
          de: `Das Attribut „${attribute}“ ist für diese Zugangsdaten nicht lesbar, und users.scope oder users.rules fragt danach.`,
        },
        toMakeReadable({ en: attribute, de: attribute }),
      ),
    ),
    ...namesOfNobody(employees, conditions).map(({ attribute, name }) =>
      line(
        'hint',
        'personio',
        attribute,
        {
          en: `Nobody in Personio has “${name}” as ${attribute}, which users.scope or users.rules names.`,
          de: `Niemand hat in Personio „${name}“ als ${attribute}; users.scope oder users.rules nennt es.`,
        },
        {
          en: 'Write it as it stands in Personio, unless somebody will have it later.',
          de: 'So schreiben, wie es in Personio steht, falls es nicht erst später jemand hat.',
        },
      ),
    ),
  ];
}

async function checkTimetac(doors: Doors, settings: Settings): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  const users = await probe(
    'timetac',
    'users',
    'users: read',
    lines,
    async () => (await doors.time.readAll(['user'], {})).rows.user ?? [],
  );
  if (users === null) return lines;
  lines.push(...expiryLines(settings), ...hiddenLines(users));
  if (settings.users.enabled) await checkDefaults(doors, settings, lines);
  if (settings.absences.enabled)
    for (const [resource, kind] of leaveLists)
      await probe('timetac', resource, `${resource}: read`, lines, () =>
        doors.time.readAll([kind], { [kind]: afterAllDays }),
      );
  if (settings.attendances.enabled) {
    await probe('timetac', 'timeTrackings', 'timeTrackings: read', lines, () =>
      doors.time.readByIds('timeEntry', ['0']),
    );
  }
  return lines;
}

/** Nothing is listed from here on: it is asked only whether it may be. */
const afterAllDays = '9999-12-31';
/** What bookings of leave are read from, beside the list of their types. */
const leaveLists = [
  ['absences', 'absence'],
  ['absenceDays', 'absenceDay'],
] as const;

/** Fields of users that TimeTac hides from this API user, of whom some show nothing but a reduced view. */
function hiddenLines(users: readonly User[]): CheckLine[] {
  const hidden = hiddenFieldsOf(users).join(', ');
  if (hidden === '') return [];
  return [
    line(
      'optional',
      'timetac',
      hidden,
      {
        en: `TimeTac hides fields of users from this API user: ${hidden}.`,
        de: `TimeTac verbirgt vor diesem API-Benutzer Felder von Benutzern: ${hidden}.`,
      },
      {
        en: 'Give the API user in TimeTac the right to see and edit all user data.',
        de: 'Dem API-Benutzer in TimeTac das Recht geben, alle Benutzerdaten zu sehen und zu bearbeiten.',
      },
    ),
  ];
}

/** TimeTac's credentials stop on a date that only the customer knows: reminded 30 days ahead (rule 4.5). */
function expiryLines(settings: Settings): CheckLine[] {
  const expiresOn = settings.timetac.credentialsExpireOn;
  if (expiresOn === null) return [];
  const days = daysBetween(dateIn(Date.now(), settings.schedule.timezone), expiresOn);
  if (days > 30) return [];
  return [
    line(
      days < 0 ? 'optional' : 'hint',
      'timetac',
      'credentials',
      {
        en: `The TimeTac credentials ${days < 0 ? 'expired' : 'expire'} on ${expiresOn}.`,
        de: `Die TimeTac-Zugangsdaten ${days < 0 ? 'sind abgelaufen am' : 'laufen ab am'} ${expiresOn}.`,
      },
      {
        en: 'Create new API credentials in TimeTac in time and enter them here.',
        de: 'Rechtzeitig neue API-Zugangsdaten in TimeTac anlegen und hier eintragen.',
      },
    ),
  ];
}

async function checkDefaults(doors: Doors, settings: Settings, lines: CheckLine[]): Promise<void> {
  const { defaults, rules } = settings.users;
  /** By name, where the form says it first. */
  const wanted = (
    field: 'department' | 'workingTimeModel' | 'holidayCalendar' | 'language',
  ): [string, string][] => {
    const said = [
      ['users.defaults', defaults?.[field]] as const,
      ...rules.map((rule, at) => [`users.rules[${at}].defaults`, rule.defaults[field]] as const),
    ];
    const first = new Map<string, string>();
    for (const [place, name] of said)
      if (name !== undefined && !first.has(name)) first.set(name, `${place}.${field}`);
    return [...first];
  };
  const lists = [
    ['department', 'departments', () => doors.time.readDepartments()],
    ['workingTimeModel', 'workSchedules', () => doors.time.readWorkSchedules()],
    ['holidayCalendar', 'publicHolidayTemplates', () => doors.time.readHolidayCalendars()],
  ] as const;
  for (const [field, resource, read] of lists) {
    const entries = await probe<readonly NamedId[]>('timetac', resource, `${resource}: read`, lines, read);
    for (const [name, place] of entries === null ? [] : wanted(field)) {
      const found = findByName(entries ?? [], name);
      if (found === null || found === 'ambiguous')
        lines.push(nameLine('timetac', place, name, found === 'ambiguous'));
    }
  }
  const languages = await probe('timetac', 'languages', 'languages: read', lines, () =>
    doors.time.readLanguages(),
  );
  for (const [code, place] of languages === null ? [] : wanted('language'))
    if (findLanguage(languages ?? [], code) === undefined)
      lines.push(nameLine('timetac', place, code, false));
}

/** @param sides whose types can be asked for: a wrong name on one side is told although the other is out of reach */
async function checkTypes(
  doors: Doors,
  settings: Settings,
  sides: readonly Side[],
): Promise<readonly CheckLine[]> {
  const lines: CheckLine[] = [];
  const source = sides.includes('timetac')
    ? await probe('timetac', 'absenceTypes', 'absenceTypes: read', lines, () => doors.time.readAbsenceTypes())
    : null;
  const target = sides.includes('personio')
    ? await probe('personio', 'absence-types', 'Absences: read', lines, () => doors.hr.readAbsenceTypes())
    : null;
  const missing = typesNotFound(settings.absences.types, { source, target });
  const names = missing.map(({ facts, type }) =>
    nameLine(facts['vendor'] === 'timetac' ? 'timetac' : 'personio', 'absences.types', type ?? '', false),
  );
  return [...lines, ...names];
}
