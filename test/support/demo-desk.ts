// A front desk with the demo company on it, after its first run: what people meet once everything is set up.

import { addDays, dateIn } from '../../src/core/time/calendar.ts';
import type { Branch } from '../../src/core/settings/tree.ts';
import type { FrontDesk } from '../../src/service/front-desk.ts';
import { ordinaryRun } from '../../src/engine/workshop.ts';
import { setUpDemo } from '../../src/app/integrations.ts';
import type { RunEnd } from '../../src/service/runs/perform.ts';
import { performRun } from '../../src/service/runs/perform.ts';
import { type Caller, openTestDesk, type TestDesk, type TestDeskOptions } from './front-desk.ts';

export interface DemoDesk {
  readonly stage: TestDesk;
  /** `/integrations/…` of the demo. */
  readonly at: string;
  readonly operator: Caller;
  /** One more run of the demo. */
  readonly run: (request?: { readonly full?: boolean }) => Promise<RunEnd>;
}

export async function openDemoDesk({
  conflicts = false,
  ...options
}: TestDeskOptions & { readonly conflicts?: boolean } = {}): Promise<DemoDesk> {
  const stage = await openTestDesk({ demo: true, ...options });
  const id = await setUpDemo(stage.desk, stage.opened.sandboxes);
  await beginLater(stage.desk, id);
  const run = ({ full = false } = {}) =>
    performRun(stage.desk, {
      setupId: id,
      request: { ...ordinaryRun, full },
      askedBy: 'test',
    });
  await run();
  // As `tandem start` does: conflicts to look at.
  if (conflicts) {
    stage.opened.sandboxes.editByHand(id);
    // What was deleted shows up when everything is compared.
    await run({ full: true });
  }
  return { stage, at: `/integrations/${id}`, operator: await stage.person({ operator: true }), run };
}

/** The demo exports three months; what people meet afterwards stands in this month and the one before. */
async function beginLater({ office }: FrontDesk, id: string): Promise<void> {
  const startDate = `${addDays(`${dateIn(Date.now(), 'Europe/Berlin').slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
  const later = (form: Branch): Branch => ({
    ...form,
    absences: { ...(form['absences'] as Branch), startDate },
    attendances: { ...(form['attendances'] as Branch), startDate },
  });
  await office.changeSetup(id, (now) => ({
    putSetup: { ...now, form: later(now.form), completeForm: later(now.completeForm ?? now.form) },
  }));
}
