// When the sea is calm: do both sides say the same, is everything that waits covered by an issue, and is there an issue
// only where there is a cause? (L1, L2, L5 of proof.md section 1.)

import type { Finding } from '../../src/core/report/codes.ts';
import type { Link } from '../../src/core/sync/desk.ts';
import type { UnitFindings } from '../../src/engine/archive.ts';
import type {
  PersonioAbsence,
  PersonioAttendance,
  PersonioEmployee,
} from '../../src/simulators/personio/state.ts';
import { type DayChart, type Mark, chartOfDays, chartOfLeave, markOfAbsence, markOfPeriod } from './chart.ts';
import { exitOf, isHiredAgain } from './exits.ts';
import { checkPeople } from './people-at-rest.ts';
import type { Diary } from './diary.ts';
import type { World } from './sea.ts';
import { waitsForItsRow } from './waiting.ts';
import { concernsPerson, findingsOfDay, has, speaks, unitHasFinding } from './spoken.ts';
import { Aground, type Watched, byApi, counts, mayPassForOurs, stands } from './watched.ts';

/**
 * `source`: what TimeTac says has arrived. `untouched`: and every unit that nobody had a hand in agrees, people too.
 * `everything`: the touched ones do too, or an issue says why.
 */
export type Extent = 'source' | 'untouched' | 'everything';

/** @throws Aground */
export async function lookOver(watched: Watched, extent: Extent): Promise<void> {
  const everything = extent === 'everything';
  const { world, diary } = watched;
  const archive = watched.archive();
  const findings = await archive.findings();
  const people = await archive.links<unknown>({ part: 'employees' });
  if ((await archive.intents()).length > 0 && !has(findings, 'outcome-unknown'))
    throw new Aground(`L5: intents are still open: ${JSON.stringify(await archive.intents())}`);
  if (extent !== 'source') checkPeople(watched, findings, people);
  const leaveLinks = byTarget(await archive.links<unknown>({ part: 'absences' }));
  const periodLinks = byTarget(await archive.links<unknown>({ part: 'attendances' }));
  for (const { key: employeeId, targetId } of people) {
    if (concernsPerson(findings, employeeId, ['employee-vanished', 'user-vanished'])) continue;
    checkDays(watched, findings, employeeId, Number(targetId), everything, periodLinks);
    checkLeave(watched, findings, employeeId, Number(targetId), everything, leaveLinks);
  }
  const undecided = new Set((await archive.intents()).map((intent) => intent.employeeId));
  const isDecided = (record: { readonly person_id: string }): boolean => !undecided.has(record.person_id);
  await everyRecordIsKnown(
    watched,
    'attendances',
    world.personio.state.attendances.filter(stands).filter(isDecided),
    undecided,
  );
  await everyRecordIsKnown(
    watched,
    'absences',
    world.personio.state.absences.filter(counts).filter(isDecided),
    undecided,
  );
  staleFindings(watched, findings);
  if (everything) unfairIssues(watched, findings, diary, people);
}

/** Notes are compared as well, where they are sent. */
const hasOthersHand = ({ id }: { readonly id: string }, { editedIds, commentedIds }: Diary): boolean =>
  editedIds.has(id) || commentedIds.has(id);

type Links = ReadonlyMap<string, Link<unknown>>;
const byTarget = (links: readonly Link<unknown>[]): Links =>
  new Map(links.map((link) => [link.targetId, link]));

