// The words of mails around the sentences of issues.

import { dateForm, instantForm, type Language, numberForm } from '../forms.ts';
import type { Part } from '../codes.ts';
import { partNames } from '../refusal-words.ts';
import type { Bilingual } from '../words.ts';

export const mailWords = {
  newIssues: { en: 'New', de: 'Neu' },
  openIssues: { en: 'Still open', de: 'Weiterhin offen' },
  solvedIssues: { en: 'Solved', de: 'Gelöst' },
  notWatched: { en: 'No longer watched', de: 'Nicht mehr beobachtet' },
  help: { en: 'How to solve this', de: 'So wird es gelöst' },
  toIssue: { en: 'Open', de: 'Öffnen' },
  openPage: { en: 'Open in Tandem', de: 'In Tandem öffnen' },
  toStep: { en: 'To the credentials', de: 'Zu den Zugangsdaten' },
  toRun: { en: 'Look at the plan', de: 'Plan ansehen' },
  inTable: {
    en: 'All of them are in the attached table.',
    de: 'Alle stehen in der angehängten Tabelle.',
  },
  footer: {
    en: 'You get this mail because your address stands under “recipients” in Tandem (step 8 of the set-up, report). Absence types are never part of a mail.',
    de: 'Sie erhalten diese Mail, weil Ihre Adresse in Tandem unter „Empfänger“ steht (Schritt 8 der Einrichtung, Bericht). Abwesenheitsarten stehen nie in einer Mail.',
  },
  footerOfFile: {
    en: 'You get this mail because your address stands under report.to in the configuration file of this integration. Absence types are never part of a mail.',
    de: 'Sie erhalten diese Mail, weil Ihre Adresse in der Konfigurationsdatei dieser Integration unter report.to steht. Abwesenheitsarten stehen nie in einer Mail.',
  },
  noTypes: {
    en: 'Absence types are never part of a mail.',
    de: 'Abwesenheitsarten stehen nie in einer Mail.',
  },
  reconnect: {
    en: 'A vendor refuses the credentials or a right that they need; what depends on it is not synchronised. Nothing is lost: once it is mended, Tandem goes on where it stopped. This mail comes once.',
    de: 'Ein System lehnt die Zugangsdaten oder ein nötiges Recht ab; was davon abhängt, wird nicht abgeglichen. Verloren geht nichts: Sobald es behoben ist, macht Tandem dort weiter, wo es aufgehört hat. Diese Mail kommt einmal.',
  },
  noCredentials: {
    en: 'The integration is switched on, but for the address that its form names now there are no credentials, so nothing is synchronised any more. Credentials are kept for one address and never sent to another. Nothing is lost: once the right ones are in (or the address is again what it was), Tandem goes on where it stopped.',
    de: 'Die Integration ist eingeschaltet, aber für die Adresse, die jetzt im Formular steht, gibt es keine Zugangsdaten; daher wird nichts mehr abgeglichen. Zugangsdaten gelten für eine Adresse und werden nie an eine andere gesendet. Verloren geht nichts: Mit den richtigen (oder der früheren Adresse) macht Tandem dort weiter, wo es aufgehört hat.',
  },
  incomplete: {
    en: 'The integration is switched on, but its form is not complete or has mistakes, so nothing is synchronised any more. The page says in which step and what to do. Nothing is lost: once it is complete, Tandem goes on where it stopped.',
    de: 'Die Integration ist eingeschaltet, aber ihr Formular ist nicht vollständig oder hat Fehler; daher wird nichts mehr abgeglichen. Die Seite sagt, in welchem Schritt und was zu tun ist. Verloren geht nichts: Sobald es vollständig ist, macht Tandem dort weiter, wo es aufgehört hat.',
  },
  decision: {
    en: 'A guard refused the plan of this run, and nothing was written. Look at it; if it is right, let exactly this plan through.',
    de: 'Der Plan dieses Laufs wurde zur Sicherheit abgelehnt, nichts wurde geschrieben. Sehen Sie ihn an; wenn er stimmt, geben Sie genau diesen Plan frei.',
  },
  brokeOff: {
    en: 'The newest run broke off before its end, for example because the server was restarted. Nothing is lost: the next run goes on. What follows is how things stood before.',
    de: 'Der neueste Lauf ist vor seinem Ende abgebrochen, zum Beispiel weil der Server neu gestartet wurde. Verloren ist nichts: Der nächste Lauf macht weiter. Das Folgende ist der Stand davor.',
  },
  allWell: {
    en: 'All is well: nothing is open.',
    de: 'Alles in Ordnung: Nichts ist offen.',
  },
  noRun: {
    en: 'No run has ended yet.',
    de: 'Noch ist kein Lauf beendet.',
  },
  test: {
    en: 'This is a test: mails from Tandem reach this address. Nobody else got it.',
    de: 'Dies ist ein Test: Mails von Tandem erreichen diese Adresse. Niemand sonst hat ihn bekommen.',
  },
  silenceHint: {
    en: 'Check whether Tandem is running and can reach both systems. What was recorded meanwhile is not lost: it goes out with the next run.',
    de: 'Prüfen Sie, ob Tandem läuft und beide Systeme erreicht. Was inzwischen erfasst wurde, ist nicht verloren: Es geht mit dem nächsten Lauf hinaus.',
  },
  expiryHint: {
    en: 'Have new credentials made in time and enter them in step 2.',
    de: 'Lassen Sie rechtzeitig neue Zugangsdaten erstellen und tragen Sie sie in Schritt 2 ein.',
  },
} as const satisfies Record<string, Bilingual>;

