// What two accounts of one company have to agree in: hours, leave, and what a person is told.

import { absenceIdOf } from '../../../src/core/absences/derived.ts';
import type { Finding } from '../../../src/core/report/codes.ts';
import { isOfJoined } from '../../../src/core/report/answers.ts';
import type { RunReport } from '../../../src/core/report/run-report.ts';
import type { PersonioAbsence, PersonioAttendance } from '../../../src/simulators/personio/state.ts';
import { dayAfter, markOfAbsence, markOfPeriod } from '../chart.ts';
import { exitOf } from '../exits.ts';
import { findingsOfDay, unitHasFinding } from '../spoken.ts';
import { byApi, counts, stands } from '../watched.ts';
import type { Account } from './account.ts';
import type { Form } from './form.ts';

/** What only one of the two says. */
export async function differencesBetween(
  lived: Account,
  fresh: Account,
  form: Form,
  reports: readonly [lived: RunReport, fresh: RunReport],
): Promise<string[]> {
  const accounts = [lived, fresh];
  const [last, first] = reports;
  const held = await heldLeave(accounts);
  const told: Told = {
    exits: exitsOf(lived),
    heldAt: new Set([
      ...heldIn(reports.flatMap(({ issues }) => issues)),
      ...(await standingThough(held, lived)).map((employeeId) => `absences ${employeeId} `),
    ]),
  };
  return [
    ...both('hours', await hoursOf(lived, form, accounts), await hoursOf(fresh, form, accounts)),
    ...both('leave', await leaveOf(lived, form, held), await leaveOf(fresh, form, held)),
    ...both('issues', issuesIn(last, form, told), issuesIn(first, form, told)),
  ];
}

/**
 * Clipped to the days that are open: those before are as they were when they closed. What a finding of either holds is
 * left out: there the account that lived keeps what it had.
 */
async function hoursOf(of: Account, form: Form, accounts: readonly Account[]): Promise<string[]> {
  const from = firstOpen(form.startDates.attendances, form.lockedUntil);
  const findings = (await Promise.all(accounts.map(({ archive }) => archive.findings()))).flat();
  const isHeld = (employeeId: string, day: string): boolean =>
    unitHasFinding(findings, 'attendances', employeeId, day, day) ||
    // What runs on inside a period that went out holds its day until it stops (rule 3.1).
    findingsOfDay(findings, employeeId, day).some(({ code }) => code === 'entry-open');
  const exits = exitsOf(of);
  return of.world.personio.state.attendances
    .filter((one) => byApi(one) && stands(one) && one.start.slice(0, 10) >= from)
    .filter((one) => !isHeld(one.person_id, one.start.slice(0, 10)))
    .filter((one) => one.start.slice(0, 10) <= (exits.get(one.person_id) ?? '9999'))
    .map((one) => `${one.person_id} ${periodMark(one, form)}`)
    .sort();
}

/** What findings of either account hold of absences. */
interface HeldLeave {
  /** What reaches into a closed month stands still as a whole. */
  readonly stopped: ReadonlySet<string | null>;
  readonly bookings: ReadonlySet<string>;
  readonly spans: readonly Pick<Finding, 'employeeId' | 'on' | 'until'>[];
}

async function heldLeave(accounts: readonly Account[]): Promise<HeldLeave> {
  const findings = (await Promise.all(accounts.map(({ archive }) => archive.findings())))
    .flatMap((units) => units.flatMap((unit) => unit.findings))
    .filter((one) => one.part === 'absences' && one.class !== 'note');
  const held = findings.filter(({ code }) => code !== 'month-closed');
  return {
    stopped: new Set(
      findings.filter(({ code }) => code === 'month-closed').map(({ employeeId }) => employeeId),
    ),
    bookings: new Set(held.flatMap(({ covers }) => covers.map(absenceIdOf))),
    spans: held,
  };
}

/**
 * What a held record would take over from another one stays until it can go: it is left out with it. By which days they
 * are one, the ledger knows: HR may have moved the record since.
 */
