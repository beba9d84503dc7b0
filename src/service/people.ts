// Who is who: the matching as it stands now, and a person's word where it cannot be known (rules 1.3, 1.7).

import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import { agreedOf, vacationDays } from '../core/people/derive-user.ts';
import type { Employee, User } from '../core/people/employee.ts';
import { hasLeft } from '../core/people/exit.ts';
import { firstDayAfter } from '../core/people/former.ts';
import { type LeftBehind, answersAbout } from '../core/people/people-answers.ts';
import { pairName } from '../core/people/match.ts';
import { agreedAtFirstLink, differencesOf } from '../core/people/differences.ts';
import { type RegisterInput, type RegisterPlan, planRegister } from '../core/people/plan.ts';
import { type Review, reviewPeople } from '../core/people/review.ts';
import type { Settings } from '../core/settings/settings.ts';
import { type Decision, decisionId } from '../core/sync/decision.ts';
import type { Link } from '../core/sync/desk.ts';
import { addDays, dateIn } from '../core/time/calendar.ts';
import type { Archive, UnitFindings } from '../engine/archive.ts';
import { entitledTypeOf } from '../engine/entitled-type.ts';
import { formerHolders } from '../engine/former-holders.ts';
import { usersOutOfScope } from '../engine/out-of-scope.ts';
import { everythingOf, noRenames, setAsideOf, takenUpBy } from '../engine/set-aside.ts';
import { vacationTypeOf } from '../engine/type-book.ts';
import { readCatalog } from '../engine/whole-plan.ts';
import { type Answer, NotPossible, betweenRuns } from './desk-hours.ts';
import { type Doors, type Home, openDoorsFor } from './home.ts';

/** Reads both lists; writes nothing. Throws vendor trouble. */
export async function reviewMatching(home: Home, settings: Settings, now: number): Promise<Review> {
  const { input, plan } = await planMatching(home, settings, now);
  return reviewPeople(input, plan);
}

/** The register's plan as the next run would make it, with nothing written. */
export async function planMatching(
  home: Home,
  settings: Settings,
  now: number,
): Promise<{ readonly input: RegisterInput; readonly plan: RegisterPlan }> {
  const archive = await home.openArchive(settings);
  return withDoors(home, settings, async (doors) => {
    const { employees, users } = await bothLists(doors);
    const input: RegisterInput = {
      employees,
      users,
      links: await archive.links<EmployeeAgreed>({ part: 'employees' }),
      refusals: new Map((await archive.refusals('employees')).map((memory) => [memory.key, memory])),
      decisions: await archive.decisions(),
      settings: settings.users,
      mayWrite: settings.users.enabled,
      vacationType: await entitledTypeOf(
        { archive, hr: doors.hr },
        await vacationTypeOf({ archive, settings, hr: doors.hr, time: doors.time }, null),
        employees,
      ),
      formerOf: await formerHolders(archive),
      leftOut: usersOutOfScope(await archive.memory()),
      today: dateIn(now, settings.schedule.timezone),
      catalog: null,
    };
    const first = planRegister(input);
    const plan = first.needsCatalog
      ? planRegister({ ...input, catalog: await readCatalog(doors.time) })
      : first;
    return { input, plan };
  });
}

