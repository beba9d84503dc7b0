// Looking at the vendors while an integration is being set up.

import type { Settings } from '../../core/settings/settings.ts';
import { asVendorTrouble } from '../../engine/ports.ts';
import type { FrontDesk } from '../front-desk.ts';
import { type Doors, openDoorsFor } from '../home.ts';
import { type FrontProblem, troubleProblem } from './trouble.ts';

/** Opens both doors for one question. Vendor trouble becomes a problem that says what to do. */
export async function askVendors<T>(
  desk: FrontDesk,
  settings: Settings,
  ask: (doors: Doors) => Promise<T>,
): Promise<T> {
  const doors = await openDoorsFor(desk.home, settings);
  try {
    return await ask(doors);
  } catch (error) {
    throw problemOf(error) ?? error;
  } finally {
    await doors.close();
  }
}

function problemOf(error: unknown): FrontProblem | null {
  const trouble = asVendorTrouble(error);
  return trouble === null ? null : troubleProblem(trouble);
}
