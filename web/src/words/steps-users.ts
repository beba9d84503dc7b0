// Step 3: users, their defaults, whom it is about, and who is who.

import type { Bilingual, ReviewRow } from '../api/types.ts';

export const usersWords = {
  enabled: {
    en: 'Shall employees from Personio become users in TimeTac?',
    de: 'Sollen Mitarbeitende aus Personio Benutzer in TimeTac werden?',
  },
  on: { en: 'Yes', de: 'Ja' },
  onText: {
    en: 'New employees get an account, changes to names, e-mail and dates are passed on, and leavers are deactivated after their last day.',
    de: 'Neue Mitarbeitende bekommen ein Konto, Änderungen an Namen, E-Mail und Daten werden übernommen, und wer austritt, wird nach dem letzten Tag deaktiviert.',
  },
  off: { en: 'No', de: 'Nein' },
  offText: {
    en: 'You create users in TimeTac yourselves. Tandem only finds out who is who, so that absences and attendances reach the right person.',
    de: 'Sie legen Benutzer in TimeTac selbst an. Tandem stellt nur fest, wer wer ist, damit Abwesenheiten und Anwesenheiten bei der richtigen Person ankommen.',
  },
  defaults: { en: 'Defaults for new users', de: 'Vorgaben für neue Benutzer' },
  defaultsText: {
    en: 'Every new user gets these values. Tandem never changes them on an existing user.',
    de: 'Jeder neue Benutzer bekommt diese Werte. An bestehenden Benutzern ändert Tandem sie nie.',
  },
  department: { en: 'Department', de: 'Abteilung' },
  departmentHint: {
    en: 'All new users are assigned to it. TimeTac recommends one of its own, e.g. “unassigned”, so that you see at a glance who still needs a proper department.',
    de: 'Alle neuen Benutzer kommen hinein. TimeTac empfiehlt eine eigene, z. B. „nicht zugeordnet“: So sehen Sie auf einen Blick, wer noch eine richtige Abteilung braucht.',
  },
  departmentNew: { en: 'Create a department in TimeTac', de: 'Abteilung in TimeTac anlegen' },
  departmentName: { en: 'Name of the new department', de: 'Name der neuen Abteilung' },
  departmentSuggested: { en: 'unassigned', de: 'nicht zugeordnet' },
  departmentCreate: { en: 'Create “{name}”', de: '„{name}“ anlegen' },
  departmentCreating: { en: 'Creating it in TimeTac …', de: 'Wird in TimeTac angelegt …' },
  departmentCreated: {
    en: '“{name}” now exists in TimeTac and is chosen.',
    de: '„{name}“ gibt es jetzt in TimeTac und ist ausgewählt.',
  },
  workingTimeModel: { en: 'Working time model', de: 'Arbeitszeitmodell' },
  workingTimeModelHint: {
    en: 'TimeTac recommends the one that is valid for most employees.',
    de: 'TimeTac empfiehlt jenes, das für die meisten gilt.',
  },
  holidayCalendar: { en: 'Holiday calendar', de: 'Feiertagskalender' },
  holidayCalendarHint: {
    en: 'TimeTac recommends the one that is valid for most employees.',
    de: 'TimeTac empfiehlt jenen, der für die meisten gilt.',
  },
  modules: { en: 'TimeTac modules', de: 'TimeTac-Module' },
  modulesHint: { en: 'What new users may use.', de: 'Was neue Benutzer nutzen dürfen.' },
  modulesActive: {
    en: 'Switched on in your account: {modules}.',
    de: 'In Ihrem Konto eingeschaltet: {modules}.',
  },
  mobileApps: {
    en: 'Allow use of the TimeTac mobile apps',
    de: 'Nutzung der mobilen Apps von TimeTac erlauben',
  },
  statusOverview: {
    en: 'Grant view access to an employee status overview',
    de: 'Einsicht in die Statusübersicht der Mitarbeitenden erlauben',
  },
  language: { en: 'Language in TimeTac', de: 'Sprache in TimeTac' },
  languageDe: { en: 'German', de: 'Deutsch' },
  languageEn: { en: 'English', de: 'Englisch' },
  languageEs: { en: 'Spanish', de: 'Spanisch' },
  options: { en: 'When and how users are created', de: 'Wann und wie Benutzer angelegt werden' },
  days: { en: 'Days before the date of employment', de: 'Tage vor dem Einstellungsdatum' },
  daysHint: {
    en: 'So many days ahead a new employee gets an account.',
    de: 'So viele Tage vorher bekommt jemand Neues ein Konto.',
  },
  welcome: { en: 'Welcome e-mail of TimeTac', de: 'Willkommensmail von TimeTac' },
  welcomeNever: { en: 'never', de: 'nie' },
  welcomeCreate: { en: 'when the user is created', de: 'wenn der Benutzer angelegt wird' },
  welcomeHire: { en: 'on the date of employment', de: 'am Einstellungsdatum' },
  username: { en: 'User name is made from', de: 'Der Benutzername entsteht aus' },
  usernameEmail: { en: 'the e-mail address', de: 'der E-Mail-Adresse' },
  usernameId: { en: 'the employee ID', de: 'der Mitarbeiter-ID' },
  firstLink: {
    en: 'Differences when a person is linked for the first time',
    de: 'Unterschiede bei der ersten Verknüpfung einer Person',
  },
  firstLinkShow: { en: 'Show them, change nothing', de: 'Zeigen, nichts ändern' },
  firstLinkShowText: {
    en: 'They are listed; you decide under “Issues”.',
    de: 'Sie werden aufgelistet; Sie entscheiden unter „Meldungen“.',
  },
  firstLinkPush: {
    en: 'Write Personio’s values into TimeTac',
    de: 'Werte aus Personio in TimeTac eintragen',
  },
  firstLinkPushText: {
    en: 'Names, e-mail and dates in TimeTac are replaced at once.',
    de: 'Namen, E-Mail und Daten in TimeTac werden sofort ersetzt.',
  },
} as const satisfies Record<string, Bilingual>;

