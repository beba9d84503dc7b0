// The plain status page: what the newest run did, and what could not go and why. No script, everything escaped.

import { parts } from '../core/report/codes.ts';
import { titles } from '../core/report/render.ts';
import type { PartReport, ReportLine, RunReport } from '../core/report/run-report.ts';
import type { ServedState } from './server.ts';

export interface StatusPage extends Pick<ServedState, 'name' | 'progress' | 'banner'> {
  readonly report: () => RunReport | null;
}

export function renderStatusPage(state: StatusPage): string {
  const report = state.report();
  const progress = state.progress();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tandem · ${escape(state.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
${state.banner === null ? '' : `<p class="banner">${escape(state.banner)}</p>`}
<main>
<h1>${escape(state.name)}</h1>
${progress === null ? '' : `<p role="status">${escape(progress)}</p>`}
${report === null ? '<p>No run has finished yet. The first one is on its way; reload this page in a moment.</p>' : reportSection(report)}
</main>
</body>
</html>
`;
}

const states: Readonly<Record<RunReport['run']['status'], string>> = {
  done: 'In step: nothing left to tell.',
  'done-with-issues': 'Done, with issues that need somebody.',
  refused: 'Refused by a guard: nothing was written, a person has to decide.',
  failed: 'Failed: a vendor refused access or could not be reached.',
};

function reportSection(report: RunReport): string {
  const { run } = report;
  return `<p>${states[run.status]}</p>
<p class="soft">Last run <time datetime="${run.finishedAt}">${escape(run.finishedAt.replace('T', ' ').slice(0, 16))} UTC</time>, ${run.scope}; ${run.writes.personio} writes to Personio, ${run.writes.timetac} to TimeTac.</p>
<div class="scroll"><table>
<thead><tr><th scope="col">Part</th>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>
<tbody>${parts.map((part) => `<tr><th scope="row">${part}</th>${columns.map((column) => `<td>${report.parts[part][column]}</td>`).join('')}</tr>`).join('')}</tbody>
</table></div>
${issueSection(report.issues)}
${briefSection('Waiting, solves itself', report.holds)}
${briefSection('Worth knowing', report.notes)}`;
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

function issueSection(issues: readonly ReportLine[]): string {
  if (issues.length === 0) return '<h2>Issues</h2><p>None.</p>';
  const items = issues.map(
    (issue) => `<li>
<p class="code">${escape(issue.code)}${issue.new ? ' · new' : ''}${issue.covers > 1 ? ` · ${issue.covers} records` : ''}</p>
<p>${escape(issue.message.en)}</p>
<p class="soft">→ ${escape(issue.action.en)}</p>
</li>`,
  );
  return `<h2>${issues.length} issue${issues.length === 1 ? '' : 's'}</h2><ul class="issues">${items.join('\n')}</ul>`;
}

function briefSection(title: string, lines: readonly ReportLine[]): string {
  if (lines.length === 0) return '';
  const kinds = new Map<ReportLine['code'], number>();
  for (const line of lines) kinds.set(line.code, (kinds.get(line.code) ?? 0) + line.covers);
  const items = [...kinds].map(([code, count]) => `<li>${escape(titles[code].en)} × ${count}</li>`);
  return `<h2>${title}</h2><ul>${items.join('')}</ul>`;
}

/** Text into HTML; the two quotes for attributes. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
