// Settling writes whose answer never came (rule 0.4): the target is read, and what is found there decides. A write with
// unknown outcome is never repeated before that.

import type { Finding } from '../core/report/codes.ts';
import { type UserContent, agreedAfter } from '../core/people/plan.ts';
import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { User, UserChange } from '../core/people/employee.ts';
import { type Link, isStanding } from '../core/sync/desk.ts';
import { minuteMs } from '../core/time/calendar.ts';
import type { Batch, DirtyUnit, Intent, UnitFindings } from './archive.ts';
import { dayOfIntent, unitName } from './judge.ts';
import { type Reach, type Standing, type TargetDesk, readReaches } from './target-desk.ts';
import { doneWrite } from './run-actions.ts';
import { welcomeDue } from './welcome.ts';
import type { Workshop } from './workshop.ts';

/** Clocks of two companies may differ; a record made further apart from our intent is somebody else's. */
const clockToleranceMs = 10 * minuteMs;

/** Settles all open intents of a part that writes periods. Throws vendor trouble when the target cannot be read. */
export async function recoverPeriods<C>(shop: Workshop, desk: TargetDesk<C>): Promise<void> {
  const intents = (await shop.archive.intents()).filter((intent) => intent.part === desk.part);
  if (intents.length === 0) return;
  const reaches = intents.flatMap((intent) => reachesOf<C>(intent, desk));
  const listing = await readReaches(desk, reaches);
  const byId = new Map(listing.rows.map((row) => [row.id, row]));
  const missing = intents.flatMap(({ targetId }) =>
    targetId === null || byId.has(targetId) ? [] : [targetId],
  );
  if (missing.length > 0) for (const row of (await desk.read({ ids: missing })).rows) byId.set(row.id, row);
  const userOf = new Map(
    (await shop.archive.links({ part: 'employees' })).map((link) => [link.key, link.targetId]),
  );
  for (const intent of intents) {
    const linked = await linkedTargets(shop, desk, [...byId.values()]);
    const gone = await linkGoneWith<C>(shop, intent);
    const batch = settlePeriod(intent, [...byId.values()], linked, gone, desk);
    const userId = userOf.get(intent.employeeId);
    const dirty: DirtyUnit[] =
      userId === undefined ? [] : [{ part: desk.part, userId, day: dayOfIntent(intent, desk) }];
    const told = batch.putFindings ?? [
      { part: desk.part, unit: undecidedUnit(intent), findings: [] },
      ...(await noLongerUnknown(shop, intent, unitName(intent.employeeId, dayOfIntent(intent, desk)), batch)),
    ];
    await shop.archive.commit({ ...batch, putFindings: told, markDirty: dirty });
  }
}

/** The link of the record that a delete was to take away. */
async function linkGoneWith<C>(shop: Workshop, { kind, part, targetId }: Intent): Promise<Link<C> | null> {
  if (kind !== 'delete' || targetId === null) return null;
  const [link] = await shop.archive.links<C>({ part, targetIds: [targetId] });
  return link ?? null;
}

/** What was found done is told no more; what was not done stays told until it is. */
async function noLongerUnknown(
  shop: Workshop,
  intent: Intent,
  unit: string,
  { putActions = [] }: Batch,
): Promise<UnitFindings[]> {
  if (putActions.length === 0) return [];
  const stands = (await shop.archive.findings()).find(
    (entry) => entry.part === intent.part && entry.unit === unit,
  );
  const others = stands?.findings.filter(
    (finding) => !(finding.code === 'outcome-unknown' && finding.covers.includes(intent.key)),
  );
  if (stands === undefined || others === undefined || others.length === stands.findings.length) return [];
  return [{ ...stands, findings: others }];
}

async function linkedTargets<C>(
  shop: Workshop,
  desk: TargetDesk<C>,
  rows: readonly Standing<C>[],
): Promise<ReadonlyMap<string, Link<C>>> {
  const links = await shop.archive.links<C>({ part: desk.part, targetIds: rows.map((row) => row.id) });
  return new Map(links.map((link) => [link.targetId, link]));
}

