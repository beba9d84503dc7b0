// Who is who, before anything is written (step 3), and a department for those who have none yet.

import { type Review, type ReviewRow, reviewPeople as reviewOf } from '../../core/people/review.ts';
import { renderFinding } from '../../core/report/render.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Branch } from '../../core/settings/tree.ts';
import { auditName } from '../personal/audit-names.ts';
import type { NamedId } from '../../engine/ports.ts';
import { asVendorTrouble } from '../../engine/ports.ts';
import type { Answer } from '../desk-hours.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import { linkPeople, planMatching, unlinkPerson, wantNewAccount } from '../people.ts';
import { Problem } from '../problem.ts';
import { noteOf, readSetup } from '../setup/change.ts';
import { draftSettingsOf } from '../setup/settings-of.ts';
import { askVendors } from './ask.ts';
import { troubleProblem } from './trouble.ts';
import type { Bilingual } from '../../core/report/words.ts';

export interface ExplainedRow extends ReviewRow {
  readonly message: Bilingual | null;
  readonly action: Bilingual | null;
}

export interface ExplainedReview extends Omit<Review, 'employees'> {
  readonly employees: readonly ExplainedRow[];
}

export async function reviewPeople(desk: FrontDesk, setupId: string): Promise<ExplainedReview> {
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  const { input, plan } = await orProblem(() => planMatching(desk.home, settings, desk.now()));
  const review = reviewOf(input, plan);
  const explained = (row: ReviewRow): ExplainedRow => {
    const finding = plan.findings.find(
      ({ code, employeeId }) => code === row.issue && employeeId === row.personioId,
    );
    const words = finding === undefined ? null : renderFinding(finding, { employeeName: row.name });
    return { ...row, message: words?.message ?? null, action: words?.action ?? null };
  };
  return { ...review, employees: review.employees.map(explained) };
}

export async function linkPeopleBySetup(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  pair: { readonly personioId: string; readonly timetacId: string },
): Promise<{ readonly moved: boolean }> {
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  const answer = answered(await orProblem(() => linkPeople(desk.home, settings, pair, desk.now())));
  await desk.office.commit({
    note: noteOf(desk, actor, setupId, 'people.linked', await named(desk, settings, pair.personioId)),
  });
  return answer;
}

export async function unlinkPersonBySetup(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  personioId: string,
): Promise<{ readonly timetacId: string }> {
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  const answer = answered(await unlinkPerson(desk.home, settings, personioId, desk.now()));
  await desk.office.commit({
    note: noteOf(desk, actor, setupId, 'people.unlinked', await named(desk, settings, personioId)),
  });
  return answer;
}

/** Somebody else than the user who resembles them (rule 1.3). */
export async function wantAccount(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  personioId: string,
): Promise<void> {
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  answered(await orProblem(() => wantNewAccount(desk.home, settings, personioId, desk.now())));
  await desk.office.commit({
    note: noteOf(desk, actor, setupId, 'people.new-account', await named(desk, settings, personioId)),
  });
}

/** Somebody as the audit log may know them. */
async function named(desk: FrontDesk, settings: Settings, personioId: string): Promise<Branch> {
  return { employee: await auditName(desk, await desk.home.openArchive(settings), personioId) };
}

export async function createDepartment(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  name: string,
): Promise<NamedId> {
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  return askVendors(desk, settings, async ({ time }) => {
    const known = (await time.readDepartments()).find(
      (one) => one.name.trim().toLowerCase() === name.trim().toLowerCase(),
    );
    if (known !== undefined) return known;
    const made = await time.createDepartment(name);
    await desk.office.commit({ note: noteOf(desk, actor, setupId, 'department.created', { name }) });
    return made;
  });
}

/** What a verb between runs answered, or the problem it met. */
export function answered<T>(answer: Answer<T>): T {
  if (answer === 'busy') throw new Problem('run-in-progress');
  if (!answer.ok) throw new Problem('not-possible', { message: answer.why });
  return answer.value;
}

async function orProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const trouble = asVendorTrouble(error);
    throw trouble === null ? error : troubleProblem(trouble);
  }
}
