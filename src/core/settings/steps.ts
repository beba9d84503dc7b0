// The eight steps of the guide, and what is still missing for each (product: "each step says what is missing").

import { type Said, said } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import { type Branch, isBranch } from './tree.ts';

export type StepName = 'accounts' | 'credentials' | 'users' | 'exports' | 'types' | 'form' | 'test' | 'done';

export interface Step {
  readonly step: StepName;
  /** `later`: waits for an earlier one. */
  readonly state: 'open' | 'done' | 'later';
  readonly missing: readonly Said[];
}

export interface Progressed {
  readonly form: Branch;
  /** Of the whole form. */
  readonly mistakes: readonly Mistake[];
  /** Whether each vendor took the credentials; null: there are none. */
  readonly credentials: { readonly personio: boolean | null; readonly timetac: boolean | null };
  readonly signed: 'never' | 'before-changes' | 'current';
  /** How the newest rehearsal of this form ended. */
  readonly rehearsal: 'never' | 'before-changes' | 'failed' | 'refused' | 'done';
  readonly on: boolean;
}

export function stepsOf(now: Progressed): Step[] {
  const own = (...sections: readonly string[]): Said[] =>
    now.mistakes
      .filter(({ path }) => sections.some((section) => path === section || path.startsWith(`${section}.`)))
      .map(inWords);
  const accounts = own('name', 'personio', 'timetac').filter(isNot(expiry(now)));
  const credentials = [...missingCredentials(now), ...expiry(now)];
  const users = isBranch(now.form['users']) ? own('users') : [usersUndecided];
  const exports = [...nothingOn(now), ...own('', 'absences', 'attendances', 'lockedUntil')].filter(
    isNot(own('absences.types')),
  );
  const types = isBranch(now.form['absences'])
    ? isOff(now.form, 'absences')
      ? []
      : own('absences.types')
    : [undecidedAbsences];
  const form = now.signed === 'current' ? [] : [now.signed === 'never' ? unsigned : signedBefore];
  const test = now.rehearsal === 'done' ? [] : [rehearsals[now.rehearsal]];
  const done = [...own('schedule', 'guard', 'report'), ...(now.on ? [] : [notOn])];
  const steps: readonly [StepName, readonly Said[]][] = [
    ['accounts', accounts],
    ['credentials', credentials],
    ['users', users],
    ['exports', exports],
    ['types', types],
    ['form', form],
    ['test', test],
    ['done', done],
  ];
  const isOpen = (name: StepName): boolean =>
    steps.some(([step, missing]) => step === name && missing.length > 0);
  const formIsOpen = ['accounts', 'users', 'exports', 'types'].some((name) => isOpen(name as StepName));
  return steps.map(([step, missing]) => ({
    step,
    missing,
    state:
      missing.length === 0
        ? 'done'
        : (step === 'types' && missing.includes(undecidedAbsences)) ||
            (step === 'form' && formIsOpen) ||
            (step === 'test' && (formIsOpen || isOpen('credentials')))
          ? 'later'
          : 'open',
  }));
}

/** Whether everything that a run needs is there. */
export const isRunnable = (steps: readonly Step[]): boolean =>
  steps.every(({ step, state }) => state === 'done' || step === 'form' || step === 'test' || step === 'done');

const isNot =
  (others: readonly Said[]) =>
  (one: Said): boolean =>
    !others.some((other) => other.en === one.en);

/** The expiry date is asked for beside the credentials. */
const expiry = ({ mistakes }: Progressed): Said[] =>
  mistakes.filter(({ path }) => path === 'timetac.credentialsExpireOn').map(inWords);

function missingCredentials({ credentials }: Progressed): Said[] {
  const missing: Said[] = [];
  for (const [side, name] of [
    ['personio', 'Personio'],
    ['timetac', 'TimeTac'],
  ] as const) {
    if (credentials[side] === null)
      missing.push(said(`The credentials of ${name} are missing.`, `Die Zugangsdaten von ${name} fehlen.`));
    if (credentials[side] === false)
      missing.push(
        said(
          `${name} did not accept the credentials at the last test.`,
          `${name} hat die Zugangsdaten beim letzten Test nicht angenommen.`,
        ),
      );
  }
  return missing;
}

const isOff = (form: Branch, section: string): boolean => {
  const part = form[section];
  return !isBranch(part) || part['enabled'] === false;
};

function nothingOn({ form }: Progressed): Said[] {
  // People alone are an integration too: then there is nothing to export, on purpose.
  const isDecided = ['absences', 'attendances'].every((section) => isBranch(form[section]));
  return isDecided || !isOff(form, 'absences') || !isOff(form, 'attendances') ? [] : [undecided];
}

