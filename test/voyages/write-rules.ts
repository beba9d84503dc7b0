// What must be true of a write at the moment at which it is sent (S3, S4 and S6 of proof.md section 1).

import type { AttendanceContent } from '../../src/core/attendance/attendance.ts';
import { attendanceCraft } from '../../src/core/attendance/craft.ts';
import type { Intent } from '../../src/engine/archive.ts';
import type { PersonioAttendance } from '../../src/simulators/personio/state.ts';
import { reducedUserFields } from '../../src/simulators/timetac/resources/users.ts';
import { knownExitOf } from './exits.ts';
import { waitsForItsRow } from './waiting.ts';
import { chartOfDays, dayAfter, markOfPeriod, markOfTimes } from './chart.ts';
import { todayOf } from './chosen.ts';
import type { Call, Orders } from './lookout.ts';
import type { World } from './sea.ts';
import type { Watched } from './watched.ts';
import { type Write, markIn, ownerOf, startOf } from './written.ts';

/** `name`: the request as the story tells it. */
export async function checkWrite(
  write: Write | null,
  name: string,
  watched: Watched,
  orders: Orders & { readonly isPutBack: boolean },
  tell: Call,
): Promise<void> {
  const { world, archive, diary } = watched;
  if (!orders.mayWrite) tell('S4', `${name} in a dry run`);
  if (write === null) return tell('S4', `${name} is nothing that Tandem ever writes`);
  if (orders.only !== null && orders.only !== write.part) tell('S4', `${name}, but only ${orders.only} run`);
  if (!hasIntent(write, await archive().intents(), world)) tell('S6', `${name} without an intent`);
  const start = startOf(write);
  if (write.part !== 'employees' && start !== '' && start.slice(0, 10) < watched.rules.startDate)
    tell('S4', `a period before the first open day: ${start}`);
  // While people move things at that very moment, nobody can say what a run should have known. They may do so while this
  // looks around as well.
  const isStill = (): boolean => diary.acts === orders.actsBefore;
  if (!isStill()) return;
  const call: Call = (rule, what) => {
    if (isStill()) tell(rule, what);
  };
  if (write.part === 'employees') return accountIsDue(write, watched, call);
  const employeeId = ownerOf(write, world);
  if (employeeId === undefined) return;
  if (orders.employeeId !== null && orders.employeeId !== employeeId)
    call('S4', `${name} for ${employeeId}, but only ${orders.employeeId} is chosen`);
  if (diary.outOfScope.has(employeeId)) call('S4', `${name} for ${employeeId}, who is out of scope`);
  const userId = await listedOnBothSides(write, employeeId, watched, call);
  if (userId === null) return;
  notAfterExit(write, employeeId, watched, call);
  if (write.part !== 'attendances' || watched.rewrites) return;
  if (write.method !== 'POST') await sourceDoesNotWait(write, userId, watched, call);
  await dayIsNotFrozen(write, employeeId, userId, watched, call);
  if (write.method === 'DELETE') {
    await sourceIsGone(write, userId, watched, call);
    await cannotBeChanged(write, employeeId, userId, watched, call);
  }
  // Of a list that showed nothing a run may know less than it says; it still must not take anything away.
  else if (!diary.sawNothing && !orders.isPutBack) sourceSaysSo(write, userId, watched, call);
}

const kindOfMethod: Readonly<Record<string, Intent['kind']>> = {
  POST: 'create',
  PATCH: 'update',
  DELETE: 'delete',
};

function hasIntent(write: Write, intents: readonly Intent[], world: World): boolean {
  const own = intents.filter((intent) => intent.part === write.part && intent.beganAt <= world.clock.now());
  if (write.part === 'employees')
    return own.some((intent) =>
      write.id === null ? intent.kind === 'create' : intent.targetId === write.id,
    );
  if (write.id === null)
    return own.some(
      (intent) =>
        intent.kind === 'create' && intent.employeeId === ownerOf(write, world) && saysSo(intent, write),
    );
  if (own.some((intent) => intent.targetId === write.id && intent.kind === kindOfMethod[write.method]))
    return true;
  // The first absence of an account is corrected while it is created (rule 4.3).
  // Whoever deletes it meanwhile takes its owner with it.
  const owner = world.personio.state.absences.find((one) => one.id === write.id)?.person_id;
  return own.some(
    (intent) =>
      write.part === 'absences' &&
      intent.kind === 'create' &&
      (owner === undefined || intent.employeeId === owner),
  );
}

function saysSo(intent: Intent, write: Write): boolean {
  const to = intent.to as { start?: string; firstOn?: string };
  return (to.start ?? to.firstOn ?? '').slice(0, 10) === startOf(write).slice(0, 10);
}