/** This user is that employee. A user of somebody who has left is moved to the new employee (rule 1.7). */
export function linkPeople(
  home: Home,
  settings: Settings,
  { personioId, timetacId }: { readonly personioId: string; readonly timetacId: string },
  now: number,
): Promise<Answer<{ readonly moved: boolean }>> {
  return withDoors(home, settings, async (doors) => {
    const { employees, users } = await bothLists(doors);
    const known = await home.openArchive(settings);
    const asking = { archive: known, settings, hr: doors.hr, time: doors.time };
    const vacationType = await entitledTypeOf(asking, await vacationTypeOf(asking, null, true), employees);
    const today = dateIn(now, settings.schedule.timezone);
    return betweenRuns(home, settings, async (archive) => {
      const employee = employees.find(({ id }) => id === personioId);
      const user = users.find(({ id }) => id === timetacId);
      if (employee === undefined) throw notListed(personioId);
      if (user === undefined)
        throw new NotPossible(
          `TimeTac lists no user ${timetacId}.`,
          `TimeTac führt keinen Benutzer ${timetacId}.`,
        );
      if (user.human === false)
        throw new NotPossible(
          `User ${timetacId} of TimeTac is an API user.`,
          `Benutzer ${timetacId} in TimeTac ist ein API-Benutzer.`,
        );
      const links = await archive.links<EmployeeAgreed>({ part: 'employees' });
      const holder = linkOfUser(links, user, employee, employees, today);
      const own = links.find((link) => link.key === personioId);
      const left = holder === null ? noRenames : await setAsideOf(archive, holder.key, user.id);
      const again = await takenUpBy(archive, personioId, user.id);
      await archive.commit({
        removeLinks: [
          ...(holder === null ? [] : [{ part: 'employees' as const, key: holder.key }]),
          ...left.removeLinks,
          ...again.removeLinks,
        ],
        // Somebody linked already is only confirmed: what is not passed on yet must not count as agreed.
        putLinks: [
          own === undefined
            ? newLink({
                employee,
                user,
                given: holder?.agreed ?? (await leftBehind(archive, user)),
                from: await firstDayFor(archive, employee, user, holder, employees),
                days: vacationDays(employee.entitlements, vacationType),
                push: settings.users.enabled && settings.users.onFirstLink === 'push',
                now,
              })
            : { ...own, agreed: { ...own.agreed, linkedBy: 'person' } },
          ...left.putLinks,
          ...again.putLinks,
        ],
        removeDecisions: [apartName(personioId, timetacId), ownName(personioId)].map(decisionId),
        putRows: [{ kind: 'user', id: user.id, userId: user.id, from: null, to: null, row: user }],
        ...(holder === null ? {} : { putFindings: await unwatched(archive, holder.key) }),
        putIntents: [...left.putIntents, ...again.putIntents],
        markDirty: await everythingOf(archive, user.id),
      });
      return { moved: holder !== null };
    });
  });
}

/** Whoever resembles this employee is somebody else: they get an account of their own (rule 1.3). */
export function wantNewAccount(
  home: Home,
  settings: Settings,
  personioId: string,
  now: number,
): Promise<Answer<{ readonly personioId: string }>> {
  return withDoors(home, settings, async ({ hr }) => {
    const { rows } = await hr.readEmployees();
    return betweenRuns(home, settings, async (archive) => {
      if (!rows.some(({ id }) => id === personioId)) throw notListed(personioId);
      const about = ownName(personioId);
      const decision: Decision = {
        id: decisionId(about),
        ...about,
        employeeId: personioId,
        choice: 'create',
        seen: null,
        content: null,
        undoneRunId: null,
        decidedAt: now,
        doneAt: null,
      };
      await archive.commit({ putDecisions: [decision] });
      return { personioId };
    });
  });
}

const notListed = (personioId: string): NotPossible =>
  new NotPossible(
    `Personio lists no employee ${personioId}.`,
    `Personio führt niemanden mit der ID ${personioId}.`,
  );

/** This user is not that employee: nothing of theirs moves any more, and nobody matches them again by themselves. */
export function unlinkPerson(
  home: Home,
  settings: Settings,
  personioId: string,
  now: number,
): Promise<Answer<{ readonly timetacId: string }>> {
  return betweenRuns(home, settings, async (archive) => {
    const links = await archive.links<EmployeeAgreed>({ part: 'employees', employeeIds: [personioId] });
    const [link] = links;
    if (link === undefined)
      throw new NotPossible(
        `Employee ${personioId} is linked to nobody.`,
        `Die Person ${personioId} ist mit niemandem verknüpft.`,
      );
    const about = apartName(personioId, link.targetId);
    const apart: Decision = {
      id: decisionId(about),
      ...about,
      employeeId: personioId,
      choice: 'apart',
      seen: link.targetId,
      // Linked again, the account's days count from the same day on.
      content: {
        from: link.from,
        deactivatedByUs: link.agreed.deactivatedByUs,
        exitOn: link.agreed.exitOn ?? null,
      } satisfies LeftBehind,
      undoneRunId: null,
      decidedAt: now,
      doneAt: null,
    };
    const { removeLinks, putLinks, putIntents } = await setAsideOf(archive, personioId, link.targetId);
    await archive.commit({
      removeLinks: [{ part: 'employees', key: link.key }, ...removeLinks],
      putLinks,
      putIntents,
      putDecisions: [apart],
      putFindings: await unwatched(archive, personioId),
    });
    return { timetacId: link.targetId };
  });
}

/** Of whom nothing moves any more nothing is told either. */
async function unwatched(archive: Archive, employeeId: string): Promise<UnitFindings[]> {
  const stored = await archive.findings();
  return stored.flatMap((entry) => {
    const others = entry.findings.filter((finding) => finding.employeeId !== employeeId);
    const isOfPeriods = entry.part !== 'employees' && others.length < entry.findings.length;
    return isOfPeriods ? [{ ...entry, findings: others }] : [];
  });
}

