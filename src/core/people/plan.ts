// The register's plan: one line per employee (section 1 of the rules). Employees are few and always judged together,
// from both complete lists.

import type { Finding, FindingCode } from '../report/codes.ts';
import type { Decision } from '../sync/decision.ts';
import type { Action, Link, RefusalMemory } from '../sync/desk.ts';
import { fingerprintOf } from '../sync/fingerprint.ts';
import type { UserSettings } from '../settings/settings.ts';
import { type LocalDate, addDays } from '../time/calendar.ts';
import {
  type Catalog,
  type EmployeeAgreed,
  type VacationType,
  agreedNow,
  agreedOf,
  asFarAsSeen,
  changesSince,
  findByName,
  findLanguage,
  newUserFor,
  readableAtLast,
  vacationDays,
} from './derive-user.ts';
import type { Attribute, Employee, NewUser, User, UserChange } from './employee.ts';
import {
  type Match,
  type MatchedBy,
  type Matching,
  matchEmployees,
  possibleDuplicates,
  secondUsers,
} from './match.ts';
import { holderOf } from './address.ts';
import { blindSpotsOfEmployees, blindSpotsOfUsers } from './blind-spots.ts';
import { agreedAtFirstLink, differencesOf, withDiffered } from './differences.ts';
import { exitOf, hadLeft, hasLeft } from './exit.ts';
import { blank, nameOf, nameOfEmployee } from './findings.ts';
import { firstDayAfter } from './former.ts';
import { folded, isEmail, isUsername, pushTo } from './names.ts';
import { type PeopleAnswers, answersAbout } from './people-answers.ts';
import { refusalKeyOf } from './refusal-key.ts';
import { defaultsFor, scopeOf, unreadIn } from './scope.ts';

/** What an employee action carries: an account to create, fields to change, or nothing (a link). */
export interface UserContent {
  readonly create?: Omit<NewUser, 'password'>;
  readonly change?: UserChange;
  /** What the ledger agrees on once all that the plan wants of this person is done. */
  readonly agreed: EmployeeAgreed;
}

/** What is agreed on after a write. One that switches off says nothing of other fields: their change may be refused. */
export const agreedAfter = (
  kind: 'create' | 'update' | 'delete',
  before: EmployeeAgreed,
  { agreed }: UserContent,
): EmployeeAgreed => (kind === 'delete' ? { ...before, deactivatedByUs: true } : agreed);

export interface RegisterInput {
  readonly employees: readonly Employee[];
  readonly users: readonly User[];
  readonly links: readonly Link<EmployeeAgreed>[];
  readonly refusals: ReadonlyMap<string, RefusalMemory>;
  /** Answers of people about people. */
  readonly decisions: readonly Decision[];
  /** null: not read yet; the plan says with `needsCatalog` whether it is needed. */
  readonly catalog: Catalog | null;
  readonly settings: UserSettings;
  /** Whether this run may write to the time system (part on, and not left out by `--only`). */
  readonly mayWrite: boolean;
  /** The Personio type mapped to vacation; null where none is, undefined where that is not known. */
  readonly vacationType: VacationType | null | undefined;
  /** By account, for whom it was before; see `former.ts`. */
  readonly formerOf?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Users whom the run before did not look after. */
  readonly leftOut: ReadonlySet<string>;
  /** In the schedule's time zone. */
  readonly today: LocalDate;
}

export interface RegisterPlan {
  readonly actions: readonly Action<UserContent>[];
  readonly findings: readonly Finding[];
  readonly needsCatalog: boolean;
  /** Who is linked after this plan, by employee id: the people whose periods may go out. */
  readonly linked: ReadonlyMap<string, LinkedUser>;
  readonly matching: Matching;
}

export interface LinkedUser {
  readonly userId: string;
  /** Nothing of somebody out of scope is written; what was exported stays (rule 0.7). */
  readonly inScope: boolean;
  /** First day that counts for this employee, where the user was somebody else's before; else null. */
  readonly from: LocalDate | null;
  readonly exitOn: LocalDate | null;
}

