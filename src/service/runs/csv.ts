// The actions of a run as a table for spreadsheets.

import { csvOf } from '../../core/report/csv.ts';
import type { ShownAction } from './read.ts';

const heads = {
  en: ['action', 'part', 'personio_id', 'name', 'date', 'before', 'after', 'type', 'outcome', 'because'],
  de: ['Aktion', 'Teil', 'Personio-ID', 'Name', 'Datum', 'vorher', 'nachher', 'Art', 'Ergebnis', 'weil'],
} as const;

export function actionsAsCsv(actions: readonly ShownAction[], language: 'en' | 'de'): string {
  return csvOf([
    heads[language],
    ...actions.map(({ kind, part, employee, date, before, after, type, outcome, because }) => [
      kind,
      part,
      employee.personioId,
      employee.name,
      date,
      before,
      after,
      type,
      outcome,
      because?.[language],
    ]),
  ]);
}
