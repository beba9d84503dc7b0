// Welcome mails of new accounts (rule 1.5): noted with the account, sent once when they are due.

import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { Employee } from '../core/people/employee.ts';
import { hasLeft } from '../core/people/exit.ts';
import { answersAbout } from '../core/people/people-answers.ts';
import type { Finding } from '../core/report/codes.ts';
import type { Link } from '../core/sync/desk.ts';
import { type VendorTrouble, asVendorTrouble } from './ports.ts';
import { type RunState, type Workshop, isActive, todayOf } from './workshop.ts';
import { refusedByTimetac, unknownWelcome } from './write-findings.ts';

const welcomeKey = (employeeId: string): string => `welcome.${employeeId}`;
/** Of a mail that TimeTac refused, or that may have gone out, what is told of it stands in place of when it is due. */
const refusalIn = (due: string | undefined): Finding | null =>
  due?.startsWith('{') === true ? (JSON.parse(due) as Finding) : null;

/**
 * A new account's welcome mail is noted together with the account, whoever finds out that it was made. It is for this
 * account: who is linked to another one by then had that one before.
 */
export function welcomeDue(
  { settings }: Workshop,
  employeeId: string,
  userId: string,
): Record<string, string> {
  const { welcomeEmail } = settings.users;
  return welcomeEmail === 'never' ? {} : { [welcomeKey(employeeId)]: dueText(welcomeEmail, userId) };
}

const dueText = (when: 'on-create' | 'on-hire', userId: string): string => `${when} ${userId}`;

/** Mails that are due: of accounts made since the last look, or of people whose day of hire has come. */
export async function welcome(shop: Workshop, state: RunState): Promise<Finding[]> {
  if (shop.settings.users.welcomeEmail === 'never' || !isActive(state, 'employees')) return [];
  const { employeeIds } = state.request;
  const memory = await shop.archive.memory();
  const today = todayOf(shop);
  const findings: Finding[] = [];
  for (const employee of state.employees) {
    if (employeeIds !== null && !employeeIds.includes(employee.id)) continue;
    const due = memory[welcomeKey(employee.id)];
    const isHired = typeof employee.hiredOn === 'string' && employee.hiredOn <= today;
    const refused = refusalIn(due);
    if (refused !== null) findings.push(refused);
    if (due === undefined || refused !== null) continue;
    const [when, userId = ''] = due.split(' ');
    if (when === 'on-hire' && !isHired) continue;
    const link = await linkToGreet(shop, state, employee, userId);
    if (link === null) continue;
    const remember = (value: string | null): Promise<void> =>
      shop.archive.commit({ putMemory: { [welcomeKey(employee.id)]: value } });
    // A ledger that is older than the world knows nothing of what went out after it (rule 4.8).
    if (state.adopting && link.linkedAt < state.startedAt) {
      const finding = unknownWelcome(employee.id, userId);
      findings.push(finding);
      await remember(JSON.stringify(finding));
      continue;
    }
    // Forgotten first: a mail whose answer is lost is not sent twice.
    await remember(null);
    const trouble = await sendWelcome(shop, userId);
    if (trouble === null) continue;
    if (trouble.kind !== 'refused' && trouble.performed === 'no') {
      await remember(due);
      throw trouble;
    }
    const finding = refusedByTimetac(employee.id, userId, trouble, 'welcome');
    findings.push(finding);
    await remember(JSON.stringify(finding));
  }
  return findings;
}

/** Mails of these people that were refused, or may not have gone out, and are to be sent (again) (rule 0.5). */
export const welcomeAgain = (
  memory: Readonly<Record<string, string>>,
  employeeIds: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    employeeIds.map(welcomeKey).flatMap((key) => {
      const refused = refusalIn(memory[key]);
      return refused === null ? [] : [[key, dueText('on-create', refused.userId ?? '')]];
    }),
  );

/**
 * The link of an account that is that of somebody who may work with it; null: nobody is to be greeted. Who left, was taken
 * back, is out of scope or is listed no more waits for the day on which that is over.
 */
async function linkToGreet(
  shop: Workshop,
  state: RunState,
  employee: Employee,
  userId: string,
): Promise<Link<EmployeeAgreed> | null> {
  const [link] = await shop.archive.links<EmployeeAgreed>({ part: 'employees', employeeIds: [employee.id] });
  if (link?.targetId !== userId || state.register?.linked.get(employee.id)?.inScope === false) return null;
  if (employee.status === 'inactive' || hasLeft(employee, todayOf(shop), link.agreed)) return null;
  const user = state.users.find(({ id }) => id === userId);
  // Made by this very run, it was in no list yet.
  const isThere = user === undefined ? link.linkedAt >= state.startedAt : user.active !== false;
  const { ignored } = answersAbout(await shop.archive.decisions());
  return isThere && !ignored.has(employee.id) ? link : null;
}

/** null: it went out. A mail that TimeTac refuses is told until a person says retry, and takes nothing back. */
async function sendWelcome(shop: Workshop, userId: string): Promise<VendorTrouble | null> {
  try {
    await shop.time.sendWelcomeEmail(userId);
    return null;
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    return trouble;
  }
}
