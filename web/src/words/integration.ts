// One integration: its frame, what it stands at, and what can be done about it.

import type { Bilingual, IntegrationState, StepName } from '../api/types.ts';

export const frameWords = {
  waiting: { en: 'Loading the integration …', de: 'Die Integration wird geladen …' },
  trouble: { en: 'Integration', de: 'Integration' },
  all: { en: 'All integrations', de: 'Alle Integrationen' },
  nav: { en: 'Pages of this integration', de: 'Seiten dieser Integration' },
  overview: { en: 'Overview', de: 'Überblick' },
  setUp: { en: 'Set-up', de: 'Einrichtung' },
  runs: { en: 'Runs', de: 'Läufe' },
  issues: { en: 'Issues', de: 'Meldungen' },
  issuesCount: { en: '{n} open', de: '{n} offen' },
  explain: { en: 'Explain', de: 'Erklären' },
  month: { en: 'Month check', de: 'Monatsvergleich' },
  payroll: { en: 'Payroll', de: 'Lohnabrechnung' },
  mails: { en: 'Mails', de: 'E-Mails' },
  settings: { en: 'Settings', de: 'Einstellungen' },
  file: { en: 'from a file, read-only here', de: 'aus einer Datei, hier nur zum Lesen' },
  fileWhy: {
    en: 'This integration is set up by a configuration file on the server. So that file and page never contradict each other, it can only be read here; whoever looks after the server changes the file.',
    de: 'Diese Integration ist durch eine Konfigurationsdatei auf dem Server eingerichtet. Damit Datei und Seite sich nie widersprechen, ist sie hier nur zu lesen; geändert wird die Datei von denen, die den Server betreuen.',
  },
  sandbox: { en: 'sandbox with invented data', de: 'Spielwiese mit erfundenen Daten' },
  sandboxWhy: {
    en: 'Both accounts are simulated. Nothing here touches a real Personio or TimeTac.',
    de: 'Beide Konten sind simuliert. Nichts hier berührt ein echtes Personio oder TimeTac.',
  },
} as const satisfies Record<string, Bilingual>;

/** The eight steps, as they are called in links. */
export const stepTitleWords = {
  accounts: { en: 'Accounts', de: 'Konten' },
  credentials: { en: 'API credentials', de: 'API-Zugangsdaten' },
  users: { en: 'Employees', de: 'Mitarbeitende' },
  exports: { en: 'Exports', de: 'Exporte' },
  types: { en: 'Absence types', de: 'Abwesenheitsarten' },
  form: { en: 'Requirement form', de: 'Anforderungsblatt' },
  test: { en: 'Test', de: 'Test' },
  done: { en: 'Done', de: 'Fertig' },
} as const satisfies Record<StepName, Bilingual>;

export const stepStateWords = {
  done: { en: 'done', de: 'fertig' },
  open: { en: 'open', de: 'offen' },
  later: { en: 'comes later', de: 'kommt später' },
} as const satisfies Record<string, Bilingual>;

