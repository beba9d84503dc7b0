// A front desk with the demo company on it, after its first run: what people meet once everything is set up.

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
