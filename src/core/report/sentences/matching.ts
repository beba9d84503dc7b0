// Who is who: employees and users that belong together, or only seem to (rules 1.3, 1.4, 1.7, 1.8, 1.10).

import { steps } from '../words.ts';
import type { SentenceTable } from './table.ts';

export const matchingSentences: SentenceTable<
  | 'employee-ambiguous'
  | 'employee-possible-duplicate'
  | 'employee-rehired'
  | 'employee-vanished'
  | 'user-vanished'
  | 'employee-two-users'
  | 'external-id-taken'
  | 'first-link-differences'
  | 'user-without-employee'
  | 'employee-unlinked'
> = {
  'employee-ambiguous': {
    title: { en: 'More than one match', de: 'Mehr als eine Zuordnung möglich' },
    en: (t) => [
      `More than one match is possible for ${t.who}${t.fact('otherUser', '; candidates: ')}${t.fact('email', '; shared e-mail address: ')}. Nothing is written for this person.`,
      `Choose the right user ${steps.en.link}, or make the e-mail addresses unique in Personio and TimeTac.`,
    ],
    de: (t) => [
      `Für ${t.who} ist mehr als eine Zuordnung möglich${t.fact('otherUser', '; in Frage kommen: ')}${t.fact('email', '; gemeinsame E-Mail-Adresse: ')}. Für diese Person wird nichts geschrieben.`,
      `Wählen Sie den richtigen Benutzer ${steps.de.link}, oder machen Sie die E-Mail-Adressen in Personio und TimeTac eindeutig.`,
    ],
  },
  'employee-possible-duplicate': {
    title: { en: 'Perhaps in TimeTac already', de: 'Vielleicht schon in TimeTac vorhanden' },
    en: (t) => [
      `No TimeTac user was created for ${t.who}, because a user who may be the same person exists${t.fact('otherUser', ': ')}.`,
      `Say ${steps.en.link} whether to link that user or to create a new one.`,
    ],
    de: (t) => [
      `Für ${t.who} wurde kein TimeTac-Benutzer angelegt, weil es einen Benutzer gibt, der dieselbe Person sein kann${t.fact('otherUser', ': ')}.`,
      `Legen Sie ${steps.de.link} fest, ob dieser Benutzer verknüpft oder ein neuer angelegt werden soll.`,
    ],
  },
  'employee-rehired': {
    title: { en: 'Rehired under a new ID', de: 'Unter neuer Nummer wieder eingestellt' },
    en: (t) => [
      `The TimeTac user${t.fact('otherUser', ' ')} that fits ${t.who}${t.fact('email', ' by e-mail address (', ')')} is linked to an employee who has left.`,
      `If this is the same person under a new Personio ID, move the link ${steps.en.link}.`,
    ],
    de: (t) => [
      `Für ${t.who} passt der TimeTac-Benutzer${t.fact('otherUser', ' ')}${t.fact('email', ' (E-Mail-Adresse ', ')')}, doch er ist mit einer ausgeschiedenen Person verknüpft.`,
      `Wenn es dieselbe Person unter einer neuen Personio-Nummer ist, übertragen Sie die Verknüpfung ${steps.de.link}.`,
    ],
  },
  'employee-vanished': {
    title: { en: 'Employee gone from Personio', de: 'Person in Personio verschwunden' },
    en: (t) => [
      `Personio no longer lists ${t.who}. Nothing is written for this person on either side.`,
      `If the record was deleted on purpose, deactivate the user in TimeTac and remove the link ${steps.en.link}. If not, check the rights of the API credentials in Personio.`,
    ],
    de: (t) => [
      `Personio führt ${t.who} nicht mehr auf. Für diese Person wird auf keiner Seite etwas geschrieben.`,
      `Wurde der Datensatz absichtlich gelöscht, deaktivieren Sie den Benutzer in TimeTac und lösen Sie die Verknüpfung ${steps.de.link}. Prüfen Sie sonst die Rechte der API-Zugangsdaten in Personio.`,
    ],
  },
  'user-vanished': {
    title: { en: 'User gone from TimeTac', de: 'Benutzer in TimeTac verschwunden' },
    en: (t) => [
      `TimeTac no longer lists the user linked to ${t.who}. Nothing is written for this person on either side.`,
      `Restore the user in TimeTac, or check which users the API user may see. If the user is gone for good, remove the link ${steps.en.link}; the next run then makes a new user, unless the person is left out under “who is looked after” first.`,
    ],
    de: (t) => [
      `TimeTac führt den verknüpften Benutzer für ${t.who} nicht mehr auf. Für diese Person wird auf keiner Seite etwas geschrieben.`,
      `Stellen Sie den Benutzer in TimeTac wieder her, oder prüfen Sie, welche Benutzer der API-Benutzer sehen darf. Ist er endgültig weg, lösen Sie die Verknüpfung ${steps.de.link}; der nächste Lauf legt dann einen neuen Benutzer an, es sei denn, Sie nehmen die Person vorher aus jenen heraus, um die es geht.`,
    ],
  },
  'employee-two-users': {
    title: { en: 'Two users for one person', de: 'Zwei Benutzer für eine Person' },
    en: (t) => [
      `TimeTac has a second user who looks like ${t.who}${t.fact('otherUser', ': ')}. Only the linked user is exported.`,
      `Deactivate the user that is too many in TimeTac, or link the right one ${steps.en.link}.`,
    ],
    de: (t) => [
      `In TimeTac gibt es einen zweiten Benutzer, der zu passen scheint (${t.who})${t.fact('otherUser', ': ')}. Nur der verknüpfte Benutzer wird übertragen.`,
      `Deaktivieren Sie den überzähligen Benutzer in TimeTac, oder verknüpfen Sie den richtigen ${steps.de.link}.`,
    ],
  },
  'external-id-taken': {
    title: { en: 'External ID in use', de: 'Externe ID belegt' },
    en: (t) => [
      `The external ID in TimeTac for ${t.who} is filled with another value${t.fact('value', ' (', ')')} and was left as it is.`,
      'If no other system needs the value, empty the external ID of the user in TimeTac; the next run enters the Personio employee ID.',
    ],
    de: (t) => [
      `Die externe ID in TimeTac für ${t.who} ist mit einem anderen Wert belegt${t.fact('value', ' (', ')')} und blieb unverändert.`,
      'Wenn kein anderes System den Wert braucht, leeren Sie die externe ID des Benutzers in TimeTac; der nächste Lauf trägt die Personio-Nummer ein.',
    ],
  },
  'first-link-differences': {
    title: { en: 'Differences at the first link', de: 'Unterschiede bei der ersten Verknüpfung' },
    en: (t) => [
      `When ${t.who} was linked, master data differed${t.fact('differences', ' (', ')')}. Nothing was changed in TimeTac.`,
      `Confirm Personio’s values ${steps.en.link}, or leave TimeTac’s as they are.`,
    ],
    de: (t) => [
      `Beim Verknüpfen wichen Stammdaten ab (${t.who})${t.fact('differences', ': ')}. In TimeTac wurde nichts geändert.`,
      `Bestätigen Sie die Werte aus Personio ${steps.de.link}, oder lassen Sie die Werte in TimeTac stehen.`,
    ],
  },
  'user-without-employee': {
    title: { en: 'User without an employee', de: 'Benutzer ohne Person in Personio' },
    en: (t) => [
      t.many(
        `The TimeTac user${t.hasPerson || t.fact('username') === '' ? named(t.who, t.hasPerson) : t.quoted('username')} belongs to nobody in Personio and is not synchronised.`,
        '# TimeTac users belong to nobody in Personio and are not synchronised.',
      ),
      `If somebody should be synchronised, link them ${steps.en.link}; otherwise nothing is to be done.`,
    ],
    de: (t) => [
      t.many(
        `Der TimeTac-Benutzer${t.hasPerson || t.fact('username') === '' ? named(t.who, t.hasPerson) : t.quoted('username')} gehört zu niemandem in Personio und wird nicht abgeglichen.`,
        '# TimeTac-Benutzer gehören zu niemandem in Personio und werden nicht abgeglichen.',
      ),
      `Wenn jemand davon abgeglichen werden soll, verknüpfen Sie die Person ${steps.de.link}; sonst ist nichts zu tun.`,
    ],
  },
  'employee-unlinked': {
    title: { en: 'Waiting for a link', de: 'Wartet auf eine Verknüpfung' },
    en: (t) => [
      t.many(
        `Records wait because ${t.who} is not linked to an employee yet.`,
        `# records wait because ${t.who} is not linked to an employee yet.`,
      ),
      `They go out by themselves once the person is linked; that can be done ${steps.en.link}.`,
    ],
    de: (t) => [
      t.many(
        `Einträge warten, weil ${t.who} noch keine Verknüpfung zwischen TimeTac und Personio hat.`,
        `# Einträge warten, weil ${t.who} noch keine Verknüpfung zwischen TimeTac und Personio hat.`,
      ),
      `Sie werden von selbst übertragen, sobald die Person verknüpft ist; das geht ${steps.de.link}.`,
    ],
  },
};

const named = (who: string, isKnown: boolean): string => (isKnown ? ` (${who})` : '');