/**
 * Nobody has an account long before the first day, or a second one beside a namesake's that is nobody's (rules 1.3 and
 * 1.5); nobody loses it before the last day is over (rule 1.7).
 */
async function accountIsDue(write: Write, watched: Watched, call: Call): Promise<void> {
  const { world, archive, hidesFields } = watched;
  if (write.id !== null) {
    if (hidesFields) fieldsAreSeen(write, call);
    return accountIsOver(write, write.id, watched, call);
  }
  const employee = world.personio.state.employees.find((one) => String(one.id) === write.body['external_id']);
  // A day of slack: the company's clock is not the server's.
  const latest = dayAfter(todayOf(world), 15);
  if (employee?.status === 'onboarding' && (employee.hire_date ?? '') > latest)
    call('S4', `an account for ${employee.id}, who is hired on ${employee.hire_date ?? ''} only`);
  const links = await archive().links<unknown>({ part: 'employees' });
  const namesake = world.timetac.state.users.find(
    (user) =>
      user.human &&
      user.external_id === '' &&
      !links.some((link) => link.targetId === String(user.id)) &&
      user.firstname === employee?.first_name &&
      user.lastname === employee.last_name &&
      // By name and address somebody else's, who is linked in another run.
      !world.personio.state.employees.some(
        (one) =>
          one.id !== employee.id &&
          one.first_name === user.firstname &&
          one.last_name === user.lastname &&
          one.email?.toLowerCase() === user.email_address.toLowerCase(),
      ),
  );
  if (namesake !== undefined && !hidesFields)
    call(
      'S4',
      `a second account for ${employee?.id ?? ''} beside that of ${namesake.id}, who has the same name`,
    );
}

/** What the API user may not see is not written (rule 1.2). */
function fieldsAreSeen({ id, body }: Write, call: Call): void {
  const hidden = Object.keys(body).filter((field) => !reducedUserFields.includes(field));
  if (hidden.length > 0) call('S4', `fields of user ${id ?? ''} that TimeTac hides: ${hidden.join(', ')}`);
}

function accountIsOver(write: Write, userId: string, { world, diary }: Watched, call: Call): void {
  const user = world.timetac.state.users.find((one) => String(one.id) === userId);
  const employee = world.personio.state.employees.find((one) => String(one.id) === user?.external_id);
  const exit = employee === undefined ? null : knownExitOf(employee, world, diary);
  if (write.body['active'] === false && (exit ?? '') >= todayOf(world))
    call('S4', `user ${userId} loses the account, but works until ${exit ?? ''}`);
  // A day of slack, as above.
  if (write.body['active'] === true && exit !== null && dayAfter(exit) < todayOf(world))
    call('S4', `user ${userId} has the account back, but left on ${exit}`);
}

/** Nothing is written for somebody whom one side no longer lists (rule 1.8). */
async function listedOnBothSides(
  write: Write,
  employeeId: string,
  { world, archive }: Watched,
  call: Call,
): Promise<number | null> {
  const [link] = await archive().links<unknown>({ part: 'employees', employeeIds: [employeeId] });
  const user = world.timetac.state.users.find((one) => String(one.id) === link?.targetId);
  if (user !== undefined && world.personio.state.employees.some((one) => String(one.id) === employeeId))
    return user.id;
  call('S4', `${write.method} for ${employeeId}, whom one side no longer lists`);
  return null;
}

function notAfterExit(write: Write, employeeId: string, { world, diary }: Watched, call: Call): void {
  const employee = world.personio.state.employees.find((one) => String(one.id) === employeeId);
  const exit = employee === undefined ? null : knownExitOf(employee, world, diary);
  if (write.method === 'POST' && startOf(write).slice(0, 10) > (exit ?? '9999'))
    call('S4', `a period from ${startOf(write)} on for ${employeeId}, who leaves on ${exit ?? ''}`);
}

