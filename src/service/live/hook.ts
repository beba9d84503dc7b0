// Personio's webhooks as hints: an event says that something may have changed, and the next run reads what. Nothing of its
// body is believed or kept; whoever repeats or invents one causes a run, and no more than one in a while.

import { said } from '../../core/settings/mistake.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import type { Setup } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { hashToken, isSameHash } from '../session/secrets.ts';
import { changeSetup, readSetup } from '../setup/change.ts';
import { credentialsOf } from '../setup/settings-of.ts';

/** What is worth a look (personio.md section 8). */
export const hintEvents = [
  'person.created',
  'person.updated',
  'person.deleted',
  'employment.created',
  'employment.updated',
  'employment.started',
  'employment.terminated',
  'absence-period.created',
  'absence-period.updated.status',
  'absence-period.updated.timerange',
  'absence-period.deleted',
  'attendance-period.created',
  'attendance-period.updated',
  'attendance-period.deleted',
] as const;

/** Events come in swarms, our own writes among them: they are gathered for so long. */
export const gatherMs = 15_000;

export interface HookState {
  readonly madeAt: number | null;
  readonly hintedAt: number | null;
  /** Personio calls https only. */
  readonly address: string | null;
}

export async function hookOf(desk: FrontDesk, setupId: string): Promise<HookState> {
  const { hook = null, hintedAt = null } = await readSetup(desk, setupId);
  return { madeAt: hook?.madeAt ?? null, hintedAt, address: addressOf(desk, setupId) };
}

const addressOf = ({ installation }: FrontDesk, setupId: string): string | null =>
  installation.publicUrl.startsWith('https:')
    ? `${installation.publicUrl}/hooks/personio/${encodeURIComponent(setupId)}`
    : null;

/** A new token, told once; the one before stops working. */
export async function makeHook(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
): Promise<{ readonly address: string; readonly token: string }> {
  const address = addressOf(desk, setupId);
  if (address === null) throw new Problem('not-possible', { message: noAddress, hint: publicUrl });
  const token = desk.newToken();
  await changeSetup(desk, actor, setupId, 'hook.made', (setup) => ({
    setup: { ...setup, hook: { hash: hashToken(token), madeAt: desk.now() } },
    details: {},
  }));
  return { address, token };
}

export async function removeHook(desk: FrontDesk, actor: Actor, setupId: string): Promise<void> {
  await changeSetup(desk, actor, setupId, 'hook.removed', (setup) => ({
    setup: { ...setup, hook: null },
    details: {},
  }));
}

const noAddress = said(
  'Personio can only reach an address that begins with https.',
  'Personio erreicht nur eine Adresse, die mit https beginnt.',
);
const publicUrl = said(
  'Set TANDEM_PUBLIC_URL to the address of the proxy in front of Tandem. Without webhooks Tandem finds changes by polling.',
  'Setzen Sie TANDEM_PUBLIC_URL auf die Adresse des Proxys vor Tandem. Ohne Webhooks findet Tandem Änderungen durch Abfragen.',
);

/** Whether the token is that of the integration; then its next run is due soon, and reads Personio too. */
export async function takeHint(
  desk: FrontDesk,
  setupId: string,
  authorization: string | undefined,
): Promise<boolean> {
  const setup = await desk.office.setup(setupId);
  if (setup === null || !isTokenOf(setup, authorization ?? '')) return false;
  // Refused credentials are tried in their own time, whatever happens at Personio.
  const { personio, timetac } = await credentialsOf(desk, setup);
  const isSoon = personio?.works !== false && timetac?.works !== false;
  await desk.office.changeSetup(setupId, (now) => ({
    putSetup: {
      ...now,
      hintedAt: desk.now(),
      nextRunAt:
        now.on && isSoon ? Math.min(now.nextRunAt ?? Infinity, desk.now() + gatherMs) : now.nextRunAt,
    },
  }));
  return true;
}

const isTokenOf = ({ hook = null }: Setup, token: string): boolean =>
  hook !== null && isSameHash(hashToken(token), hook.hash);
