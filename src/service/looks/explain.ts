// Why a day is, or is not, in Personio: the verb of the command line, with the person's name.

import type { EmployeeRef } from '../../core/report/run-report.ts';
import { type Explanation, explainOneDay } from '../explain.ts';
import type { FrontDesk } from '../front-desk.ts';
import { knownPeople } from '../known-people.ts';
import { readSetup } from '../setup/change.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';

export async function explainForPage(
  desk: FrontDesk,
  setupId: string,
  { employeeId, date }: { readonly employeeId: string; readonly date: string },
): Promise<Explanation & { readonly employee: EmployeeRef }> {
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
  const explanation = await explainOneDay(desk.home, settings, employeeId, date);
  const archive = await desk.home.openArchive(settings);
  const known = (await knownPeople(archive)).find(({ personioId }) => personioId === employeeId);
  return { ...explanation, employee: known ?? { personioId: employeeId, timetacId: null, name: null } };
}