/** The five combinations of the requirement form. */
export const moduleSetWords = {
  time: { en: 'Employee Time Tracking', de: 'Arbeitszeiterfassung' },
  leave: { en: 'Leave Management', de: 'Urlaubsverwaltung' },
  timeLeave: {
    en: 'Employee Time Tracking and Leave Management',
    de: 'Arbeitszeiterfassung und Urlaubsverwaltung',
  },
  project: { en: 'Project Time Tracking', de: 'Projektzeiterfassung' },
  all: {
    en: 'Employee Time Tracking, Leave Management, and Project Time Tracking',
    de: 'Arbeitszeiterfassung, Urlaubsverwaltung und Projektzeiterfassung',
  },
} as const satisfies Record<string, Bilingual>;

export const scopeWords = {
  title: { en: 'Whom it is about', de: 'Um wen es geht' },
  text: {
    en: 'Without a condition, all employees take part. Who is left out is neither created nor changed.',
    de: 'Ohne Bedingung machen alle mit. Wer ausgelassen ist, wird weder angelegt noch geändert.',
  },
  include: { en: 'Only people for whom this holds', de: 'Nur Personen, für die das gilt' },
  includeNone: { en: 'No condition: everybody.', de: 'Keine Bedingung: alle.' },
  exclude: { en: 'Leave out people for whom this holds', de: 'Personen auslassen, für die das gilt' },
  excludeNone: { en: 'Nobody is left out.', de: 'Niemand wird ausgelassen.' },
  add: { en: 'Add a condition', de: 'Bedingung hinzufügen' },
  addInclude: { en: 'New condition: take part', de: 'Neue Bedingung: machen mit' },
  addExclude: { en: 'New condition: left out', de: 'Neue Bedingung: ausgelassen' },
  all: {
    en: 'Everything filled in here must hold at once.',
    de: 'Alles, was hier ausgefüllt ist, muss zugleich gelten.',
  },
  any: { en: 'any', de: 'beliebig' },
  office: { en: 'Office', de: 'Standort' },
  department: { en: 'Department in Personio', de: 'Abteilung in Personio' },
  subcompany: { en: 'Subcompany', de: 'Tochterunternehmen' },
  employmentType: { en: 'Employment type', de: 'Beschäftigungsart' },
  ids: { en: 'Certain people', de: 'Bestimmte Personen' },
  idsHint: {
    en: 'Employee IDs of Personio, separated by commas.',
    de: 'Mitarbeiter-IDs aus Personio, durch Kommas getrennt.',
  },
  pick: { en: 'Type a name to search', de: 'Namen eintippen, um zu suchen' },
  conditionEmpty: {
    en: 'Fill in at least one field. A condition without any would cover everybody.',
    de: 'Füllen Sie mindestens ein Feld aus. Eine Bedingung ohne Angabe würde für alle gelten.',
  },
  removeOne: { en: 'Remove the condition “{condition}”', de: 'Bedingung „{condition}“ entfernen' },
  is: { en: '{field}: {value}', de: '{field}: {value}' },
  nobody: { en: 'nothing', de: 'nichts' },
} as const satisfies Record<string, Bilingual>;

