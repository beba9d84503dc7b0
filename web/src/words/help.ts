// Guides: how an issue comes about and how it is solved.

import type { Answer, Bilingual } from '../api/types.ts';

export type Guide = Answer<'readGuide'>;

export const guideWords = {
  title: { en: 'Guide', de: 'Anleitung' },
  back: { en: 'Back', de: 'Zurück' },
  waiting: { en: 'Loading the guide …', de: 'Die Anleitung wird geladen …' },
  cause: { en: 'How it comes about', de: 'Wie es dazu kommt' },
  oneWay: { en: 'What you can do', de: 'Was Sie tun können' },
  ways: { en: 'Ways to solve it', de: 'Lösungswege' },
  waysText: {
    en: 'One of them is enough: take the one that fits your case.',
    de: 'Einer davon genügt: Nehmen Sie den, der zu Ihrem Fall passt.',
  },
  afterwards: { en: 'Afterwards', de: 'Danach' },
  place: { en: 'Where', de: 'Wo' },
  code: { en: 'Code', de: 'Kennung' },
  unknownTitle: { en: 'There is no such guide', de: 'Diese Anleitung gibt es nicht' },
  unknownCode: { en: 'Nothing is known here about “{code}”', de: 'Zu „{code}“ ist hier nichts bekannt' },
  unknownText: {
    en: 'The address may be misspelt. Every issue in Tandem has a link to its guide.',
    de: 'Vielleicht ist die Adresse falsch geschrieben. In Tandem führt jede Meldung zu ihrer Anleitung.',
  },
  unknownLink: { en: 'Go to the integrations', de: 'Zu den Integrationen' },
} as const satisfies Record<string, Bilingual>;

/** Where a way is gone. */
export const placeWords = {
  personio: { en: 'Personio', de: 'Personio' },
  timetac: { en: 'TimeTac', de: 'TimeTac' },
  tandem: { en: 'Tandem', de: 'Tandem' },
} as const satisfies Record<Guide['ways'][number]['place'], Bilingual>;

export const guideClassWords = {
  issue: { en: 'Needs you', de: 'Hier sind Sie gefragt' },
  hold: { en: 'Waits and solves itself', de: 'Wartet und löst sich von selbst' },
  note: { en: 'Worth knowing', de: 'Gut zu wissen' },
} as const satisfies Record<Guide['class'], Bilingual>;
