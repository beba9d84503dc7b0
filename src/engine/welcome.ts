// Welcome mails of new accounts (rule 1.5): noted with the account, sent once when they are due.

import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { Employee } from '../core/people/employee.ts';
import { hasLeft } from '../core/people/exit.ts';
import { answersAbout } from '../core/people/people-answers.ts';
import type { Finding } from '../core/report/codes.ts';
import { asVendorTrouble } from './ports.ts';
import { type RunState, type Workshop, isActive, todayOf } from './workshop.ts';
import { refusedByTimetac } from './write-findings.ts';

const welcomeKey = (employeeId: string): string => `welcome.${employeeId}`;
/** Of a mail that TimeTac refused, what is told of it stands in place of when it is due. */
const isRefusal = (due: string | undefined): due is string => due?.startsWith('{') === true;

/** A new account's welcome mail is noted together with the account, whoever finds out that it was made. */
export function welcomeDue({ settings }: Workshop, employeeId: string): Record<string, string> {
  const { welcomeEmail } = settings.users;
  return welcomeEmail === 'never' ? {} : { [welcomeKey(employeeId)]: welcomeEmail };
}

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
    if (isRefusal(due)) findings.push(JSON.parse(due) as Finding);
    if (due === undefined || isRefusal(due) || (due === 'on-hire' && !isHired)) continue;
    const userId = await userToGreet(shop, state, employee);
    if (userId === null) continue;
    // Forgotten first: a mail whose answer is lost is not sent twice.
    await shop.archive.commit({ putMemory: { [welcomeKey(employee.id)]: null } });
    const refusal = await sendWelcome(shop, employee.id, userId);
    if (refusal === null) continue;
    findings.push(refusal);
    await shop.archive.commit({ putMemory: { [welcomeKey(employee.id)]: JSON.stringify(refusal) } });
  }
  return findings;
}

/** Refused mails of these people that are to be sent again (rule 0.5). */
export const welcomeAgain = (
  memory: Readonly<Record<string, string>>,
  employeeIds: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    employeeIds
      .map(welcomeKey)
      .filter((key) => isRefusal(memory[key]))
      .map((key) => [key, 'on-create']),
  );

/**
 * The account of somebody who may work with it. null: nobody is to be greeted now; who left, was taken back, is out of
 * scope or is listed no more waits for the day on which that is over.
 */
async function userToGreet(shop: Workshop, state: RunState, employee: Employee): Promise<string | null> {
  const [link] = await shop.archive.links<EmployeeAgreed>({ part: 'employees', employeeIds: [employee.id] });
  if (link === undefined || state.register?.linked.get(employee.id)?.inScope === false) return null;
  if (employee.status === 'inactive' || hasLeft(employee, todayOf(shop), link.agreed)) return null;
  const user = state.users.find(({ id }) => id === link.targetId);
  // Made by this very run, it was in no list yet.
  const isThere = user === undefined ? link.linkedAt >= state.startedAt : user.active !== false;
  const { ignored } = answersAbout(await shop.archive.decisions());
  return isThere && !ignored.has(employee.id) ? link.targetId : null;
}

/** A mail that cannot go out is told until a person says retry, and takes nothing back. null: it went out. */
async function sendWelcome(shop: Workshop, employeeId: string, userId: string): Promise<Finding | null> {
  try {
    await shop.time.sendWelcomeEmail(userId);
    return null;
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    return refusedByTimetac(employeeId, userId, trouble);
  }
}
