// Which TimeTac type becomes which Personio type: the form's names looked up in both live lists, which are kept so
// that an unchanged run need not ask for them again.

import type { SourceAbsenceType, TargetAbsenceType } from '../core/absences/absence.ts';
import type { Mapped } from '../core/absences/derived.ts';
import type { Finding } from '../core/report/codes.ts';
import type { AbsenceMapping } from '../core/settings/settings.ts';
import { type Side, asVendorTrouble } from './ports.ts';
import type { Workshop } from './workshop.ts';

export interface TypeBook {
  readonly source: readonly SourceAbsenceType[];
  readonly target: readonly TargetAbsenceType[];
  /** By the name in a row of the form, the key of the type that it last stood for. */
  readonly known?: Readonly<Record<string, string>>;
}

const knownKey = 'types.rows';
const sourceKey = 'cache.source-types';
const targetKey = 'cache.target-types';

/** From memory, or from both vendors when `fresh` or never read. */
export async function typeBook(
  shop: Pick<Workshop, 'archive' | 'time' | 'hr'>,
  fresh: boolean,
): Promise<TypeBook> {
  const stored = fresh ? null : storedTypeBook(await shop.archive.memory());
  if (stored !== null) return stored;
  const book = {
    source: await shop.time.readAbsenceTypes(),
    target: await shop.hr.readAbsenceTypes(),
    known: knownRows(await shop.archive.memory()),
  };
  await shop.archive.commit({
    putMemory: { [sourceKey]: JSON.stringify(book.source), [targetKey]: JSON.stringify(book.target) },
  });
  return book;
}

/** As last read; null before that. */
export function storedTypeBook(memory: Readonly<Record<string, string>>): TypeBook | null {
  const [source, target] = [memory[sourceKey], memory[targetKey]];
  if (source === undefined || target === undefined) return null;
  return {
    source: JSON.parse(source) as SourceAbsenceType[],
    target: JSON.parse(target) as TargetAbsenceType[],
    known: knownRows(memory),
  };
}

/** Name of an absence's type at the target, as the lists were last read; null where it is not known. */
export function typeNames(memory: Readonly<Record<string, string>>): (content: unknown) => string | null {
  const names = new Map(storedTypeBook(memory)?.target.map(({ id, name }) => [id, name]));
  return (content) => names.get((content as { typeId?: string } | null)?.typeId ?? '') ?? null;
}

const knownRows = (memory: Readonly<Record<string, string>>): NonNullable<TypeBook['known']> =>
  JSON.parse(memory[knownKey] ?? '{}') as Record<string, string>;

/** What each row stands for now; of one whose type is not found, what it stood for last. */
export async function rememberRows(
  { archive }: Pick<Workshop, 'archive'>,
  rows: readonly AbsenceMapping[],
  { source, known = {} }: TypeBook,
): Promise<void> {
  const now = rows.flatMap(({ timetac }) => {
    const name = plainName(timetac);
    const key = sourceType(source, timetac)?.key ?? (Object.hasOwn(known, name) ? known[name] : undefined);
    return key === undefined ? [] : [[name, key] as const];
  });
  const next = JSON.stringify(Object.fromEntries(now));
  if (next !== JSON.stringify(known)) await archive.commit({ putMemory: { [knownKey]: next } });
}

export interface ResolvedTypes {
  readonly mapping: (typeKey: string) => Mapped;
  readonly sourceName: (typeKey: string) => string | null;
  readonly targetName: (typeId: string) => string | null;
  /** All types of the HR system. */
  readonly targetIds: readonly string[];
  /** Whether any row still leads to this type of the HR system. */
  readonly isSynchronised: (typeId: string) => boolean;
  /** Whether a type that an issue names, as one side or the other does, was switched off. */
  readonly isSwitchedOff: (name: string) => boolean;
  /** Rows whose names are not found, or found more than once. */
  readonly findings: readonly Finding[];
  readonly vacationType: MappedVacation;
}

/**
 * The Personio type that TimeTac's holiday (1:0) is mapped to, for entitlements (rule 1.9). null: no row maps it; undefined:
 * not known, because a row names something that is not found.
 */
export type MappedVacation = VacationOfForm | null | undefined;

interface VacationOfForm {
  readonly typeId: string;
  readonly name: string;
  /** Another type has the same name. */
  readonly isNameShared: boolean;
}

