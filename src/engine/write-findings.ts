// What has to be said about a write that a vendor refused, or that changed something of somebody else.

import type { Finding } from '../core/report/codes.ts';
import type { Action } from '../core/sync/desk.ts';
import { namedSpan } from '../core/sync/places.ts';
import type { VendorTrouble } from './ports.ts';
import { spanOf } from './recover.ts';
import type { TargetDesk } from './target-desk.ts';

export function refusalFinding<C>(action: Action<C>, trouble: VendorTrouble, desk: TargetDesk<C>): Finding {
  return {
    ...findingOf(meetsAnother(action, trouble) ? 'absence-exists' : 'refused-by-personio', action, desk),
    facts: {
      count: 1,
      write: action.kind,
      ...namedSpan('ours', action.to ?? action.from),
      vendorReason: trouble.reason,
      code: trouble.code,
      status: trouble.status,
      traceId: trouble.traceId,
    },
  };
}

/** A 409 is also what substitutes meet (vendors/personio.md 5.7), and what a deletion may get. */
const meetsAnother = (
  { part, kind }: Pick<Action<unknown>, 'part' | 'kind'>,
  { status, reason }: Pick<VendorTrouble, 'status' | 'reason'>,
): boolean => part === 'absences' && status === 409 && kind !== 'delete' && !/substitut/i.test(reason ?? '');

export function findingOf<C>(code: Finding['code'], action: Action<C>, desk: TargetDesk<C>): Finding {
  const content = action.to ?? action.from;
  const span = content === null ? { from: null, to: null } : spanOf(desk, content);
  return {
    code,
    class: 'issue',
    part: action.part,
    employeeId: action.employeeId,
    userId: null,
    on: span.from,
    until: span.to === span.from ? null : span.to,
    covers: [action.key],
    type: null,
    facts: { count: 1 },
  };
}

/** A write whose answer was lost, as long as nobody has seen what became of it. */
export const unknownFinding = <C>(action: Action<C>, desk: TargetDesk<C>): Finding =>
  findingOf('outcome-unknown', action, desk);

/** The same about an account. */
export const unknownUser = (employeeId: string, userId: string | null): Finding => ({
  code: 'outcome-unknown',
  class: 'issue',
  part: 'employees',
  employeeId,
  userId,
  on: null,
  until: null,
  covers: [employeeId],
  type: null,
  facts: { count: 1 },
});

/** A mail to its owner, of which an older ledger does not know whether it went out. */
export function unknownWelcome(employeeId: string, userId: string): Finding {
  const finding = unknownUser(employeeId, userId);
  return { ...finding, facts: { ...finding.facts, write: 'welcome' } };
}

/** A record that was cut: as it is now (`theirs`), and as it was before, where it was read in time. */
export function timesOf(whose: 'theirs' | 'was', content: unknown): Finding['facts'] {
  const { start, end } = content as { start?: string; end?: string | null };
  return { [`${whose}From`]: start ?? null, [`${whose}To`]: end ?? null };
}

/** About an account, or a mail to its owner. */
export function refusedByTimetac(
  employeeId: string,
  userId: string | null,
  trouble: VendorTrouble,
  write: 'create' | 'update' | 'welcome',
): Finding {
  return {
    code: 'refused-by-timetac',
    class: 'issue',
    part: 'employees',
    employeeId,
    userId,
    on: null,
    until: null,
    covers: [employeeId],
    type: null,
    facts: { count: 1, write, vendorReason: trouble.reason, code: trouble.code, status: trouble.status },
  };
}