/** One sentence: how it stands and what to do next. */
export const standingWords = {
  'setting-up': {
    en: 'This integration is not switched on yet. The next step is: {step}.',
    de: 'Diese Integration ist noch nicht eingeschaltet. Der nächste Schritt ist: {step}.',
  },
  off: {
    en: 'Switched off: nothing is read or written. Switch it on in step 8.',
    de: 'Ausgeschaltet: Es wird nichts gelesen oder geschrieben. Schalten Sie sie in Schritt 8 ein.',
  },
  waiting: {
    en: 'Switched on. No run has come to its end yet, or the newest one was interrupted; there is nothing for you to do, the next one goes on.',
    de: 'Eingeschaltet. Noch ist kein Lauf fertig, oder der neueste wurde unterbrochen; für Sie ist nichts zu tun, der nächste macht weiter.',
  },
  running: {
    en: 'A run is under way; there is nothing for you to do.',
    de: 'Ein Lauf ist unterwegs; für Sie ist nichts zu tun.',
  },
  'in-step': {
    en: 'Personio and TimeTac are in step. There is nothing for you to do.',
    de: 'Personio und TimeTac sind im Gleichschritt. Für Sie ist nichts zu tun.',
  },
  issues: {
    en: 'It runs, but some matters need you. Answer the open issues.',
    de: 'Der Abgleich läuft, aber an manchen Stellen sind Sie gefragt. Beantworten Sie die offenen Meldungen.',
  },
  reconnect: {
    en: 'Personio or TimeTac refuses access or a right, or for the address in step 1 there are no credentials; what depends on it is not read or written. Test or enter them in step 2; then it goes on by itself.',
    de: 'Personio oder TimeTac verweigert den Zugang oder ein Recht, oder für die Adresse in Schritt 1 gibt es keine Zugangsdaten; was davon abhängt, wird nicht gelesen oder geschrieben. Testen Sie sie in Schritt 2, oder tragen Sie neue ein; dann geht es von selbst weiter.',
  },
  incomplete: {
    en: 'Switched on, but nothing is read or written: the form is not complete or has mistakes. The next step is: {step}.',
    de: 'Eingeschaltet, aber es wird nichts gelesen oder geschrieben: Das Formular ist nicht vollständig oder hat Fehler. Der nächste Schritt ist: {step}.',
  },
  unreachable: {
    en: 'Personio or TimeTac does not answer at the moment. It is tried again by itself; nothing is lost.',
    de: 'Personio oder TimeTac antwortet zurzeit nicht. Es wird von selbst wieder versucht; nichts geht verloren.',
  },
  'needs-decision': {
    en: 'The last run stopped as a precaution, before it wrote anything. Look at its plan and decide.',
    de: 'Der letzte Lauf hat vorsorglich angehalten, bevor er etwas schrieb. Sehen Sie den Plan an, und entscheiden Sie.',
  },
  paused: {
    en: 'Paused: nothing is read or written until you resume.',
    de: 'Pausiert: Es wird nichts gelesen oder geschrieben, bis Sie fortsetzen.',
  },
} as const satisfies Record<IntegrationState, Bilingual>;

export const overviewWords = {
  offFile: {
    en: 'Switched off: the server was started without the configuration file of this integration. Whoever looks after the server names it at the next start.',
    de: 'Ausgeschaltet: Der Server wurde ohne die Konfigurationsdatei dieser Integration gestartet. Beim nächsten Start nennt sie, wer den Server betreut.',
  },
  title: { en: 'Overview', de: 'Überblick' },
  standing: { en: 'How it stands', de: 'So steht es' },
  toStep: { en: 'Go to step {n}, {step}', de: 'Zu Schritt {n}, {step}' },
  toIssues: { en: 'Answer the issues', de: 'Meldungen beantworten' },
  toRun: { en: 'See the plan and decide', de: 'Plan ansehen und entscheiden' },
  steps: { en: 'The eight steps', de: 'Die acht Schritte' },
  stepLink: { en: '{n} {step}', de: '{n} {step}' },
  andMore: { en: '(and {n} more)', de: '(und {n} mehr)' },
  stepsDone: { en: '{done} of {all} steps are done.', de: '{done} von {all} Schritten sind fertig.' },
  allDone: {
    en: 'Everything is filled in. Switch the integration on in step 8.',
    de: 'Alles ist ausgefüllt. Schalten Sie die Integration in Schritt 8 ein.',
  },
  pausedParts: {
    en: 'Paused: {parts}. Everything else goes on.',
    de: 'Pausiert: {parts}. Alles andere läuft weiter.',
  },
  lastRun: { en: 'Last run', de: 'Letzter Lauf' },
  openRun: { en: 'Open this run', de: 'Diesen Lauf öffnen' },
  noRun: { en: 'There has been no run yet.', de: 'Es gab noch keinen Lauf.' },
  nextRun: { en: 'Next run: {when} ({relative}).', de: 'Nächster Lauf: {when} ({relative}).' },
  nextRunDue: { en: 'The next run is due now.', de: 'Der nächste Lauf ist jetzt an der Reihe.' },
  noNextRun: { en: 'No run is planned.', de: 'Es ist kein Lauf geplant.' },
  openIssues: { en: 'Open issues', de: 'Offene Meldungen' },
  noIssues: { en: 'Nothing is open.', de: 'Nichts ist offen.' },
  issuesWaiting: { en: 'Loading the open issues …', de: 'Offene Meldungen werden geladen …' },
  causesLabel: { en: 'Open issues by cause', de: 'Offene Meldungen nach Ursache' },
  cause: { en: 'Cause', de: 'Ursache' },
  count: { en: 'Issues', de: 'Meldungen' },
  people: { en: 'People', de: 'Personen' },
  actions: { en: 'What you can do', de: 'Was Sie tun können' },
  runNow: { en: 'Run now', de: 'Jetzt abgleichen' },
  runNowText: {
    en: 'Reads what has changed since the last run, and passes it on.',
    de: 'Liest, was sich seit dem letzten Lauf geändert hat, und gibt es weiter.',
  },
  full: { en: 'Full check', de: 'Vollprüfung' },
  fullText: {
    en: 'Reads everything on both sides and compares it; takes longer.',
    de: 'Liest alles auf beiden Seiten und vergleicht es; dauert länger.',
  },
  pause: { en: 'Pause', de: 'Pausieren' },
  resume: { en: 'Resume', de: 'Fortsetzen' },
  pauseText: {
    en: 'Paused parts are neither read nor written, from this moment on. What happens meanwhile is made up for later.',
    de: 'Was pausiert ist, wird ab sofort weder gelesen noch geschrieben. Was inzwischen geschieht, wird später nachgeholt.',
  },
  pauseAll: { en: 'Pause everything', de: 'Alles pausieren' },
  resumeAll: { en: 'Resume everything', de: 'Alles fortsetzen' },
  partOf: { en: 'Single parts', de: 'Einzelne Teile' },
  partRuns: { en: '{part}: runs', de: '{part}: läuft' },
  partPaused: { en: '{part}: paused', de: '{part}: pausiert' },
  pausePart: { en: 'Pause {part}', de: '{part} pausieren' },
  resumePart: { en: 'Resume {part}', de: '{part} fortsetzen' },
  changing: { en: 'One moment …', de: 'Einen Augenblick …' },
  off: { en: 'Switch off', de: 'Ausschalten' },
  offText: {
    en: 'Ends the synchronisation. What was written stays; form, credentials and answers are kept.',
    de: 'Beendet den Abgleich. Geschriebenes bleibt stehen; Formular, Zugangsdaten und Antworten werden behalten.',
  },
  offSure: {
    en: 'Really switch off? Nothing is read or written any more until somebody switches it on again.',
    de: 'Wirklich ausschalten? Es wird nichts mehr gelesen oder geschrieben, bis jemand wieder einschaltet.',
  },
  viewer: {
    en: 'You may look at this integration. Changes are made by its admins and by the customer.',
    de: 'Sie dürfen diese Integration ansehen. Änderungen machen ihre Administratoren und der Kunde.',
  },
} as const satisfies Record<string, Bilingual>;

