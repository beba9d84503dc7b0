// Finding and taking out one person in what was stored: records that are theirs, and their name in what is told of others.

export interface Subject {
  readonly personioId: string;
  readonly timetacId: string | null;
  readonly names: readonly string[];
}

/** Names of fields that say whose a record is. */
const personioFields = ['employeeId', 'personioId', 'employee_id'];
const timetacFields = ['userId', 'timetacId', 'user_id'];

/** Whether a record says, at its top or in its `employee`, that it is about this person. */
export function isAbout(record: unknown, who: Subject): boolean {
  if (record === null || typeof record !== 'object' || Array.isArray(record)) return false;
  const fields = record as Readonly<Record<string, unknown>>;
  const has = (names: readonly string[], id: string | null): boolean =>
    id !== null && names.some((name) => fields[name] === id || fields[name] === Number(id));
  return (
    has(personioFields, who.personioId) ||
    has(timetacFields, who.timetacId) ||
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

/** The document without records about this person, and with their name struck out in everything else. */
export function withoutPerson(document: unknown, who: Subject): unknown {
  const strike = strikerOf(who);
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return strike(value);
    if (Array.isArray(value)) return value.filter((one) => !isAbout(one, who)).map(clean);
    if (value === null || typeof value !== 'object') return value;
    if (isAbout(value, who)) return null;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one)]));
  };
  return clean(document);
}

export const struck = '[…]';

/** Names, and "employee 3003" where the name was not known. */
function strikerOf({ personioId, timetacId, names }: Subject): (text: string) => string {
  const called = names
    .map((name) => name.trim())
    .filter((name) => name.length > 2)
    // Of two names the longer one first: the shorter may be a part of it.
    .sort((a, b) => b.length - a.length)
    .map((name) => escapedForPattern(name).replaceAll(/\s+/g, '\\s+'));
  const numbered = [
    `(?:employee|Person|Mitarbeiter|ID) ${escapedForPattern(personioId)}(?!\\d)`,
    ...(timetacId === null
      ? []
      : [`(?:user|Benutzer|TimeTac-Benutzer|ID) ${escapedForPattern(timetacId)}(?!\\d)`]),
  ];
  const pattern = new RegExp([...called, ...numbered].join('|'), 'giu');
  return (text) => text.replace(pattern, struck);
}

const escapedForPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
