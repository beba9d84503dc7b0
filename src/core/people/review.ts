// Who was matched how, for a person to look through (product: the matching page): everybody of one side with the user of
// the other, or why there is none.

import type { FindingCode } from '../report/codes.ts';
import type { LinkedBy } from './derive-user.ts';
import { scopeOf } from './scope.ts';
import type { Employee, User } from './employee.ts';
import type { MatchedBy } from './match.ts';
import type { RegisterInput, RegisterPlan } from './plan.ts';

export interface ReviewRow {
  readonly personioId: string;
  readonly name: string;
  readonly status: string | null;
  readonly email: string | null;
  readonly inScope: boolean;
  /**
   * `linked`: known to the ledger · `matched`: will be linked by the next run · `new`: an account will be made ·
   * `waiting`: nothing is due yet (onboarding, or gone before there was an account) · `held`: an issue says why.
   */
  readonly state: 'linked' | 'matched' | 'new' | 'waiting' | 'held';
  readonly by: LinkedBy | Exclude<MatchedBy, 'link'> | null;
  readonly issue: FindingCode | null;
  /** The user it is linked to or matched with; for a held one those that it could be. */
  readonly users: readonly ReviewUser[];
}

export interface ReviewUser {
  readonly timetacId: string;
  readonly username: string | null;
  readonly name: string;
  readonly active: boolean | null;
}

export interface Review {
  readonly employees: readonly ReviewRow[];
  /** Linked employees that Personio no longer lists. */
  readonly vanished: readonly { readonly personioId: string; readonly timetacId: string }[];
  /** Users that belong to nobody. */
  readonly unmatched: readonly ReviewUser[];
}

export function reviewPeople(input: RegisterInput, plan: RegisterPlan): Review {
  const linkedBy = new Map(input.links.map((link) => [link.key, link.agreed.linkedBy ?? null]));
  const creates = new Set(
    plan.actions.filter((action) => action.kind === 'create').map((action) => action.key),
  );
  const issueOf = new Map(
    plan.findings
      .filter((finding) => finding.class === 'issue' && finding.employeeId !== null)
      .map((finding) => [finding.employeeId ?? '', finding.code]),
  );
  const rows = plan.matching.matches.map((match): ReviewRow => {
    const { employee } = match;
    const row = {
      personioId: employee.id,
      name: nameOf(employee),
      status: employee.status ?? null,
      email: employee.email ?? null,
      inScope: scopeOf(employee, input.settings.scope) === 'yes',
      issue: issueOf.get(employee.id) ?? null,
    };
    switch (match.kind) {
      case 'matched':
        return match.by === 'link'
          ? { ...row, state: 'linked', by: linkedBy.get(employee.id) ?? null, users: [shown(match.user)] }
          : { ...row, state: 'matched', by: match.by, users: [shown(match.user)] };
      case 'ambiguous':
        return { ...row, state: 'held', by: null, users: match.users.map(shown) };
      case 'external-id-taken':
      case 'rehired':
        return { ...row, state: 'held', by: null, users: [shown(match.user)] };
      case 'user-vanished':
        return { ...row, state: 'held', by: null, users: [] };
      case 'none':
        return { ...row, state: stateOfUnmatched(row.issue, creates.has(employee.id)), by: null, users: [] };
      default:
        return match satisfies never;
    }
  });
  return {
    employees: rows,
    vanished: plan.matching.vanished.map(({ employeeId, userId }) => ({
      personioId: employeeId,
      timetacId: userId,
    })),
    unmatched: plan.matching.unmatched.map(shown),
  };
}

function stateOfUnmatched(issue: FindingCode | null, creates: boolean): ReviewRow['state'] {
  if (issue !== null) return 'held';
  return creates ? 'new' : 'waiting';
}

const nameOf = (person: Pick<Employee, 'firstName' | 'lastName'>): string =>
  [person.firstName, person.lastName].filter(Boolean).join(' ');

const shown = (user: User): ReviewUser => ({
  timetacId: user.id,
  username: user.username ?? null,
  name: nameOf(user),
  active: user.active ?? null,
});
