// Changing an integration: one place where the change, the note in the audit log and the news go together.

import type { Branch } from '../../core/settings/tree.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import type { AuditNote, OfficeBatch, Setup } from '../office/office.ts';
import { Problem } from '../problem.ts';

/** @throws Problem where it does not exist or may not be changed here */
export async function readSetup(desk: FrontDesk, id: string): Promise<Setup> {
  const setup = await desk.office.setup(id);
  if (setup === null) throw new Problem('not-found');
  return setup;
}

/** `change` is given the integration as it stands while nobody else changes it. */
export async function changeSetup(
  desk: FrontDesk,
  actor: Actor,
  id: string,
  what: string,
  change: (
    now: Setup,
  ) => { readonly setup: Setup; readonly details: Branch; readonly more?: OfficeBatch } | null,
): Promise<void> {
  await readSetup(desk, id);
  await desk.office.changeSetup(id, (now) => {
    if (now.origin === 'file') throw new Problem('read-only');
    const changed = change(now);
    if (changed === null) return null;
    return { ...changed.more, putSetup: changed.setup, note: noteOf(desk, actor, id, what, changed.details) };
  });
  desk.news.tell(id, { kind: 'changed' });
}

/** What was changed is acted on at once, where the integration runs by itself. */
export async function runSoon(desk: FrontDesk, setup: Setup): Promise<void> {
  if (setup.on) await desk.office.setNextRun(setup.id, desk.now());
}

export function noteOf(
  desk: Pick<FrontDesk, 'now'>,
  actor: Actor | { readonly name: string },
  setupId: string | null,
  what: string,
  details: Branch = {},
): AuditNote {
  const person = 'person' in actor ? actor.person : null;
  return {
    at: desk.now(),
    setupId,
    personId: person?.id ?? null,
    who: person?.name ?? ('name' in actor ? actor.name : ''),
    what,
    details,
  };
}
