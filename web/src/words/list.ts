// The list of integrations.

import type { Bilingual } from '../api/types.ts';

export const listWords = {
  title: { en: 'Integrations', de: 'Integrationen' },
  about: {
    en: 'What needs somebody comes first.',
    de: 'Was jemanden braucht, steht zuerst.',
  },
  loading: { en: 'Loading the integrations …', de: 'Die Integrationen werden geladen …' },
  create: { en: 'New integration', de: 'Neue Integration' },
  createTitle: { en: 'New integration', de: 'Neue Integration' },
  name: { en: 'Name', de: 'Name' },
  nameHint: {
    en: 'Usually the company’s name. You can change it later.',
    de: 'Meist der Name der Firma. Sie können ihn später ändern.',
  },
  nameMissing: {
    en: 'Type a name, e.g. that of the company.',
    de: 'Geben Sie einen Namen ein, z. B. den der Firma.',
  },
  createSubmit: { en: 'Begin to set up', de: 'Einrichtung beginnen' },
  sandbox: { en: 'Try it with the demo company', de: 'Mit der Demofirma ausprobieren' },
  sandboxName: { en: 'Demo company', de: 'Demofirma' },
  sandboxAbout: {
    en: 'Opens an invented company with simulated Personio and TimeTac accounts of your own. Nothing you do there reaches anybody.',
    de: 'Öffnet eine erfundene Firma mit eigenen, simulierten Konten bei Personio und TimeTac. Nichts, was Sie dort tun, erreicht jemanden.',
  },
  sandboxBusy: { en: 'Preparing the demo company …', de: 'Die Demofirma wird vorbereitet …' },
  emptyTitle: { en: 'No integration yet', de: 'Noch keine Integration' },
  emptyMayCreate: {
    en: 'Begin with “New integration”: eight steps lead from the accounts to the first run. Or look around first with the demo company.',
    de: 'Beginnen Sie mit „Neue Integration“: Acht Schritte führen von den Konten bis zum ersten Lauf. Oder sehen Sie sich zuerst mit der Demofirma um.',
  },
  emptyMayNot: {
    en: 'Nobody has added you to an integration. Ask the person who invited you.',
    de: 'Niemand hat Sie zu einer Integration hinzugefügt. Wenden Sie sich an die Person, die Sie eingeladen hat.',
  },
  summary: { en: 'Summary', de: 'Zusammenfassung' },
  needOne: { en: '{n} integration needs somebody', de: '{n} Integration braucht jemanden' },
  needMany: { en: '{n} integrations need somebody', de: '{n} Integrationen brauchen jemanden' },
  needNone: { en: 'No integration needs anybody right now', de: 'Gerade braucht keine Integration jemanden' },
  lastRun: { en: 'Last run', de: 'Letzter Lauf' },
  nextRun: { en: 'Next run', de: 'Nächster Lauf' },
  noRunYet: { en: 'none yet', de: 'noch keiner' },
  noNextRun: { en: 'none planned', de: 'keiner geplant' },
  due: { en: 'now', de: 'jetzt' },
  writesOne: { en: '{n} record written', de: '{n} Datensatz geschrieben' },
  writesMany: { en: '{n} records written', de: '{n} Datensätze geschrieben' },
  openIssues: { en: 'Open issues', de: 'Offene Meldungen' },
  originFile: { en: 'From a configuration file', de: 'Aus einer Konfigurationsdatei' },
  originSandbox: { en: 'Demo company', de: 'Demofirma' },
  yourRole: { en: 'Your role', de: 'Ihre Rolle' },
  continueSetUp: { en: 'Continue setting up', de: 'Einrichtung fortsetzen' },
  showIssues: { en: 'Show issues', de: 'Meldungen zeigen' },
  findLabel: { en: 'Find an integration', de: 'Integration suchen' },
  noneFits: {
    en: 'No integration has this name. Clear the field to see all.',
    de: 'Keine Integration heißt so. Leeren Sie das Feld, um alle zu sehen.',
  },
} as const satisfies Record<string, Bilingual>;
