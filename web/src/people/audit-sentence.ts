// An entry of the audit log as a sentence. Kinds that this page does not know are shown as they are.

import type { AuditEntry, Bilingual, Language } from '../api/types.ts';
import { auditAnswers, auditKinds } from '../words/audit.ts';
import { common, partWords, roleWords, sideWords } from '../words/common.ts';
import { sayIn } from '../words/say.ts';

type Details = AuditEntry['details'];

export function auditSentence({ what, details }: AuditEntry, language: Language): string {
  const kind = kindOf(what, details);
  const text = wordIn(auditKinds, kind);
  return text === null ? rawText(what, details) : sayIn(language, text, valuesIn(details, language));
}

/** Some kinds read differently depending on what happened. */
function kindOf(what: string, details: Details): string {
  switch (what) {
    case 'integration.paused':
      return Array.isArray(details['parts']) && details['parts'].length === 0 ? 'integration.resumed' : what;
    case 'credentials.set':
      return details['works'] === false ? 'credentials.broken' : what;
    case 'person.invited':
      return typeof details['email'] === 'string' ? what : 'person.invited-any';
    case 'people.linked':
    case 'people.unlinked':
    case 'people.new-account':
      return employeeIn(details) === null ? `${what}-unknown` : what;
    case 'run.asked':
      return pilotOf(Number(details['pilot'] ?? 0)) ?? (details['full'] === true ? 'run.full' : what);
    default:
      return what;
  }
}

const pilotOf = (people: number): string | null =>
  people === 0 ? null : people === 1 ? 'run.pilot-one' : 'run.pilot';

/** Whom an entry is about; null: nobody who is known any more. Entries from earlier name them as `personioId`. */
function employeeIn(details: Details): Details[string] {
  return details['employee'] ?? details['personioId'] ?? null;
}

function valuesIn(details: Details, language: Language): Record<string, string | number> {
  const values = { ...details, employee: employeeIn(details) };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueText(name, value, language)]),
  );
}

const WORDS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  role: roleWords,
  side: sideWords,
  parts: partWords,
  answer: auditAnswers,
};

function valueText(name: string, value: Details[string], language: Language): string | number {
  if (Array.isArray(value)) {
    return value.map((one) => valueText(name, one, language)).join(', ');
  }
  if (typeof value === 'string') {
    if (name === 'month') {
      return monthText(value, language);
    }
    const word = wordIn(WORDS[name] ?? {}, value);
    return word === null ? value : word[language];
  }
  if (typeof value === 'boolean') {
    return (value ? common.yes : common.no)[language];
  }
  return typeof value === 'number' ? value : JSON.stringify(value);
}

/** `2026-03` → March 2026 · März 2026. Anything else stays as it is. */
function monthText(month: string, language: Language): string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
    ? new Date(`${month}-01`).toLocaleDateString(language, {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      })
    : month;
}

function wordIn(words: Readonly<Record<string, Bilingual>>, name: string): Bilingual | null {
  return Object.hasOwn(words, name) ? (words[name] ?? null) : null;
}

function rawText(what: string, details: Details): string {
  return Object.keys(details).length === 0 ? what : `${what} ${JSON.stringify(details)}`;
}
