// Mails: who gets them, whether they can go out, what was sent, what one looks like, and a test.

import type { Answer, Bilingual } from '../api/types.ts';

export type MailAnswer = Answer<'listMails'>;
export type Mail = MailAnswer['mails'][number];

export const mailKindWords = {
  report: { en: 'Interface report', de: 'Schnittstellenbericht' },
  reconnect: { en: 'Nothing can run', de: 'Kein Abgleich möglich' },
  decision: { en: 'A plan waits for a decision', de: 'Ein Plan wartet auf eine Entscheidung' },
  digest: { en: 'Daily report', de: 'Tagesbericht' },
  silence: { en: 'No successful run for long', de: 'Lange kein erfolgreicher Lauf' },
  expiry: { en: 'Credentials end soon', de: 'Zugangsdaten laufen bald ab' },
  test: { en: 'Test mail', de: 'Probe-E-Mail' },
} as const satisfies Record<Mail['kind'], Bilingual>;

export const mailStateWords = {
  waiting: { en: 'waits', de: 'wartet' },
  sent: { en: 'sent', de: 'gesendet' },
  kept: { en: 'kept here', de: 'hier behalten' },
  refused: { en: 'refused', de: 'abgelehnt' },
  'given-up': { en: 'given up', de: 'aufgegeben' },
} as const satisfies Record<Mail['state'], Bilingual>;

/** Why a mail did not go, where no mail server said no. */
export const mailReasonWords = {
  recipient: {
    en: 'The address is no longer among the recipients.',
    de: 'Die Adresse steht nicht mehr unter den Empfängern.',
  },
  age: {
    en: 'It was older than a week: nobody waits for its news any more.',
    de: 'Sie war älter als eine Woche: Auf ihren Inhalt wartet niemand mehr.',
  },
  fault: {
    en: 'A fault on our side. It has been written to the log.',
    de: 'Ein Fehler auf unserer Seite. Er wurde protokolliert.',
  },
} as const satisfies Record<NonNullable<Mail['reason']>, Bilingual>;

/** What became of a test mail, in a sentence. */
export const testResultWords = {
  waiting: {
    en: 'Not sent yet. Tandem goes on trying.',
    de: 'Noch nicht gesendet. Tandem versucht es weiter.',
  },
  sent: {
    en: 'The mail server has taken the test mail for {to}. If it does not arrive, look among the spam.',
    de: 'Der Mailserver hat die Probe-E-Mail an {to} angenommen. Kommt sie nicht an, sehen Sie im Spam-Ordner nach.',
  },
  kept: {
    en: 'Nothing is sent from a demo. The test mail to {to} stands in the list, and you can open it.',
    de: 'Aus einer Demo wird nichts gesendet. Die Probe-E-Mail an {to} steht in der Liste, und Sie können sie öffnen.',
  },
  refused: {
    en: 'The mail server refuses mails to {to}. Check the address.',
    de: 'Der Mailserver lehnt E-Mails an {to} ab. Prüfen Sie die Adresse.',
  },
  'given-up': {
    en: 'The mail server did not take the test mail to {to}.',
    de: 'Der Mailserver hat die Probe-E-Mail an {to} nicht angenommen.',
  },
} as const satisfies Record<Mail['state'], Bilingual>;

