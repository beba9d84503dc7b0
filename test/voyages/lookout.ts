// The lookout: watches every request while it passes, and looks over everything when the sea is calm. Names of what it
// calls out are those of proof.md section 1.

import type { Finding } from '../../src/core/report/codes.ts';
import type { Archive, Intent, UnitFindings } from '../../src/engine/archive.ts';
import type { PersonioAbsence, PersonioAttendance } from '../../src/simulators/personio/state.ts';
import type { Handle, World } from '../support/world.ts';
import {
  type ChartRules,
  chartOfDays,
  chartOfLeave,
  dayAfter,
  markOfAbsence,
  markOfPeriod,
} from './chart.ts';
import type { Diary } from './crew.ts';
import { unfixed } from './unfixed.ts';
import { type Side, isWrite, nameOf } from './weather.ts';

export const rulesOfSafety = ['S1', 'S2', 'S3', 'S4', 'S6'] as const;
export type SafetyRule = (typeof rulesOfSafety)[number];

export class Aground extends Error {
  override readonly name = 'Aground';
}

/** What the run under way may do. */
export interface Orders {
  readonly mayWrite: boolean;
  readonly only: 'employees' | 'absences' | 'attendances' | null;
  /** Acts of people before the run began: whether somebody moved under it. */
  readonly actsBefore: number;
}

export interface Lookout {
  /** Around a vendor: sees what reaches it. */
  readonly watch: (handle: Handle, side: Side) => Handle;
  readonly order: (orders: Orders) => void;
  /** After people acted: what they entered stands as it is now. */
  readonly remember: () => void;
  /** Every unit that nobody had a hand in agrees; `everything`: the touched ones too, or an issue says why. */
  readonly atRest: (everything: boolean) => Promise<void>;
  readonly writes: () => number;
  /** @throws Aground for the first thing that was seen going wrong. */
  readonly report: () => void;
}

export interface Watched {
  readonly world: World;
  readonly archive: Archive;
  readonly diary: Diary;
  readonly rules: ChartRules;
  readonly typeOf: (key: string) => string | null;
  /** Rules that are not watched, to see whether others notice. */
  readonly blindTo: ReadonlySet<SafetyRule>;
}

export function createLookout(watched: Watched): Lookout {
  const { world, archive, blindTo } = watched;
  let orders: Orders = { mayWrite: false, only: null, actsBefore: 0 };
  let foreign = foreignRecords(world);
  let writes = 0;
  let alarm: Aground | null = null;
  // A client takes whatever is thrown under it for a lost connection: what was seen is kept, and told after the run.
  const call = (rule: SafetyRule, words: string): void => {
    if (!blindTo.has(rule)) alarm ??= new Aground(`${rule}: ${words}`);
  };

  const before = async (request: Request, side: Side): Promise<void> => {
    writes += 1;
    const name = nameOf(request);
    const write = await readWrite(request, side);
    if (!orders.mayWrite) call('S4', `${name} in a dry run`);
    if (write === null) return call('S4', `${name} is nothing that Tandem ever writes`);
    if (orders.only !== null && orders.only !== write.part)
      call('S4', `${name}, but only ${orders.only} run`);
    if (!fits(write, await archive.intents(), world)) call('S6', `${name} without an intent`);
    inScope(write, watched, call);
    if (watched.diary.acts === orders.actsBefore) await bothListed(write, watched, call);
    if (write.method === 'DELETE') sourceLives(write, watched, orders, call);
  };
  const after = (request: Request): void => {
    const now = foreignRecords(world);
    for (const [id, text] of foreign)
      if (now.get(id) !== text && !mayPassForOurs(JSON.parse(text) as Stamped, watched.diary))
        call('S2', `${nameOf(request)} touched a foreign record: ${text}`);
    noTwins(watched, call);
  };

  return {
    watch: (handle, side) => async (request) => {
      if (!isWrite(request)) return handle(request);
      await before(request.clone(), side);
      const response = await handle(request);
      after(request);
      return response;
    },
    order: (given) => {
      orders = given;
    },
    remember: () => {
      foreign = foreignRecords(world);
    },
    atRest: (everything) => lookOver(watched, everything),
    writes: () => writes,
    report: () => {
      if (alarm !== null) throw alarm;
    },
  };
}

