// What the form says about the interface report, with its defaults.

import type { Bilingual, IntegrationView, Language } from '../api/types.ts';
import { doneWords } from '../words/steps-done.ts';

export interface ReportSettings {
  /** Addresses, each once. */
  readonly to: readonly string[];
  /** As it stands in the form. */
  readonly when: string;
  readonly language: Language;
}

export function reportOf({ report }: IntegrationView['form']): ReportSettings {
  const section = typeof report === 'object' && report !== null && !Array.isArray(report) ? report : {};
  const { to, when, language } = section;
  return {
    to: Array.isArray(to) ? [...new Set(to.filter((address) => typeof address === 'string'))] : [],
    when: typeof when === 'string' ? when : 'on-issues',
    language: language === 'en' ? 'en' : 'de',
  };
}

/** What was typed into the form and is no known choice is shown as it is. */
export function whenWords(when: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = {
    'on-issues': doneWords.whenIssues,
    daily: doneWords.whenDaily,
    always: doneWords.whenAlways,
    never: doneWords.whenNever,
  };
  return words[when] ?? { en: when, de: when };
}
