// Whose day the page explains, as its address carries it: a link to it can be passed on.

import { dateFromText } from '../ui/date-text.ts';

export interface ExplainSearch {
  /** The person's id in Personio. */
  readonly employee?: string;
  /** `YYYY-MM-DD`; left out: today. */
  readonly date?: string;
}

/** What is no id or no date is left out. An id of digits may arrive as a number: that is how addresses are read. */
export function explainSearch(search: Readonly<Record<string, unknown>>): ExplainSearch {
  const { employee, date } = search;
  const id = typeof employee === 'number' ? String(employee) : employee;
  return {
    ...(isId(id) ? { employee: id } : {}),
    ...(isDate(date) ? { date } : {}),
  };
}

/** As long as the server takes it. */
const LONGEST_ID = 50;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_ID;
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && dateFromText(value) === value;
}