interface Write {
  readonly part: Intent['part'];
  readonly method: string;
  readonly id: string | null;
  readonly body: Record<string, unknown>;
}

async function readWrite(request: Request, side: Side): Promise<Write | null> {
  const { pathname } = new URL(request.url);
  const text = await request.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  const method = request.method;
  if (side === 'timetac') {
    if (!/users\/(create|update)\/?$/.test(pathname)) return null;
    const id = body['id'];
    return {
      part: 'employees',
      method,
      id: typeof id === 'number' || typeof id === 'string' ? String(id) : null,
      body,
    };
  }
  const found = /^\/v2\/(attendance|absence)-periods(?:\/([^/]+))?$/.exec(pathname);
  if (found === null) return null;
  return { part: found[1] === 'absence' ? 'absences' : 'attendances', method, id: found[2] ?? null, body };
}

const kindOfMethod: Readonly<Record<string, Intent['kind']>> = {
  POST: 'create',
  PATCH: 'update',
  DELETE: 'delete',
};

function fits(write: Write, intents: readonly Intent[], world: World): boolean {
  const own = intents.filter((intent) => intent.part === write.part && intent.beganAt <= world.clock.now());
  if (write.part === 'employees')
    return own.some((intent) =>
      write.id === null ? intent.kind === 'create' : intent.targetId === write.id,
    );
  if (write.id === null)
    return own.some(
      (intent) => intent.kind === 'create' && intent.employeeId === personOf(write) && saysSo(intent, write),
    );
  if (own.some((intent) => intent.targetId === write.id && intent.kind === kindOfMethod[write.method]))
    return true;
  // The first absence of an account is corrected while it is created (rule 4.3).
  const owner = world.personio.state.absences.find((one) => one.id === write.id)?.person_id;
  return own.some(
    (intent) => write.part === 'absences' && intent.kind === 'create' && intent.employeeId === owner,
  );
}

const personOf = (write: Write): string => String((write.body['person'] as { id?: unknown } | undefined)?.id);

function saysSo(intent: Intent, write: Write): boolean {
  const to = intent.to as { start?: string; firstOn?: string };
  const [start] = startOf(write);
  return (to.start ?? to.firstOn ?? '').slice(0, 10) === start.slice(0, 10);
}

function startOf(write: Write): [string] {
  const boundary = (write.body['start'] ?? write.body['starts_from']) as { date_time?: string } | undefined;
  return [boundary?.date_time ?? ''];
}

type Call = (rule: SafetyRule, words: string) => void;

function inScope(write: Write, { rules }: Watched, call: Call): void {
  const [start] = startOf(write);
  if (write.part !== 'employees' && start !== '' && start.slice(0, 10) < rules.startDate)
    call('S4', `a period before the start date: ${start}`);
}

/** Nothing is written for somebody whom one side no longer lists (rule 1.8). */
async function bothListed(write: Write, { world, archive }: Watched, call: Call): Promise<void> {
  if (write.part === 'employees') return;
  const { employees, attendances, absences } = world.personio.state;
  const record = [...attendances, ...absences].find((one) => one.id === write.id);
  const employeeId = record?.person_id ?? personOf(write);
  const [link] = await archive.links<unknown>({ part: 'employees', employeeIds: [employeeId] });
  const user = world.timetac.state.users.find((one) => String(one.id) === link?.targetId);
  if (!employees.some((one) => String(one.id) === employeeId) || user === undefined)
    call('S4', `${write.method} for ${employeeId}, whom one side no longer lists`);
}

/** Deleting what TimeTac still says is only right while somebody moves things at that very moment. */
function sourceLives(write: Write, watched: Watched, orders: Orders, call: Call): void {
  const { world, diary, rules } = watched;
  if (diary.acts !== orders.actsBefore || write.id === null || diary.editedIds.has(write.id)) return;
  const period = world.personio.state.attendances.find((one) => one.id === write.id);
  if (period === undefined) return;
  const user = world.timetac.state.users.find((one) => one.external_id === period.person_id);
  if (user === undefined) return;
  const day = chartOfDays(world.timetac.state, user.id, rules).get(period.start.slice(0, 10));
  if (day?.marks.includes(markOfPeriod(period)) === true)
    call('S3', `deletes ${markOfPeriod(period)} of ${period.person_id}, which TimeTac still says`);
}

