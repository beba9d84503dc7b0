// Finding and taking out one person in what was stored: records that are theirs, and their name in what is told of others.

import { onOneLine } from './plain.ts';
import { mostFact, mostName } from './telling.ts';

export interface Subject {
  readonly personioId: string;
  /** Their accounts: one, or several where nobody could tell which is theirs. */
  readonly timetacIds: readonly string[];
  readonly names: readonly string[];
}

/** Sentences tell a name on one line and cut it: where that is not how it was typed, all spellings are looked for. */
export const spellingsOf = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => [name, onOneLine(name, mostName), onOneLine(name, mostFact)])),
];

/** Names of fields that say whose a record is. */
const personioFields = ['employeeId', 'personioId', 'employee_id'];
const timetacFields = ['userId', 'timetacId', 'user_id'];

/** Whether a record says, at its top or in its `employee`, that it is about this person. */
export function isAbout(record: unknown, who: Subject): boolean {
  if (record === null || typeof record !== 'object' || Array.isArray(record)) return false;
  const fields = record as Readonly<Record<string, unknown>>;
  const has = (names: readonly string[], id: string): boolean =>
    names.some((name) => fields[name] === id || fields[name] === Number(id));
  return (
    has(personioFields, who.personioId) ||
    who.timetacIds.some((id) => has(timetacFields, id)) ||
    isAbout(fields['employee'], who)
  );
}

/** Every record about this person, wherever in a document it stands. */
export function recordsAbout(document: unknown, who: Subject): unknown[] {
  if (Array.isArray(document)) return document.flatMap((one: unknown) => recordsAbout(one, who));
  if (document === null || typeof document !== 'object') return [];
  if (isAbout(document, who)) return [document];
  return Object.values(document).flatMap((one: unknown) => recordsAbout(one, who));
}

/** Fields that hold words for people. Everything else (ids, codes, dates) is left as it is, whatever somebody is called. */
const prose = new Set([
  'message',
  'action',
  'details',
  'sides',
  'facts',
  'name',
  'timetac',
  'personio',
  'text',
]);

/** The document without records about this person, and with their name struck out where others are told of. */
export function withoutPerson(document: unknown, who: Subject): unknown {
  const strike = strikerOf(who);
  const clean = (value: unknown, isProse: boolean): unknown => {
    if (typeof value === 'string') return isProse ? strike(value) : value;
    if (Array.isArray(value))
      return value.filter((one) => !isAbout(one, who)).map((one) => clean(one, isProse));
    if (value === null || typeof value !== 'object') return value;
    if (isAbout(value, who)) return null;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, clean(one, isProse || prose.has(name))]),
    );
  };
  return clean(document, false);
}

export const struck = '[…]';

/** Whole words only: who is called Ana Li must not shorten Ana Lindner. "employee 3003" is said where no name was known. */
function strikerOf({ personioId, timetacIds, names }: Subject): (text: string) => string {
  const called = names
    .map((name) => name.trim())
    .filter((name) => name.length > 2 && !/^\d+$/.test(name))
    // Of two names the longer one first: the shorter may be a part of it.
    .sort((a, b) => b.length - a.length)
    .map((name) => escapedForPattern(name).replaceAll(/\s+/g, '\\s+'));
  const numbered = [
    `(?:employee|Person|Mitarbeiter|ID) ${escapedForPattern(personioId)}`,
    ...timetacIds.map((id) => `(?:user|Benutzer|TimeTac-Benutzer|ID) ${escapedForPattern(id)}`),
  ];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...called, ...numbered].join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) => text.replace(pattern, struck);
}

const escapedForPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
