// What must be true of every report (S5 and S8 of proof.md section 1, rules 5.2 and 0.10): no secret, no absence type in
// a sentence, one line per cause, and no refusal without a reason.

import type { ReportLine, RunReport } from '../../src/core/report/run-report.ts';
import { leaveTypes, personioTypes } from '../../src/simulators/company/catalogue.ts';
import type { Call } from './lookout.ts';

export function checkReport(report: RunReport, secrets: ReadonlySet<string>, call: Call): void {
  const lines = [...report.issues, ...report.holds, ...report.notes];
  const text = JSON.stringify(report);
  for (const secret of secrets)
    if (text.includes(secret)) call('S8', `a secret in a report: ${secret.slice(0, 4)}…`);
  for (const line of lines) {
    const sentences = Object.values({ ...line.message, a: line.action.en, b: line.action.de }).join(' ');
    const type = typeNames.find((name) => sentences.includes(name));
    if (type !== undefined) call('S8', `an absence type in a sentence: ${sentences}`);
  }
  const negative = Object.values(report.parts)
    .flatMap((part) => Object.values(part))
    .find((count) => count < 0);
  if (negative !== undefined)
    call('L2', `a report counts ${negative} records: ${JSON.stringify(report.parts)}`);
  const twice = lines.find((line, index) => lines.findIndex((other) => isOneCause(line, other)) !== index);
  if (twice !== undefined) call('L2', `one cause is told twice: ${JSON.stringify(twice)}`);
  if (report.refusal !== null && report.refusal.planned <= report.refusal.allowed)
    call('S5', `refused although it is allowed: ${JSON.stringify(report.refusal)}`);
}

const typeNames = [...Object.values(leaveTypes), ...Object.values(personioTypes)].map(({ name }) => name);

/** What stands in the way of a day is one cause, however many of its periods wait (rule 3.8). */
const isOneCause = (a: ReportLine, b: ReportLine): boolean =>
  a.id === b.id ||
  (a.code === 'overlaps-foreign' &&
    b.code === 'overlaps-foreign' &&
    a.date === b.date &&
    a.employee?.personioId === b.employee?.personioId);
