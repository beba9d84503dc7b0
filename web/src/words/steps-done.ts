// Step 8: schedule, report, limits, and switching on.

import type { Bilingual } from '../api/types.ts';

export const doneWords = {
  schedule: { en: 'When it runs', de: 'Wann abgeglichen wird' },
  every: { en: 'Time between two runs', de: 'Abstand zwischen zwei Läufen' },
  every1: { en: '1 minute', de: '1 Minute' },
  every5: { en: '5 minutes', de: '5 Minuten' },
  every15: { en: '15 minutes', de: '15 Minuten' },
  every30: { en: '30 minutes', de: '30 Minuten' },
  every60: { en: '1 hour', de: '1 Stunde' },
  every240: { en: '4 hours', de: '4 Stunden' },
  everyHint: {
    en: 'A run reads only what has changed.',
    de: 'Ein Lauf liest nur, was sich geändert hat.',
  },
  fullCheck: { en: 'Full check at', de: 'Vollprüfung um' },
  fullCheckHint: {
    en: 'Once a day everything of the last five weeks is compared. Hours and minutes, e.g. 03:00.',
    de: 'Einmal am Tag wird alles der letzten fünf Wochen verglichen. Stunden und Minuten, z. B. 03:00.',
  },
  zone: { en: 'Time zone', de: 'Zeitzone' },
  zoneHint: {
    en: 'Of the time above, and of “today”.',
    de: 'Für die Uhrzeit oben und für „heute“.',
  },
  report: { en: 'Interface report', de: 'Schnittstellenbericht' },
  reportText: {
    en: 'An e-mail about what did not go and needs somebody. It never names an absence type.',
    de: 'Eine E-Mail über das, was nicht ging und jemanden braucht. Eine Abwesenheitsart nennt sie nie.',
  },
  to: { en: 'Recipients', de: 'Empfänger' },
  toHint: { en: 'One e-mail address per line.', de: 'Eine E-Mail-Adresse je Zeile.' },
  toExample: { en: 'hr@company.com', de: 'personal@firma.de' },
  toNone: {
    en: 'Nobody gets a report. Issues are only shown on this page.',
    de: 'Niemand bekommt einen Bericht. Meldungen stehen nur auf dieser Seite.',
  },
  when: { en: 'When a report is sent', de: 'Wann ein Bericht gesendet wird' },
  whenIssues: { en: 'when something is new or solved', de: 'wenn etwas neu oder erledigt ist' },
  whenDaily: { en: 'once a day', de: 'einmal am Tag' },
  whenAlways: { en: 'after every run', de: 'nach jedem Lauf' },
  whenNever: { en: 'never', de: 'nie' },
  language: { en: 'Language of the report', de: 'Sprache des Berichts' },
  german: { en: 'German', de: 'Deutsch' },
  english: { en: 'English', de: 'Englisch' },
  deadMan: {
    en: 'Warn after so many hours without success',
    de: 'Warnen nach so vielen Stunden ohne Erfolg',
  },
  deadManHint: {
    en: 'If no run has succeeded for so long, the recipients are told.',
    de: 'Wenn so lange kein Lauf gelungen ist, erfahren es die Empfänger.',
  },
  guard: { en: 'Limits', de: 'Grenzen' },
  guardText: {
    en: 'A run that would delete more than this stops before writing anything and asks. The larger of the two limits counts.',
    de: 'Ein Lauf, der mehr als das löschen würde, hält an, bevor er etwas schreibt, und fragt. Die größere der beiden Grenzen gilt.',
  },
  maxDeletes: { en: 'Most records deleted in one run', de: 'Höchstens gelöschte Einträge in einem Lauf' },
  maxShare: {
    en: 'Largest share of the records of the months concerned, in percent',
    de: 'Größter Anteil an den Einträgen der betroffenen Monate, in Prozent',
  },
  on: { en: 'Switch on', de: 'Einschalten' },
  onText: {
    en: 'From then on Personio and TimeTac are kept in step. The first run begins at once, and you can watch it here.',
    de: 'Von da an bleiben Personio und TimeTac im Gleichschritt. Der erste Lauf beginnt sofort, und Sie können hier zusehen.',
  },
  first: { en: 'Before switching on, this is still missing:', de: 'Vor dem Einschalten fehlt noch:' },
  stepMissing: { en: 'Step {n}, {step}: {what}', de: 'Schritt {n}, {step}: {what}' },
  advice: {
    en: 'You can switch on already, but better not yet:',
    de: 'Sie können schon einschalten, besser aber noch nicht:',
  },
  switch: { en: 'Switch the integration on', de: 'Integration einschalten' },
  sure: { en: 'Switch “{name}” on?', de: '„{name}“ einschalten?' },
  consequence: {
    en: 'The first run writes into Personio and, if you chose so, into TimeTac. What a run creates can be taken back.',
    de: 'Der erste Lauf schreibt nach Personio und, wenn Sie es so gewählt haben, in TimeTac. Was ein Lauf anlegt, lässt sich zurücknehmen.',
  },
  switching: { en: 'Switching on …', de: 'Wird eingeschaltet …' },
  isOn: { en: 'Done! The integration is switched on.', de: 'Fertig! Die Integration ist eingeschaltet.' },
  lastRun: { en: 'Last run', de: 'Letzter Lauf' },
  runWaits: { en: 'The next run begins in a moment.', de: 'Der nächste Lauf beginnt gleich.' },
  reading: { en: 'Loading the result …', de: 'Das Ergebnis wird geladen …' },
  nextRun: { en: 'Next run: {when}.', de: 'Nächster Lauf: {when}.' },
  toOverview: { en: 'To the overview', de: 'Zum Überblick' },
  toIssues: { en: 'Answer the issues', de: 'Meldungen beantworten' },
  toRun: { en: 'Everything about this run', de: 'Alles zu diesem Lauf' },
  offHow: {
    en: 'Pausing and switching off are on the overview.',
    de: 'Pausieren und Ausschalten finden Sie im Überblick.',
  },
} as const satisfies Record<string, Bilingual>;
