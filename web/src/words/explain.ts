// Explain: why a day of somebody is, or is not, in Personio.

import type { Bilingual } from '../api/types.ts';

export const explainWords = {
  title: { en: 'Explain a day', de: 'Einen Tag erklären' },
  description: {
    en: 'Why a day of somebody is, or is not, in Personio: what TimeTac has, what the rules make of it, what stands in Personio and what Personio answered.',
    de: 'Warum ein Tag einer Person in Personio steht oder fehlt: was in TimeTac steht, was die Regeln daraus machen, was in Personio steht und was Personio geantwortet hat.',
  },
  search: { en: 'Person and day', de: 'Person und Tag' },
  who: { en: 'Name or Personio ID', de: 'Name oder Personio-Nummer' },
  whoHint: {
    en: 'Choose from the list; the ID also finds people who are not linked.',
    de: 'Aus der Liste wählen; die Nummer findet auch nicht verknüpfte Personen.',
  },
  whoPlaceholder: { en: 'Type a name', de: 'Name eingeben' },
  show: { en: 'Explain', de: 'Erklären' },
  nobody: {
    en: 'Nobody who is linked fits. Check the spelling, or type the Personio ID.',
    de: 'Keine verknüpfte Person passt dazu. Prüfen Sie die Schreibweise oder geben Sie die Personio-Nummer ein.',
  },
  several: {
    en: 'Several people fit. Choose one from the list.',
    de: 'Es passen mehrere Personen. Wählen Sie eine aus der Liste.',
  },
  listFailed: {
    en: 'The list of people is missing just now. Type the Personio ID instead.',
    de: 'Die Liste der Personen fehlt gerade. Geben Sie stattdessen die Personio-Nummer ein.',
  },
  day: { en: 'Day', de: 'Tag' },
  before: { en: 'Previous day', de: 'Tag zurück' },
  after: { en: 'Next day', de: 'Tag vor' },
  today: { en: 'Today', de: 'Heute' },
  emptyTitle: { en: 'Whose day?', de: 'Wessen Tag?' },
  emptyText: {
    en: 'Type a name and choose a day above. The address of this page then names both, so you can pass it on to colleagues who may see this integration.',
    de: 'Geben Sie oben einen Namen ein und wählen Sie einen Tag. Die Adresse dieser Seite nennt dann beides; Sie können sie an alle weitergeben, die diese Integration sehen dürfen.',
  },
  waiting: { en: 'Looking the day up …', de: 'Der Tag wird nachgeschlagen …' },
  /** Read out when another person or day has arrived. */
  heard: { en: 'Explained: {who}, {day}', de: 'Erklärt: {who}, {day}' },
  general: { en: 'For the whole day', de: 'Für den ganzen Tag' },
  chain: { en: '{part}: the way to Personio', de: '{part}: der Weg nach Personio' },
  issues: { en: 'Issues', de: 'Meldungen' },
  toIssues: { en: 'Open the issues', de: 'Zu den Meldungen' },
  decisions: { en: 'Decisions', de: 'Entscheidungen' },
  type: { en: 'Type: {type}', de: 'Art: {type}' },
  copyTrace: { en: 'Copy trace ID {id}', de: 'Trace-ID {id} kopieren' },
  silent: {
    en: 'Tandem saw nothing of this kind in TimeTac on this day and wrote nothing to Personio. If something has been entered since, the next run looks at it, unless what stands above speaks against it.',
    de: 'An diesem Tag hat Tandem in TimeTac nichts davon gesehen und nichts nach Personio geschrieben. Wurde seither etwas eingetragen, sieht es der nächste Lauf, sofern oben nichts dagegen spricht.',
  },
} as const satisfies Record<string, Bilingual>;

/** The links of the chain, from one system to the other. */
export const linkWords = {
  source: { en: 'TimeTac', de: 'TimeTac' },
  rule: { en: 'Rules', de: 'Regeln' },
  target: { en: 'Personio', de: 'Personio' },
  answer: { en: 'Personio’s answer', de: 'Antwort von Personio' },
} as const satisfies Record<string, Bilingual>;

/** Where a link has nothing to say: what that means. */
export const emptyLinkWords = {
  source: {
    en: 'Nothing known here, so there is nothing to write.',
    de: 'Hier ist nichts bekannt, also gibt es nichts zu schreiben.',
  },
  rule: {
    en: 'No particular rule applies here.',
    de: 'Hier greift keine besondere Regel.',
  },
  target: {
    en: 'Nothing that Tandem wrote or linked stands here.',
    de: 'Hier steht nichts, was Tandem geschrieben oder verknüpft hat.',
  },
  answer: {
    en: 'No answer is kept: either nothing was sent, or Personio objected to nothing.',
    de: 'Keine Antwort aufbewahrt: Entweder wurde nichts gesendet, oder Personio hatte nichts einzuwenden.',
  },
} as const satisfies Record<keyof typeof linkWords, Bilingual>;
