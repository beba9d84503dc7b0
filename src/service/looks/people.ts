// The people of an integration, for choosing one.

import type { EmployeeRef } from '../../core/report/run-report.ts';
import type { FrontDesk } from '../front-desk.ts';
import { knownPeople } from '../known-people.ts';
import { readSetup } from '../setup/change.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';

export async function peopleOf(desk: FrontDesk, setupId: string): Promise<readonly EmployeeRef[]> {
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
  return knownPeople(await desk.home.openArchive(settings));
}
