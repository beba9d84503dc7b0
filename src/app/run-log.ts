// How runs ended, a line each, for the log of a service: ids and counts, and nothing about anybody (rule 0.10).

import { secondsOf } from '../cli/summary.ts';
import { parts } from '../core/report/codes.ts';
import type { RunReport } from '../core/report/run-report.ts';
import { type LogLevel, logLevels } from '../service/server-settings.ts';
import type { RunEnd } from '../service/runs/perform.ts';

/** null: not at this level. */
export function runLine(setupId: string, end: RunEnd, level: LogLevel): string | null {
  const from = logLevels.indexOf(typeof end === 'string' ? 'debug' : 'info');
  if (logLevels.indexOf(level) < from) return null;
  return `run of ${setupId}: ${typeof end === 'string' ? end : reportWords(end)}\n`;
}

function reportWords(report: RunReport): string {
  const { id, status, scope, requests } = report.run;
  const changes = parts.map((part) => {
    const { created, updated, deleted } = report.parts[part];
    return `${part} +${created} ~${updated} -${deleted}`;
  });
  const issues = `${report.issues.length} open, ${report.issues.filter((line) => line.new).length} new`;
  const calls = `${requests.personio} + ${requests.timetac} calls`;
  return `${id} ${status}, ${scope}; ${changes.join(', ')}; issues: ${issues}; ${calls}, ${secondsOf(report).toFixed(1)} s`;
}