export function planRegister(input: RegisterInput): RegisterPlan {
  const register = new Register(input);
  return register.plan();
}

class Register {
  readonly #input: RegisterInput;
  readonly #actions: Action<UserContent>[] = [];
  readonly #findings: Finding[] = [];
  readonly #linked = new Map<string, LinkedUser>();
  readonly #answers: PeopleAnswers;
  readonly #links: ReadonlyMap<string, Link<EmployeeAgreed>>;
  readonly #matching: Matching;
  readonly #defaultsMissing = new Map<string, { facts: Finding['facts']; employees: string[] }>();
  /** By attribute: of whom it decides something and cannot be read. */
  readonly #unread = new Map<string, string[]>();
  #needsCatalog = false;
  /** User names already promised to somebody in this plan. */
  readonly #promised = new Map<string, Employee>();

  constructor(input: RegisterInput) {
    this.#input = input;
    this.#links = new Map(input.links.map((link) => [link.key, link]));
    this.#answers = answersAbout(input.decisions);
    this.#matching = matchEmployees(
      input.employees,
      input.users,
      input.links.map((link) => ({ employeeId: link.key, userId: link.targetId })),
      this.#answers.apart,
      this.#left(),
    );
  }

  #left(): ReadonlySet<string> {
    const { employees, links, today } = this.#input;
    const isOver = (employee: Employee): boolean =>
      hasLeft(employee, today, this.#links.get(employee.id)?.agreed ?? null);
    const listed = new Set(employees.map(({ id }) => id));
    const ended = links.filter(({ key, agreed }) => !listed.has(key) && hadLeft(agreed, today));
    return new Set([...employees.filter(isOver).map(({ id }) => id), ...ended.map(({ key }) => key)]);
  }

  plan(): RegisterPlan {
    this.#findings.push(
      ...blindSpotsOfEmployees(this.#input.employees),
      ...blindSpotsOfUsers(this.#input.users),
    );
    for (const match of this.#matching.matches) this.#judge(match);
    for (const { employeeId, userId } of this.#matching.vanished)
      this.#report('employee-vanished', { id: employeeId }, { userId });
    for (const [, { facts, employees }] of this.#defaultsMissing)
      this.#findings.push({
        ...blank('default-not-found'),
        covers: employees,
        facts: { ...facts, count: employees.length },
      });
    for (const [attribute, employees] of this.#unread)
      this.#findings.push({
        ...blank('attribute-missing'),
        covers: employees,
        facts: { attribute, count: employees.length },
      });
    this.#reportUnmatched();
    this.#reportUnwritable();
    return {
      actions: this.#actions,
      findings: this.#findings,
      needsCatalog: this.#needsCatalog,
      linked: this.#linked,
      matching: this.#matching,
    };
  }

  #judge(match: Match): void {
    const { employee } = match;
    const inScope = this.#isInScope(match);
    if (!inScope && match.kind !== 'matched') return;
    switch (match.kind) {
      case 'matched':
        if (match.by === 'link') this.#judgeLinked(employee, match.user, inScope);
        else if (inScope) this.#link(employee, match.user, match.by);
        return;
      case 'none':
        this.#judgeUnmatched(employee);
        return;
      case 'ambiguous':
        this.#report('employee-ambiguous', employee, {
          email: employee.email ?? null,
          count: Math.max(match.users.length, match.employees.length),
          otherUser: match.users.map((user) => `${nameOf(user)} (${user.id})`).join('; '),
        });
        return;
      case 'external-id-taken':
        this.#report(
          'external-id-taken',
          employee,
          {
            otherUser: `${nameOf(match.user)} (${match.user.id})`,
            value: match.user.externalId ?? null,
          },
          match.user.id,
        );
        return;
      case 'rehired':
        this.#report(
          'employee-rehired',
          employee,
          {
            otherUser: `${nameOf(match.user)} (${match.user.id})`,
            formerId: match.former.id,
            email: employee.email ?? null,
          },
          match.user.id,
        );
        return;
      case 'user-vanished':
        this.#report('user-vanished', employee, { userId: match.userId }, match.userId);
        return;
      default:
        match satisfies never;
    }
  }

  /** Where it cannot be read what the scope asks for, nobody comes in anew, and who is known stays as last judged. */
  #isInScope({ employee, ...match }: Match): boolean {
    const { settings, leftOut } = this.#input;
    const { include, exclude } = settings.scope;
    const fit = scopeOf(employee, settings.scope);
    if (fit !== 'unknown') return fit === 'yes';
    this.#noteUnread(employee, unreadIn(employee, [...include, ...exclude]));
    return match.kind === 'matched' && match.by === 'link' && !leftOut.has(match.user.id);
  }

  #noteUnread({ id }: Employee, attributes: readonly string[]): void {
    for (const attribute of attributes) pushTo(this.#unread, attribute, id);
  }

  /** First link: the ledger learns it; at the vendor only an empty external id is filled (rule 1.4). */
  #link(employee: Employee, user: User, linkedBy: Exclude<MatchedBy, 'link'>): void {
    const { settings, mayWrite, formerOf, employees } = this.#input;
    const days = this.#vacation(employee);
    const { deactivatedByUs = false, exitOn: given } = this.#answers.leftBehind.get(user.id) ?? {};
    const agreed = {
      ...agreedOf(employee, days, deactivatedByUs),
      ...(typeof given === 'string' ? { exitOn: given } : {}),
      linkedBy,
    };
    const differences = differencesOf(agreed, user);
    const names = Object.keys(differences);
    const push = settings.onFirstLink === 'push' && settings.enabled;
    const exitOn = exitOf(employee, null);
    const from = firstDayAfter(formerOf?.get(user.id) ?? new Set(), employee, employees);
    this.#linked.set(employee.id, { userId: user.id, inScope: true, from, exitOn });
    const malformed = typeof employee.email === 'string' && !isEmail(employee.email);
    if (malformed && push && names.includes('email'))
      this.#report('email-invalid', employee, { email: employee.email }, user.id);
    const pushed = names.filter((name) => !(malformed && name === 'email'));
    const adopted = agreedAtFirstLink(agreed, differences, push);
    this.#push('adopt', employee.id, user.id, { agreed: adopted });
    const change: UserChange = {
      ...(mayWrite && user.externalId === null ? { externalId: employee.id } : {}),
      ...(push && mayWrite
        ? Object.fromEntries(pushed.map((name) => [name, differences[name]?.theirs]))
        : {}),
    };
    // What is not passed on is not agreed on.
    const kept = push && pushed.length < names.length ? { email: user.email ?? null } : {};
    if (Object.keys(change).length > 0)
      this.#write('update', employee, user.id, {
        change,
        agreed: push ? { ...agreed, ...kept } : adopted,
      });
    if (!push) this.#noteDifferences(employee, user, differences, names);
    this.#reportSecondUsers(employee, user);
  }

  #judgeLinked(employee: Employee, user: User, inScope: boolean): void {
    const link = this.#links.get(employee.id);
    if (link === undefined) throw new Error('judgeLinked: a match by link has its link');
    this.#linked.set(employee.id, {
      userId: user.id,
      inScope,
      from: link.from,
      exitOn: exitOf(employee, link.agreed),
    });
    this.#reportSecondUsers(employee, user);
    const before = link.agreed;
    let now = agreedNow(before, agreedOf(employee, this.#vacation(employee), before.deactivatedByUs));
    const differed = this.#stillDiffering(employee, user, before, now);
    if (!inScope || !this.#input.mayWrite || this.#answers.takenBack.has(employee.id)) {
      this.#push('keep', employee.id, user.id, { agreed: before });
      return;
    }
    if (before.differed !== undefined) now = withDiffered(now, differed);
    now = asFarAsSeen(before, now, user);
    // One bad field holds back itself: the others go out, and a leaver leaves.
    const email = changesSince(before, now).email;
    if (email !== undefined && email !== null && !isEmail(email)) {
      this.#report('email-invalid', employee, { email }, user.id);
      now = { ...now, email: before.email ?? null };
    }
    if (employee.email === null && typeof before.email === 'string')
      this.#report('email-missing', employee, {}, user.id);
    this.#noteUnclearVacation(employee, user.id);
    // An id that the first link could not fill (another part's run, a lost answer) is filled now.
    const idToFill = user.externalId === null ? { externalId: employee.id } : {};
    const filled = link.origin === 'created' ? readableAtLast(before, now, user) : {};
    this.#judgeStanding(employee, user, before, now, {
      ...changesSince(before, now),
      ...filled,
      ...idToFill,
    });
  }

  /** What differed when the link was made is told until somebody says what shall hold, or until it is the same. */
  #stillDiffering(
    employee: Employee,
    user: User,
    before: EmployeeAgreed,
    now: EmployeeAgreed,
  ): readonly string[] {
    if (before.differed === undefined) return [];
    const differences = differencesOf(now, user);
    const names = before.differed.filter((name) => differences[name] !== undefined);
    this.#noteDifferences(employee, user, differences, names);
    return names;
  }

  #noteDifferences(
    employee: Employee,
    user: User,
    differences: ReturnType<typeof differencesOf>,
    names: readonly string[],
  ): void {
    if (names.length === 0) return;
    this.#note('first-link-differences', employee, user.id, {
      count: names.length,
      differences: names
        .map((name) => `${name}: ${differences[name]?.ours ?? '–'} → ${differences[name]?.theirs ?? '–'}`)
        .join('; '),
    });
  }

  /** Leavers and people who came back (rule 1.7). */
  #judgeStanding(
    employee: Employee,
    user: User,
    before: EmployeeAgreed,
    now: EmployeeAgreed,
    change: UserChange,
  ): void {
    const { today } = this.#input;
    const left = hasLeft(employee, today, before);
    const hasDate = typeof employee.terminatedOn === 'string';
    if (employee.status === 'inactive' && !hasDate && user.active === true)
      this.#report('attribute-missing', employee, { attribute: 'termination_date' }, user.id);

    const working = employee.status === 'active' || employee.status === 'leave';
    const cameBack =
      working && !left && user.active === false && (before.deactivatedByUs || before.status === 'inactive');
    // A date that cannot be read any more keeps a leaver's account off, and switches none off: it may have moved.
    const isToLeave = left && hasDate && user.active === true;
    const changes: UserChange = { ...change, ...(cameBack ? { active: true } : {}) };
    // Between the end and the return (onboarding, or dates not yet set right) the end is what is remembered.
    const stillOut = user.active === false && before.status === 'inactive' && !cameBack;
    const agreed = {
      ...now,
      ...(cameBack || (working && !left && user.active === true) ? { deactivatedByUs: false } : {}),
      ...(stillOut ? { status: 'inactive' } : {}),
    };
    if (Object.keys(changes).length > 0)
      this.#write('update', employee, user.id, { change: changes, agreed }, before);
    else if (!isToLeave) this.#push('keep', employee.id, user.id, { agreed });
    if (isToLeave)
      this.#write(
        'delete',
        employee,
        user.id,
        { change: { active: false }, agreed: { ...agreed, deactivatedByUs: true } },
        before,
      );
  }

  #judgeUnmatched(employee: Employee): void {
    if (!this.#input.mayWrite || !this.#isDue(employee) || this.#answers.ignored.has(employee.id)) return;
    for (const [attribute, value] of [
      ['status', employee.status],
      ['first_name', employee.firstName],
      ['last_name', employee.lastName],
    ] as const)
      if (value === undefined && this.#isToldForAll(attribute)) return;
      else if (value === undefined || value === null)
        return this.#report('attribute-missing', employee, { attribute });
    if (employee.email === undefined) return;
    if (employee.email === null || employee.email.trim() === '')
      return this.#report('email-missing', employee, {});
    if (!isEmail(employee.email)) return this.#report('email-invalid', employee, { email: employee.email });
    const username = this.#usernameOf(employee, employee.email);
    if (!isUsername(username)) return this.#report('username-invalid', employee, { username });
    const duplicates = possibleDuplicates(employee, this.#matching.unmatched);
    if (duplicates.length > 0 && !this.#answers.create.has(employee.id))
      return this.#report('employee-possible-duplicate', employee, {
        otherUser: duplicates.map((user) => `${nameOf(user)} (${user.id})`).join('; '),
        count: duplicates.length,
      });
    const holder = this.#input.users.find((user) => folded(user.username) === username);
    const promised = this.#promised.get(username);
    if (holder !== undefined || promised !== undefined)
      return this.#report('username-exists', employee, {
        username,
        otherUser: holder === undefined ? nameOfEmployee(promised) : `${nameOf(holder)} (${holder.id})`,
      });
    this.#promised.set(username, employee);
    this.#create(employee, username);
  }

  /** An attribute that nobody shows is one line, not one per person. */
  #isToldForAll(attribute: string): boolean {
    return this.#findings.some(
      ({ code, facts }) => code === 'attribute-missing' && facts['attribute'] === attribute,
    );
  }

  #create(employee: Employee, username: string): void {
    const { catalog, settings, today } = this.#input;
    const defaults = defaultsFor(employee, settings);
    if (defaults === 'unknown')
      return this.#noteUnread(
        employee,
        unreadIn(
          employee,
          settings.rules.map(({ when }) => when),
        ),
      );
    if (defaults === null) return;
    if (catalog === null) {
      this.#needsCatalog = true;
      return;
    }
    const department = this.#lookUp(employee, 'department', defaults.department, catalog.departments);
    const schedule = this.#lookUp(
      employee,
      'workingTimeModel',
      defaults.workingTimeModel,
      catalog.workSchedules,
    );
    const calendar = this.#lookUp(
      employee,
      'holidayCalendar',
      defaults.holidayCalendar,
      catalog.holidayCalendars,
    );
    const language = findLanguage(catalog.languages, defaults.language);
    if (language === undefined) this.#missingDefault(employee, 'language', defaults.language, false);
    if (department === null || schedule === null || calendar === null || language === undefined) return;
    const days = this.#vacation(employee);
    this.#noteUnclearVacation(employee, null);
    const ids = {
      departmentId: department,
      workScheduleId: schedule,
      holidayCalendarId: calendar,
      languageId: language.id,
    };
    this.#write('create', employee, null, {
      create: newUserFor(employee, username, days, ids, defaults.mobileApps, today),
      agreed: { ...agreedOf(employee, days, false), linkedBy: 'created' },
    });
  }

  #lookUp(employee: Employee, setting: string, name: string, entries: Catalog['departments']): string | null {
    const found = findByName(entries, name);
    if (found !== null && found !== 'ambiguous') return found.id;
    this.#missingDefault(employee, setting, name, found === 'ambiguous');
    return null;
  }

  /** Active or on leave, or onboarding and due soon; unknown status is asked about before anything else. */
  #isDue(employee: Employee): boolean {
    if (employee.status === undefined || employee.status === null) return true;
    if (employee.status === 'inactive') return false;
    if (employee.status !== 'onboarding') return !hasLeft(employee, this.#input.today, null);
    const latest = addDays(this.#input.today, this.#input.settings.createDaysBeforeHire);
    return typeof employee.hiredOn === 'string' && employee.hiredOn <= latest;
  }

  #usernameOf(employee: Employee, email: string): string {
    return this.#input.settings.usernameFrom === 'email' ? email.trim().toLowerCase() : employee.id;
  }

  #vacation(employee: Employee): Attribute<number> {
    return vacationDays(employee.entitlements, this.#input.vacationType);
  }

  /** Several types of paid vacation and none of them mapped: which one counts is not guessed (rule 1.9). */
  #noteUnclearVacation(employee: Employee, userId: string | null): void {
    const { vacationType } = this.#input;
    // A type that is not found, or a list that cannot be read, is told by itself.
    if (vacationType === undefined) return;
    const isUnclear = this.#vacation(employee) === undefined && (employee.entitlements ?? []).length > 0;
    const why = vacationType === null ? { why: 'unmapped' } : {};
    if (isUnclear)
      this.#note('attribute-missing', employee, userId, { attribute: 'absence_entitlement', ...why });
  }

  #reportUnmatched(): void {
    const spoken = new Set(this.#linked.values());
    if (spoken.size === 0 && this.#input.employees.length === 0) return;
    for (const user of this.#matching.unmatched)
      if (user.active !== false)
        this.#findings.push({
          ...blank('user-without-employee'),
          class: 'note',
          userId: user.id,
          covers: [`user:${user.id}`],
          facts: { otherUser: nameOf(user), userId: user.id },
        });
  }

  /** Where this account's API has no field, a person sets it by hand: said once per setting (rule 1.5). */
  #reportUnwritable(): void {
    const { settings, mayWrite, links } = this.#input;
    const creates = this.#actions.filter((action) => action.kind === 'create').length;
    const created = creates + links.filter((link) => link.origin === 'created').length;
    if (!mayWrite || settings.defaults === null || created === 0) return;
    for (const setting of ['modules', 'statusOverview'] as const) {
      const chosen = [settings.defaults, ...settings.rules.map(({ defaults }) => defaults)];
      const values = new Set(
        chosen.flatMap(({ [setting]: value }) => (value === undefined ? [] : [shownDefault(value)])),
      );
      const [value] = values;
      this.#findings.push({
        ...blank('setting-not-writable'),
        class: 'note',
        covers: [setting],
        // Where a rule chooses another one, none of them is everybody's.
        facts: { setting, ...(values.size === 1 && value !== undefined ? { value } : {}), count: created },
      });
    }
  }

  #reportSecondUsers(employee: Employee, user: User): void {
    const seconds = secondUsers(employee, user, this.#matching.unmatched);
    if (seconds.length > 0)
      this.#report(
        'employee-two-users',
        employee,
        {
          count: seconds.length + 1,
          username: `${nameOf(user)} (${user.id})`,
          otherUser: seconds.map((second) => `${nameOf(second)} (${second.id})`).join('; '),
        },
        user.id,
      );
  }

  #missingDefault(employee: Employee, setting: string, name: string, ambiguous: boolean): void {
    const key = `${setting} ${name}`;
    const entry = this.#defaultsMissing.get(key) ?? { facts: { setting, name, ambiguous }, employees: [] };
    entry.employees.push(employee.id);
    this.#defaultsMissing.set(key, entry);
  }

  /** A write, unless the same was refused before (rule 0.5). */
  #write(
    kind: 'create' | 'update' | 'delete',
    employee: Employee,
    userId: string | null,
    to: UserContent,
    before: EmployeeAgreed | null = null,
  ): void {
    const action: Action<UserContent> = {
      kind,
      part: 'employees',
      employeeId: employee.id,
      key: employee.id,
      targetId: userId,
      from: before === null ? null : { agreed: before },
      to,
      formerKey: null,
      replaced: false,
    };
    const memory = this.#input.refusals.get(refusalKeyOf(action));
    if (
      memory !== undefined &&
      memory.fingerprint === fingerprintOf(action, holderOf(action, this.#input.users))
    ) {
      this.#findings.push(memory.finding);
      this.#actions.push({ ...action, kind: 'hold' });
      return;
    }
    this.#actions.push(action);
  }

  #push(kind: Action<UserContent>['kind'], employeeId: string, userId: string, to: UserContent): void {
    this.#actions.push({
      kind,
      part: 'employees',
      employeeId,
      key: employeeId,
      targetId: userId,
      from: null,
      to,
      formerKey: null,
      replaced: false,
    });
  }

  #report(
    code: FindingCode,
    employee: { readonly id: string },
    facts: Finding['facts'],
    userId: string | null = null,
  ): void {
    this.#findings.push({ ...blank(code), employeeId: employee.id, userId, covers: [employee.id], facts });
  }

  #note(code: FindingCode, employee: Employee, userId: string | null, facts: Finding['facts']): void {
    this.#findings.push({
      ...blank(code),
      class: 'note',
      employeeId: employee.id,
      userId,
      covers: [employee.id],
      facts,
    });
  }
}

const shownDefault = (value: boolean | readonly string[]): boolean | string =>
  typeof value === 'boolean' ? value : value.join(', ');