const stands = (one: PersonioAttendance): boolean => one.status !== 'REJECTED' && !one.is_auto_generated;
const counts = (one: PersonioAbsence): boolean =>
  one.status !== 'REJECTED' && one.status !== 'CANCELLED' && one.status !== 'DELETION_PENDING';
const byApi = (one: { readonly created_by: string }): boolean => one.created_by === 'API';

interface Stamped {
  readonly created_at: number;
}

/** What HR enters within ten minutes of a lost write and is the same to the minute cannot be told from it (rule 0.4). */
const mayPassForOurs = ({ created_at }: Stamped, diary: Diary): boolean =>
  diary.doubts.some((at) => Math.abs(created_at - at) <= 15 * 60_000);

function foreignRecords(world: World): Map<string, string> {
  const { attendances, absences } = world.personio.state;
  return new Map(
    [...attendances.filter((one) => !one.is_auto_generated), ...absences]
      .filter((one) => !byApi(one))
      .map((one) => [one.id, JSON.stringify(one)]),
  );
}

/** S1: nobody has two records of ours for the same time. What a person moved is that person's. */
function noTwins({ world, diary }: Watched, call: Call): void {
  const { attendances, absences } = world.personio.state;
  const ours = attendances.filter((one) => byApi(one) && stands(one) && !diary.editedIds.has(one.id));
  for (const [index, one] of ours.entries())
    for (const other of ours.slice(index + 1))
      if (
        one.person_id === other.person_id &&
        one.start < (other.end ?? '9999') &&
        other.start < (one.end ?? '9999')
      )
        call('S1', `two records of ours: ${markOfPeriod(one)} and ${markOfPeriod(other)}`);
  const leave = absences.filter((one) => byApi(one) && counts(one) && !diary.editedIds.has(one.id));
  for (const [index, one] of leave.entries())
    for (const other of leave.slice(index + 1))
      if (one.person_id === other.person_id && beginOf(one) < endOf(other) && beginOf(other) < endOf(one))
        call('S1', `two absences of ours: ${markOfAbsence(one)} and ${markOfAbsence(other)}`);
}

const beginOf = (one: PersonioAbsence): string => `${one.first} ${one.starts_at_midday ? '12' : '00'}`;
const endOf = (one: PersonioAbsence): string => `${one.last ?? '9999-12-31'} ${one.ends_at_midday ? 12 : 24}`;

async function lookOver(watched: Watched, everything: boolean): Promise<void> {
  const { world, archive, diary } = watched;
  const findings = await archive.findings();
  const people = await archive.links<unknown>({ part: 'employees' });
  if ((await archive.intents()).length > 0 && !has(findings, 'outcome-unknown'))
    throw new Aground(`L5: intents are still open: ${JSON.stringify(await archive.intents())}`);
  usersAsTheyShould(watched, findings, people);
  const leaveKeys = new Map(
    (await archive.links<unknown>({ part: 'absences' })).map((link) => [link.targetId, link.key]),
  );
  const periodIds = new Set(
    (await archive.links<unknown>({ part: 'attendances' })).map((link) => link.targetId),
  );
  for (const { key: employeeId, targetId } of people) {
    if (concernsPerson(findings, employeeId, ['employee-vanished', 'user-vanished'])) continue;
    checkDays(watched, findings, employeeId, Number(targetId), everything, periodIds);
    checkLeave(watched, findings, employeeId, Number(targetId), everything, leaveKeys);
  }
  await everyRecordIsKnown(watched, 'attendances', world.personio.state.attendances.filter(stands));
  await everyRecordIsKnown(watched, 'absences', world.personio.state.absences.filter(counts));
  if (everything) unfairIssues(watched, findings, diary, people);
}

