// Conditions on people: scope and rules. What a file may have brought and this page does not know is left as it is.

import type { Say } from '../../words/say.ts';
import { scopeWords } from '../../words/steps-users.ts';
import type { Json, JsonObject } from '../form/json.ts';
import { isObject, textOf, textsIn } from '../form/json.ts';

export const conditionFields = ['office', 'department', 'subcompany', 'employmentType'] as const;
export type ConditionField = (typeof conditionFields)[number];

export interface Condition {
  readonly office: string;
  readonly department: string;
  readonly subcompany: string;
  readonly employmentType: string;
  readonly ids: readonly string[];
}

export const noCondition: Condition = {
  office: '',
  department: '',
  subcompany: '',
  employmentType: '',
  ids: [],
};

export function conditionIn(value: Json): Condition {
  const from: JsonObject = isObject(value) ? value : {};
  return {
    office: textOf(from['office'] ?? null),
    department: textOf(from['department'] ?? null),
    subcompany: textOf(from['subcompany'] ?? null),
    employmentType: textOf(from['employmentType'] ?? null),
    ids: textsIn(from['ids'] ?? null),
  };
}

/** null where nothing is filled in: such a condition would cover everybody. */
export function conditionJson(condition: Condition): JsonObject | null {
  const filled: Record<string, Json> = {};
  for (const field of conditionFields) {
    const text = condition[field].trim();
    if (text !== '') {
      filled[field] = text;
    }
  }
  if (condition.ids.length > 0) {
    filled['ids'] = [...condition.ids];
  }
  return Object.keys(filled).length === 0 ? null : filled;
}

/** `Office: Vienna · Certain people: Ada Lovelace`. */
export function conditionText(say: Say, value: Json, nameOf: (id: string) => string = (id) => id): string {
  const condition = conditionIn(value);
  const parts = conditionFields.flatMap((field) =>
    condition[field] === ''
      ? []
      : [say(scopeWords.is, { field: say(scopeWords[field]), value: condition[field] })],
  );
  const ids =
    condition.ids.length === 0
      ? []
      : [say(scopeWords.is, { field: say(scopeWords.ids), value: condition.ids.map(nameOf).join(', ') })];
  return [...parts, ...ids].join(' · ') || say(scopeWords.nobody);
}

export function listIn(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