async function leaveOf(of: Account, form: Form, { stopped, bookings, spans }: HeldLeave): Promise<string[]> {
  const from = firstOpen(form.startDates.absences, form.lockedUntil);
  const links = await of.archive.links({ part: 'absences' });
  const linkOf = new Map(links.map((link) => [link.targetId, link]));
  const exits = exitsOf(of);
  const isHeld = (one: PersonioAbsence): boolean => {
    const link = linkOf.get(one.id);
    const touches = (from: string | null, to: string | null): boolean =>
      spans.some(
        ({ employeeId, on, until }) =>
          employeeId === one.person_id &&
          (on ?? '') <= (to ?? '9999') &&
          (until ?? on ?? '9999') >= (from ?? ''),
      );
    return (
      stopped.has(one.person_id) ||
      (link !== undefined && (bookings.has(absenceIdOf(link.key)) || touches(link.from, link.to))) ||
      touches(one.first, one.last)
    );
  };
  return of.world.personio.state.absences
    .filter((one) => byApi(one) && counts(one) && (one.last ?? '9999') >= from)
    .filter((one) => !isHeld(one) && one.first <= (exits.get(one.person_id) ?? '9999'))
    .map((one) => `${one.person_id} ${markOfAbsence(clipped(one, from, exits.get(one.person_id)))}`)
    .sort();
}

/**
 * What payroll is told of closed days depends on the way there; so does which of two bookings that cannot stand side by
 * side stands, and which is told of.
 */
function issuesIn({ issues }: RunReport, { lockedUntil }: Form, { exits, heldAt }: Told): string[] {
  const comparable = issues
    .filter(({ code, date }) => code !== 'month-closed' && !(date !== null && date <= (lockedUntil ?? '')))
    .filter(({ code }) => code !== 'after-exit')
    .filter(({ employee, date }) => (date ?? '') <= (exits.get(employee?.personioId ?? '') ?? '9999'))
    .filter((issue) => !(foreign.has(issue.code) && heldAt.has(whereOf(issue))))
    .map(({ part, code, employee, date }) => {
      const on = code === 'absence-exists' ? '' : (date ?? '');
      return `${part} ${code} ${employee?.personioId ?? ''} ${on}`;
    });
  return [...new Set(comparable)].sort();
}

/** Who joined a record of HR's holds it when TimeTac moves on; to whom it was always foreign, it is in the way or not. */
const foreign: ReadonlySet<string> = new Set([
  'overlaps-foreign',
  'absence-exists',
  'source-changed-but-adopted',
  'source-gone-but-adopted',
]);

interface Told {
  readonly exits: ReadonlyMap<string, string>;
  /** Days of hours with a record that one of the two joined and holds, and people with leave that it holds. */
  readonly heldAt: ReadonlySet<string>;
}

/** Leave that is held stands in Personio as it went out, in the way of other leave. */
const heldIn = (issues: RunReport['issues']): ReadonlySet<string> =>
  new Set(
    issues
      .filter(({ code, part }) => (part === 'absences' ? code !== 'absence-exists' : isOfJoined(code)))
      .map(whereOf),
  );

/** Employees with leave that stands as it went out although its booking is held. */
async function standingThough({ bookings }: HeldLeave, { archive }: Account): Promise<string[]> {
  const links = await archive.links({ part: 'absences' });
  return links.filter(({ key }) => bookings.has(absenceIdOf(key))).map(({ employeeId }) => employeeId);
}

const whereOf = ({ part, employee, date }: RunReport['issues'][number]): string =>
  `${part} ${employee?.personioId ?? ''} ${part === 'absences' ? '' : (date ?? '')}`;

/** What went out before an exit was known stays (rule 1.7), so days after one depend on the way. */
const exitsOf = ({ world }: Account): ReadonlyMap<string, string> =>
  new Map(
    world.personio.state.employees.flatMap((one) => {
      const exit = exitOf(one);
      return exit === null ? [] : [[String(one.id), exit] as const];
    }),
  );

const firstOpen = (startDate: string, lockedUntil: string | null): string =>
  lockedUntil !== null && lockedUntil >= startDate ? dayAfter(lockedUntil) : startDate;

/** Fields that the interface does not write any more stay as they are (rules 3.6 and 3.9). */
function periodMark(one: PersonioAttendance, { notes, projects }: Form): string {
  const ours = Object.keys(projects).length > 0 ? one : { ...one, project_id: null };
  return `${markOfPeriod(ours)}${notes ? ` "${one.comment ?? ''}"` : ''}`;
}

function clipped(one: PersonioAbsence, from: string, exit = '9999'): PersonioAbsence {
  const begun = one.first < from ? { ...one, first: from, starts_at_midday: false } : one;
  return (begun.last ?? '9999') > exit ? { ...begun, last: exit, ends_at_midday: false } : begun;
}

function both(what: string, lived: readonly string[], fresh: readonly string[]): string[] {
  const [more, less] = [without(lived, fresh), without(fresh, lived)];
  return more.length + less.length === 0
    ? []
    : [`${what}: only lived [${more.join(' | ')}], only fresh [${less.join(' | ')}]`];
}

/** As often as it stands on the one side more than on the other. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
