// Absence types: not mapped, in other units, rounded, or such on which people work (rules 2.4, 2.9, 2.11, 3.10).

import { tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const typeGuides: GuideTable<'type-unmapped' | 'unit-mismatch' | 'rounded' | 'attendance-on-absence'> =
  {
    'type-unmapped': {
      cause: texts(
        {
          en: 'TimeTac has absences of a type for which the form names no counterpart in Personio. They wait. The type is told once, with the number of absences, not once per absence.',
          de: 'In TimeTac gibt es Abwesenheiten einer Art, für die das Anforderungsblatt keine Entsprechung in Personio nennt. Sie warten. Gemeldet wird die Art einmal, mit der Zahl der Abwesenheiten, nicht jede einzeln.',
        },
        {
          en: 'Example: somebody created a new type in TimeTac last week, and it was used right away. Tandem does not pick a similar one in Personio: a wrong type may be unpaid, or visible to more people.',
          de: 'Beispiel: Vorige Woche hat jemand in TimeTac eine neue Art angelegt, und sie wurde gleich verwendet. Tandem sucht sich in Personio keine ähnliche aus: Eine falsche Art kann unbezahlt oder für mehr Menschen sichtbar sein.',
        },
      ),
      ways: [
        way('tandem', { en: 'Map the type', de: 'Die Art zuordnen' }, tandem.types, {
          en: 'In the type’s row, choose the type in Personio, and “yes” under “Sync absence type”.',
          de: 'Wählen Sie in der Zeile der Art die Art in Personio und unter „Art abgleichen“ „ja“.',
        }),
        way(
          'tandem',
          { en: 'It shall stay in TimeTac: switch it off', de: 'Sie soll in TimeTac bleiben: abschalten' },
          tandem.types,
          {
            en: 'In the type’s row, choose “no” under “Sync absence type”. Then it is left out silently.',
            de: 'Wählen Sie in der Zeile der Art unter „Art abgleichen“ „nein“. Dann bleibt sie stillschweigend weg.',
          },
        ),
      ],
      afterwards: {
        en: 'After the change everything is judged again with the next run: absences that waited go out by themselves, and the issue is solved.',
        de: 'Nach der Änderung beurteilt der nächste Lauf alles neu: Wartende Abwesenheiten werden von selbst übertragen, und die Meldung ist gelöst.',
      },
    },
    'unit-mismatch': {
      cause: texts(
        {
          en: 'TimeTac counts this type in days, its counterpart in Personio in hours. How many hours such a day has would be a guess, so the absence waits.',
          de: 'TimeTac zählt diese Art in Tagen, ihre Entsprechung in Personio in Stunden. Wie viele Stunden so ein Tag hat, wäre geraten; die Abwesenheit wartet daher.',
        },
        {
          en: 'Example: one day off for somebody who works 8 hours on Monday and 4 on Friday. The other way round, hours into days, works where rounding is allowed and the day’s target is known.',
          de: 'Beispiel: ein freier Tag für jemanden, der montags 8 und freitags 4 Stunden arbeitet. Umgekehrt, Stunden in Tage, geht es, wo Runden erlaubt und das Soll des Tages bekannt ist.',
        },
      ),
      ways: [
        way(
          'tandem',
          { en: 'Choose a counterpart in days', de: 'Eine Entsprechung in Tagen wählen' },
          tandem.types,
          {
            en: 'In the type’s row, choose a type in Personio that is counted in days. The unit stands beside each name.',
            de: 'Wählen Sie in der Zeile der Art eine Art in Personio, die in Tagen gezählt wird. Die Einheit steht neben jedem Namen.',
          },
        ),
        way(
          'timetac',
          { en: 'Count the type in hours in TimeTac', de: 'Die Art in TimeTac in Stunden zählen' },
          {
            en: 'TimeTac: open the settings of the absence types (the name may differ in your account; standard types are changed by TimeTac’s support).',
            de: 'TimeTac: Öffnen Sie die Einstellungen der Abwesenheitsarten (der Name kann in Ihrem Konto abweichen; Standardarten ändert der Support von TimeTac).',
          },
          {
            en: 'Set the type to hours, or create one in hours, and enter such absences with begin and hours.',
            de: 'Stellen Sie die Art auf Stunden, oder legen Sie eine in Stunden an, und erfassen Sie solche Abwesenheiten mit Beginn und Stunden.',
          },
        ),
        way(
          'tandem',
          {
            en: 'Book it in Personio by hand: ignore it here',
            de: 'In Personio von Hand buchen: hier ignorieren',
          },
          tandem.issues,
          { en: 'Choose “Ignore this absence”.', de: 'Wählen Sie „Diese Abwesenheit ignorieren“.' },
        ),
      ],
      afterwards: {
        en: 'When the units fit, the next run sends what waited, and the issue is solved.',
        de: 'Passen die Einheiten, überträgt der nächste Lauf, was gewartet hat, und die Meldung ist gelöst.',
      },
    },
    rounded: {
      cause: texts(
        {
          en: 'An absence was neither a whole nor a half day, and the form allows rounding. It was rounded to the nearest half day, a tie upwards, and never to nothing.',
          de: 'Eine Abwesenheit war weder ein ganzer noch ein halber Tag, und das Anforderungsblatt erlaubt das Runden. Gerundet wurde auf den nächsten halben Tag, in der Mitte aufwärts, und nie auf nichts.',
        },
        {
          en: 'Example: three of eight hours became half a day. TimeTac’s balance then differs from Personio’s by one hour; the note says so, so that nobody has to search for it.',
          de: 'Beispiel: Aus drei von acht Stunden wurde ein halber Tag. Der Kontostand in TimeTac weicht dann um eine Stunde von Personio ab; der Hinweis sagt es, damit niemand danach suchen muss.',
        },
      ),
      ways: [
        way(
          'tandem',
          { en: 'Nothing is to be done; look if you like', de: 'Es ist nichts zu tun; nachsehen können Sie' },
          tandem.issues,
          {
            en: 'Under “Worth knowing”, the difference stands at each absence.',
            de: 'Unter „Gut zu wissen“ steht bei jeder Abwesenheit der Unterschied.',
          },
          {
            en: 'If nothing shall be rounded, choose “Hold and report them” in Set-up, step 5.',
            de: 'Soll nichts gerundet werden, wählen Sie in der Einrichtung, Schritt 5, „Zurückhalten und melden“.',
          },
        ),
      ],
      afterwards: {
        en: 'The note stays as long as the absence does, and hinders nothing. If the absence becomes a whole or half day in TimeTac, the note goes.',
        de: 'Der Hinweis bleibt, solange es die Abwesenheit gibt, und hindert nichts. Wird sie in TimeTac zu einem ganzen oder halben Tag, verschwindet er.',
      },
    },
    'attendance-on-absence': {
      cause: texts(
        {
          en: 'On a day with a full-day absence working time was recorded too. Both were sent as they stand in TimeTac: hours that were worked are never held back. But often one of the two is a mistake.',
          de: 'An einem Tag mit ganztägiger Abwesenheit ist auch Arbeitszeit erfasst. Beides wurde so übertragen, wie es in TimeTac steht: Geleistete Stunden werden nie zurückgehalten. Oft ist aber eines von beiden ein Versehen.',
        },
        {
          en: 'Example: somebody came in for two hours on a day off, or the day off was moved and the old one was never cancelled.',
          de: 'Beispiel: Jemand ist an einem freien Tag für zwei Stunden gekommen, oder der freie Tag wurde verschoben und der alte nie storniert.',
        },
      ),
      ways: [
        way('timetac', { en: 'Check both entries', de: 'Beide Einträge prüfen' }, timetac.timesheet, {
          en: 'Correct the working time or cancel the absence, if one of them is wrong. If both are right, nothing is to be done.',
          de: 'Berichtigen Sie die Arbeitszeit, oder stornieren Sie die Abwesenheit, falls eines nicht stimmt. Stimmt beides, ist nichts zu tun.',
        }),
        way(
          'tandem',
          { en: 'People work on such days', de: 'An solchen Tagen wird gearbeitet' },
          tandem.types,
          {
            en: 'In the row of the type, tick “Works that day”. This suits types for days on which people work somewhere else.',
            de: 'Haken Sie in der Zeile der Art „Arbeitet an dem Tag“ an. Das passt zu Arten für Tage, an denen woanders gearbeitet wird.',
          },
        ),
      ],
      afterwards: {
        en: 'After a correction or with “Works that day”, the next run no longer says it. Otherwise the note stays and hinders nothing.',
        de: 'Nach einer Berichtigung oder mit „Arbeitet an dem Tag“ entfällt der Hinweis beim nächsten Lauf. Sonst bleibt er stehen und hindert nichts.',
      },
    },
  };