type Subject = (name: string, language: Language) => string;
const subject =
  (en: string, de: string): Subject =>
  (name, language) =>
    `Tandem · ${name}: ${language === 'de' ? de : en}`;

export const subjects = {
  reconnect: subject('please reconnect, a vendor refuses access', 'bitte neu verbinden, ein System lehnt ab'),
  noCredentials: subject(
    'please reconnect, credentials are missing',
    'bitte neu verbinden, Zugangsdaten fehlen',
  ),
  incomplete: subject('please complete the form', 'bitte das Formular vervollständigen'),
  decision: subject('your decision is needed', 'Ihre Entscheidung ist nötig'),
  brokeOff: subject('the newest run broke off', 'der neueste Lauf ist abgebrochen'),
  noRun: subject('no run has ended yet', 'noch ist kein Lauf beendet'),
  paused: subject('paused', 'pausiert'),
  test: subject('a test mail', 'eine Testmail'),
  report: (news: number, solved: number, open: number): Subject =>
    subject(
      listOf([counted(news, 'new issue', 'new issues'), counted(solved, 'solved', 'solved')], `${open} open`),
      listOf(
        [counted(news, 'neue Meldung', 'neue Meldungen'), counted(solved, 'gelöst', 'gelöst')],
        `${open} offen`,
      ),
    ),
  digest: (open: number): Subject =>
    open === 0
      ? subject('all is well', 'alles in Ordnung')
      : subject(
          counted(open, 'issue open', 'issues open'),
          counted(open, 'Meldung offen', 'Meldungen offen'),
        ),
  silence: (hours: string): Subject =>
    subject(`no successful run for ${hours} hours`, `seit ${hours} Stunden kein erfolgreicher Lauf`),
  expiry: (on: string): Subject =>
    subject(`credentials expire on ${dateForm(on, 'en')}`, `Zugangsdaten laufen ab am ${dateForm(on, 'de')}`),
} as const;

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`;

const listOf = (pieces: readonly string[], last: string): string =>
  [...pieces.filter((piece) => piece !== ''), last].join(', ');

export function runSentence(endedAt: string, writes: number, zone: string, language: Language): string {
  const at = clockForm(Date.parse(endedAt), zone, language);
  const many = numberForm(writes, language);
  return language === 'de'
    ? `Lauf, beendet am ${at}: ${writes === 1 ? '1 Datensatz' : `${many} Datensätze`} geschrieben.`
    : `Run that ended on ${at}: ${writes === 1 ? '1 record' : `${many} records`} written.`;
}

/** `26.11.2026, 08:15 Europe/Berlin`. */
export const clockForm = (at: number, zone: string, language: Language): string =>
  instantForm(at, zone, language).replace(/ \(\d\d:\d\d UTC\)$/, '');

export function silenceSentence(since: number, zone: string, language: Language): string {
  const at = clockForm(since, zone, language);
  return language === 'de' ? `Seit ${at} ist kein Lauf mehr gelungen.` : `No run has succeeded since ${at}.`;
}

export function expirySentence(on: string, language: Language): string {
  return language === 'de'
    ? `Die Zugangsdaten von TimeTac laufen am ${dateForm(on, language)} ab. Danach wird nichts mehr abgeglichen.`
    : `The TimeTac credentials expire on ${dateForm(on, language)}. After that nothing is synchronised any more.`;
}

export function pausedSentence(parts: readonly Part[], language: Language): string {
  const names = parts.map((part) => partNames[part][language]).join(', ');
  return language === 'de'
    ? `Pausiert: ${names}. Davon wird nichts abgeglichen, bis es jemand fortsetzt.`
    : `Paused: ${names}. Nothing of this is synchronised until somebody resumes it.`;
}

export function moreSentence(count: number, language: Language): string {
  return language === 'de'
    ? `… und ${count} weitere. ${mailWords.inTable.de}`
    : `… and ${count} more. ${mailWords.inTable.en}`;
}

export function daySentence(since: number, zone: string, language: Language): string {
  const at = clockForm(since, zone, language);
  return language === 'de' ? `Seit ${at}:` : `Since ${at}:`;
}

export const dayWords = {
  runs: { en: 'Runs', de: 'Läufe' },
  failed: { en: 'of which failed', de: 'davon fehlgeschlagen' },
  writes: { en: 'Records written', de: 'Geschriebene Datensätze' },
  news: { en: 'New issues', de: 'Neue Meldungen' },
  solved: { en: 'Solved issues', de: 'Gelöste Meldungen' },
  open: { en: 'Open issues', de: 'Offene Meldungen' },
} as const satisfies Record<string, Bilingual>;
