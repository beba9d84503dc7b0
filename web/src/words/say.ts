// The reader's language. `useSay` turns a text of `words/` into a sentence, `useFormat` writes dates and numbers.

import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, createElement, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { call } from '../api/call.ts';
import type { Bilingual, Language, Session } from '../api/types.ts';
import { keyOf } from '../api/use.ts';
import type { Formats } from './format.ts';
import { fill, formatsIn } from './format.ts';

export type Say = (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string;

/** `say(words.greeting, { name })`: the text in the reader's language; numbers are written in their form. */
export function useSay(): Say {
  const { language } = useLanguage();
  return useCallback((text, values) => sayIn(language, text, values), [language]);
}

export function useFormat(): Formats {
  return formatsIn(useLanguage().language);
}

export interface LanguageChoice {
  readonly language: Language;
  /** Kept in this browser and, of somebody who is signed in, with their account. */
  readonly setLanguage: (language: Language) => void;
  /** In this browser only: takes over what an account says. */
  readonly adoptLanguage: (language: Language) => void;
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

export function sayIn(
  language: Language,
  text: Bilingual,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const { number } = formatsIn(language);
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? number(value) : value,
  ]);
  return fill(text[language], Object.fromEntries(filled));
}

const LanguageContext = createContext<LanguageChoice>({
  language: 'en',
  setLanguage: () => undefined,
  adoptLanguage: () => undefined,
});

/** Stands inside the query client: a change is told to the account of whoever is signed in. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const [language, setState] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const adoptLanguage = useCallback((next: Language) => {
    setState(next);
    keep(next);
  }, []);
  const setLanguage = useCallback(
    (next: Language) => {
      adoptLanguage(next);
      const session = client.getQueryData<Session>(keyOf('readSession', {}));
      const person = session?.person ?? null;
      if (session === undefined || person === null || person.language === next) {
        return;
      }
      client.setQueryData(keyOf('readSession', {}), { ...session, person: { ...person, language: next } });
      // Not worth a message: the browser remembers it anyway.
      call('changeMe', { body: { language: next } }).catch(() => undefined);
    },
    [client, adoptLanguage],
  );
  const choice = useMemo(
    () => ({ language, setLanguage, adoptLanguage }),
    [language, setLanguage, adoptLanguage],
  );
  return createElement(LanguageContext, { value: choice }, children);
}

const KEPT_AS = 'tandem-language';

function firstLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    if (kept === 'en' || kept === 'de') {
      return kept;
    }
  } catch {
    // Storage may be forbidden; the browser's language does then.
  }
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // See above.
  }
}
