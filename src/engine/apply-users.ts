// Carrying out the register's part of a plan: links first (they write nothing), then accounts one by one.

import { freedFirst, holderOf, onlyAddress, withoutAddress } from '../core/people/address.ts';
import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { User } from '../core/people/employee.ts';
import { type UserContent, agreedAfter } from '../core/people/plan.ts';
import { refusalKeyOf } from '../core/people/refusal-key.ts';
import type { Finding } from '../core/report/codes.ts';
import { type Action, type Link, isWrite } from '../core/sync/desk.ts';
import { fingerprintOf } from '../core/sync/fingerprint.ts';
import type { Batch, Intent } from './archive.ts';
import { isPaused } from './pause.ts';
import { asVendorTrouble } from './ports.ts';
import { userLink, userRow } from './recover.ts';
import { type Tally, doneQuietly, doneWrite } from './run-actions.ts';
import { mergeBatches } from './settle.ts';
import { welcome, welcomeDue } from './welcome.ts';
import type { RunState, Workshop } from './workshop.ts';
import { refusedByTimetac, unknownUser } from './write-findings.ts';

/** Returns findings of accounts that were refused. Throws vendor trouble that ends the part. */
export async function applyUsers(
  shop: Workshop,
  state: RunState,
  actions: readonly Action<UserContent>[],
  tally: Tally,
): Promise<Finding[]> {
  const passive = actions.filter((action) => !isWrite(action));
  const links = await shop.archive.links<EmployeeAgreed>({ part: 'employees' });
  await shop.archive.commit(
    mergeBatches(passive.map((action) => linkBatch(action, links, shop, state, tally))),
  );

  const writes = freedFirst(actions.filter(isWrite), state.users);
  const findings: Finding[] = [];
  /** People of one of whose writes nobody knows what became: what follows for them is judged once that is known. */
  const unclear = new Set<string>();
  for (const [index, action] of writes.entries()) {
    if (await isPaused(shop.archive, state, 'employees')) return findings;
    shop.tell({ phase: 'writing', part: 'employees', done: index, total: writes.length });
    if (unclear.has(action.key)) continue;
    const result = await performOne(shop, state, action, tally);
    findings.push(...result.findings);
    if (result.outcome === 'unknown') unclear.add(action.key);
  }
  return [...findings, ...(await welcome(shop, state))];
}

interface Performed {
  readonly outcome: 'done' | 'refused' | 'unknown';
  readonly findings: readonly Finding[];
}

function linkBatch(
  action: Action<UserContent>,
  links: readonly Link<EmployeeAgreed>[],
  shop: Workshop,
  state: RunState,
  tally: Tally,
): Batch {
  if (action.targetId === null || action.to === null) return {};
  const { agreed } = action.to;
  if (action.kind === 'adopt') {
    tally.done.push(action);
    return {
      putActions: [doneQuietly(state.id, action)],
      putLinks: [
        {
          part: 'employees',
          key: action.key,
          targetId: action.targetId,
          employeeId: action.employeeId,
          from: state.register?.linked.get(action.key)?.from ?? null,
          to: null,
          origin: 'adopted',
          agreed,
          linkedAt: shop.now(),
        },
      ],
    };
  }
  const link = links.find((own) => own.key === action.key);
  if (action.kind !== 'keep' || link === undefined) return {};
  return JSON.stringify(link.agreed) === JSON.stringify(agreed) ? {} : { putLinks: [{ ...link, agreed }] };
}

async function performOne(
  shop: Workshop,
  state: RunState,
  action: Action<UserContent>,
  tally: Tally,
  /** Whether what remains of it may go out by itself where it is refused. */
  mayShrink = true,
): Promise<Performed> {
  const intent: Intent = {
    id: shop.newId(),
    runId: state.id,
    part: 'employees',
    kind: action.kind as Intent['kind'],
    key: action.key,
    formerKey: null,
    employeeId: action.employeeId,
    targetId: action.targetId,
    from: action.from,
    to: action.to,
    replaced: false,
    beganAt: shop.now(),
  };
  await shop.archive.commit({ putIntents: [intent] });
  try {
    const written = await write(shop, action, intent);
    if (written === null) return unknown(action, tally);
    const { user, batch } = written;
    const putActions = [doneWrite(intent, user.id)];
    await shop.archive.commit({ ...batch, removeIntents: [intent.id], putActions });
    tally.done.push({ ...action, targetId: user.id });
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    if (trouble.performed === 'unknown' || trouble.kind === 'missing') {
      return unknown(action, tally);
    }
    await shop.archive.commit({ removeIntents: [intent.id] });
    if (trouble.kind !== 'refused') throw error;
    // An address that somebody else has holds back itself: an exit date or a return does not wait for it.
    const rest = mayShrink ? withoutAddress(action) : null;
    const others = rest === null ? null : await performOne(shop, state, rest, tally, false);
    const finding = refusedByTimetac(
      action.employeeId,
      action.targetId,
      trouble,
      action.to?.create === undefined ? 'update' : 'create',
    );
    if (!mayShrink) return { outcome: 'refused', findings: [finding] };
    const refused = others?.outcome === 'done' ? onlyAddress(action) : action;
    await shop.archive.commit({
      putRefusals: [
        {
          part: 'employees',
          key: refusalKeyOf(action),
          employeeId: action.employeeId,
          runId: state.id,
          fingerprint: fingerprintOf(refused, holderOf(action, state.users)),
          tookAway: false,
          finding,
        },
      ],
    });
    return others?.outcome === 'unknown' ? others : { outcome: 'refused', findings: [finding] };
  }
  return { outcome: 'done', findings: [] };
}

/** The intent stays, and is told until somebody has seen what became of it. */
function unknown({ employeeId, targetId }: Action<UserContent>, tally: Tally): Performed {
  tally.again += 1;
  return { outcome: 'unknown', findings: [unknownUser(employeeId, targetId)] };
}

/** null: the answer is about another account. */
async function write(
  shop: Workshop,
  action: Action<UserContent>,
  intent: Intent,
): Promise<{ readonly user: User; readonly batch: Batch } | null> {
  const content = action.to;
  if (content === null) throw new Error('applyUsers: a write without content');
  const forgiven = { removeRefusals: [{ part: 'employees' as const, key: refusalKeyOf(action) }] };
  if (content.create !== undefined) {
    const user = await shop.time.createUser({ ...content.create, password: shop.newPassword() });
    // An id that is somebody else's cannot be the account that was just made.
    const held = await shop.archive.links({ part: 'employees', targetIds: [user.id] });
    if (held.length > 0) return null;
    const putLinks = [userLink(intent, user.id, content.agreed)];
    const putMemory = welcomeDue(shop, action.employeeId, user.id);
    return { user, batch: { ...forgiven, putLinks, putRows: [userRow(user)], putMemory } };
  }
  if (action.targetId === null) throw new Error(`applyUsers: ${action.kind} without a user`);
  const user = await shop.time.updateUser(action.targetId, content.change ?? {});
  const [link] = await shop.archive.links<EmployeeAgreed>({
    part: 'employees',
    targetIds: [action.targetId],
  });
  const agreed =
    link === undefined ? [] : [{ ...link, agreed: agreedAfter(intent.kind, link.agreed, content) }];
  return { user, batch: { ...forgiven, putLinks: agreed, putRows: [userRow(user)] } };
}
