// The lookout: watches every request while it passes (the safety rules of proof.md section 1, by their names there).

import type { Intent } from '../../src/engine/archive.ts';
import type { PersonioAbsence } from '../../src/simulators/personio/state.ts';
import type { Handle, World } from '../support/world.ts';
import { lookOver } from './at-rest.ts';
import { chartOfDays, markOfAbsence, markOfPeriod } from './chart.ts';
import {
  Aground,
  type SafetyRule,
  type Stamped,
  type Watched,
  byApi,
  counts,
  mayPassForOurs,
  stands,
} from './watched.ts';
import { type Side, isWrite, nameOf } from './weather.ts';

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
