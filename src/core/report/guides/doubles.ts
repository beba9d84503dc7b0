// A user too many, or one that another system knows already (rules 1.4, 1.10).

import { afterLink, tandem, timetac } from './go.ts';
import { type GuideTable, texts, way } from './guide.ts';

export const doubleGuides: GuideTable<'employee-two-users' | 'external-id-taken'> = {
  'employee-two-users': {
    cause: texts(
      {
        en: 'TimeTac has a second user who looks like an employee that is linked already: the same e-mail address, external ID, or name and birthday. Only the linked user is exported; hours on the other one reach nobody.',
        de: 'In TimeTac gibt es einen zweiten Benutzer, der zu einer schon verknüpften Person zu gehören scheint: gleiche E-Mail-Adresse, gleiche externe ID, oder gleicher Name und Geburtstag. Übertragen wird nur der verknüpfte; Stunden auf dem anderen kommen nirgends an.',
      },
      {
        en: 'Example: Anna was created once by hand and once by an import, and clocks in with the wrong one. Tandem does not add the two together, since nobody could tell afterwards where an hour came from.',
        de: 'Beispiel: Anna wurde einmal von Hand und einmal durch einen Import angelegt und stempelt mit dem falschen Konto. Tandem legt die beiden nicht zusammen, denn hinterher wüsste niemand mehr, woher eine Stunde kommt.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Retire the user that is too many', de: 'Den überzähligen Benutzer stilllegen' },
        timetac.user,
        {
          en: 'Check whether hours are recorded there. If so, enter them on the linked user first.',
          de: 'Prüfen Sie, ob dort Stunden erfasst sind. Wenn ja, tragen Sie diese zuerst beim verknüpften Benutzer ein.',
        },
        {
          en: 'Then set the user that is too many inactive. That settles the matter.',
          de: 'Setzen Sie den überzähligen Benutzer dann auf inaktiv. Damit ist die Sache erledigt.',
        },
      ),
      way(
        'tandem',
        { en: 'The other one is right: link it', de: 'Der andere ist der richtige: verknüpfen' },
        tandem.users,
        tandem.compare,
        {
          en: 'Choose “Not the same” at the linked user, then “Link with another user” and the right one.',
          de: 'Wählen Sie beim verknüpften Benutzer „Nicht dieselbe Person“, dann „Mit anderem Benutzer verknüpfen“ und den richtigen.',
        },
      ),
    ],
    afterwards: {
      en: 'The next run compares the users anew. The issue is solved when only one is left that fits.',
      de: 'Der nächste Lauf vergleicht die Benutzer neu. Die Meldung ist gelöst, wenn nur noch einer passt.',
    },
  },
  'external-id-taken': {
    cause: texts(
      {
        en: 'A user fits an employee by e-mail address or personnel number, but its external ID in TimeTac holds another value. The external ID says that another system calls this user somebody, so Tandem neither overwrites it nor links the person.',
        de: 'Ein Benutzer passt nach E-Mail-Adresse oder Personalnummer zu einer Person, doch in seiner externen ID in TimeTac steht ein anderer Wert. Die externe ID sagt, dass ein anderes System diesen Benutzer kennt; Tandem überschreibt sie daher nicht und verknüpft auch nicht.',
      },
      {
        en: 'Example: the payroll system keeps its number A-4711 there. If Tandem replaced it, payroll would no longer find the user.',
        de: 'Beispiel: Das Lohnsystem führt dort seine Nummer A-4711. Würde Tandem sie ersetzen, fände die Lohnabrechnung den Benutzer nicht mehr.',
      },
    ),
    ways: [
      way(
        'timetac',
        { en: 'Nobody needs the value: empty it', de: 'Niemand braucht den Wert: leeren' },
        {
          en: 'Ask whoever looks after your other systems whether the value is still used.',
          de: 'Fragen Sie bei denen nach, die Ihre anderen Systeme betreuen, ob der Wert noch gebraucht wird.',
        },
        timetac.user,
        {
          en: 'Empty the external ID, and save.',
          de: 'Leeren Sie die externe ID, und speichern Sie.',
        },
      ),
      way(
        'tandem',
        { en: 'The value is needed: link by hand', de: 'Der Wert wird gebraucht: von Hand verknüpfen' },
        tandem.users,
        tandem.compare,
        {
          en: 'Choose “Link” beside the user. The external ID stays as it is.',
          de: 'Wählen Sie „Verknüpfen“ neben dem Benutzer. Die externe ID bleibt, wie sie ist.',
        },
      ),
    ],
    afterwards: afterLink,
  },
};