/** What one intent turned out to be. Not performed: the intent is dropped and the unit judged again. */
function settlePeriod<C>(
  intent: Intent,
  rows: readonly Standing<C>[],
  linked: ReadonlyMap<string, Link<C>>,
  gone: Link<C> | null,
  desk: TargetDesk<C>,
): Batch {
  const done = { removeIntents: [intent.id] };
  const now = rows.find((row) => row.id === intent.targetId);
  switch (intent.kind) {
    case 'delete':
      // Where somebody has to agree to a deletion, it was asked for: that is all that there is to do.
      if (now !== undefined && now.standing !== 'leaving' && now.standing !== 'dead') return done;
      return {
        ...done,
        // The name may belong to what took its place already: only the link of what is gone goes.
        removeLinks: gone === null ? [] : [{ part: desk.part, key: gone.key }],
        putActions: [doneWrite(intent, intent.targetId)],
      };
    case 'update': {
      const to = intent.to as C;
      const link = intent.targetId === null ? undefined : linked.get(intent.targetId);
      if (now === undefined || link === undefined) return done;
      const isAsSent = desk.craft.equal(now.content, to);
      // Stored as the account reads it: ours, and put right by the next plan.
      const isStray =
        !desk.craft.equal(now.content, link.agreed) &&
        desk.strayForms(to).some((form) => desk.craft.equal(now.content, form));
      if (!isAsSent && !isStray) return done;
      const stands = desk.craft.afterwards(link.agreed, isAsSent ? to : now.content);
      return {
        ...done,
        removeLinks: intent.formerKey === null ? [] : [{ part: desk.part, key: intent.formerKey }],
        putLinks: [
          { ...link, key: intent.key, agreed: desk.craft.remembered(stands), ...spanOf(desk, stands) },
        ],
        putActions: [doneWrite(intent, link.targetId)],
      };
    }
    case 'create': {
      const to = intent.to as C;
      const strays = desk.strayForms(to);
      const twins = rows.filter(
        (row) =>
          row.employeeId === intent.employeeId &&
          !linked.has(row.id) &&
          // Rejected meanwhile, it is ours all the same, and not sent again (rule 2.8).
          (isStanding(row) || (row.standing === 'rejected' && madeThen(row, intent))) &&
          // What only resembles the sent content has to have been made at that very time.
          (desk.craft.equal(row.content, to) ||
            (madeThen(row, intent) && strays.some((form) => desk.craft.equal(row.content, form)))),
      );
      const [twin] = twins;
      if (twin === undefined) return done;
      // Half of a replacement whose other half was not done: the name still belongs to what stands there.
      const named = rows.some((row) => linked.get(row.id)?.key === intent.key);
      if (named && !madeThen(twin, intent)) return done;
      if (named || twins.length > 1)
        return { putFindings: [undecidable(intent, desk, twins.length + (named ? 1 : 0))] };
      const link = linkTo(intent, twin, desk);
      // One that somebody else made at another time stands there all the same.
      const outcome = {
        ...doneWrite(intent, twin.id),
        kind: link.origin === 'created' ? intent.kind : 'adopt',
      } as const;
      return { ...done, putLinks: [link], putActions: [outcome] };
    }
    default:
      return intent.kind satisfies never;
  }
}

const madeThen = <C>(row: Standing<C>, intent: Intent): boolean =>
  row.createdAt !== null && Math.abs(row.createdAt - intent.beganAt) <= clockToleranceMs;

function linkTo<C>(intent: Intent, twin: Standing<C>, desk: TargetDesk<C>): Link<C> {
  const sent = intent.to as C;
  const isOurs = madeThen(twin, intent);
  // What somebody has added to ours since is not ours.
  const stands = isOurs && desk.craft.equal(twin.content, sent) ? sent : twin.content;
  return {
    part: desk.part,
    key: intent.key,
    targetId: twin.id,
    employeeId: intent.employeeId,
    ...spanOf(desk, stands),
    origin: isOurs ? 'created' : 'adopted',
    agreed: desk.craft.remembered(stands),
    linkedAt: intent.beganAt,
  };
}