const apartName = (employeeId: string, userId: string) =>
  ({ part: 'employees', about: 'record', name: pairName(employeeId, userId) }) as const;
const ownName = (employeeId: string) => ({ part: 'employees', about: 'record', name: employeeId }) as const;

async function bothLists(doors: Doors): Promise<{ employees: readonly Employee[]; users: readonly User[] }> {
  const employees = (await doors.hr.readEmployees()).rows;
  const users = (await doors.time.readAll(['user'], {})).rows.user ?? [];
  return { employees, users };
}

async function withDoors<T>(home: Home, settings: Settings, work: (doors: Doors) => Promise<T>): Promise<T> {
  const doors = await openDoorsFor(home, settings);
  try {
    return await work(doors);
  } finally {
    await doors.close();
  }
}

/** The link that this one takes the place of; refuses where it would take a user away from somebody who works here. */
function linkOfUser(
  links: readonly Link<EmployeeAgreed>[],
  user: User,
  employee: Employee,
  employees: readonly Employee[],
  today: string,
): Link<EmployeeAgreed> | null {
  const own = links.find((link) => link.key === employee.id);
  if (own !== undefined && own.targetId !== user.id)
    throw new NotPossible(
      `Employee ${employee.id} is linked to user ${own.targetId}: unlink them first.`,
      `Die Person ${employee.id} ist mit Benutzer ${own.targetId} verknüpft: Lösen Sie zuerst diese Verknüpfung.`,
    );
  const holder = links.find((link) => link.targetId === user.id && link.key !== employee.id);
  if (holder === undefined) return null;
  const former = employees.find(({ id }) => id === holder.key);
  if (former !== undefined && former.status !== 'inactive' && !hasLeft(former, today, holder.agreed))
    throw new NotPossible(
      `User ${user.id} is linked to employee ${holder.key}, who has not left: unlink them first.`,
      `Benutzer ${user.id} ist mit der Person ${holder.key} verknüpft, die nicht ausgetreten ist: Lösen Sie zuerst diese Verknüpfung.`,
    );
  return holder;
}

/** Of the newest separation from this account. */
const leftBehind = async (archive: Archive, user: User): Promise<LeftBehind | null> =>
  answersAbout(await archive.decisions()).leftBehind.get(user.id) ?? null;

/**
 * What the user did for a former employment stays there: the new one begins after it, also where a person has unlinked
 * the former one first. null: all days count.
 */
async function firstDayFor(
  archive: Archive,
  employee: Employee,
  user: User,
  holder: Link<EmployeeAgreed> | null,
  employees: readonly Employee[],
): Promise<string | null> {
  const own = decisionId(apartName(employee.id, user.id));
  const apart = (await archive.decisions()).find(({ id }) => id === own)?.content as
    | LeftBehind
    | null
    | undefined;
  if (apart !== null && apart !== undefined) return apart.from;
  if (holder !== null) return dayAfter(holder, employee);
  return firstDayAfter((await formerHolders(archive)).get(user.id) ?? new Set(), employee, employees);
}

function dayAfter(holder: Link<EmployeeAgreed>, employee: Employee): string | null {
  const after = typeof holder.agreed.exitOn === 'string' ? addDays(holder.agreed.exitOn, 1) : null;
  if (typeof employee.hiredOn !== 'string') return after;
  return after !== null && after > employee.hiredOn ? after : employee.hiredOn;
}

interface NewLink {
  readonly employee: Employee;
  readonly user: User;
  /** What the account was given for whoever had it before. */
  readonly given: Pick<LeftBehind, 'deactivatedByUs' | 'exitOn'> | null;
  readonly from: string | null;
  /** Of vacation, as Personio has them. */
  readonly days: ReturnType<typeof vacationDays>;
  /** What differs is passed on by the next run (`users.onFirstLink`). */
  readonly push: boolean;
  readonly now: number;
}

function newLink({ employee, user, given, from, days, push, now }: NewLink): Link<EmployeeAgreed> {
  // What the account was given for the former employment is taken back for the new one (rule 1.7).
  const { deactivatedByUs = false, exitOn } = given ?? {};
  const present = agreedOf(employee, days, deactivatedByUs);
  const agreed = typeof exitOn === 'string' ? { ...present, exitOn } : present;
  return {
    part: 'employees',
    key: employee.id,
    targetId: user.id,
    employeeId: employee.id,
    from,
    to: null,
    origin: 'adopted',
    agreed: { ...agreedAtFirstLink(agreed, differencesOf(agreed, user), push), linkedBy: 'person' },
    linkedAt: now,
  };
}
