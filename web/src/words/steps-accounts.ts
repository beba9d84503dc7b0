// Step 1: the two accounts.

import type { Bilingual } from '../api/types.ts';

export const accountsWords = {
  name: { en: 'Name of the integration', de: 'Name der Integration' },
  nameHint: {
    en: 'Usually the name of the company. It stands in the list and in reports.',
    de: 'Meist der Name der Firma. Er steht in der Liste und in Berichten.',
  },
  before: {
    en: 'Make sure your company has an active account at both. You need a person who may create API credentials in each; that comes in step 2.',
    de: 'Ihre Firma braucht bei beiden ein aktives Konto. In jedem brauchen Sie eine Person, die API-Zugangsdaten anlegen darf; das kommt in Schritt 2.',
  },
  personio: { en: 'Personio', de: 'Personio' },
  timetac: { en: 'TimeTac', de: 'TimeTac' },
  personioAddress: { en: 'Address of the Personio API', de: 'Adresse der Personio-Schnittstelle' },
  personioAddressHint: {
    en: 'The same for every company. Change it only if Personio told you so.',
    de: 'Für alle Firmen gleich. Ändern Sie sie nur, wenn Personio es Ihnen gesagt hat.',
  },
  timetacAddress: { en: 'Address of the TimeTac API', de: 'Adresse der TimeTac-Schnittstelle' },
  timetacAddressHint: {
    en: 'The same for almost every company. Change it only if TimeTac told you so.',
    de: 'Für fast alle Firmen gleich. Ändern Sie sie nur, wenn TimeTac es Ihnen gesagt hat.',
  },
  account: { en: 'TimeTac account', de: 'TimeTac-Account' },
  accountHint: {
    en: 'The part behind go.timetac.com/ in the address with which you open TimeTac, e.g. “muster” in go.timetac.com/muster.',
    de: 'Der Teil hinter go.timetac.com/ in der Adresse, mit der Sie TimeTac öffnen, z. B. „muster“ in go.timetac.com/muster.',
  },
  version: { en: 'Version of the TimeTac API', de: 'Version der TimeTac-Schnittstelle' },
  versionHint: {
    en: 'Leave it as it is unless TimeTac asks for another one.',
    de: 'Lassen Sie sie stehen, wenn TimeTac keine andere verlangt.',
  },
  prefix: { en: 'Path prefix', de: 'Pfad-Zusatz' },
  prefixHint: {
    en: 'Some accounts answer only under a longer path. If so, Tandem finds that out and offers it here.',
    de: 'Manche Konten antworten nur unter einem längeren Pfad. Dann findet Tandem das heraus und bietet es hier an.',
  },
  prefixNone: { en: 'none', de: 'keiner' },
  technical: { en: 'Addresses and versions', de: 'Adressen und Versionen' },
  probing: { en: 'Asking {side} …', de: '{side} wird gefragt …' },
  probeFailed: { en: '{side} could not be tried', de: '{side} konnte nicht ausprobiert werden' },
  nothingYet: {
    en: 'Type the name of the account; then it is tried.',
    de: 'Tippen Sie den Namen des Accounts; dann wird er ausprobiert.',
  },
  ok: { en: 'reached', de: 'erreicht' },
  wrong: { en: 'not right', de: 'stimmt nicht' },
  unreachable: { en: 'no answer', de: 'keine Antwort' },
  unasked: { en: 'not tried yet', de: 'noch nicht ausprobiert' },
  usesVersion: { en: 'Version {version} of the API.', de: 'Version {version} der Schnittstelle.' },
  prefixFound: {
    en: 'The account answers under the path prefix “{prefix}” only.',
    de: 'Das Konto antwortet nur unter dem Pfad-Zusatz „{prefix}“.',
  },
  prefixFoundNone: {
    en: 'The account answers without a path prefix only.',
    de: 'Das Konto antwortet nur ohne Pfad-Zusatz.',
  },
  prefixTake: { en: 'Take this over', de: 'Übernehmen' },
  modules: { en: 'Switched on in TimeTac: {modules}', de: 'In TimeTac eingeschaltet: {modules}' },
  modulesLater: {
    en: 'Which modules are active is shown once the credentials are there (step 2).',
    de: 'Welche Module aktiv sind, steht hier, sobald die Zugangsdaten da sind (Schritt 2).',
  },
  again: { en: 'Try again', de: 'Noch einmal ausprobieren' },
  sandbox: {
    en: 'The addresses of the simulated accounts are filled in already.',
    de: 'Die Adressen der simulierten Konten sind schon eingetragen.',
  },
} as const satisfies Record<string, Bilingual>;

/** Modules as TimeTac's API calls them; others are shown as they come. */
export const featureWords: Readonly<Record<string, Bilingual>> = {
  leave_management: { en: 'Leave Management', de: 'Urlaubsverwaltung' },
  employee_time_tracking: { en: 'Employee Time Tracking', de: 'Arbeitszeiterfassung' },
  employee_timetracking: { en: 'Employee Time Tracking', de: 'Arbeitszeiterfassung' },
  project_timetracking: { en: 'Project Time Tracking', de: 'Projektzeiterfassung' },
  time_tracking: { en: 'Employee Time Tracking', de: 'Arbeitszeiterfassung' },
  project_time_tracking: { en: 'Project Time Tracking', de: 'Projektzeiterfassung' },
  task_management: { en: 'Project Time Tracking', de: 'Projektzeiterfassung' },
};