export function resolveTypes(rows: readonly AbsenceMapping[], book: TypeBook): ResolvedTypes {
  const byKey = new Map<string, Mapped>();
  const renamed = new Map<string, AbsenceMapping>();
  let vacationType: MappedVacation = null;
  for (const row of rows) {
    const source = sourceType(book.source, row.timetac);
    if (source === null) {
      if (!row.sync) continue;
      // A row of a name that nobody knows may be the one that maps it.
      vacationType ??= undefined;
      // Renamed in TimeTac: its bookings wait, and nobody took them out of scope (decision 041).
      const former = book.known?.[plainName(row.timetac)];
      if (former !== undefined) renamed.set(former, row);
      continue;
    }
    if (!row.sync || row.personio === null) {
      byKey.set(source.key, { kind: 'off' });
      continue;
    }
    const target = targetType(book.target, row.personio);
    byKey.set(
      source.key,
      target === null
        ? { kind: 'not-found', named: row.personio }
        : { kind: 'sync', typeId: target.id, unit: target.unit },
    );
    if (source.key === vacationKey) vacationType = target === null ? undefined : vacationOf(target, book);
  }
  for (const [key, { timetac }] of renamed)
    if (!byKey.has(key)) byKey.set(key, { kind: 'not-found', named: timetac });
  // Which of the rows is meant, nobody knows: what they are about waits.
  const twice = contradictions(rows, book);
  for (const { key, row } of twice) {
    byKey.set(key, { kind: 'not-found', named: row.timetac });
    if (key === vacationKey) vacationType = undefined;
  }
  const undecided = twice.flatMap(({ row, earlier }) => [row, earlier]).filter(({ sync }) => sync);
  const waiting = [...renamed.values(), ...undecided].flatMap(
    ({ personio }) => (personio === null ? null : targetType(book.target, personio)?.id) ?? [],
  );
  const isSynchronised = (typeId: string): boolean =>
    waiting.includes(typeId) ||
    [...byKey.values()].some((mapped) => mapped.kind === 'sync' && mapped.typeId === typeId);
  return {
    mapping: (typeKey) => byKey.get(typeKey) ?? { kind: 'unmapped' },
    sourceName: (typeKey) => book.source.find((type) => type.key === typeKey)?.name ?? null,
    targetName: (typeId) => book.target.find((type) => type.id === typeId)?.name ?? null,
    targetIds: book.target.map((type) => type.id),
    isSynchronised,
    isSwitchedOff: (name) => {
      const source = sourceType(book.source, name);
      if (source !== null) return byKey.get(source.key)?.kind === 'off';
      const target = targetType(book.target, name);
      return target !== null && !isSynchronised(target.id);
    },
    findings: typesNotFound(rows, book),
    vacationType,
  };
}

const vacationOf = ({ id: typeId, name }: TargetAbsenceType, { target }: TypeBook): VacationOfForm => ({
  typeId,
  name,
  isNameShared: target.some((other) => other.id !== typeId && same(other.name, name)),
});

/** As the lists say that were read, now or last; an entitlement is not guessed because a list cannot be read (rule 1.9). */
export async function vacationTypeOf(
  shop: Pick<Workshop, 'archive' | 'settings' | 'time' | 'hr'>,
  types: ResolvedTypes | null,
  mayRead = !shop.settings.absences.enabled,
): Promise<MappedVacation> {
  if (types !== null) return types.vacationType;
  const { types: rows } = shop.settings.absences;
  if (!rows.some((row) => row.sync && row.personio !== null)) return null;
  const stored = storedTypeBook(await shop.archive.memory());
  if (stored !== null) return resolveTypes(rows, stored).vacationType;
  if (!mayRead) return undefined;
  try {
    return resolveTypes(rows, await typeBook(shop, true)).vacationType;
  } catch (error) {
    if (asVendorTrouble(error) === null) throw error;
    return undefined;
  }
}

/** Names in the form that no type has, or several have. A list that is null was not read: nothing is said of its names. */
export function typesNotFound(
  rows: readonly AbsenceMapping[],
  { source, target }: { readonly [K in keyof TypeBook]: TypeBook[K] | null },
): readonly Finding[] {
  const missing = rows
    .filter((row) => row.sync)
    .flatMap(({ timetac, personio }) => [
      ...(source !== null && sourceType(source, timetac) === null ? [notFound('timetac', timetac)] : []),
      ...(target !== null && personio !== null && targetType(target, personio) === null
        ? [notFound('personio', personio)]
        : []),
    ]);
  const twice = contradictions(rows, { source: source ?? [], target: target ?? [] }).map(({ row }) => {
    const finding = notFound('timetac', row.timetac);
    return { ...finding, facts: { ...finding.facts, why: 'twice' } };
  });
  return [...missing, ...twice];
}

/** Rows that name a type which an earlier row names in another way, and say something else of it. */
function contradictions(
  rows: readonly AbsenceMapping[],
  { source, target }: Pick<TypeBook, 'source' | 'target'>,
): readonly { readonly key: string; readonly row: AbsenceMapping; readonly earlier: AbsenceMapping }[] {
  const first = new Map<string, AbsenceMapping>();
  const meaning = ({ sync, personio }: AbsenceMapping): string | null =>
    sync && personio !== null ? (targetType(target, personio)?.id ?? plainName(personio)) : null;
  return rows.flatMap((row) => {
    const key = sourceType(source, row.timetac)?.key;
    if (key === undefined) return [];
    const earlier = first.get(key) ?? row;
    first.set(key, earlier);
    return meaning(earlier) === meaning(row) ? [] : [{ key, row, earlier }];
  });
}

const sourceType = (types: TypeBook['source'], named: string) =>
  only(types.filter((type) => type.key === named || same(type.name, named)));

const targetType = (types: TypeBook['target'], named: string) =>
  only(types.filter((type) => type.id === named || same(type.name, named)));

/** type_id 1, subtype 0 is holiday in every account (vendors/timetac.md 5.5). */
const vacationKey = '1:0';

/** As names of the form are compared with those of the lists. */
export const plainName = (name: string): string => name.trim().toLowerCase();

const same = (a: string, b: string): boolean => plainName(a) === plainName(b);

/** Two types of one name are no answer: the row has to name the one by its id. */
function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

function notFound(side: Side, name: string): Finding {
  return {
    code: 'default-not-found',
    class: 'issue',
    part: 'absences',
    employeeId: null,
    userId: null,
    on: null,
    until: null,
    covers: [name],
    type: name,
    facts: { setting: 'absenceType', vendor: side, name: null, count: 1 },
  };
}
