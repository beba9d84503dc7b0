// Two findings with one cause become one: all records it covers, from the first day to the last.

import type { Finding } from '../report/codes.ts';

/** Between several changes in `facts.differences`. */
const separator = '; ';

export function joinFindings(a: Finding, b: Finding): Finding {
  // One row that holds several days is one record, told with all its days.
  const covers = [...new Set([...a.covers, ...b.covers])];
  const dates = [a.on, a.until, b.on, b.until].filter((date) => date !== null).sort();
  const first = dates[0] ?? null;
  const last = dates.at(-1) ?? null;
  const listed = [...new Set([...differencesIn(a), ...differencesIn(b)])];
  const facts = {
    ...b.facts,
    ...a.facts,
    count: covers.length,
    ...(listed.length === 0 ? {} : { differences: listed.join(separator) }),
  };
  return { ...a, covers, facts, on: first, until: last === first ? null : last };
}

/** The single changes that a finding lists, e.g. what payroll has to book by hand. */
export function differencesIn({ facts }: Finding): string[] {
  const { differences } = facts;
  return typeof differences === 'string' && differences !== '' ? differences.split(separator) : [];
}

/** What cannot go because of a record that a finding is about already belongs to that finding; false: none is. */
export function coverToo(findings: Finding[], key: string, also: string): boolean {
  const index = findings.findIndex((finding) => finding.covers.includes(key));
  const cause = findings[index];
  if (cause === undefined) return false;
  findings[index] = { ...cause, covers: [...new Set([...cause.covers, also])] };
  return true;
}
