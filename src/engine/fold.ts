// What was agreed long ago is kept as marks (rule 0.2): enough to see that nothing changed, and not to double anything.
// Where a day moves after all, the marks of its links are opened with what stands on both sides now (`Craft.unfolded`), and
// its entries are read anew.

import { absenceCraft } from '../core/absences/craft.ts';
import { absenceIdOf } from '../core/absences/derived.ts';
import { attendanceCraft } from '../core/attendance/craft.ts';
import type { Part } from '../core/report/codes.ts';
import type { Decision } from '../core/sync/decision.ts';
import { type Link, isFoldedContent } from '../core/sync/desk.ts';
import { type LocalDate, addDays } from '../core/time/calendar.ts';
import type { DirtyUnit, UnitFindings } from './archive.ts';
import { unitName } from './judge.ts';
import { forgetLeftDays } from './left-days.ts';
import { folded, mirrored, nameOf, nameOfDay, saysTheSame, unitsOf } from './mirror-rows.ts';
import { portionsBySize, portionsOfMirror } from './portions.ts';
import { type TargetDesk, chunked } from './target-desk.ts';
import { type RunState, type Workshop, isFull, todayOf } from './workshop.ts';

const foldedOnKey = 'folded.on';
/** Records in one commit. */
const foldedTogether = 1_000;
/** Everything that was agreed counts, whatever is written now. */
const attendances = { part: 'attendances', craft: attendanceCraft({ projects: true, notes: true }) } as const;
const absences = { part: 'absences', craft: absenceCraft } as const;

type Folding = Pick<Workshop, 'archive' | 'tidy'>;

/** Once a day, and after everything was compared, which opened what it looked at; what was left, after every run. */
export async function foldWhenDue(shop: Workshop, state: RunState): Promise<void> {
  await forgetLeftDays(shop.archive, shop.settings.attendances.approvedOnly);
  const today = todayOf(shop);
  if (state.memory[foldedOnKey] === today && !isFull(state)) return;
  await foldBefore(shop, addDays(today, -shop.detailDays));
  await shop.archive.commit({ putMemory: { [foldedOnKey]: today } });
}

/** Folds what lies wholly before a date and has no open issue. */
export async function foldBefore(shop: Folding, date: LocalDate): Promise<void> {
  const findings = await shop.archive.findings();
  const ofDays = unsettled(findings, 'attendances');
  await foldEntries(shop, date, ofDays);
  await foldLinks(shop, attendances, date, ofDays);
  await foldLinks(shop, absences, date, unsettled(findings, 'absences'));
  const decisions = await shop.archive.decisions();
  await foldDecisions(shop, decisions, attendances, date);
  await foldDecisions(shop, decisions, absences, date);
}

/** What a person wants left alone, or what was taken back, is known by its name for good. */
async function foldDecisions<C>(
  { archive }: Folding,
  decisions: readonly Decision[],
  { part, craft }: Pick<TargetDesk<C>, 'part' | 'craft'>,
  date: LocalDate,
): Promise<void> {
  const old = decisions.filter((decision) => {
    if (decision.part !== part || decision.content === null || isFoldedContent(decision.content))
      return false;
    const { to } = craft.span(decision.content as C);
    return to !== null && to < date;
  });
  for (const chunk of chunked(old, foldedTogether))
    await archive.commit({
      putDecisions: chunk.map((decision) => ({ ...decision, content: craft.folded(decision.content as C) })),
    });
}

/** Also of days that are due: they are read anew before they are judged. */
async function foldEntries(shop: Folding, date: LocalDate, { units }: Unsettled): Promise<void> {
  const people = await shop.archive.links({ part: 'employees' });
  const userOf = new Map(people.map((link) => [link.key, link.targetId]));
  const open = new Set([...units].map((unit) => dayOfUnit(unit, userOf)));
  // What days that it left wait for has to be told apart from what is gone.
  const awaited = new Set((await shop.archive.rows({ kind: 'leftEntry' })).map(({ id }) => id));
  for await (const rows of portionsOfMirror(shop, 'timeEntry', { to: addDays(date, -1) })) {
    const old = rows.filter((row) => row.to !== null && row.to < date);
    const quiet = old.filter(
      (row) => !awaited.has(row.id) && !unitsOf([row]).some((unit) => open.has(nameOfDay(unit))),
    );
    for (const chunk of chunked(quiet, foldedTogether))
      await shop.archive.commit({ removeRows: chunk.map(nameOf), putRows: chunk.map(folded) });
  }
}

