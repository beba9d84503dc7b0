// Beginning an integration, and removing one that never ran.

import type { Branch } from '../../core/settings/tree.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import type { Setup } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { changeSetup, noteOf, readSetup } from './change.ts';
import { isLeftByFile, purgeRehearsals } from './identity.ts';

export async function createSetup(
  desk: FrontDesk,
  actor: Actor,
  { name, sandbox }: { readonly name: string; readonly sandbox: boolean },
): Promise<{ readonly id: string }> {
  const id = desk.newId();
  const keys = sandbox ? await desk.sandbox.open(id) : null;
  const form: Branch =
    keys === null
      ? { name }
      : {
          name,
          personio: { baseUrl: keys.personio.baseUrl },
          timetac: { baseUrl: keys.timetac.baseUrl, account: keys.timetac.account },
        };
  await desk.office.commit({
    putSetup: newSetup(desk, id, name, sandbox ? 'sandbox' : 'page', form, actor.person.name),
    note: noteOf(desk, actor, id, 'integration.created', { name, sandbox }),
  });
  return { id };
}

export function newSetup(
  desk: Pick<FrontDesk, 'now'>,
  id: string,
  name: string,
  origin: Setup['origin'],
  form: Branch,
  by: string,
): Setup {
  const now = desk.now();
  return {
    id,
    name,
    origin,
    form,
    completeForm: null,
    changedBy: by,
    changedAt: now,
    signOff: null,
    rehearsal: null,
    on: false,
    begunAt: null,
    firstOnAt: null,
    nextRunAt: null,
    createdAt: now,
  };
}

/**
 * Its credentials can never be opened again. What was switched on once stays: its memory is other records' memory. What came
 * from a file that is not named any more goes, and its memory stays for whoever has the account next.
 */
export async function removeSetup(desk: FrontDesk, actor: Actor, id: string): Promise<void> {
  const removed = await readSetup(desk, id);
  if (isLeftByFile(desk, removed)) {
    const note = noteOf(desk, actor, id, 'integration.removed', { name: removed.name });
    await desk.office.commit({ removeSetup: id, note });
    return;
  }
  await changeSetup(desk, actor, id, 'integration.removed', (setup) => {
    if (setup.begunAt !== null) throw new Problem('has-run');
    return { setup, details: { name: setup.name }, more: { removeSetup: id } };
  });
  await purgeRehearsals(desk, removed);
  await desk.vault.destroy(id);
}
