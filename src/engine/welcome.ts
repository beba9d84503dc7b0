// Welcome mails of new accounts (rule 1.5): noted with the account, sent once when they are due.

import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import type { Finding } from '../core/report/codes.ts';
import { asVendorTrouble } from './ports.ts';
import { type RunState, type Workshop, isActive, todayOf } from './workshop.ts';
import { refusedByTimetac } from './write-findings.ts';

const welcomeKey = (employeeId: string): string => `welcome.${employeeId}`;

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
    if (due === undefined || (due === 'on-hire' && !isHired)) continue;
    // Forgotten first: a mail whose answer is lost is not sent twice.
    await shop.archive.commit({ putMemory: { [welcomeKey(employee.id)]: null } });
    findings.push(...(await sendWelcome(shop, employee.id)));
  }
  return findings;
}

/** A mail that cannot go out is told, and takes nothing back. */
async function sendWelcome(shop: Workshop, employeeId: string): Promise<Finding[]> {
  const [link] = await shop.archive.links<EmployeeAgreed>({ part: 'employees', employeeIds: [employeeId] });
  if (link === undefined) return [];
  try {
    await shop.time.sendWelcomeEmail(link.targetId);
    return [];
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) throw error;
    return [refusedByTimetac(employeeId, link.targetId, trouble)];
  }
}
