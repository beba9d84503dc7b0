// Who is who (rule 1.3): links the ledger knows, then external id, then e-mail, then personnel number with a second
// proof. Each user is used once, and where two could be meant nobody is chosen.

import type { Employee, User } from './employee.ts';
import { folded, groupBy } from './names.ts';

export type MatchedBy = 'link' | 'external-id' | 'email' | 'personnel-number';

export type Match =
  | { readonly employee: Employee; readonly kind: 'matched'; readonly user: User; readonly by: MatchedBy }
  /** `externalId`: the user carries another system's id, so the e-mail alone does not prove it (rule 1.4). */
  | { readonly employee: Employee; readonly kind: 'external-id-taken'; readonly user: User }
  | {
      readonly employee: Employee;
      readonly kind: 'ambiguous';
      readonly users: readonly User[];
      readonly employees: readonly Employee[];
    }
  /** `former` may be listed no more. */
  | {
      readonly employee: Employee;
      readonly kind: 'rehired';
      readonly user: User;
      readonly former: Pick<Employee, 'id'>;
    }
  | { readonly employee: Employee; readonly kind: 'user-vanished'; readonly userId: string }
  | { readonly employee: Employee; readonly kind: 'none' };

export interface KnownLink {
  readonly employeeId: string;
  readonly userId: string;
}

export interface Matching {
  readonly matches: readonly Match[];
  /** Linked employees that the HR system no longer lists. */
  readonly vanished: readonly KnownLink[];
  /** Human users that belong to nobody. */
  readonly unmatched: readonly User[];
}

/**
 * Users that are human beings. Where the list tells who is, somebody it does not tell of is not taken for one; in a view
 * that hides it from everybody, all may be.
 */
export function peopleAmong(users: readonly User[]): User[] {
  const isTold = users.some((user) => typeof user.human === 'boolean');
  return users.filter((user) => (isTold ? user.human === true : user.human !== false));
}

/**
 * @param links what the ledger knows; every employee and every user occurs at most once. The order of the lists says
 * nothing: the same people are matched whatever it is.
 * @param apart pairs (`pairName`) of whom a person said that they are not the same
 * @param left employees whose last day is over, whatever their status says, and those of them who are listed no more
 */
export function matchEmployees(
  employees: readonly Employee[],
  allUsers: readonly User[],
  links: readonly KnownLink[],
  apart: ReadonlySet<string> = new Set(),
  left: ReadonlySet<string> = new Set(),
): Matching {
  const users = peopleAmong(allUsers);
  const register = new Register(employees, users, links, apart, left);
  const matches = new Map<string, Match>();

  for (const employee of employees) {
    const match = register.byLink(employee);
    if (match !== null) matches.set(employee.id, match);
  }
  const passes = [register.byExternalId, register.byEmail, register.byPersonnelNumber];
  for (const pass of passes) {
    const found = employees
      .filter((employee) => !matches.has(employee.id))
      .map((employee) => pass(employee))
      .filter((match) => match !== null);
    const reached = new Set(found.map((match) => match.employee.id));
    const unmatched = employees.filter(
      ({ id, status }) => !matches.has(id) && !reached.has(id) && status !== 'inactive',
    );
    for (const match of register.usedOnce(found, unmatched)) matches.set(match.employee.id, match);
  }
  const employeeIds = new Set(employees.map((employee) => employee.id));
  return {
    matches: employees.map((employee) => matches.get(employee.id) ?? { employee, kind: 'none' }),
    vanished: links.filter((link) => !employeeIds.has(link.employeeId)),
    unmatched: users.filter((user) => !register.isUsed(user)),
  };
}

export const pairName = (employeeId: string, userId: string): string => `${employeeId} ${userId}`;