/** A day on which HR changed a record of ours waits for a person (rule 3.9). */
async function dayIsNotFrozen(
  write: Write,
  employeeId: string,
  userId: number,
  { world, archive, diary, rules, editsAreOverruled }: Watched,
  call: Call,
): Promise<void> {
  const day = startOf(write).slice(0, 10);
  if (editsAreOverruled || day === '') return;
  const edited = world.personio.state.attendances.filter(
    (one) => one.person_id === employeeId && one.start.slice(0, 10) === day && diary.editedIds.has(one.id),
  );
  if (edited.length === 0) return;
  const links = await archive().links<AttendanceContent>({
    part: 'attendances',
    targetIds: edited.map(({ id }) => id),
  });
  const wanted = chartOfDays(world.timetac.state, userId, rules).get(day)?.marks ?? [];
  for (const { targetId, agreed, origin, from } of links) {
    const now = edited.find((one) => one.id === targetId);
    if (now === undefined || origin !== 'created' || from !== day) continue;
    const mark = markOfPeriod(now);
    const { kind, start, end, projectId } = agreed;
    // Of a folded day only its marks can tell.
    const before =
      agreed.folded !== undefined
        ? placeAndProject.equal(agreed, contentOf(now))
          ? mark
          : 'something folded'
        : markOfTimes(kind, start, end ?? '', projectId ?? '');
    if (mark !== before && !wanted.includes(mark))
      call('S4', `writes on ${day} of ${employeeId}, where HR made ${mark} of ${before}`);
  }
}

const placeAndProject = attendanceCraft({ projects: true, notes: false });

const contentOf = ({ type, start, end, project_id }: PersonioAttendance): AttendanceContent => ({
  kind: type,
  start,
  end,
  projectId: project_id,
  comment: null,
});

/** What is written stands in TimeTac's rows, seen in another way than the engine sees them. */
function sourceSaysSo(write: Write, userId: number, { world, rules }: Watched, call: Call): void {
  const mark = markIn(write);
  if (mark === null) return;
  const day = chartOfDays(world.timetac.state, userId, rules).get(startOf(write).slice(0, 10));
  if (day?.held !== false || !day.marks.includes(mark))
    call('S4', `writes ${mark} for user ${userId}, of which TimeTac says nothing`);
}

/** What was exported of a row that waits stays as it is until the row has done waiting. */
async function sourceDoesNotWait(
  write: Write,
  userId: number,
  { world, archive, diary, rules }: Watched,
  call: Call,
): Promise<void> {
  if (write.id === null || diary.editedIds.has(write.id) || diary.sawNothing) return;
  const [link] = await archive().links<unknown>({ part: 'attendances', targetIds: [write.id] });
  if (link !== undefined && waitsForItsRow(link.key, world.timetac.state, userId, rules))
    call('S3', `${write.method} of ${link.key} of user ${userId}, whose row waits`);
}

/** Deleting what TimeTac still says is wrong, and so is deleting on a day that cannot be derived. */
async function sourceIsGone(
  write: Write,
  userId: number,
  { world, archive, diary, rules }: Watched,
  call: Call,
): Promise<void> {
  if (write.id === null || diary.editedIds.has(write.id)) return;
  // Entered anew, it has another id; of a list that showed nothing nobody learns the new one.
  const [link] = await archive().links<unknown>({ part: 'attendances', targetIds: [write.id] });
  const entryId = Number(link?.key.split('@')[0]);
  if (diary.sawNothing && !world.timetac.state.timeTrackings.some((row) => row.id === entryId)) return;
  const period = world.personio.state.attendances.find((one) => one.id === write.id);
  if (period === undefined) return;
  const day = chartOfDays(world.timetac.state, userId, rules).get(period.start.slice(0, 10));
  const mark = markOfPeriod(period);
  if (day?.marks.includes(mark) === true)
    call('S3', `deletes ${mark} of user ${userId}, which TimeTac still says`);
  // Of a row that a list hid, nobody knows that it contradicts another.
  if (day?.held === true && !diary.sawNothing)
    call('S3', `deletes ${mark} of user ${userId} on a day that cannot be derived`);
}

/** What only moved is changed in place; seen where nothing else can have to do with it: one record, one stretch, one day. */
async function cannotBeChanged(
  { id }: Write,
  employeeId: string,
  userId: number,
  { world, archive, diary, rules }: Watched,
  call: Call,
): Promise<void> {
  const { attendances } = world.personio.state;
  const period = attendances.find((one) => one.id === id);
  const end = period?.end ?? null;
  if (period === undefined || end === null || diary.editedIds.has(period.id) || diary.sawNothing) return;
  const day = period.start.slice(0, 10);
  const beside = attendances.filter((one) => one.person_id === employeeId && one.start.slice(0, 10) === day);
  const links = await archive().links<unknown>({ part: 'attendances', employeeIds: [employeeId] });
  const wanted = chartOfDays(world.timetac.state, userId, rules).get(day);
  const [mark, another] = wanted?.marks ?? [];
  if (beside.length > 1 || links.filter(({ from }) => from === day).length > 1) return;
  if (mark === undefined || another !== undefined || wanted?.held === true) return;
  const [type, from = '', to = ''] = mark.split(' ');
  if (type === period.type && from < end && period.start < to)
    call('S3', `deletes ${markOfPeriod(period)} of user ${userId}, which only became ${mark}`);
}
