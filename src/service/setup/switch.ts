// On, off and paused.

import { type Part, parts } from '../../core/report/codes.ts';
import { isRunnable } from '../../core/settings/steps.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import { noteSwitchedOff } from '../../engine/pause.ts';
import type { Setup } from '../office/office.ts';
import { pauseParts } from '../pause.ts';
import { Problem } from '../problem.ts';
import { changeSetup, noteOf, readSetup } from './change.ts';
import { isProven, rivalOf } from './identity.ts';
import { notProven, testThem } from '../runs/ask.ts';
import { formSettingsOrNull, mistakesOf, settingsOf } from './settings-of.ts';
import { viewSetup } from './view.ts';

/** Switched on, its first run is due at once. */
export async function switchSetup(desk: FrontDesk, actor: Actor, id: string, on: boolean): Promise<void> {
  const setup = await readSetup(desk, id);
  if (on) {
    const { steps } = await viewSetup(desk, actor, id);
    await settingsOf(desk, setup);
    const missing = steps.filter(({ state }) => state !== 'done').flatMap((step) => step.missing);
    if (!isRunnable(steps))
      throw new Problem('form-has-mistakes', {
        fields: missing.map((message) => ({ path: '', message, hint: null })),
      });
    if (!isProven(desk, setup)) throw new Problem('not-possible', { message: notProven, hint: testThem });
    if ((await rivalOf(desk, setup)) !== null) throw new Problem('account-taken');
  }
  const now = desk.now();
  await changeSetup(desk, actor, id, on ? 'integration.on' : 'integration.off', (before) => ({
    setup: {
      ...before,
      on,
      begunAt: before.begunAt ?? (on ? now : null),
      firstOnAt: before.firstOnAt ?? (on ? now : null),
      onSince: on ? now : (before.onSince ?? null),
      nextRunAt: on ? now : null,
    },
    details: {},
  }));
  if (on) return giveWay(desk, actor, setup);
  // Runs under way look at their memory before they write.
  const settings = formSettingsOrNull(desk, setup);
  if (settings !== null) await noteSwitchedOff(await desk.home.openArchive(settings), now);
}

/**
 * Two that name one account may have been switched on at the same moment, each before the other showed: one of them, the
 * same one to both, stays.
 */
async function giveWay(desk: FrontDesk, actor: Actor, before: Setup): Promise<void> {
  const rival = await rivalOf(desk, await readSetup(desk, before.id));
  if (rival === null || rival.id > before.id) return;
  const { on, begunAt, firstOnAt, onSince = null, nextRunAt } = before;
  await changeSetup(desk, actor, before.id, 'integration.off', (now) => ({
    setup: { ...now, on, begunAt, firstOnAt, onSince, nextRunAt },
    details: {},
  }));
  throw new Problem('account-taken');
}

/** Of the parts that are spoken of, exactly these are paused afterwards, at once; the others stay as they are. */
export async function pauseSetup(
  desk: FrontDesk,
  actor: Actor,
  id: string,
  spoken: { readonly parts: readonly Part[]; readonly among?: readonly Part[] | undefined },
): Promise<void> {
  const setup = await readSetup(desk, id);
  const { among = parts } = spoken;
  const which = among.filter((part) => spoken.parts.includes(part));
  // To stop it must be possible whatever is wrong with form and credentials.
  const settings = formSettingsOrNull(desk, setup);
  if (settings === null) throw new Problem('form-has-mistakes', { fields: mistakesOf(desk, setup) });
  const others = among.filter((part) => !which.includes(part));
  await pauseParts(desk.home, settings, { parts: which, paused: true }, desk.now());
  const now = await pauseParts(desk.home, settings, { parts: others, paused: false }, desk.now());
  await desk.office.commit({
    note: noteOf(desk, actor, id, 'integration.paused', { parts: [...now.paused] }),
  });
  desk.news.tell(id, { kind: 'changed' });
}
