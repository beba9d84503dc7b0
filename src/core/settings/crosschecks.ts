// What lies between keys: a value that another one demands, and rows that contradict each other. Works on the file as
// written, so that these mistakes are named beside all others and not only after them.

import { type Flaw, found, type Said, said } from './mistake.ts';
import { type Branch, isBranch, type Tree } from './tree.ts';

/** Mistakes that no key shows alone. */
export function crosscheck(tree: Tree): readonly Flaw[] {
  if (!isBranch(tree)) return [];
  return [
    ...nothingEnabled(tree),
    ...userDefaults(tree['users']),
    ...startDate('absences', tree['absences']),
    ...startDate('attendances', tree['attendances']),
    ...absenceRows(tree['absences']),
    ...projectRows(tree['attendances']),
  ];
}

const partNames = ['users', 'absences', 'attendances'] as const;

const isOn = (part: Tree | undefined): part is Branch => isBranch(part) && part['enabled'] !== false;

function nothingEnabled(tree: Branch): readonly Flaw[] {
  // A part that is written but unreadable was meant to be on; its own mistake says enough.
  const meant = partNames.some(
    (name) => Object.hasOwn(tree, name) && (isOn(tree[name]) || !isBranch(tree[name])),
  );
  if (meant) return [];
  return [
    found(
      [],
      said('Nothing is switched on.', 'Nichts ist eingeschaltet.'),
      said(
        'Fill in at least one of users, absences and attendances.',
        'Mindestens einen der Teile users, absences und attendances ausfüllen.',
      ),
    ),
  ];
}

function userDefaults(users: Tree | undefined): readonly Flaw[] {
  if (!isOn(users) || (users['defaults'] ?? null) !== null) return [];
  return [
    missing(
      ['users', 'defaults'],
      said(
        'New users need department, workingTimeModel, holidayCalendar and modules, as they stand in TimeTac.',
        'Neue Benutzer brauchen department, workingTimeModel, holidayCalendar und modules, so wie sie in TimeTac heißen.',
      ),
    ),
  ];
}

function startDate(name: 'absences' | 'attendances', part: Tree | undefined): readonly Flaw[] {
  if (!isOn(part) || (part['startDate'] ?? null) !== null) return [];
  return [
    missing(
      [name, 'startDate'],
      said(
        'Everything from this day on is synchronised; write it as 2026-01-31.',
        'Ab diesem Tag wird alles übertragen; als 2026-01-31 schreiben.',
      ),
    ),
  ];
}

function absenceRows(absences: Tree | undefined): readonly Flaw[] {
  if (!isBranch(absences)) return [];
  const types = absences['types'] ?? null;
  if (types === null || (Array.isArray(types) && types.length === 0)) {
    return isOn(absences) ? [noTypes] : [];
  }
  const rows = rowsOf(types);
  return [
    ...rows.flatMap((row, index) =>
      isBranch(row) && row['sync'] !== false && (row['personio'] ?? null) === null ? [noTarget(index)] : [],
    ),
    ...repeated(rows, ['absences', 'types']),
  ];
}

const projectRows = (attendances: Tree | undefined): readonly Flaw[] =>
  isBranch(attendances) ? repeated(rowsOf(attendances['projects']), ['attendances', 'projects']) : [];

const rowsOf = (list: Tree | undefined): readonly Tree[] =>
  Array.isArray(list) ? (list as readonly Tree[]) : [];

/** One thing of TimeTac can go to one thing of Personio only. Blanks and case do not make a difference. */
function repeated(rows: readonly Tree[], path: readonly string[]): readonly Flaw[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const name = isBranch(row) ? row['timetac'] : undefined;
    if (typeof name !== 'string' && typeof name !== 'number') return [];
    const key = String(name).trim().toLowerCase();
    const earlier = first.get(key);
    if (key === '' || earlier === undefined) {
      first.set(key, index);
      return [];
    }
    return [
      found(
        [...path, index, 'timetac'],
        said('This stands in an earlier row already.', 'Das steht schon in einer früheren Zeile.'),
        said(
          `Row ${earlier + 1} of the list maps it; keep one.`,
          `Eintrag ${earlier + 1} der Liste ordnet es zu; nur einen behalten.`,
        ),
      ),
    ];
  });
}

const noTypes: Flaw = found(
  ['absences', 'types'],
  said('No absence type is mapped.', 'Keine Abwesenheitsart ist zugeordnet.'),
  said(
    'Add rows such as { timetac: Vacation, personio: Paid absence, sync: true }.',
    'Zeilen wie { timetac: Urlaub, personio: Bezahlter Urlaub, sync: true } ergänzen.',
  ),
);

const noTarget = (index: number): Flaw =>
  found(
    ['absences', 'types', index, 'personio'],
    said(
      'This row is to be synchronised, but names no type of Personio.',
      'Dieser Eintrag soll übertragen werden, nennt aber keine Art in Personio.',
    ),
    said('Add personio, or write sync: false.', 'personio ergänzen oder sync: false schreiben.'),
  );

const missing = (path: readonly string[], hint: Said): Flaw =>
  found(path, said('This is missing.', 'Das fehlt.'), hint);