/** Both lists with the indexes that the passes ask; remembers which users are spoken for. */
class Register {
  readonly #users: ReadonlyMap<string, User>;
  readonly #links: ReadonlyMap<string, string>;
  readonly #ownerOf: ReadonlyMap<string, string>;
  readonly #employees: ReadonlyMap<string, Employee>;
  readonly #usersByExternalId: ReadonlyMap<string, User[]>;
  readonly #usersByEmail: ReadonlyMap<string, User[]>;
  readonly #usersByNumber: ReadonlyMap<string, User[]>;
  readonly #employeesByEmail: ReadonlyMap<string, Employee[]>;
  readonly #used: Set<string>;
  readonly #apart: ReadonlySet<string>;
  readonly #left: ReadonlySet<string>;

  constructor(
    employees: readonly Employee[],
    users: readonly User[],
    links: readonly KnownLink[],
    apart: ReadonlySet<string>,
    left: ReadonlySet<string>,
  ) {
    this.#apart = apart;
    this.#left = left;
    this.#users = new Map(users.map((user) => [user.id, user]));
    this.#employees = new Map(employees.map((employee) => [employee.id, employee]));
    this.#links = new Map(links.map((link) => [link.employeeId, link.userId]));
    this.#ownerOf = new Map(links.map((link) => [link.userId, link.employeeId]));
    this.#usersByExternalId = groupBy(users, (user) => user.externalId?.trim() || null);
    this.#usersByEmail = groupBy(users, (user) => folded(user.email));
    this.#usersByNumber = groupBy(users, (user) => user.personnelNumber?.trim() || null);
    this.#employeesByEmail = groupBy(employees, (employee) => folded(employee.email));
    this.#used = new Set(links.map((link) => link.userId));
  }

  isUsed(user: User): boolean {
    return this.#used.has(user.id);
  }

  byLink(employee: Employee): Match | null {
    const userId = this.#links.get(employee.id);
    if (userId === undefined) return null;
    const user = this.#users.get(userId);
    return user === undefined
      ? { employee, kind: 'user-vanished', userId }
      : { employee, kind: 'matched', user, by: 'link' };
  }

  readonly byExternalId = (employee: Employee): Match | null =>
    this.#pick(employee, this.#free(employee, this.#usersByExternalId.get(employee.id)), 'external-id');

  readonly byEmail = (employee: Employee): Match | null => {
    const email = folded(employee.email);
    if (email === null) return null;
    const users = (this.#usersByEmail.get(email) ?? []).filter((user) => this.#mayBe(employee, user));
    const sharing = this.#employeesByEmail.get(email) ?? [];
    if (users.some((user) => this.#used.has(user.id))) return this.#alreadyLinked(employee, users);
    // Also where no user has the address: which of them a new account would be for is a guess.
    if (sharing.length > 1)
      return users.length === 0 && this.#isOver(employee)
        ? null
        : { employee, kind: 'ambiguous', users, employees: sharing };
    return this.#pick(employee, users, 'email');
  };

  readonly byPersonnelNumber = (employee: Employee): Match | null => {
    const candidates = this.#free(employee, this.#usersByNumber.get(employee.id)).filter(
      (user) =>
        (folded(user.lastName) !== null && folded(user.lastName) === folded(employee.lastName)) ||
        (typeof user.birthday === 'string' && user.birthday === employee.birthday),
    );
    return this.#pick(employee, candidates, 'personnel-number');
  };

  /**
   * Two employees that reach for one user in the same pass both stay unmatched, and so do somebody who only has the
   * address of a user and somebody `unmatched` who has the name: an address is given on, a name rarely is.
   */
  usedOnce(found: readonly Match[], unmatched: readonly Employee[]): Match[] {
    const byUser = groupBy(found, (match) => (match.kind === 'matched' ? match.user.id : null));
    const doubtful = (user: User, employees: readonly Employee[]): Match[] =>
      employees.map((employee) => ({ employee, kind: 'ambiguous', users: [user], employees }));
    return found.flatMap((match): Match[] => {
      if (match.kind !== 'matched') return [match];
      const { employee, user, by } = match;
      const rivals = (byUser.get(user.id) ?? []).map((rival) => rival.employee);
      if (rivals.length > 1) return doubtful(user, rivals).filter((one) => one.employee === employee);
      const namesakes =
        by === 'email' && !sameName(employee, user)
          ? unmatched.filter(
              (other) => other !== employee && sameName(other, user) && this.#mayBe(other, user),
            )
          : [];
      if (namesakes.length > 0) return doubtful(user, [employee, ...namesakes]);
      this.#used.add(user.id);
      return [match];
    });
  }

  #isOver({ id, status }: Employee): boolean {
    return status === 'inactive' || this.#left.has(id);
  }

  #hasEnded(employeeId: string): boolean {
    return this.#left.has(employeeId) || this.#employees.get(employeeId)?.status === 'inactive';
  }

