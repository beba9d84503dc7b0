// The frame around every page.

import type { Bilingual } from '../api/types.ts';

export const shellWords = {
  product: { en: 'Tandem', de: 'Tandem' },
  skip: { en: 'Skip to content', de: 'Zum Inhalt springen' },
  mainMenu: { en: 'Main menu', de: 'Hauptmenü' },
  integrations: { en: 'Integrations', de: 'Integrationen' },
  people: { en: 'People', de: 'Personen' },
  toGerman: { en: 'Show this page in German', de: 'Diese Seite auf Deutsch anzeigen' },
  toEnglish: { en: 'Show this page in English', de: 'Diese Seite auf Englisch anzeigen' },
  toDark: { en: 'Switch to dark colours', de: 'Zu dunklen Farben wechseln' },
  toLight: { en: 'Switch to light colours', de: 'Zu hellen Farben wechseln' },
  accountMenu: { en: 'Account menu of {name}', de: 'Kontomenü von {name}' },
  account: { en: 'Your account', de: 'Ihr Konto' },
  signOut: { en: 'Sign out', de: 'Abmelden' },
  signIn: { en: 'Sign in', de: 'Anmelden' },
  demo: {
    en: 'Demo: the company is invented, Personio and TimeTac are simulated, and everything begins anew with every start.',
    de: 'Demo: Die Firma ist erfunden, Personio und TimeTac sind simuliert, und mit jedem Start beginnt alles von vorn.',
  },
  version: { en: 'Tandem {version}', de: 'Tandem {version}' },
  opening: { en: 'Opening Tandem …', de: 'Tandem wird geöffnet …' },
  lostTitle: { en: 'There is no such page', de: 'Diese Seite gibt es nicht' },
  lostText: {
    en: 'The address may be misspelt, or the page has moved. Start from the list of integrations.',
    de: 'Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen. Beginnen Sie bei der Liste der Integrationen.',
  },
  lostAction: { en: 'Go to the list', de: 'Zur Liste' },
  faultTitle: { en: 'This page could not be shown', de: 'Diese Seite konnte nicht angezeigt werden' },
  faultText: {
    en: 'Tandem may have been updated meanwhile. Load the page anew; what was saved is still there.',
    de: 'Vielleicht wurde Tandem inzwischen aktualisiert. Laden Sie die Seite neu; Gespeichertes ist noch da.',
  },
  faultAction: { en: 'Load the page anew', de: 'Seite neu laden' },
  endedTitle: { en: 'Your session has ended', de: 'Ihre Sitzung ist abgelaufen' },
  endedText: {
    en: 'Sign in again. What you typed on this page stays as it is; if something was not saved, save it again afterwards.',
    de: 'Melden Sie sich erneut an. Was Sie auf dieser Seite eingegeben haben, bleibt stehen; was nicht gespeichert wurde, speichern Sie danach noch einmal.',
  },
} as const satisfies Record<string, Bilingual>;