/** The picture of the last weeks. */
export const historyWords = {
  title: { en: 'The last 30 days', de: 'Die letzten 30 Tage' },
  waiting: { en: 'Loading the last 30 days …', de: 'Die letzten 30 Tage werden geladen …' },
  sentence: {
    en: 'In the last 30 days: {writes}, {issues}.',
    de: 'In den letzten 30 Tagen: {writes}, {issues}.',
  },
  writesOne: { en: '{n} record written', de: '{n} Eintrag geschrieben' },
  writesMany: { en: '{n} records written', de: '{n} Einträge geschrieben' },
  openOne: { en: '{n} issue open', de: '{n} Meldung offen' },
  openMany: { en: '{n} issues open', de: '{n} Meldungen offen' },
  noRuns: {
    en: 'No run has ended in the last 30 days. As soon as one does, this place shows what it wrote.',
    de: 'In den letzten 30 Tagen ist kein Lauf zu Ende gegangen. Sobald es einen gibt, steht hier, was er geschrieben hat.',
  },
  writes: { en: 'Records written', de: 'Geschriebene Einträge' },
  issues: { en: 'Issues open at the end of the day', de: 'Offene Meldungen am Ende des Tages' },
  today: { en: 'today', de: 'heute' },
  dayTold: { en: '{day}: {writes}, {issues}', de: '{day}: {writes}, {issues}' },
  dayEmpty: { en: '{day}: no run', de: '{day}: kein Lauf' },
  gaps: { en: 'Days without a run are left empty.', de: 'Tage ohne Lauf bleiben leer.' },
  cut: {
    en: 'A bar that is cut through is higher than there is room for; its number stands above it.',
    de: 'Ein durchschnittener Balken ist höher, als Platz ist; seine Zahl steht darüber.',
  },
  asTable: { en: 'The same as a table', de: 'Dasselbe als Tabelle' },
  day: { en: 'Day', de: 'Tag' },
  runs: { en: 'Runs', de: 'Läufe' },
  open: { en: 'Issues open', de: 'Offene Meldungen' },
} as const satisfies Record<string, Bilingual>;
