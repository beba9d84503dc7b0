// Who is looked after (rule 1.1), and whose defaults differ (rule 1.5). What cannot be read of a person is neither this nor
// that (rule 1.2): where a rule asks for it, nobody knows whether the rule fits.

import type { UserDefaults, UserSettings } from '../settings/settings.ts';
import type { Employee } from './employee.ts';
import { folded } from './names.ts';

export type Fit = 'yes' | 'no' | 'unknown';

type Condition = UserSettings['scope']['include'][number];

export function fitOf(employee: Employee, condition: Condition): Fit {
  if (condition.ids !== undefined && !condition.ids.includes(employee.id)) return 'no';
  const asked = attributes.filter(([key]) => condition[key] !== undefined);
  // As everywhere in the form: blanks around a name and its case say nothing.
  const differs = asked.some(
    ([key]) => employee[key] !== undefined && folded(employee[key]) !== folded(condition[key]),
  );
  if (differs) return 'no';
  return asked.some(([key]) => employee[key] === undefined) ? 'unknown' : 'yes';
}

export function scopeOf(employee: Employee, { include, exclude }: UserSettings['scope']): Fit {
  const included = include.length === 0 ? 'yes' : anyOf(employee, include);
  const excluded = anyOf(employee, exclude);
  if (included === 'no' || excluded === 'yes') return 'no';
  return included === 'yes' && excluded === 'no' ? 'yes' : 'unknown';
}

function anyOf(employee: Employee, conditions: readonly Condition[]): Fit {
  const fits = conditions.map((condition) => fitOf(employee, condition));
  if (fits.includes('yes')) return 'yes';
  return fits.includes('unknown') ? 'unknown' : 'no';
}

/** The form's defaults for one person: the first rule that fits, over the general ones; null where there are none. */
export function defaultsFor(employee: Employee, settings: UserSettings): UserDefaults | 'unknown' | null {
  if (settings.defaults === null) return null;
  for (const { when, defaults } of settings.rules) {
    const fit = fitOf(employee, when);
    if (fit === 'unknown') return fit;
    if (fit === 'yes') return { ...settings.defaults, ...defaults };
  }
  return { ...settings.defaults };
}

/** What these conditions ask for and cannot be read of this person, as Personio names it. */
export function unreadIn(employee: Employee, conditions: readonly Condition[]): readonly string[] {
  return attributes.flatMap(([key, name]) => {
    const isAsked = conditions.some((condition) => condition[key] !== undefined);
    return isAsked && employee[key] === undefined ? [name] : [];
  });
}

/** Names and ids in these conditions that nobody has, of attributes that can be read: perhaps mistyped. */
export function namesOfNobody(
  employees: readonly Employee[],
  conditions: readonly Condition[],
): readonly { readonly attribute: string; readonly name: string }[] {
  const known = new Set(employees.map(({ id }) => id));
  const ids = new Set(conditions.flatMap((condition) => condition.ids ?? []));
  const unknown = [...ids].filter((id) => !known.has(id)).map((name) => ({ attribute: 'id', name }));
  const named = attributes.flatMap(([key, attribute]) => {
    if (employees.every((employee) => employee[key] === undefined)) return [];
    const had = new Set(employees.map((employee) => folded(employee[key])));
    const asked = new Set(conditions.flatMap((condition) => condition[key] ?? []));
    return [...asked].filter((name) => !had.has(folded(name))).map((name) => ({ attribute, name }));
  });
  return [...unknown, ...named];
}

const attributes = [
  ['office', 'office'],
  ['department', 'department'],
  ['subcompany', 'subcompany'],
  ['employmentType', 'employment_type'],
] as const;
