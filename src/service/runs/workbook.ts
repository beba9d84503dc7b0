// A run as a workbook: what it did or would do, and everything it has to say.

import type { ReportLine } from '../../core/report/run-report.ts';
import { titles } from '../../core/report/render.ts';
import type { Table } from '../../core/report/tables.ts';
import { actionRows, shown } from './csv.ts';
import type { ReadRun } from './read.ts';

type Language = 'en' | 'de';

const names = {
  en: { actions: 'Actions', lines: 'Issues and notes' },
  de: { actions: 'Aktionen', lines: 'Meldungen und Hinweise' },
} as const;

export function runTables(run: Pick<ReadRun, 'actions' | 'report'>, language: Language): Table[] {
  return [
    {
      name: names[language].actions,
      rows: actionRows(run, language),
      widths: [10, 14, 12, 26, 12, 34, 34, 18, 10, 60],
    },
    { name: names[language].lines, rows: lineRows(run.report, language), widths: lineWidths },
  ];
}

const heads = {
  en: [
    'Class',
    'Title',
    'Personio ID',
    'Name',
    'From',
    'To',
    'Records',
    'Type',
    'What happened',
    'What to do',
  ],
  de: [
    'Klasse',
    'Titel',
    'Personio-ID',
    'Name',
    'Von',
    'Bis',
    'Datensätze',
    'Art',
    'Was geschah',
    'Was zu tun ist',
  ],
} as const;
const classes = {
  en: { issue: 'issue', hold: 'waits', note: 'note', solved: 'solved', 'not-watched': 'no longer watched' },
  de: {
    issue: 'Meldung',
    hold: 'wartet',
    note: 'Hinweis',
    solved: 'gelöst',
    'not-watched': 'nicht mehr beobachtet',
  },
} as const;
const lineWidths = [10, 30, 12, 26, 12, 12, 10, 18, 60, 60];

function lineRows(report: ReadRun['report'], language: Language): Table['rows'] {
  const row = (kind: keyof (typeof classes)['en'], line: ReportLine) => [
    classes[language][kind],
    titles[line.code][language],
    line.employee?.personioId ?? null,
    line.employee?.name ?? null,
    shown(line.date, language),
    shown(line.until, language),
    line.covers,
    line.type,
    line.message[language],
    line.action[language],
  ];
  return [
    heads[language],
    ...report.issues.map((line) => row('issue', line)),
    ...report.holds.map((line) => row('hold', line)),
    ...report.notes.map((line) => row('note', line)),
    ...report.solved.map((line) => row(line.why, line)),
  ];
}
