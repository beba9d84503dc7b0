// Carrying out the register's part of a plan: links first (they write nothing), then accounts one by one.

import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { UserContent } from '../core/people/plan.ts';
import type { Finding } from '../core/report/codes.ts';
import { type Action, type Link, isWrite } from '../core/sync/desk.ts';
import { fingerprintOf } from '../core/sync/fingerprint.ts';
import { type Tally, mergeBatches } from './apply.ts';
import type { Batch, Intent } from './archive.ts';
import { type VendorTrouble, asVendorTrouble } from './ports.ts';
import { userLink, userRow } from './recover.ts';
import type { RunState, Workshop } from './workshop.ts';

/** Returns findings of accounts that were refused. Throws vendor trouble that ends the part. */
export async function applyUsers(
  shop: Workshop,
  state: RunState,
  actions: readonly Action<UserContent>[],
  tally: Tally,
): Promise<Finding[]> {
  const passive = actions.filter((action) => !isWrite(action));
  const links = await shop.archive.links<EmployeeAgreed>({ part: 'employees' });
  await shop.archive.commit(mergeBatches(passive.map((action) => linkBatch(action, links, shop, tally))));

  const writes = actions.filter(isWrite);
  const findings: Finding[] = [];
  const refused = new Set<string>();
  for (const [index, action] of writes.entries()) {
    shop.tell({ phase: 'writing', part: 'employees', done: index, total: writes.length });
    // A person whose account was refused a moment ago is not switched off in the same breath.
    if (refused.has(action.key)) continue;
    const finding = await performOne(shop, state, action, tally);
    if (finding === null) continue;
    findings.push(finding);
    refused.add(action.key);
  }
  return findings;
}

function linkBatch(
  action: Action<UserContent>,
  links: readonly Link<EmployeeAgreed>[],
  shop: Workshop,
  tally: Tally,
): Batch {
  if (action.targetId === null || action.to === null) return {};
  const { agreed } = action.to;
  if (action.kind === 'adopt') {
    tally.done.push(action);
    return {
      putLinks: [
        {
          part: 'employees',
          key: action.key,
          targetId: action.targetId,
          employeeId: action.employeeId,
          from: null,
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
): Promise<Finding | null> {
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
    beganAt: shop.now(),
  };
  await shop.archive.commit({ putIntents: [intent] });
  try {
    await shop.archive.commit({ ...(await write(shop, action, intent)), removeIntents: [intent.id] });
    tally.done.push(action);
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    if (trouble.performed === 'unknown' || trouble.kind === 'missing') {
      tally.again += 1;
      return null;
    }
    await shop.archive.commit({ removeIntents: [intent.id] });
    if (trouble.kind !== 'refused') throw error;
    const finding = refusedFinding(action, trouble);
    await shop.archive.commit({
      putRefusals: [
        {
          part: 'employees',
          key: action.key,
          employeeId: action.employeeId,
          fingerprint: fingerprintOf(action, null),
          finding,
        },
      ],
    });
    return finding;
  }
  return action.kind === 'create' ? welcome(shop, action) : null;
}

/** The account exists and is linked by now: a mail that cannot go out is told, and takes nothing back. */
async function welcome(shop: Workshop, action: Action<UserContent>): Promise<Finding | null> {
  if (shop.settings.users.welcomeEmail !== 'on-create') return null;
  const [link] = await shop.archive.links<EmployeeAgreed>({
    part: 'employees',
    employeeIds: [action.employeeId],
  });
  if (link === undefined) return null;
  try {
    await shop.time.sendWelcomeEmail(link.targetId);
    return null;
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    return refusedFinding({ ...action, targetId: link.targetId }, trouble);
  }
}

async function write(shop: Workshop, action: Action<UserContent>, intent: Intent): Promise<Batch> {
  const content = action.to;
  if (content === null) throw new Error('applyUsers: a write without content');
  const forgiven = { removeRefusals: [{ part: 'employees' as const, key: action.key }] };
  if (content.create !== undefined) {
    const user = await shop.time.createUser({ ...content.create, password: shop.newPassword() });
    return { ...forgiven, putLinks: [userLink(intent, user.id, content.agreed)], putRows: [userRow(user)] };
  }
  if (action.targetId === null) throw new Error(`applyUsers: ${action.kind} without a user`);
  const user = await shop.time.updateUser(action.targetId, content.change ?? {});
  const [link] = await shop.archive.links<EmployeeAgreed>({
    part: 'employees',
    targetIds: [action.targetId],
  });
  const agreed = link === undefined ? [] : [{ ...link, agreed: content.agreed }];
  return { ...forgiven, putLinks: agreed, putRows: [userRow(user)] };
}

function refusedFinding(action: Action<UserContent>, trouble: VendorTrouble): Finding {
  return {
    code: 'refused-by-timetac',
    class: 'issue',
    part: 'employees',
    employeeId: action.employeeId,
    userId: action.targetId,
    on: null,
    until: null,
    covers: [action.key],
    type: null,
    facts: { count: 1, vendorReason: trouble.reason, code: trouble.code, status: trouble.status },
  };
}
