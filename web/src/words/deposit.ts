// The deposit link, for somebody who has the credentials but no account here.

import type { Bilingual } from '../api/types.ts';

export const depositWords = {
  title: { en: 'Hand over credentials', de: 'Zugangsdaten übergeben' },
  looking: { en: 'Looking at the link …', de: 'Der Link wird gelesen …' },
  about: {
    en: '{by} asks you for the API credentials of {side}, for the integration “{integration}”.',
    de: '{by} bittet Sie um die API-Zugangsdaten von {side} für die Integration „{integration}“.',
  },
  until: {
    en: 'The link works once, until {at}.',
    de: 'Der Link funktioniert einmal, bis {at}.',
  },
  safe: {
    en: 'What you type is encrypted in this browser for the Tandem server. Nobody can read it on the way, nobody is shown the secret again, and it is sent to no other address than {address}.',
    de: 'Was Sie eingeben, wird schon in diesem Browser für den Server von Tandem verschlüsselt. Unterwegs kann es niemand lesen, das Geheimnis wird niemandem wieder angezeigt, und es geht an keine andere Adresse als {address}.',
  },
  wherePersonio: {
    en: 'In Personio you find them under Settings → API credentials. New credentials make the old ones of the same name worthless.',
    de: 'In Personio finden Sie sie unter Einstellungen → API-Zugangsdaten. Neue Zugangsdaten machen die alten desselben Namens wertlos.',
  },
  whereTimetac: {
    en: 'You get them from TimeTac’s support, together with the day on which they expire.',
    de: 'Sie erhalten sie vom TimeTac-Support, zusammen mit dem Tag, an dem sie ablaufen.',
  },
  clientId: { en: 'Client ID', de: 'Client-ID' },
  clientSecret: { en: 'Client secret', de: 'Client-Secret' },
  clientIdMissing: {
    en: 'Paste the client ID here.',
    de: 'Fügen Sie hier die Client-ID ein.',
  },
  clientSecretMissing: {
    en: 'Paste the client secret here.',
    de: 'Fügen Sie hier das Client-Secret ein.',
  },
  submit: { en: 'Encrypt and hand over', de: 'Verschlüsseln und übergeben' },
  submitting: {
    en: 'Handed over. {side} is being asked whether they work …',
    de: 'Übergeben. {side} wird gefragt, ob sie funktionieren …',
  },
  works: { en: 'Thank you – they work', de: 'Danke – sie funktionieren' },
  worksText: {
    en: '{side} has accepted the credentials. You can close this page.',
    de: '{side} hat die Zugangsdaten angenommen. Sie können diese Seite schließen.',
  },
  fails: { en: 'Handed over, but they do not work yet', de: 'Übergeben, aber sie funktionieren noch nicht' },
  failsText: {
    en: 'See below what {side} says. When it is put right, ask {by} for a new link, as this one is used up.',
    de: 'Unten steht, was {side} sagt. Wenn es behoben ist, bitten Sie {by} um einen neuen Link, denn dieser ist verbraucht.',
  },
  lines: { en: 'What was found', de: 'Was gefunden wurde' },
  noCrypto: {
    en: 'This browser cannot encrypt on this page.',
    de: 'Dieser Browser kann auf dieser Seite nicht verschlüsseln.',
  },
  noCryptoHint: {
    en: 'Open the link with https:// in a current browser. If it begins with http://, tell whoever sent it.',
    de: 'Öffnen Sie den Link mit https:// in einem aktuellen Browser. Beginnt er mit http://, sagen Sie es der Person, die ihn geschickt hat.',
  },
} as const satisfies Record<string, Bilingual>;

export const checkClassWords = {
  ok: { en: 'Fine', de: 'In Ordnung' },
  hint: { en: 'Hint', de: 'Hinweis' },
  optional: { en: 'Optional', de: 'Optional' },
  name: { en: 'Name not found', de: 'Name nicht gefunden' },
  access: { en: 'Access missing', de: 'Zugriff fehlt' },
} as const satisfies Record<string, Bilingual>;