export const rulesWords = {
  title: { en: 'Other defaults for some people', de: 'Andere Vorgaben für manche' },
  text: {
    en: 'For example another holiday calendar for one office. The first rule that holds wins; whatever it does not name comes from the defaults above.',
    de: 'Zum Beispiel ein anderer Feiertagskalender für einen Standort. Die erste zutreffende Regel gilt; was sie nicht nennt, kommt aus den Vorgaben oben.',
  },
  none: { en: 'No rule: the defaults hold for everybody.', de: 'Keine Regel: Die Vorgaben gelten für alle.' },
  rule: { en: 'Rule {n}', de: 'Regel {n}' },
  when: { en: 'For: {condition}', de: 'Für: {condition}' },
  instead: { en: 'Instead: {defaults}', de: 'Stattdessen: {defaults}' },
  new: { en: 'New rule', de: 'Neue Regel' },
  change: { en: 'Rule {n}: change', de: 'Regel {n} ändern' },
  whom: { en: 'For whom', de: 'Für wen' },
  what: { en: 'What differs', de: 'Was anders ist' },
  asDefault: { en: 'as in the defaults', de: 'wie in den Vorgaben' },
  add: { en: 'Add a rule', de: 'Regel hinzufügen' },
  save: { en: 'Take the rule over', de: 'Regel übernehmen' },
  edit: { en: 'Change rule {n}', de: 'Regel {n} ändern' },
  remove: { en: 'Remove rule {n}', de: 'Regel {n} entfernen' },
  up: { en: 'Move rule {n} up', de: 'Regel {n} nach oben' },
  defaultsEmpty: {
    en: 'Choose at least one value that differs.',
    de: 'Wählen Sie mindestens einen Wert, der anders ist.',
  },
  yes: { en: 'Yes', de: 'Ja' },
  no: { en: 'No', de: 'Nein' },
} as const satisfies Record<string, Bilingual>;

export const reviewStateWords = {
  linked: { en: 'linked', de: 'verknüpft' },
  matched: { en: 'will be linked', de: 'wird verknüpft' },
  new: { en: 'gets a new account', de: 'bekommt ein neues Konto' },
  waiting: { en: 'nothing due yet', de: 'noch nichts fällig' },
  held: { en: 'needs you', de: 'braucht Sie' },
} as const satisfies Record<ReviewRow['state'], Bilingual>;

/** Statuses of Personio; others are shown as they come. */
export const statusWords: Readonly<Record<string, Bilingual>> = {
  active: { en: 'active', de: 'aktiv' },
  inactive: { en: 'inactive', de: 'inaktiv' },
  onboarding: { en: 'onboarding', de: 'Onboarding' },
  leave: { en: 'on leave', de: 'beurlaubt' },
};

/** How it was found out who is who. */
export const matchedByWords: Readonly<Record<string, Bilingual>> = {
  'external-id': { en: 'by the external ID', de: 'über die externe ID' },
  email: { en: 'by the e-mail address', de: 'über die E-Mail-Adresse' },
  'personnel-number': { en: 'by the personnel number', de: 'über die Personalnummer' },
  person: { en: 'by a person', de: 'von einer Person bestätigt' },
  created: { en: 'created by Tandem', de: 'von Tandem angelegt' },
};