function checkDays(
  { world, rules, diary }: Watched,
  findings: readonly UnitFindings[],
  employeeId: string,
  userId: number,
  everything: boolean,
  linked: ReadonlySet<string>,
): void {
  const chart = chartOfDays(world.timetac.state, userId, rules);
  const standing = world.personio.state.attendances.filter(
    (one) => one.person_id === employeeId && stands(one) && one.start.slice(0, 10) >= rules.startDate,
  );
  const days = new Set([...chart.keys(), ...standing.map((one) => one.start.slice(0, 10))]);
  for (const day of [...days].sort()) {
    const touched = diary.touchedDays.has(`${employeeId} ${day}`);
    if (touched && !everything) continue;
    const here = standing.filter((one) => one.start.slice(0, 10) === day);
    const { marks, held } = chart.get(day) ?? { marks: [], held: false };
    const explained = unitHasFinding(findings, 'attendances', employeeId, day, day);
    if (held && !explained)
      throw new Aground(`L2: ${employeeId} ${day} cannot be derived, and no issue says so`);
    if (explained) continue;
    const there = here.map(markOfPeriod);
    // Changed by a person before its lost answer was looked for, it passes for the person's own.
    const ours = here
      .filter((one) => byApi(one) && (linked.has(one.id) || !diary.editedIds.has(one.id)))
      .map(markOfPeriod);
    const missing = marks.filter((mark) => !there.includes(mark));
    const extra = ours.filter((mark) => !marks.includes(mark));
    if (missing.length + extra.length > 0)
      throw new Aground(
        `L1: ${employeeId} ${day}: missing [${missing.join(', ')}], too much [${extra.join(', ')}]` +
          (touched ? ' (touched by HR)' : ''),
      );
  }
}

function checkLeave(
  { world, rules, diary, typeOf }: Watched,
  findings: readonly UnitFindings[],
  employeeId: string,
  userId: number,
  everything: boolean,
  keys: ReadonlyMap<string, string>,
): void {
  const touched = diary.touchedLeave.has(employeeId);
  if (touched && !everything) return;
  const own = findings
    .flatMap((entry) => entry.findings)
    .filter((one) => one.part === 'absences' && one.employeeId === employeeId && speaks(one));
  // Cut at the exit, but not what stood before the exit was known: when that was, only the engine remembers.
  if (diary.exits.has(employeeId)) return;
  const { marks } = chartOfLeave(world.timetac.state, userId, rules.startDate, typeOf);
  const standing = world.personio.state.absences.filter((one) => one.person_id === employeeId && counts(one));
  const there = standing.map(markOfAbsence);
  const isNamed = (id: string): boolean => {
    const key = keys.get(id);
    return (
      key !== undefined &&
      own.some(({ covers }) => covers.includes(key) || covers.includes(key.split('#')[0] ?? ''))
    );
  };
  const missing = marks
    .filter((mark) => !there.includes(mark))
    .filter((mark) => {
      const [, first = '', last = ''] = mark.split(' ');
      return !unitHasFinding(findings, 'absences', employeeId, first.slice(0, 10), last.slice(0, 10));
    });
  const extra = standing.filter(
    (one) =>
      byApi(one) &&
      (keys.has(one.id) || !diary.editedIds.has(one.id)) &&
      !marks.includes(markOfAbsence(one)) &&
      !isNamed(one.id),
  );
  if (missing.length + extra.length > 0)
    throw new Aground(
      `L1: absences of ${employeeId}: missing [${missing.join(', ')}], too much [${extra.map(markOfAbsence).join(', ')}]; ` +
        `TimeTac [${marks.join(', ')}], Personio [${there.join(', ')}]${touched ? ' (touched by HR)' : ''}`,
    );
}

