// When the server does not answer as agreed.

import type { Bilingual } from '../api/types.ts';

export const apiWords = {
  noAnswer: {
    en: 'Tandem does not answer.',
    de: 'Tandem antwortet nicht.',
  },
  noAnswerHint: {
    en: 'Check the network connection and try again. What is saved stays saved.',
    de: 'Prüfen Sie die Netzwerkverbindung und versuchen Sie es noch einmal. Gespeichertes bleibt gespeichert.',
  },
  strangeAnswer: {
    en: 'An unexpected answer came instead of Tandem’s.',
    de: 'Statt der Antwort von Tandem kam eine unerwartete.',
  },
  strangeAnswerHint: {
    en: 'Try again in a minute. If it stays this way, tell whoever operates Tandem.',
    de: 'Versuchen Sie es in einer Minute noch einmal. Bleibt es dabei, sagen Sie es der Person, die Tandem betreibt.',
  },
} as const satisfies Record<string, Bilingual>;
