// The actions of a run, and what could not go, as a table for spreadsheets.

import { csvOf } from '../../core/report/csv.ts';
import { partNames } from '../../core/report/refusal-words.ts';
import { contentForm } from '../../core/report/record-form.ts';
import type { Table } from '../../core/report/tables.ts';
import { dateIn } from '../../core/time/calendar.ts';
import { heldRows } from './held-rows.ts';
import type { ReadRun, ShownAction } from './read.ts';

type TabledRun = Pick<ReadRun, 'actions' | 'report'>;

const heads = {
  en: ['action', 'part', 'personio_id', 'name', 'date', 'before', 'after', 'type', 'outcome', 'because'],
  de: ['Aktion', 'Teil', 'Personio-ID', 'Name', 'Datum', 'vorher', 'nachher', 'Art', 'Ergebnis', 'weil'],
} as const;

/** In English they are the words of the API. */
const kinds = {
  keep: 'behalten',
  create: 'anlegen',
  update: 'ändern',
  delete: 'löschen',
  adopt: 'Vorhandenes verknüpfen',
  forget: 'loslassen',
  hold: 'zurückhalten',
} as const satisfies Record<ShownAction['kind'], string>;
const outcomes = {
  planned: 'geplant',
  done: 'erledigt',
  refused: 'abgelehnt',
  unknown: 'Ergebnis noch unbekannt',
  skipped: 'nicht ausgeführt',
} as const satisfies Record<ShownAction['outcome'], string>;

export const runAsCsv = (run: TabledRun, language: 'en' | 'de'): string => csvOf(actionRows(run, language));

/** Named after the day on the company's clock. */
export const runFileName = (
  { summary, zone }: Pick<ReadRun, 'summary' | 'zone'>,
  ending: 'csv' | 'xlsx',
): string => `tandem-${dateIn(summary.startedAt, zone)}.${ending}`;

/** In German, dates and kinds are as well. */
export const shown = (text: string | null, language: 'en' | 'de'): string | null =>
  text === null || language === 'en' ? text : contentForm(text, language);

/** The first row is the head. */
export function actionRows(run: TabledRun, language: 'en' | 'de'): Table['rows'] {
  return [
    heads[language],
    ...[...run.actions, ...heldRows(run)].map(
      ({ kind, part, employee, date, before, after, type, outcome, because }) => [
        language === 'de' ? kinds[kind] : kind,
        partNames[part][language],
        employee.personioId,
        employee.name,
        shown(date, language),
        shown(before, language),
        shown(after, language),
        type,
        language === 'de' ? outcomes[outcome] : outcome,
        because?.[language] ?? null,
      ],
    ),
  ];
}
