// Rows of absence types: what the form says, beside what the accounts list and what their names suggest.

import type { Bilingual } from '../../api/types.ts';
import { typesWords } from '../../words/steps-types.ts';
import type { Json, JsonObject } from '../form/json.ts';
import { isObject, sameJson, textOf } from '../form/json.ts';
import type { Choices } from '../live/choices.ts';
import { worksElsewhere } from './works-elsewhere.ts';

type Suggestion = Choices['suggestions'][number];
type Unit = 'days' | 'hours' | null;

export interface TypeRow {
  /** As it stands, or would stand, in the form: a name, or `type:subtype`. */
  readonly timetac: string;
  readonly name: string;
  readonly unit: Unit;
  readonly personio: string | null;
  /** null: nobody has decided. */
  readonly sync: boolean | null;
  readonly worksThatDay: boolean;
  readonly because: Suggestion['because'];
  readonly warnings: readonly Bilingual[];
  /** Where it stands in the form; null: not there yet. */
  readonly at: number | null;
  readonly isGone: boolean;
}

type Lists = Pick<Choices, 'timetacTypes' | 'personioTypes' | 'suggestions'>;

/** Every type of TimeTac once, in its order; then what the form names and TimeTac does not. */
export function typeRows(form: Json, lists: Lists | undefined): readonly TypeRow[] {
  const saved = savedRows(form);
  const suggestions = lists?.suggestions ?? [];
  const types = lists?.timetacTypes ?? null;
  const used = new Set<number>();
  const live = suggestions.map((suggestion, index): TypeRow => {
    const type =
      types === null
        ? undefined
        : types.length === suggestions.length
          ? types[index]
          : types.find(({ key, name }) => key === suggestion.timetac || name === suggestion.timetac);
    const names = [suggestion.timetac, type?.key, type?.name].flatMap((name) =>
      name === undefined ? [] : [folded(name)],
    );
    const at = saved.findIndex((row, index) => !used.has(index) && names.includes(folded(row.timetac)));
    const row = saved[at];
    if (row !== undefined) {
      used.add(at);
    }
    const personio = row === undefined ? suggestion.personio : row.personio;
    const unit = type?.unit ?? null;
    return {
      timetac: row?.timetac ?? suggestion.timetac,
      name: type?.name ?? suggestion.timetac,
      unit,
      personio,
      sync: row?.sync ?? null,
      worksThatDay: row?.worksThatDay ?? worksElsewhere(row?.timetac ?? suggestion.timetac, personio),
      because: row === undefined ? suggestion.because : 'mapped',
      warnings: personio === suggestion.personio ? suggestion.warnings : unitWarnings(unit, personio, lists),
      at: row === undefined ? null : at,
      isGone: false,
    };
  });
  const others = saved.flatMap((row, at): TypeRow[] =>
    used.has(at)
      ? []
      : [
          {
            ...row,
            name: row.timetac,
            unit: null,
            worksThatDay: row.worksThatDay ?? worksElsewhere(row.timetac, row.personio),
            because: 'mapped',
            warnings: [],
            at,
            isGone: types !== null,
          },
        ],
  );
  return [...live, ...others];
}

interface SavedRow {
  readonly timetac: string;
  readonly personio: string | null;
  readonly sync: boolean;
  readonly worksThatDay: boolean | undefined;
}

function savedRows(form: Json): readonly SavedRow[] {
  return rowsIn(form).map((row) => ({
    timetac: textOf(row['timetac'] ?? null),
    personio: row['personio'] === null || row['personio'] === undefined ? null : textOf(row['personio']),
    sync: row['sync'] !== false,
    worksThatDay: typeof row['worksThatDay'] === 'boolean' ? row['worksThatDay'] : undefined,
  }));
}

const rowsIn = (form: Json): readonly JsonObject[] =>
  Array.isArray(form) ? form.map((row) => (isObject(row) ? row : {})) : [];

export type RowChange = Partial<Pick<TypeRow, 'personio' | 'worksThatDay'> & { readonly sync: boolean }>;

/** The form's list with this row changed, or added. A type without a target cannot be synchronised. */
export function withRow(form: Json, row: TypeRow, change: RowChange): Json {
  const rows = [...rowsIn(form)];
  const before: JsonObject =
    row.at === null
      ? rowJson(row.timetac, row.personio, row.sync ?? row.personio !== null)
      : (rows[row.at] ?? {});
  const after: JsonObject = {
    ...before,
    ...change,
    ...('personio' in change && change.sync === undefined ? { sync: change.personio !== null } : {}),
  };
  if (row.at === null) {
    rows.push(after);
  } else {
    rows[row.at] = after;
  }
  return rows.map((one) => ({ ...one }));
}

export function withoutRow(form: Json, row: TypeRow): Json {
  const rows = rowsIn(form).filter((_, at) => at !== row.at);
  return rows.length === 0 ? null : rows.map((one) => ({ ...one }));
}

/** Every undecided row as suggested: yes where there is a type to go to, no where there is none. */
export function withSuggestions(form: Json, rows: readonly TypeRow[]): Json {
  const added = rows
    .filter(({ at }) => at === null)
    .map(({ timetac, personio }) => rowJson(timetac, personio, personio !== null));
  return [...rowsIn(form), ...added].map((row) => ({ ...row }));
}

function rowJson(timetac: string, personio: string | null, sync: boolean): JsonObject {
  return { timetac, ...(personio === null ? {} : { personio }), sync };
}

/** Two people changed the list: what I changed stands, the rest is theirs. */
export function mergedRows(base: Json, mine: Json, theirs: Json): Json {
  const of = (list: Json): Map<string, JsonObject> =>
    new Map(rowsIn(list).map((row) => [folded(textOf(row['timetac'] ?? null)), row]));
  const [before, own, other] = [of(base), of(mine), of(theirs)];
  const rows = [...new Set([...other.keys(), ...own.keys()])].flatMap((key) => {
    const [was, here, there] = [before.get(key), own.get(key), other.get(key)];
    const isMine = !sameJson({ ...was }, { ...here }) || (was === undefined) !== (here === undefined);
    const row = isMine ? here : there;
    return row === undefined ? [] : [{ ...row }];
  });
  return rows.length === 0 ? null : rows;
}

/** A Personio type by its name or id. */
export function personioTypeOf(
  types: Choices['personioTypes'] | undefined,
  wanted: string | null,
): NonNullable<Choices['personioTypes']>[number] | null {
  return wanted === null
    ? null
    : (types?.find(({ id, name }) => id === wanted || folded(name) === folded(wanted)) ?? null);
}

function unitWarnings(unit: Unit, personio: string | null, lists: Lists | undefined): readonly Bilingual[] {
  const target = personioTypeOf(lists?.personioTypes, personio)?.unit ?? null;
  if (unit === 'days' && target === 'hours') {
    return [typesWords.daysIntoHours];
  }
  return unit === 'hours' && target === 'days' ? [typesWords.hoursIntoDays] : [];
}

const folded = (name: string): string => name.trim().toLocaleLowerCase();
