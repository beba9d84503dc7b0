// The actions of a run as a table for spreadsheets.

import { csvOf } from '../../core/report/csv.ts';
import type { Table } from '../../core/report/tables.ts';
import type { ShownAction } from './read.ts';

const heads = {
  en: ['action', 'part', 'personio_id', 'name', 'date', 'before', 'after', 'type', 'outcome', 'because'],
  de: ['Aktion', 'Teil', 'Personio-ID', 'Name', 'Datum', 'vorher', 'nachher', 'Art', 'Ergebnis', 'weil'],
} as const;

export const actionsAsCsv = (actions: readonly ShownAction[], language: 'en' | 'de'): string =>
  csvOf(actionRows(actions, language));

/** The first row is the head. */
export function actionRows(actions: readonly ShownAction[], language: 'en' | 'de'): Table['rows'] {
  return [
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
      because?.[language] ?? null,
    ]),
  ];
}