/** Units are named by employee, entries belong to users. */
function dayOfUnit(unit: string, userOf: ReadonlyMap<string, string>): string {
  const [employeeId = '', day = null] = unit.split(' ');
  return nameOfDay({ userId: userOf.get(employeeId) ?? '', day });
}

async function foldLinks<C>(
  shop: Folding,
  { part, craft }: Pick<TargetDesk<C>, 'part' | 'craft'>,
  date: LocalDate,
  told: Unsettled,
): Promise<void> {
  const { archive, tidy } = shop;
  const writing = new Set((await archive.intents()).map(({ employeeId }) => employeeId));
  for (const employeeIds of portionsBySize([...(await archive.linkOwners(part))])) {
    const links = await archive.links<C>({ part, employeeIds, to: addDays(date, -1), isClear: true });
    const quiet = links.filter(
      (link) =>
        link.to !== null && link.to < date && !writing.has(link.employeeId) && !isOpen(part, link, told),
    );
    for (const chunk of chunked(quiet, foldedTogether))
      await archive.commit({
        putLinks: chunk.map((link) => ({ ...link, agreed: craft.folded(link.agreed) })),
      });
    tidy();
  }
}

interface Unsettled {
  readonly units: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** An issue of hours is about their day, one of absences about a booking or one of its pieces. */
const isOpen = (
  part: TargetDesk<unknown>['part'],
  { key, employeeId, from }: Link<unknown>,
  { units, names }: Unsettled,
): boolean =>
  part === 'attendances'
    ? units.has(unitName(employeeId, from))
    : names.has(key) || names.has(absenceIdOf(key));

/** What waits for somebody; a note waits for nobody. */
function unsettled(all: readonly UnitFindings[], part: Part): Unsettled {
  const waiting = all
    .filter((entry) => entry.part === part)
    .flatMap(({ unit, findings }) => findings.map((finding) => ({ ...finding, unit })))
    .filter((finding) => finding.class !== 'note');
  return {
    units: new Set(waiting.map(({ unit }) => unit)),
    names: new Set(waiting.flatMap(({ covers }) => covers)),
  };
}

/**
 * Folded entries of these days, read anew: what is there stands in the mirror again, what is not is gone (rule 0.6: its
 * user is listed, or the day would not be judged).
 */
export async function openEntries(
  shop: Workshop,
  days: readonly DirtyUnit[],
  range: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<void> {
  const userIds = [...new Set(days.map(({ userId }) => userId))];
  const kept = await shop.archive.rows({ kind: 'foldedEntry', userIds, ...range });
  if (kept.length === 0) return;
  const due = new Set(days.map(nameOfDay));
  const rows = kept.filter((row) => unitsOf([row]).some((unit) => due.has(nameOfDay(unit))));
  if (rows.length === 0) return;
  const found = await shop.time.readByIds(
    'timeEntry',
    rows.map(({ id }) => id),
  );
  const now = found.map((entry) => mirrored('timeEntry', entry));
  const nowById = new Map(now.map((row) => [row.id, row]));
  // An entry that is another one now, or gone, concerns all days that it touched and touches.
  const moved = rows.flatMap((row) => {
    const entry = nowById.get(row.id);
    if (entry === undefined) return [row];
    return saysTheSame(row, entry.row) ? [] : [row, entry];
  });
  await shop.archive.commit({
    removeRows: rows.map(nameOf),
    putRows: now,
    markDirty: unitsOf(moved),
  });
}
