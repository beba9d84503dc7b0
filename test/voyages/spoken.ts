// What the standing findings speak of.

import type { Finding } from '../../src/core/report/codes.ts';
import type { UnitFindings } from '../../src/engine/archive.ts';

/** Issues and holds; a note explains nothing. */
export const speaks = (finding: Finding): boolean => finding.class !== 'note';

export function unitHasFinding(
  findings: readonly UnitFindings[],
  part: Finding['part'],
  employeeId: string,
  from: string,
  to: string,
): boolean {
  return findings.some(
    (entry) =>
      entry.part === part &&
      entry.findings.some(
        (finding) =>
          speaks(finding) &&
          finding.code !== 'entry-open' &&
          finding.employeeId === employeeId &&
          (finding.on ?? '') <= to &&
          (finding.until ?? finding.on ?? '9999') >= from,
      ),
  );
}

/** Of hours. */
export const findingsOfDay = (
  findings: readonly UnitFindings[],
  employeeId: string,
  day: string,
): readonly Finding[] =>
  findings
    .flatMap((entry) => entry.findings)
    .filter((one) => one.part === 'attendances' && one.employeeId === employeeId && one.on === day);

export const has = (findings: readonly UnitFindings[], code: Finding['code']): boolean =>
  findings.some((entry) => entry.findings.some((finding) => finding.code === code));

/** `codes` null: any issue about this person's account. */
export const concernsPerson = (
  findings: readonly UnitFindings[],
  employeeId: string,
  codes: readonly Finding['code'][] | null,
): boolean =>
  findings.some((entry) =>
    entry.findings.some(
      (finding) =>
        finding.part === 'employees' &&
        speaks(finding) &&
        (finding.employeeId === employeeId || finding.covers.includes(employeeId)) &&
        (codes === null || codes.includes(finding.code)),
    ),
  );
