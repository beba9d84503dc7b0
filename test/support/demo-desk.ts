// A front desk with the demo company on it, after its first run: what people meet once everything is set up.

import { daysOfMonth } from '../../src/core/month/month.ts';
import { type LocalDate, addDays, dateIn } from '../../src/core/time/calendar.ts';
import { ordinaryRun } from '../../src/engine/workshop.ts';
import { setUpDemo } from '../../src/app/integrations.ts';
import type { RunEnd } from '../../src/service/runs/perform.ts';
import { performRun } from '../../src/service/runs/perform.ts';
import { type Caller, openTestDesk, type TestDesk, type TestDeskOptions } from './front-desk.ts';

type Document = Readonly<Record<string, unknown>>;

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
  const { sandboxes } = stage.opened;
  const id = await setUpDemo(stage.desk, {
    ...sandboxes,
    documentOf: (setupId) => beginningOn(monthBefore(), sandboxes.documentOf(setupId) ?? {}),
  });
  const run = ({ full = false } = {}) =>
    performRun(stage.desk, {
      setupId: id,
      request: { ...ordinaryRun, full },
      askedBy: 'test',
    });
  await run();
  // As `tandem start` does: conflicts to look at.
  if (conflicts) {
    sandboxes.editByHand(id);
    // What was deleted shows up when everything is compared.
    await run({ full: true });
  }
  return { stage, at: `/integrations/${id}`, operator: await stage.person({ operator: true }), run };
}

/** The demo exports three months; what people meet afterwards stands in this month and the one before. */
function monthBefore(): LocalDate {
  const thisMonth = dateIn(Date.now(), 'Europe/Berlin').slice(0, 7);
  return daysOfMonth(addDays(daysOfMonth(thisMonth).from, -1).slice(0, 7)).from;
}

/** A configuration with another start date for everything that is exported. */
export const beginningOn = (startDate: LocalDate, document: Document): Document => ({
  ...document,
  absences: { ...(document['absences'] as object), startDate },
  attendances: { ...(document['attendances'] as object), startDate },
});