/** Two equal records and one answer lost: a person has to say which is ours. */
function undecidable<C>(intent: Intent, desk: TargetDesk<C>, count: number) {
  const span = desk.craft.span(intent.to as C);
  const finding: Finding = {
    code: 'outcome-unknown',
    class: 'issue',
    part: desk.part,
    employeeId: intent.employeeId,
    userId: null,
    on: span.from,
    until: span.to === span.from ? null : span.to,
    covers: [intent.key],
    type: null,
    facts: { count },
  };
  return { part: desk.part, unit: undecidedUnit(intent), findings: [finding] };
}

const undecidedUnit = (intent: Intent): string => `*intent ${intent.id}`;

function reachesOf<C>(intent: Intent, desk: TargetDesk<C>): Reach[] {
  const spans = [intent.from, intent.to]
    .filter((content) => content !== null)
    .map((c) => desk.craft.span(c as C));
  const from = spans.map((span) => span.from).sort()[0];
  if (from === undefined) return [];
  const ends = spans.map((span) => span.to ?? '9999-12-31').sort();
  return [{ employeeId: intent.employeeId, from, to: ends.at(-1) ?? from }];
}

export const spanOf = <C>(desk: TargetDesk<C>, content: C): { from: string; to: string | null } =>
  desk.craft.span(content);

/** Accounts: a user is ours only if its external id is the employee's id; fields are compared one by one. */
export async function recoverUsers(shop: Workshop): Promise<void> {
  const intents = (await shop.archive.intents()).filter((intent) => intent.part === 'employees');
  for (const intent of intents) {
    const content = intent.to as UserContent;
    const batch =
      intent.kind === 'create'
        ? await settleNewUser(shop, intent, content)
        : await settleUserChange(shop, intent, content);
    const putFindings = await noLongerUnknown(shop, intent, '*', batch);
    await shop.archive.commit({ ...batch, putFindings, removeIntents: [intent.id] });
  }
}

async function settleNewUser(shop: Workshop, intent: Intent, content: UserContent): Promise<Batch> {
  const found = await shop.time.findUsers({ externalId: intent.employeeId });
  const linked = new Set((await shop.archive.links({ part: 'employees' })).map((link) => link.targetId));
  const free = found.filter((user) => user.externalId === intent.employeeId && !linked.has(user.id));
  const [user] = free;
  if (user === undefined || free.length > 1) return {};
  return {
    putLinks: [userLink(intent, user.id, content.agreed)],
    putRows: [userRow(user)],
    putActions: [doneWrite(intent, user.id)],
    putMemory: welcomeDue(shop, intent.employeeId, user.id),
  };
}

async function settleUserChange(shop: Workshop, intent: Intent, content: UserContent): Promise<Batch> {
  if (intent.targetId === null) return {};
  const [user] = await shop.time.readByIds('user', [intent.targetId]);
  if (user === undefined) return {};
  const row = { putRows: [userRow(user)] };
  if (!says(user, content.change ?? {})) return row;
  const [link] = await shop.archive.links<EmployeeAgreed>({
    part: 'employees',
    targetIds: [intent.targetId],
  });
  if (link === undefined) return row;
  return {
    ...row,
    putLinks: [{ ...link, agreed: agreedAfter(intent.kind, link.agreed, content) }],
    putActions: [doneWrite(intent, user.id)],
  };
}

/** Whether the account shows every changed field as it was sent. */
function says(user: User, change: UserChange): boolean {
  return Object.entries(change).every(
    ([field, value]) => user[field as keyof UserChange & keyof User] === value,
  );
}

export const userLink = (intent: Intent, userId: string, agreed: EmployeeAgreed): Link<EmployeeAgreed> => ({
  part: 'employees',
  key: intent.employeeId,
  targetId: userId,
  employeeId: intent.employeeId,
  from: null,
  to: null,
  origin: intent.kind === 'create' ? 'created' : 'adopted',
  agreed,
  linkedAt: intent.beganAt,
});

export const userRow = (user: User) => ({
  kind: 'user' as const,
  id: user.id,
  userId: user.id,
  from: null,
  to: null,
  row: user,
});
