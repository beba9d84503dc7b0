// Step 7: rehearsal and pilot.

import type { Bilingual } from '../api/types.ts';

export const testWords = {
  rehearsal: { en: 'Rehearsal', de: 'Probelauf' },
  rehearsalText: {
    en: 'The whole run, without a single write: Tandem reads both accounts and lists what it would create, change and delete, and what cannot go, and why.',
    de: 'Der ganze Lauf, ohne etwas zu schreiben: Tandem liest beide Konten und listet auf, was es anlegen, ändern und löschen würde, was nicht geht, und warum.',
  },
  start: { en: 'Start the rehearsal', de: 'Probelauf starten' },
  startAgain: { en: 'Rehearse again', de: 'Noch einmal proben' },
  starting: { en: 'Asking for the run …', de: 'Der Lauf wird angefordert …' },
  result: { en: 'Result of {when}', de: 'Ergebnis vom {when}' },
  reading: { en: 'Loading the result …', de: 'Das Ergebnis wird geladen …' },
  none: { en: 'No rehearsal yet', de: 'Noch kein Probelauf' },
  noneText: {
    en: 'Start one; depending on the size of your company it takes from seconds to a few minutes.',
    de: 'Starten Sie einen; je nach Größe Ihrer Firma dauert er Sekunden bis wenige Minuten.',
  },
  wholeRun: { en: 'Everything about this run', de: 'Alles zu diesem Lauf' },
  old: {
    en: 'The form or credentials were changed after this rehearsal. What stands below may no longer hold; rehearse again.',
    de: 'Formular oder Zugangsdaten wurden nach diesem Probelauf geändert. Was unten steht, gilt vielleicht nicht mehr; proben Sie noch einmal.',
  },
  refusedHow: {
    en: 'Look through the table. If it is right, let exactly this plan through; if not, mend the cause and rehearse again. The limits stand in step 8.',
    de: 'Sehen Sie die Tabelle durch. Wenn sie stimmt, lassen Sie genau diesen Plan zu; wenn nicht, beheben Sie die Ursache und proben Sie noch einmal. Die Grenzen stehen in Schritt 8.',
  },
  release: { en: 'Release exactly this plan', de: 'Genau diesen Plan zulassen' },
  releaseSure: { en: 'Release exactly this plan?', de: 'Genau diesen Plan zulassen?' },
  releaseText: {
    en: 'The rehearsal is repeated with it, still without writing. If anything has changed meanwhile, it stops and asks anew. The first real run asks once more.',
    de: 'Der Probelauf wird damit wiederholt, weiterhin ohne zu schreiben. Hat sich inzwischen etwas geändert, hält er an und fragt neu. Der erste echte Lauf fragt noch einmal.',
  },
  pilot: { en: 'Pilot', de: 'Pilot' },
  pilotText: {
    en: 'A real run for a few people that you choose. Afterwards you compare what stands in Personio and keep it or take it back.',
    de: 'Ein echter Lauf für einige Personen, die Sie auswählen. Danach vergleichen Sie, was in Personio steht, und behalten es oder nehmen es zurück.',
  },
  pilotOptional: {
    en: 'You can skip this and go on to step 8.',
    de: 'Sie können das überspringen und zu Schritt 8 gehen.',
  },
  people: { en: 'People of the pilot', de: 'Personen des Piloten' },
  peopleHint: {
    en: 'Two or three are enough, best with different working times.',
    de: 'Zwei oder drei genügen, am besten mit verschiedenen Arbeitszeiten.',
  },
  peopleNeeded: { en: 'Choose at least one person.', de: 'Wählen Sie mindestens eine Person.' },
  peopleTooMany: { en: 'Choose 200 people at most.', de: 'Wählen Sie höchstens 200 Personen.' },
  pilotStart: { en: 'Run for these people', de: 'Für diese Personen abgleichen' },
  pilotSureOne: { en: 'Run for one person, for real?', de: 'Für eine Person wirklich abgleichen?' },
  pilotSureMany: { en: 'Run for {n} people, for real?', de: 'Für {n} Personen wirklich abgleichen?' },
  pilotConsequence: {
    en: 'Absences and attendances of these people are written into Personio, and their accounts in TimeTac are updated. What it creates can be taken back.',
    de: 'Abwesenheiten und Anwesenheiten dieser Personen werden in Personio eingetragen, ihre Konten in TimeTac aktualisiert. Was dabei angelegt wird, lässt sich zurücknehmen.',
  },
  pilotConfirm: { en: 'Yes, write it', de: 'Ja, schreiben' },
  pilotResult: { en: 'Pilot of {when}', de: 'Pilot vom {when}' },
  compare: { en: 'Compare with Personio', de: 'Mit Personio vergleichen' },
  compareText: {
    en: 'Reads from Personio now and lays both side by side.',
    de: 'Liest jetzt aus Personio und legt beides nebeneinander.',
  },
  keepOr: { en: 'Keep it, or take it back?', de: 'Behalten oder zurücknehmen?' },
  keepText: {
    en: 'To keep it, there is nothing to do: go on to step 8.',
    de: 'Zum Behalten ist nichts zu tun: Gehen Sie weiter zu Schritt 8.',
  },
  toDone: { en: 'Keep it and go on to step 8', de: 'Behalten und weiter zu Schritt 8' },
  pilotRefused: {
    en: 'The pilot stopped before writing anything. Its page says why.',
    de: 'Der Pilot hat angehalten, bevor er etwas schrieb. Auf seiner Seite steht, warum.',
  },
  pilotUnknown: {
    en: 'Personio has nobody with the ID {ids}: nothing was done for them. Check the list of people of the pilot.',
    de: 'In Personio gibt es niemanden mit der ID {ids}: Für sie wurde nichts getan. Prüfen Sie die Liste der Personen des Piloten.',
  },
  isOn: {
    en: 'The integration is switched on already; a pilot is an ordinary run for the people you choose.',
    de: 'Die Integration ist schon eingeschaltet; ein Pilot ist ein gewöhnlicher Lauf für die gewählten Personen.',
  },
} as const satisfies Record<string, Bilingual>;