function checkDays(
  { world, rules, diary }: Watched,
  findings: readonly UnitFindings[],
  employeeId: string,
  userId: number,
  everything: boolean,
  links: Links,
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
    const { marks, held, waits } = chart.get(day) ?? nothing;
    const explained = unitHasFinding(findings, 'attendances', employeeId, day, day);
    if ((held || waits) && !explained)
      throw new Aground(`L2: ${employeeId} ${day} cannot go out, and no finding says so`);
    const waitsForRows = here.some(({ id }) =>
      waitsForItsRow(links.get(id)?.key ?? '', world.timetac.state, userId, rules),
    );
    // Of a day that was exported all waits, also where HR has deleted it since.
    const wasExported = here.some(byApi) || diary.deletedAt.has(`${employeeId} ${day}`);
    const waitsOpenly = waitsForRows || (wasExported && isToldToRun(world, findings, employeeId, day));
    if (explained || waitsOpenly || runsAgain(world, userId, here)) continue;
    const there = here.map(markOfPeriod);
    // Changed by a person before its lost answer was looked for, it passes for the person's own.
    const ours = here
      .filter((one) => byApi(one) && !diary.movedIds.has(one.id))
      .filter((one) => links.get(one.id)?.origin === 'created' || !hasOthersHand(one, diary))
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

/** A running entry begins inside a period that was exported: until it stops, the day stays as it is (rule 3.1). */
function runsAgain({ timetac }: World, userId: number, here: readonly PersonioAttendance[]): boolean {
  const running = timetac.state.timeTrackings.filter(
    (row) => row.user_id === userId && row.end_time === null,
  );
  return running.some(({ start_time }) => {
    const start = `${start_time.slice(0, 16).replace(' ', 'T')}:00`;
    return here.some((one) => byApi(one) && one.start <= start && start < (one.end ?? ''));
  });
}

/** The same for a row that began the evening before, or whose day bears the name of the row that it was entered as first. */
function isToldToRun(
  { timetac }: World,
  findings: readonly UnitFindings[],
  employeeId: string,
  day: string,
): boolean {
  const runs = ({ code, covers }: Finding): boolean =>
    code === 'entry-open' &&
    timetac.state.timeTrackings.some((row) => row.end_time === null && covers.includes(String(row.id)));
  return findingsOfDay(findings, employeeId, day).some(runs);
}

const nothing: DayChart = { marks: [], held: false, waits: false };

function checkLeave(
  { world, rules, diary, typeOf }: Watched,
  findings: readonly UnitFindings[],
  employeeId: string,
  userId: number,
  everything: boolean,
  links: Links,
): void {
  const touched = diary.touchedLeave.has(employeeId);
  if (touched && !everything) return;
  const own = findings
    .flatMap((entry) => entry.findings)
    .filter((one) => one.part === 'absences' && one.employeeId === employeeId && speaks(one));
  // All of a person's absences wait for one whose outcome nobody can tell.
  if (own.some(({ code }) => code === 'outcome-unknown')) return;
  // Cut at the exit, but not what stood before the exit was known: when that was, only the engine remembers.
  if (diary.exits.has(employeeId)) return;
  const { marks } = chartOfLeave(world.timetac.state, userId, rules.startDate, typeOf);
  const standing = world.personio.state.absences.filter((one) => one.person_id === employeeId && counts(one));
  // One that is joined counts from the start date on, where it was joined (rule 2.5).
  const asCompared = (one: PersonioAbsence): PersonioAbsence =>
    links.get(one.id)?.origin === 'adopted' && one.first < rules.startDate
      ? { ...one, first: rules.startDate, starts_at_midday: false }
      : one;
  const there = standing.map((one) => markOfAbsence(asCompared(one)));
  // By its own name, or, where the source was booked anew, as what stands in the way of that.
  const isNamed = (id: string): boolean => {
    const key = links.get(id)?.key;
    return own.some(
      ({ covers, facts }) =>
        facts['theirsId'] === id ||
        (key !== undefined && (covers.includes(key) || covers.includes(key.split('#')[0] ?? ''))),
    );
  };
  const absent = marks.filter((mark) => !there.includes(mark));
  const isHeld = (mark: Mark): boolean => {
    const { first, last } = datesOf(mark);
    return unitHasFinding(findings, 'absences', employeeId, first, last);
  };
  // What one that waits will take in stays until then: it is leave in TimeTac all the same.
  const isTakenInLater = (one: Mark): boolean =>
    absent.some((mark) => isHeld(mark) && meet(datesOf(one), datesOf(mark)));
  // Until then it is in the way of others, whose bookings are told of along with the one that waits.
  const waitsBehind = (mark: Mark): boolean =>
    there.some((one) => isTakenInLater(one) && meet(datesOf(one), datesOf(mark))) &&
    bookingsOf(world, userId, mark).some((id) =>
      own.some(({ covers }) => covers.some((key) => key.split('#')[0] === id)),
    );
  const missing = absent.filter((mark) => !isHeld(mark) && !waitsBehind(mark));
  const extra = standing.filter(
    (one) =>
      byApi(one) &&
      (links.get(one.id)?.origin === 'created' || !hasOthersHand(one, diary)) &&
      !marks.includes(markOfAbsence(one)) &&
      !isTakenInLater(markOfAbsence(one)) &&
      !isNamed(one.id),
  );
  if (missing.length + extra.length > 0)
    throw new Aground(
      `L1: absences of ${employeeId}: missing [${missing.join(', ')}], too much [${extra.map(markOfAbsence).join(', ')}]; ` +
        `TimeTac [${marks.join(', ')}], Personio [${there.join(', ')}]${touched ? ' (touched by HR)' : ''}`,
    );
}

/** Ids of the granted bookings that the mark may come from. */
function bookingsOf({ timetac }: World, userId: number, mark: Mark): readonly string[] {
  const { first, last } = datesOf(mark);
  return timetac.state.absences
    .filter((one) => one.user_id === userId && one.status === 1)
    .filter(({ from_date, to_date }) => from_date <= first && last <= to_date)
    .map(({ id }) => String(id));
}

const datesOf = (mark: Mark) => {
  const [type, first = '', last = ''] = mark.split(' ');
  return { type, first: first.slice(0, 10), last: last.slice(0, 10) };
};

const meet = (one: ReturnType<typeof datesOf>, other: ReturnType<typeof datesOf>): boolean =>
  one.type === other.type && one.first <= other.last && one.last >= other.first;

/** Every record that the interface wrote stands in the ledger as ours. */
async function everyRecordIsKnown(
  { archive, diary, world }: Watched,
  part: 'absences' | 'attendances',
  records: readonly (PersonioAbsence | PersonioAttendance)[],
  undecided: ReadonlySet<string>,
): Promise<void> {
  const links = (await archive().links<unknown>({ part })).filter((link) => !undecided.has(link.employeeId));
  const origins = new Map(links.map((link) => [link.targetId, link.origin]));
  // Somebody has yet to agree to a deletion: until then it may be kept.
  const leaving = world.personio.state.absences.filter(({ status }) => status === 'DELETION_PENDING');
  const standing = new Set([...records, ...leaving].map((record) => record.id));
  for (const link of links) {
    const isTouched =
      part === 'absences'
        ? diary.touchedLeave.has(link.employeeId)
        : diary.touchedDays.has(`${link.employeeId} ${link.from ?? ''}`);
    if (link.origin === 'created' && !standing.has(link.targetId) && !isTouched)
      throw new Aground(`L1: the ledger knows ${link.key}, which does not stand any more`);
  }
  for (const record of records) {
    // Changed by a person before its lost answer was looked for, it is not the record that was sent.
    if (byApi(record) && origins.get(record.id) !== 'created' && !hasOthersHand(record, diary))
      throw new Aground(
        `S1: a record of ours is ${origins.get(record.id) ?? 'unknown'} in the ledger: ${JSON.stringify(record)}`,
      );
    if (!byApi(record) && origins.get(record.id) === 'created' && !mayPassForOurs(record, diary))
      throw new Aground(`S2: a foreign record counts as ours: ${JSON.stringify(record)}`);
  }
}

/** What is told of a deletion, an approval or an exit has to be true now. */
function staleFindings({ world, diary }: Watched, findings: readonly UnitFindings[]): void {
  for (const finding of findings.flatMap((entry) => entry.findings)) {
    const { code, employeeId, on, part } = finding;
    if (employeeId === null || on === null) continue;
    // Who vanished is not judged any more; what was told before stays told.
    if (concernsPerson(findings, employeeId, ['employee-vanished', 'user-vanished'])) continue;
    const places = part === 'absences' ? [employeeId] : [`${employeeId} ${on}`, `${employeeId} somewhere`];
    const wasDeleted = places.some((place) => diary.deletedAt.has(place));
    if (code === 'deleted-in-target' && !wasDeleted)
      throw new Aground(`L2: nobody deleted what is told to be deleted: ${JSON.stringify(finding)}`);
    const booking = world.timetac.state.absences.find((one) => String(one.id) === finding.covers[0]);
    const isDecided = booking?.status === 2 || booking?.status === 3;
    if (part === 'absences' && code === 'entry-unapproved' && isDecided)
      throw new Aground(`L2: nobody waits for an approval any more: ${JSON.stringify(finding)}`);
    const employee = world.personio.state.employees.find((one) => String(one.id) === employeeId);
    // A day with a write whose outcome a person has to tell is not judged before that: what was told of it stays.
    const isUndecided = findingsOfDay(findings, employeeId, on).some((one) => one.code === 'outcome-unknown');
    if (code === 'after-exit' && employee !== undefined && isOver(employee, on) && !isUndecided)
      throw new Aground(`L2: after an exit that was taken back: ${JSON.stringify(finding)}`);
  }
}

/** No exit any more that days from this one on could come after. */
const isOver = (employee: PersonioEmployee, on: string): boolean =>
  exitOf(employee) === null && (!isHiredAgain(employee) || on >= (employee.hire_date ?? ''));

/** What is told where a vendor refused something that was in order. */
const ofRefusals: ReadonlySet<Finding['code']> = new Set([
  'refused-by-personio',
  'refused-by-timetac',
  'absence-exists',
]);

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
    // Closed days are nobody's business here.
    if (finding.code === 'month-closed' || finding.on < rules.startDate) continue;
    if (watched.mayRefuse && ofRefusals.has(finding.code)) continue;
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
          chartOfLeave(world.timetac.state, userId, rules.startDate, typeOf).unclear ||
          meetsWhatWaits(world, { userId, employeeId }, on, finding.until ?? on);
    if (!fair) throw new Aground(`L2: an issue without a cause: ${JSON.stringify(finding)}`);
  }
}

/** What was exported of a booking that was opened again stays, and so does what waits for its deletion (rule 2.6). */
const meetsWhatWaits = (
  { timetac, personio }: World,
  person: { readonly userId: number; readonly employeeId: string },
  from: string,
  to: string,
): boolean =>
  timetac.state.absences.some(
    (one) => one.user_id === person.userId && one.status === 0 && one.from_date <= to && one.to_date >= from,
  ) ||
  personio.state.absences.some(
    (one) =>
      one.person_id === person.employeeId &&
      one.status === 'DELETION_PENDING' &&
      one.first <= to &&
      (one.last ?? '9999') >= from,
  );
