// The payroll list: corrections in months that are closed, as the newest run found them.

import { type Correction, correctionsIn } from '../../core/report/payroll.ts';
import type { FrontDesk } from '../front-desk.ts';
import { listIssues } from '../issues.ts';
import { readSetup } from '../setup/change.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';

export interface PayrollList {
  readonly lockedUntil: string | null;
  readonly asOf: string | null;
  readonly corrections: readonly Correction[];
}

export async function payrollOf(desk: FrontDesk, setupId: string): Promise<PayrollList> {
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
  const { asOf, issues } = await listIssues(desk.home, settings);
  return { lockedUntil: settings.lockedUntil, asOf, corrections: correctionsIn(issues) };
}