export const mailWords = {
  title: { en: 'Mails', de: 'E-Mails' },
  about: {
    en: 'The interface report and everything else that Tandem writes to people about this integration.',
    de: 'Der Schnittstellenbericht und alles andere, was Tandem zu dieser Integration an Menschen schreibt.',
  },
  waiting: { en: 'Loading the mails …', de: 'Die E-Mails werden geladen …' },
  recipients: { en: 'Who hears of it', de: 'Wer davon hört' },
  to: { en: 'To', de: 'An' },
  nobody: { en: 'nobody yet', de: 'noch niemand' },
  nobodyText: {
    en: 'Without recipients nobody is told when something needs them. Add at least one.',
    de: 'Ohne Empfänger erfährt niemand, wenn etwas zu tun ist. Tragen Sie mindestens einen ein.',
  },
  when: { en: 'When', de: 'Wann' },
  neverText: {
    en: 'Mails are switched off. Issues only stand on the page.',
    de: 'E-Mails sind abgeschaltet. Meldungen stehen nur auf der Seite.',
  },
  language: { en: 'Language', de: 'Sprache' },
  change: { en: 'Change in step {n}, {step}', de: 'In Schritt {n}, {step}, ändern' },
  preview: { en: 'Preview the next report', de: 'Vorschau des nächsten Berichts' },
  server: { en: 'Mail server', de: 'Mailserver' },
  serverSetUp: {
    en: 'A mail server is set up. Mails go out by themselves.',
    de: 'Ein Mailserver ist eingerichtet. E-Mails gehen von selbst hinaus.',
  },
  serverKept: {
    en: 'This is a demo: mails are kept here instead of being sent.',
    de: 'Dies ist eine Demo: E-Mails werden hier behalten, statt gesendet zu werden.',
  },
  serverMissing: {
    en: 'No mail server is set up, so no mail can go out.',
    de: 'Es ist kein Mailserver eingerichtet, daher kann keine E-Mail hinausgehen.',
  },
  serverMissingHow: {
    en: 'Whoever looks after the server sets these two variables of its environment and starts Tandem anew. Mails wait until then, a week at most.',
    de: 'Wer den Server betreut, setzt diese beiden Variablen seiner Umgebung und startet Tandem neu. Bis dahin warten die E-Mails, höchstens eine Woche.',
  },
  serverExample: {
    en: 'smtps://user:password@mail.company.com:465',
    de: 'smtps://benutzer:passwort@mail.firma.de:465',
  },
  fromExample: { en: 'Tandem <tandem@company.com>', de: 'Tandem <tandem@firma.de>' },
  test: { en: 'Try whether mails arrive', de: 'Probieren, ob E-Mails ankommen' },
  testText: {
    en: 'Sends one mail at once and shows what the mail server said.',
    de: 'Sendet sofort eine E-Mail und zeigt, was der Mailserver gesagt hat.',
  },
  testTo: { en: 'Send it to', de: 'Senden an' },
  testSend: { en: 'Send a test mail', de: 'Probe-E-Mail senden' },
  testBusy: { en: 'Asking the mail server …', de: 'Der Mailserver wird gefragt …' },
  openIt: { en: 'Open the test mail', de: 'Probe-E-Mail öffnen' },
  list: { en: 'What was written', de: 'Was geschrieben wurde' },
  listText: { en: 'The newest hundred, newest first.', de: 'Die neuesten hundert, neueste zuerst.' },
  created: { en: 'Written', de: 'Geschrieben' },
  kind: { en: 'About', de: 'Worum es geht' },
  state: { en: 'State', de: 'Stand' },
  sentAt: { en: 'on {when}', de: 'am {when}' },
  serverSaid: { en: 'The mail server said: {words}', de: 'Der Mailserver sagte: {words}' },
  nextTry: { en: 'Next try: {when}.', de: 'Nächster Versuch: {when}.' },
  triedOne: { en: 'Tried {n} time.', de: '{n}-mal versucht.' },
  triedMany: { en: 'Tried {n} times.', de: '{n}-mal versucht.' },
  emptyTitle: { en: 'No mail yet', de: 'Noch keine E-Mail' },
  emptyText: {
    en: 'The first one is written when a run has something to tell. The preview shows what it will look like.',
    de: 'Die erste wird geschrieben, sobald ein Lauf etwas zu sagen hat. Die Vorschau zeigt, wie sie aussieht.',
  },
  back: { en: 'All mails', de: 'Alle E-Mails' },
  mail: { en: 'Mail', de: 'E-Mail' },
  previewTitle: { en: 'Preview: {subject}', de: 'Vorschau: {subject}' },
  previewText: {
    en: 'So the interface report would look if it were written now. Looking sends nothing.',
    de: 'So sähe der Schnittstellenbericht aus, würde er jetzt geschrieben. Vom Ansehen wird nichts gesendet.',
  },
  mailWaiting: { en: 'Loading the mail …', de: 'Die E-Mail wird geladen …' },
  inLanguage: { en: 'Language of the preview', de: 'Sprache der Vorschau' },
  views: { en: 'Ways to look at the mail', de: 'Ansichten der E-Mail' },
  asPage: { en: 'As a page', de: 'Als Seite' },
  asText: { en: 'As plain text', de: 'Als reiner Text' },
  frame: { en: 'The mail as a mail program shows it', de: 'Die E-Mail, wie ein Mailprogramm sie zeigt' },
  frameText: {
    en: 'Links in it work in the mail itself, not here.',
    de: 'Verweise darin wirken in der E-Mail selbst, hier nicht.',
  },
  textLabel: { en: 'The mail as plain text', de: 'Die E-Mail als reiner Text' },
  attachment: { en: 'Attached', de: 'Angehängt' },
  download: { en: 'Download {file}', de: '{file} herunterladen' },
} as const satisfies Record<string, Bilingual>;
