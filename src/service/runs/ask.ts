// Asking for a run: a rehearsal, a pilot, or an ordinary one.

import type { Part } from '../../core/report/codes.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import { Problem } from '../problem.ts';
import { noteOf, readSetup } from '../setup/change.ts';
import { isProven, rivalOf } from '../setup/identity.ts';
import { runSettingsOf, settingsOf } from '../setup/settings-of.ts';
import { said } from '../../core/settings/mistake.ts';

export interface RunWish {
  readonly mode: 'live' | 'dry-run';
  readonly full: boolean;
  readonly only: readonly Part[] | null;
  readonly employeeIds: readonly string[] | null;
  readonly release: boolean;
  readonly releasedPlan?: string | undefined;
}

export async function askForRun(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  wish: RunWish,
): Promise<{ readonly jobId: string }> {
  const setup = await readSetup(desk, setupId);
  // What runs by itself goes on by the form before a change that has mistakes; a rehearsal or a pilot tries the one that stands there.
  const isOrdinary = wish.mode === 'live' && wish.employeeIds === null;
  await (isOrdinary ? runSettingsOf : settingsOf)(desk, setup);
  if (desk.news.running(setupId) !== null) throw new Problem('run-in-progress');
  if (wish.mode === 'live') {
    if (!setup.on && isOrdinary) throw new Problem('not-possible', { message: notOn, hint: switchOn });
    if (!isProven(desk, setup)) throw new Problem('not-possible', { message: notProven, hint: testThem });
    if ((await rivalOf(desk, setup)) !== null) throw new Problem('account-taken');
    await desk.office.changeSetup(setupId, (now) => ({
      putSetup: { ...now, begunAt: now.begunAt ?? desk.now() },
      note: noteOf(desk, actor, setupId, wish.release ? 'run.released' : 'run.asked', {
        full: wish.full,
        pilot: wish.employeeIds?.length ?? 0,
      }),
    }));
  }
  desk.news.tell(setupId, {
    kind: 'progress',
    progress: { phase: 'waiting', part: null, done: 0, total: null },
  });
  try {
    return { jobId: await desk.queue.ask({ setupId, request: wish, askedBy: actor.person.name }) };
  } catch (error) {
    desk.news.tell(setupId, { kind: 'ended', mode: wish.mode, runId: null, status: 'fault' });
    throw error;
  }
}

export const notProven = said(
  'TimeTac has not taken the credentials for this account yet.',
  'TimeTac hat die Zugangsdaten für diesen Account noch nicht angenommen.',
);
export const testThem = said('Test them in step 2.', 'Testen Sie sie in Schritt 2.');
const notOn = said('The integration is not switched on.', 'Die Integration ist nicht eingeschaltet.');
const switchOn = said(
  'Switch it on in step 8, or make a pilot with a few people.',
  'Schalten Sie sie in Schritt 8 ein, oder machen Sie einen Pilotlauf mit einigen Personen.',
);