/** Every record that the interface wrote stands in the ledger as ours. */
async function everyRecordIsKnown(
  { archive, diary }: Watched,
  part: 'absences' | 'attendances',
  records: readonly (PersonioAbsence | PersonioAttendance)[],
): Promise<void> {
  const links = new Map((await archive.links<unknown>({ part })).map((link) => [link.targetId, link.origin]));
  for (const record of records) {
    // Changed by a person before its lost answer was looked for, it is not the record that was sent.
    if (byApi(record) && links.get(record.id) !== 'created' && !diary.editedIds.has(record.id))
      throw new Aground(
        `S1: a record of ours is ${links.get(record.id) ?? 'unknown'} in the ledger: ${JSON.stringify(record)}`,
      );
    if (!byApi(record) && links.get(record.id) === 'created' && !mayPassForOurs(record, diary))
      throw new Aground(`S2: a foreign record counts as ours: ${JSON.stringify(record)}`);
  }
}

function usersAsTheyShould(
  { world, diary }: Watched,
  findings: readonly UnitFindings[],
  people: readonly { readonly key: string; readonly targetId: string }[],
): void {
  const { users } = world.timetac.state;
  const today = new Date(world.clock.now()).toISOString().slice(0, 10);
  for (const employee of world.personio.state.employees) {
    const id = String(employee.id);
    if (users.filter((user) => user.external_id === id).length > 1)
      throw new Aground(`S1: two users with the external id ${id}`);
    const link = people.find((one) => one.key === id);
    if (concernsPerson(findings, id, null)) continue;
    if (link === undefined) {
      const over = employee.termination_date !== null && employee.termination_date <= today;
      if (employee.status === 'active' && !over)
        throw new Aground(`L2: employee ${id} has no user and no issue`);
      continue;
    }
    const user = users.find((one) => String(one.id) === link.targetId);
    if (!unfixed.lostFirstLink && user !== undefined && user.external_id !== id)
      throw new Aground(`L1: linked user ${link.targetId} does not carry the id of employee ${id}`);
    const differs =
      (diary.changedPeople.has(`${id} email`) && user?.email_address !== employee.email) ||
      (diary.changedPeople.has(`${id} name`) && user?.lastname !== employee.last_name) ||
      (diary.changedPeople.has(`${id} exit`) && user?.exit_date !== employee.termination_date);
    if (differs)
      throw new Aground(
        `L1: user ${link.targetId} does not follow employee ${id}: ${JSON.stringify([user?.email_address, user?.lastname, user?.exit_date])} ` +
          `instead of ${JSON.stringify([employee.email, employee.last_name, employee.termination_date])}`,
      );
    if (
      employee.termination_date !== null &&
      dayAfter(employee.termination_date, 2) < today &&
      user?.active === true
    )
      throw new Aground(`L1: user ${link.targetId} is active after the exit on ${employee.termination_date}`);
  }
}

/** Nothing that went well is complained about: an issue needs a cause that somebody can see. */
function unfairIssues(
  watched: Watched,
  findings: readonly UnitFindings[],
  diary: Diary,
  people: readonly { readonly key: string; readonly targetId: string }[],
): void {
  const { world, rules, typeOf } = watched;
  for (const finding of findings.flatMap((entry) => entry.findings)) {
    if (finding.class !== 'issue' || finding.employeeId === null || finding.on === null) continue;
    const { employeeId, on } = finding;
    if (concernsPerson(findings, employeeId, ['employee-vanished', 'user-vanished'])) continue;
    if (
      on > (diary.exits.get(employeeId) ?? '9999') ||
      (finding.until ?? on) > (diary.exits.get(employeeId) ?? '9999')
    )
      continue;
    const userId = Number(people.find((one) => one.key === employeeId)?.targetId);
    const fair =
      finding.part === 'attendances'
        ? diary.touchedDays.has(`${employeeId} ${on}`) ||
          chartOfDays(world.timetac.state, userId, rules).get(on)?.held === true
        : diary.touchedLeave.has(employeeId) ||
          chartOfLeave(world.timetac.state, userId, rules.startDate, typeOf).unclear;
    if (!fair) throw new Aground(`L2: an issue without a cause: ${JSON.stringify(finding)}`);
  }
}

const speaks = (finding: Finding): boolean => finding.class !== 'note';

function unitHasFinding(
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

const has = (findings: readonly UnitFindings[], code: Finding['code']): boolean =>
  findings.some((entry) => entry.findings.some((finding) => finding.code === code));

/** `codes` null: any issue about this person's account. */
const concernsPerson = (
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