const usersUndecided = said(
  'Decide whether employees of Personio become users in TimeTac, and with which defaults.',
  'Entscheiden, ob Mitarbeiter aus Personio Benutzer in TimeTac werden, und mit welchen Vorgaben.',
);
const undecided = said(
  'Decide whether absences and attendances go to Personio.',
  'Entscheiden, ob Abwesenheiten und Anwesenheiten nach Personio gehen.',
);
const undecidedAbsences = said(
  'Waits for step 4: it is not decided yet whether absences go to Personio.',
  'Wartet auf Schritt 4: Es ist noch nicht entschieden, ob Abwesenheiten nach Personio gehen.',
);
const unsigned = said('The form is not signed off yet.', 'Das Formular ist noch nicht freigegeben.');
const signedBefore = said(
  'The form was changed after it was signed off; it needs a new sign-off.',
  'Das Formular wurde nach der Freigabe geändert; es braucht eine neue Freigabe.',
);
const notOn = said('The integration is not switched on.', 'Die Integration ist nicht eingeschaltet.');
const rehearsals: Readonly<Record<Exclude<Progressed['rehearsal'], 'done'>, Said>> = {
  never: said('No rehearsal has been made yet.', 'Es gab noch keinen Probelauf.'),
  'before-changes': said(
    'The form or credentials were changed after the last rehearsal; make a new one.',
    'Formular oder Zugangsdaten wurden nach dem letzten Probelauf geändert; bitte noch einmal proben.',
  ),
  failed: said(
    'The last rehearsal failed: a vendor could not be reached or refused access.',
    'Der letzte Probelauf ist gescheitert: Ein System war nicht erreichbar oder hat den Zugriff verweigert.',
  ),
  refused: said(
    'The plan of the last rehearsal would change more than the limits allow; look at it and release it, or change the limits.',
    'Der Plan des letzten Probelaufs würde mehr ändern, als die Grenzen erlauben; bitte ansehen und freigeben oder die Grenzen ändern.',
  ),
};

/** The mistake with the name of its field. */
function inWords({ path, message }: Mistake): Said {
  // Of an item of a list, the list's name: `report.to[0]`.
  const label = labels[path] ?? labels[path.replace(/\[.*$/, '')];
  return label === undefined
    ? { en: message.en, de: message.de }
    : said(`${label.en}: ${message.en}`, `${label.de}: ${message.de}`);
}

/** Names of fields as the page shows them; whatever is not named here speaks for itself. */
const labels: Readonly<Record<string, Said>> = {
  name: said('Name of the integration', 'Name der Integration'),
  'personio.baseUrl': said('Address of Personio', 'Adresse von Personio'),
  'timetac.baseUrl': said('Address of TimeTac', 'Adresse von TimeTac'),
  'timetac.account': said('TimeTac account', 'TimeTac-Account'),
  'timetac.credentialsExpireOn': said('Credentials expire on', 'Zugangsdaten laufen ab am'),
  'users.defaults': said('Defaults for new users', 'Vorgaben für neue Benutzer'),
  'users.defaults.department': said('Department', 'Abteilung'),
  'users.defaults.workingTimeModel': said('Working time model', 'Arbeitszeitmodell'),
  'users.defaults.holidayCalendar': said('Holiday calendar', 'Feiertagskalender'),
  'users.defaults.modules': said('TimeTac modules', 'TimeTac-Module'),
  'users.defaults.mobileApps': said('Mobile apps', 'Mobile Apps'),
  'users.defaults.statusOverview': said('Status overview', 'Statusübersicht'),
  'absences.startDate': said('Start date of absences', 'Startdatum der Abwesenheiten'),
  'absences.types': said('Absence types', 'Abwesenheitsarten'),
  'attendances.startDate': said('Start date of attendances', 'Startdatum der Anwesenheiten'),
  lockedUntil: said('Payroll closed until', 'Abrechnung abgeschlossen bis'),
  'users.createDaysBeforeHire': said('Days before hire', 'Tage vor dem Eintritt'),
  'users.scope': said('Whom it is about', 'Um wen es geht'),
  'users.rules': said('Other defaults for some people', 'Andere Vorgaben für einige'),
  'attendances.projects': said('Projects', 'Projekte'),
  'schedule.every': said('Time between two runs', 'Zeit zwischen zwei Läufen'),
  'schedule.fullCheckAt': said('Time of the nightly check', 'Uhrzeit der nächtlichen Prüfung'),
  'schedule.timezone': said('Time zone', 'Zeitzone'),
  'guard.maxDeletes': said('Most deletes', 'Höchstens gelöscht'),
  'guard.maxDeleteShare': said('Largest share of deletes', 'Größter Anteil gelöscht'),
  'report.deadManHours': said('Warn when nothing ran for', 'Warnen, wenn nichts lief seit'),
  'report.to': said('Recipients of the report', 'Empfänger des Berichts'),
};