  /** The address belongs to a user whose employee we know: rehired under a new id, or two people with one address. */
  #alreadyLinked(employee: Employee, users: readonly User[]): Match | null {
    // Somebody who left needs no account: the user may have been moved to the employment that followed.
    if (this.#isOver(employee)) return null;
    const ownerIds = users.flatMap((user) => this.#ownerOf.get(user.id) ?? []);
    const owners = ownerIds.flatMap((id) => this.#employees.get(id) ?? []);
    const [[user], [formerId]] = [users, ownerIds];
    if (users.length === 1 && user !== undefined && formerId !== undefined && this.#hasEnded(formerId))
      return { employee, kind: 'rehired', user, former: { id: formerId } };
    return { employee, kind: 'ambiguous', users, employees: [...owners, employee] };
  }

  #pick(employee: Employee, users: readonly User[], by: MatchedBy): Match | null {
    const [user] = users;
    if (user === undefined) return null;
    if (users.length > 1) return { employee, kind: 'ambiguous', users, employees: [employee] };
    const externalId = user.externalId?.trim() ?? '';
    if (externalId !== '' && externalId !== employee.id) return { employee, kind: 'external-id-taken', user };
    return { employee, kind: 'matched', user, by };
  }

  #free(employee: Employee, users: readonly User[] | undefined): User[] {
    return (users ?? []).filter((user) => !this.#used.has(user.id) && this.#mayBe(employee, user));
  }

  #mayBe(employee: Employee, user: User): boolean {
    return !this.#apart.has(pairName(employee.id, user.id));
  }
}

/** Both names are known, and the same. */
function sameName(employee: Employee, user: User): boolean {
  const pairs = [
    [employee.firstName, user.firstName],
    [employee.lastName, user.lastName],
  ] as const;
  return pairs.every(([ours, theirs]) => folded(ours) !== null && folded(ours) === folded(theirs));
}

/** Unlinked users that could be this person all the same (rule 1.3): then nobody is created. */
export function possibleDuplicates(employee: Employee, unmatched: readonly User[]): User[] {
  const last = folded(employee.lastName);
  const first = folded(employee.firstName);
  if (last === null) return [];
  return unmatched.filter(
    (user) =>
      folded(user.lastName) === last &&
      ((first !== null && folded(user.firstName) === first) ||
        (typeof user.birthday === 'string' && user.birthday === employee.birthday)),
  );
}

/** Unlinked users that share what identifies a linked employee (rule 1.10). */
export function secondUsers(employee: Employee, linked: User, unmatched: readonly User[]): User[] {
  const email = folded(employee.email);
  return unmatched.filter(
    (user) =>
      user.id !== linked.id &&
      // Switched off is how the matter is settled: nothing is recorded there any more.
      user.active !== false &&
      ((email !== null && folded(user.email) === email) ||
        user.externalId?.trim() === employee.id ||
        (typeof user.birthday === 'string' &&
          user.birthday === employee.birthday &&
          folded(user.lastName) === folded(employee.lastName) &&
          folded(user.firstName) === folded(employee.firstName) &&
          folded(user.lastName) !== null)),
  );
}
