// A run's report as text on a terminal, for the person who started it.

import { type Part, parts } from '../core/report/codes.ts';
import { titles } from '../core/report/render.ts';
import type { PartReport, ReportAction, ReportLine, RunReport } from '../core/report/run-report.ts';

export function renderReport(report: RunReport, name: string): string {
  return [
    ...countLines(report, name),
    ...stateLines(report),
    ...refusalLines(report),
    ...lineBlock('issue', report.issues),
    ...solvedLines(report),
    ...brief('waiting, solves itself', report.holds),
    ...brief('worth knowing', report.notes),
    ...(report.actions === undefined ? [] : actionLines(report.actions)),
    '',
  ].join('\n');
}

/** Without a line about anybody: for the log of a service, which others may read. */
export const renderCounts = (report: RunReport, name: string): string =>
  [...countLines(report, name), ''].join('\n');

function countLines(report: RunReport, name: string): string[] {
  const { run } = report;
  return [
    `${name} · ${run.mode === 'dry-run' ? 'dry run, nothing was written' : 'run'} ${run.id}`,
    `${headline(report)} · ${run.scope} · ${secondsOf(report).toFixed(1)} s`,
    '',
    ...partTable(report),
    '',
    `Calls: Personio ${count(run.requests.personio)} (${count(run.writes.personio)} writes), TimeTac ${count(run.requests.timetac)} (${count(run.writes.timetac)} writes)`,
  ];
}

export const secondsOf = ({ run }: RunReport): number =>
  (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;

function headline({ run, issues }: RunReport): string {
  switch (run.status) {
    case 'done':
      if (run.paused.length > 0) return `Paused: ${run.paused.join(', ')}`;
      return run.mode === 'dry-run' ? 'Nothing stands in the way' : 'In step';
    case 'done-with-issues':
      return `Done, with ${issues.length} ${issues.length === 1 ? 'issue' : 'issues'}`;
    case 'refused':
      return 'Refused by a guard: nothing was written';
    case 'failed':
      return 'Failed: see below';
    default:
      return run.status satisfies never;
  }
}

const columns: readonly (keyof PartReport)[] = [
  'created',
  'updated',
  'deleted',
  'adopted',
  'unchanged',
  'held',
  'failed',
];

function partTable(report: RunReport): string[] {
  const row = (label: string, cells: readonly string[]): string =>
    `  ${label.padEnd(12)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  return [
    row('', columns),
    ...parts.map((part: Part) =>
      row(
        part,
        columns.map((column) => count(report.parts[part][column])),
      ),
    ),
  ];
}

/** What a person should know about the run as a whole. */
function stateLines({ run }: RunReport): string[] {
  return [
    ...(run.paused.length === 0
      ? []
      : [`Paused: ${run.paused.join(', ')} (tandem resume goes on where the pause began).`]),
    ...(run.ledger === 'current'
      ? []
      : [
          'Tandem’s memory is older than what stands at the vendors, as after a restored backup: this run read everything and took nothing away. One full run without trouble ends this.',
        ]),
  ];
}

function refusalLines({ refusal }: RunReport): string[] {
  if (refusal === null) return [];
  return [
    '',
    `Refused: ${refusal.reason} in ${refusal.part}: ${refusal.planned} planned, ${refusal.allowed} allowed (plan ${refusal.plan}).`,
    'Look at the plan with --dry-run. If it is right, let exactly this plan through once with --release.',
  ];
}

function lineBlock(word: string, lines: readonly ReportLine[]): string[] {
  if (lines.length === 0) return [];
  return [
    '',
    `${lines.length} ${word}${lines.length === 1 ? '' : 's'}:`,
    ...lines.flatMap((line) => [
      '',
      `  ${line.code}${line.new ? ' (new)' : ''}${line.covers > 1 ? ` × ${line.covers}` : ''}${line.type === null ? '' : ` · ${line.type}`} · ${line.id}`,
      `    ${line.message.en}`,
      `    → ${line.action.en}`,
    ]),
  ];
}

function solvedLines({ solved }: RunReport): string[] {
  if (solved.length === 0) return [];
  const words = { solved: 'solved', 'not-watched': 'no longer watched' } as const;
  return [
    '',
    `${solved.length} no longer open:`,
    ...solved.map((line) => `  ${titles[line.code].en} (${words[line.why]}) · ${line.message.en}`),
  ];
}

/** Holds and notes by kind: they ask nothing of anybody. */
function brief(label: string, lines: readonly ReportLine[]): string[] {
  if (lines.length === 0) return [];
  const kinds = new Map<ReportLine['code'], number>();
  for (const line of lines) kinds.set(line.code, (kinds.get(line.code) ?? 0) + line.covers);
  return [
    '',
    `${lines.length} ${label}:`,
    ...[...kinds].map(([code, n]) => `  ${titles[code].en} × ${n} (${code})`),
  ];
}

/** The first of a long plan; `--json` has them all. */
const shownActions = 40;

function actionLines(actions: readonly ReportAction[]): string[] {
  const pending = actions.filter((action) => !['keep', 'hold'].includes(action.kind));
  const shown = pending.slice(0, shownActions).map((action) => {
    const who = action.employee?.name ?? action.employee?.personioId ?? '';
    return `  ${action.kind.padEnd(7)}${action.part.padEnd(12)} ${action.date ?? '          '}  ${who}  ${brieflyOf(action.to ?? action.from)}`;
  });
  const rest = pending.length - shown.length;
  return [
    '',
    `Would do ${pending.length} things:`,
    ...shown,
    ...(rest > 0 ? [`  … and ${rest} more (all of them with --json)`] : []),
  ];
}

function brieflyOf(content: unknown): string {
  const { start, end, kind, firstOn, lastOn } = (content ?? {}) as Record<string, string | undefined>;
  if (start !== undefined) return `${kind ?? ''} ${start.slice(11, 16)}–${(end ?? '').slice(11, 16)}`;
  return firstOn === undefined ? '' : `${firstOn} – ${lastOn ?? ''}`;
}

const count = (value: number): string => value.toLocaleString('en');
