// A rule: for whom, and which defaults differ.

import type { Say } from '../../words/say.ts';
import { rulesWords, usersWords } from '../../words/steps-users.ts';
import type { Json, JsonObject } from '../form/json.ts';
import { isObject, sameJson, textOf } from '../form/json.ts';
import type { Condition } from './conditions.ts';
import { conditionIn, conditionJson, noCondition } from './conditions.ts';
import { languages, moduleSets } from './module-sets.ts';

export interface Rule {
  readonly when: Condition;
  /** null: as in the defaults. */
  readonly department: string | null;
  readonly workingTimeModel: string | null;
  readonly holidayCalendar: string | null;
  readonly modules: readonly string[] | null;
  readonly mobileApps: boolean | null;
  readonly statusOverview: boolean | null;
  readonly language: string | null;
}

export const noRule: Rule = {
  when: noCondition,
  department: null,
  workingTimeModel: null,
  holidayCalendar: null,
  modules: null,
  mobileApps: null,
  statusOverview: null,
  language: null,
};

export const ruleFields = [
  'department',
  'workingTimeModel',
  'holidayCalendar',
  'modules',
  'mobileApps',
  'statusOverview',
  'language',
] as const;

export function ruleIn(value: Json): Rule {
  const rule: JsonObject = isObject(value) ? value : {};
  const defaults: JsonObject = isObject(rule['defaults']) ? rule['defaults'] : {};
  const text = (key: string): string | null => (defaults[key] === undefined ? null : textOf(defaults[key]));
  const yesNo = (key: string): boolean | null => (typeof defaults[key] === 'boolean' ? defaults[key] : null);
  return {
    when: conditionIn(rule['when'] ?? null),
    department: text('department'),
    workingTimeModel: text('workingTimeModel'),
    holidayCalendar: text('holidayCalendar'),
    modules: Array.isArray(defaults['modules']) ? defaults['modules'].map(textOf) : null,
    mobileApps: yesNo('mobileApps'),
    statusOverview: yesNo('statusOverview'),
    language: text('language'),
  };
}

export interface RuleGaps {
  readonly when: boolean;
  readonly defaults: boolean;
}

/** The rule for the form, or what it lacks. */
export function ruleJson(rule: Rule): { readonly rule: JsonObject } | { readonly gaps: RuleGaps } {
  const when = conditionJson(rule.when);
  const defaults: Record<string, Json> = {};
  for (const field of ruleFields) {
    const value = rule[field];
    if (value !== null && value !== '') {
      defaults[field] = typeof value === 'object' ? [...value] : value;
    }
  }
  const isEmpty = Object.keys(defaults).length === 0;
  return when === null || isEmpty
    ? { gaps: { when: when === null, defaults: isEmpty } }
    : { rule: { when: { ...when }, defaults } };
}

/** `Department: Works · Language: German`. */
export function defaultsText(say: Say, value: Json): string {
  const rule = ruleIn(value);
  return ruleFields
    .flatMap((field) => {
      const words = valueText(say, rule, field);
      return words === null ? [] : [`${say(usersWords[field])}: ${words}`];
    })
    .join(' · ');
}

function valueText(say: Say, rule: Rule, field: (typeof ruleFields)[number]): string | null {
  const value = rule[field];
  if (value === null) {
    return null;
  }
  if (typeof value === 'boolean') {
    return say(value ? rulesWords.yes : rulesWords.no);
  }
  if (field === 'language') {
    const language = languages.find((one) => one.value === value);
    return language === undefined ? String(value) : say(usersWords[language.words]);
  }
  if (typeof value === 'string') {
    return value;
  }
  const set = moduleSets.find((one) => sameJson([...one.value].sort(), [...value].sort()));
  return set === undefined ? value.join(', ') : say(set.words);
}
