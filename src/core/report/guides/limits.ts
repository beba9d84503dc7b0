// Days on which Tandem may not, or no longer, write (rules 0.7, 1.7, 2.1).

import { personio, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const limitGuides: GuideTable<'month-closed' | 'after-exit' | 'out-of-scope-kept'> = {
  'month-closed': {
    cause: texts(
      {
        en: 'Something was changed in TimeTac on days that payroll has closed already. Up to the closing day Tandem creates, changes and deletes nothing, so that figures that were paid stay as they are.',
        de: 'In TimeTac wurde an Tagen etwas geändert, die schon abgerechnet sind. Bis zum Abschlusstag legt Tandem nichts an, ändert und löscht nichts, damit bezahlte Zahlen bleiben, wie sie sind.',
      },
      {
        en: 'Example: payroll is closed until 30.11.2026, and on 4 December somebody corrects 27 November by half an hour. All such corrections of one person are one issue that lists each of them.',
        de: 'Beispiel: Abgerechnet ist bis 30.11.2026, und am 4. Dezember berichtigt jemand den 27. November um eine halbe Stunde. Alle solchen Korrekturen einer Person sind eine Meldung, die jede einzeln aufführt.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'Book it in payroll by hand', de: 'In der Abrechnung von Hand nachbuchen' },
        tandem.issues,
        {
          en: 'Open the issue. Under “In detail” stands every single change; the CSV file of the report has them too.',
          de: 'Öffnen Sie die Meldung. Unter „Im Einzelnen“ steht jede einzelne Änderung; auch die CSV-Datei des Berichts enthält sie.',
        },
        {
          en: 'Book the changes in payroll. If Personio shall show them too, enter them there by hand, exactly as they stand in TimeTac.',
          de: 'Buchen Sie die Änderungen in der Abrechnung nach. Soll auch Personio sie zeigen, tragen Sie sie dort von Hand so ein, wie sie in TimeTac stehen.',
        },
      ),
      way(
        'tandem',
        {
          en: 'The month is not closed yet: move the day',
          de: 'Der Monat ist noch offen: den Tag zurücksetzen',
        },
        tandem.exports,
        {
          en: 'Move “Payroll is closed until” back before the days concerned.',
          de: 'Setzen Sie „Abgerechnet bis einschließlich“ vor die betroffenen Tage zurück.',
        },
      ),
      way(
        'timetac',
        { en: 'The change was a mistake: undo it', de: 'Die Änderung war ein Versehen: zurücknehmen' },
        timetac.timesheet,
        {
          en: 'Enter again what stood there when the month was closed.',
          de: 'Tragen Sie wieder ein, was beim Abschluss dort stand.',
        },
      ),
    ],
    afterwards: {
      en: 'The issue is solved when both sides agree again, or when the closing day was moved and the change has gone out. Booking in payroll alone is not seen by Tandem: the issue then stays as a reminder.',
      de: 'Die Meldung ist gelöst, wenn beide Seiten wieder übereinstimmen oder der Abschlusstag verschoben und die Änderung übertragen ist. Eine Buchung allein in der Abrechnung sieht Tandem nicht: Die Meldung bleibt dann zur Erinnerung stehen.',
    },
  },
  'after-exit': {
    cause: texts(
      {
        en: 'In TimeTac something is recorded for a day after the person’s exit. Personio no longer expects hours or absences there, so Tandem does not write them. Late corrections of days up to the exit still go out.',
        de: 'In TimeTac ist etwas an einem Tag nach dem Austritt der Person erfasst. Personio erwartet dort keine Stunden und Abwesenheiten mehr; Tandem schreibt sie daher nicht. Späte Korrekturen bis zum Austrittstag werden noch übertragen.',
      },
      {
        en: 'Example: the date of termination is 31.10.2026, and on 2 November somebody clocked in to hand over. Or the contract was extended, and Personio does not know it yet. What had been exported before the exit was known stays.',
        de: 'Beispiel: Das Austrittsdatum ist der 31.10.2026, und am 2. November hat die Person zur Übergabe noch gestempelt. Oder der Vertrag wurde verlängert, und Personio weiß es noch nicht. Was übertragen war, bevor der Austritt bekannt wurde, bleibt.',
      },
    ),
    ways: [
      way(
        'personio',
        {
          en: 'The person stays longer: correct the date',
          de: 'Die Person bleibt länger: das Datum berichtigen',
        },
        personio.profile,
        {
          en: 'Correct the date of termination.',
          de: 'Berichtigen Sie das Austrittsdatum.',
        },
      ),
      way(
        'timetac',
        { en: 'The entry is wrong: correct it', de: 'Der Eintrag stimmt nicht: berichtigen' },
        timetac.timesheet,
        {
          en: 'Delete the entry, or move it to the right day; cancel absences after the exit.',
          de: 'Löschen Sie den Eintrag, oder verlegen Sie ihn auf den richtigen Tag; stornieren Sie Abwesenheiten nach dem Austritt.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run reads the new date or the corrected entry, sends what now lies before the exit, and the issue is solved.',
      de: 'Der nächste Lauf liest das neue Datum oder den berichtigten Eintrag, überträgt, was nun vor dem Austritt liegt, und die Meldung ist gelöst.',
    },
  },
  'out-of-scope-kept': {
    cause: texts(
      {
        en: 'A setting took records out of the synchronisation: a part or type was switched off, a person left out, or a start date moved. What had been exported stays in Personio as it stands; the note says how much that is.',
        de: 'Eine Einstellung hat Einträge aus dem Abgleich genommen: Ein Teil oder eine Art wurde abgeschaltet, eine Person ausgelassen oder ein Startdatum verschoben. Was übertragen war, bleibt in Personio so stehen; der Hinweis sagt, wie viel das ist.',
      },
      {
        en: 'Example: the start date is moved from January to March. Tandem does not delete January and February: a click in the settings should never remove months of records.',
        de: 'Beispiel: Das Startdatum wird von Januar auf März verschoben. Tandem löscht Januar und Februar nicht: Ein Klick in den Einstellungen darf nie Monate an Einträgen entfernen.',
      },
    ),
    ways: [
      way(
        'tandem',
        { en: 'It was not meant: set it back', de: 'Nicht so gemeint: zurückstellen' },
        {
          en: 'Tandem: open the integration → Set-up, and the step in which it was changed: 3 for people, 4 for parts and start dates, 5 for types.',
          de: 'Tandem: Öffnen Sie die Integration → Einrichtung und den Schritt, in dem geändert wurde: 3 für Personen, 4 für Teile und Startdaten, 5 für Arten.',
        },
        {
          en: 'Set the value back. The records are then followed again. If all was meant so, nothing is to be done.',
          de: 'Stellen Sie den Wert zurück. Die Einträge werden dann wieder abgeglichen. War alles so gemeint, ist nichts zu tun.',
        },
      ),
      way(
        'tandem',
        { en: 'The records shall go: remove them', de: 'Die Einträge sollen weg: entfernen' },
        {
          en: 'Ask whoever looks after the server for tandem undo --out-of-scope --dry-run: it shows what would be removed. Without --dry-run it is removed.',
          de: 'Bitten Sie jene, die den Server betreuen, um tandem undo --out-of-scope --dry-run: Das zeigt, was entfernt würde. Ohne --dry-run wird es entfernt.',
        },
        {
          en: 'If a single run did too much, open it under Runs and choose “Take this run back”.',
          de: 'Hat ein einzelner Lauf zu viel getan, öffnen Sie ihn unter Läufe, und wählen Sie „Diesen Lauf zurücknehmen“.',
        },
      ),
    ],
    afterwards: {
      en: 'The note stays as long as such records stand in Personio, and hinders nothing. After a change of settings the next run judges everything anew.',
      de: 'Der Hinweis bleibt, solange solche Einträge in Personio stehen, und hindert nichts. Nach einer Änderung der Einstellungen beurteilt der nächste Lauf alles neu.',
    },
  },
};