export const reviewWords = {
  title: { en: 'Who is who', de: 'Wer ist wer' },
  text: {
    en: 'Tandem compares both accounts and shows what it would do. Nothing is written. Put right what is wrong before the first run.',
    de: 'Tandem vergleicht beide Konten und zeigt, was es tun würde. Geschrieben wird nichts. Berichtigen Sie vor dem ersten Lauf, was nicht stimmt.',
  },
  needKeys: {
    en: 'Comparing needs the credentials of both sides. Enter them in step 2; then everybody is listed here.',
    de: 'Zum Vergleichen braucht es die Zugangsdaten beider Seiten. Tragen Sie sie in Schritt 2 ein; dann stehen hier alle.',
  },
  start: { en: 'Compare both accounts', de: 'Beide Konten vergleichen' },
  again: { en: 'Compare again', de: 'Noch einmal vergleichen' },
  reading: {
    en: 'Reading employees from Personio and users from TimeTac …',
    de: 'Mitarbeitende aus Personio und Benutzer aus TimeTac werden gelesen …',
  },
  asOf: { en: 'Compared {when}.', de: 'Verglichen {when}.' },
  none: { en: 'Personio lists no employee', de: 'Personio führt keine Mitarbeitenden' },
  noneText: {
    en: 'Check in step 2 whether the credentials may read employees.',
    de: 'Prüfen Sie in Schritt 2, ob die Zugangsdaten Mitarbeitende lesen dürfen.',
  },
  table: { en: 'Employees and their users', de: 'Mitarbeitende und ihre Benutzer' },
  show: { en: 'Show', de: 'Zeigen' },
  all: { en: 'Everybody ({n})', de: 'Alle ({n})' },
  outOfScope: { en: 'Left out ({n})', de: 'Ausgelassen ({n})' },
  stateCount: { en: '{state} ({n})', de: '{state} ({n})' },
  person: { en: 'Employee in Personio', de: 'Person in Personio' },
  state: { en: 'Result', de: 'Ergebnis' },
  user: { en: 'User in TimeTac, and your say', de: 'Benutzer in TimeTac und Ihr Wort dazu' },
  left: { en: 'left out', de: 'ausgelassen' },
  noUser: { en: 'none', de: 'keiner' },
  userText: { en: '{name} ({username})', de: '{name} ({username})' },
  userInactive: { en: '{user}, inactive', de: '{user}, inaktiv' },
  link: { en: 'Link {name} with {user}', de: '{name} mit {user} verknüpfen' },
  linkSome: { en: 'Link with a user', de: 'Mit einem Benutzer verknüpfen' },
  linkOther: { en: 'Link with another user', de: 'Mit anderem Benutzer verknüpfen' },
  linkPick: { en: 'User of TimeTac for {name}', de: 'Benutzer in TimeTac für {name}' },
  linkDo: { en: 'Link', de: 'Verknüpfen' },
  linkDoLabel: { en: 'Link {name}', de: '{name} verknüpfen' },
  apart: { en: 'Not the same', de: 'Nicht dieselbe Person' },
  apartOf: { en: '{name} and {user} are not the same', de: '{name} und {user} sind nicht dieselbe Person' },
  create: { en: 'Make a new account', de: 'Neues Konto anlegen' },
  createOf: { en: 'Make a new account for {name}', de: 'Neues Konto für {name} anlegen' },
  working: { en: 'Noting it …', de: 'Wird notiert …' },
  leftOver: {
    en: 'Users of TimeTac that belong to nobody in Personio ({n})',
    de: 'Benutzer in TimeTac, die zu niemandem in Personio gehören ({n})',
  },
  leftOverText: {
    en: 'They are left alone: nothing of theirs goes to Personio.',
    de: 'Sie bleiben unberührt: Von ihnen geht nichts nach Personio.',
  },
  vanished: {
    en: 'Linked, but no longer in Personio: {ids}',
    de: 'Verknüpft, aber nicht mehr in Personio: {ids}',
  },
  userName: { en: 'User name', de: 'Benutzername' },
  name: { en: 'Name', de: 'Name' },
  active: { en: 'Active', de: 'Aktiv' },
  unknown: { en: 'not known', de: 'nicht bekannt' },
} as const satisfies Record<string, Bilingual>;
