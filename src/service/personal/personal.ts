// What is held about one person: shown, given away, erased. And a whole integration purged.

import type { EmployeeAgreed } from '../../core/people/derive-user.ts';
import type { User } from '../../core/people/employee.ts';
import { said } from '../../core/settings/mistake.ts';
import type { Branch, Tree } from '../../core/settings/tree.ts';
import { isBranch } from '../../core/settings/tree.ts';
import type { EmployeeRef } from '../../core/report/run-report.ts';
import { spellingsOf } from '../../core/report/scrub.ts';
import type { Archive } from '../../engine/archive.ts';
import { betweenRuns } from '../desk-hours.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import { integrationId } from '../home.ts';
import { answered } from '../live/people.ts';
import type { DataSubject, Erased, HeldRecords } from '../office/office.ts';
import { Problem } from '../problem.ts';
import { noteOf, readSetup } from '../setup/change.ts';
import { archiveIdOf, purgeRehearsals } from '../setup/identity.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';
import { erasedKey } from './erased-doors.ts';
import { saltOf } from './salt.ts';

export interface Held {
  readonly employee: EmployeeRef;
  readonly records: HeldRecords;
}

/** @throws Problem `not-found` where nothing is held about anybody with this id */
export async function heldAbout(desk: FrontDesk, setupId: string, personioId: string): Promise<Held> {
  const { archive, archiveId } = await memoryOf(desk, setupId);
  const who = await subjectOf(archive, personioId);
  const records = await desk.office.heldAbout(archiveId, who);
  if (Object.values(records).every((rows) => rows.length === 0)) throw new Problem('not-found');
  return { employee: refOf(who), records };
}

/** All of it as one document. */
export async function exportHeld(desk: FrontDesk, setupId: string, personioId: string): Promise<string> {
  const { employee, records } = await heldAbout(desk, setupId, personioId);
  const made = { madeAt: new Date(desk.now()).toISOString(), employee, held: records };
  return `${JSON.stringify(made, null, 2)}\n`;
}

/** Nothing is changed at the vendors. Between runs only: one that had read them already would write them down again. */
export async function erasePerson(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  personioId: string,
  confirm: string,
): Promise<{ readonly records: number }> {
  if (confirm.trim() !== personioId) throw new Problem('not-possible', { message: notConfirmed });
  const { settings, archiveId } = await memoryOf(desk, setupId);
  const records = answered(
    await betweenRuns(desk.home, settings, async (archive) => {
      const who = await subjectOf(archive, personioId);
      const salt = await saltOf(desk, archive);
      const erased: Erased = {
        key: erasedKey(salt, 'personio', personioId),
        userKeys: who.timetacIds.map((id) => erasedKey(salt, 'timetac', id)),
        at: desk.now(),
      };
      const count = await desk.office.eraseFrom(archiveId, who, erased, [setupId]);
      await desk.office.changeSetup(setupId, (setup) =>
        setup.origin === 'file'
          ? null
          : {
              putSetup: {
                ...setup,
                form: withoutId(setup.form, personioId),
                completeForm: setup.completeForm === null ? null : withoutId(setup.completeForm, personioId),
              },
            },
      );
      await desk.office.commit({
        note: noteOf(desk, actor, setupId, 'person.erased', { employee: erased.key, records: count }),
      });
      return count;
    }),
  );
  desk.news.tell(setupId, { kind: 'changed' });
  return { records };
}

const notConfirmed = said(
  'The Personio ID that was typed is not that of this person.',
  'Die eingegebene Personio-ID ist nicht die dieser Person.',
);

export async function listErased(desk: FrontDesk, setupId: string): Promise<readonly Erased[]> {
  return (await (await memoryOf(desk, setupId)).archive.erased()).people;
}

/** From the next full run on they are read like everybody else. */
export async function admitErased(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  key: string,
): Promise<void> {
  const { archiveId } = await memoryOf(desk, setupId);
  if (!(await desk.office.admitErased(archiveId, key))) throw new Problem('not-found');
  await desk.office.commit({ note: noteOf(desk, actor, setupId, 'erased.admitted', { employee: key }) });
}

/** Removes an integration with all it remembers; its sealed credentials can never be opened again. */
export async function purgeIntegration(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  confirm: string,
): Promise<void> {
  const setup = await readSetup(desk, setupId);
  if (setup.origin === 'file') throw new Problem('read-only');
  if (confirm.trim() !== setup.name.trim()) throw new Problem('not-possible', { message: otherName });
  const archiveId = archiveIdOf(desk, setup);
  const shares = (await desk.office.setups()).some(
    (other) => other.id !== setupId && archiveId !== null && archiveIdOf(desk, other) === archiveId,
  );
  if (shares) throw new Problem('account-taken');
  // Off first, so that nothing begins; a run under way finds its lease gone and can write nothing any more.
  await desk.office.changeSetup(setupId, (now) => ({ putSetup: { ...now, on: false, nextRunAt: null } }));
  if (archiveId !== null) await desk.office.purgeArchive(archiveId);
  await purgeRehearsals(desk, setup);
  await desk.office.commit({
    removeSetup: setupId,
    note: noteOf(desk, actor, null, 'integration.purged', { name: setup.name }),
  });
  await desk.vault.destroy(setupId);
}

const otherName = said(
  'The name that was typed is not that of this integration.',
  'Der eingegebene Name ist nicht der dieser Integration.',
);

async function memoryOf(desk: FrontDesk, setupId: string) {
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
  return { settings, archiveId: integrationId(settings), archive: await desk.home.openArchive(settings) };
}

/**
 * Who they are, and every name that they may have in a sentence. Somebody who is linked to nobody is known by what was told
 * of them, and by accounts that say their id, or are nobody else's and called like them.
 */
async function subjectOf(archive: Archive, personioId: string): Promise<DataSubject> {
  const links = await archive.links<EmployeeAgreed>({ part: 'employees' });
  const link = links.find(({ key }) => key === personioId);
  const told = (await archive.issues()).flatMap(({ line }) =>
    line?.employee?.personioId === personioId ? [line.employee] : [],
  );
  const { firstName, lastName, email } = (link?.agreed ?? {}) as Readonly<Record<string, unknown>>;
  const called = new Set(
    [...told.map(({ name }) => name), [firstName, lastName].filter(isText).join(' '), email].filter(isText),
  );
  const taken = new Set(links.map(({ targetId }) => targetId));
  const users = (await archive.rows({ kind: 'user' })).map(({ row }) => row);
  const own = users.filter((user) =>
    link !== undefined
      ? user.id === link.targetId
      : !taken.has(user.id) && (user.externalId === personioId || called.has(fullNameOf(user))),
  );
  const timetacIds = new Set([
    ...(link === undefined ? [] : [link.targetId]),
    ...own.map(({ id }) => id),
    ...told.flatMap(({ timetacId }) => (timetacId === null ? [] : [String(timetacId)])),
  ]);
  const names = [...called, ...own.flatMap((user) => [fullNameOf(user), user.email, user.username])].filter(
    isText,
  );
  return { personioId, timetacIds: [...timetacIds], names: spellingsOf(names) };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const fullNameOf = (user: Pick<User, 'firstName' | 'lastName'>): string =>
  [user.firstName, user.lastName].filter(isText).join(' ');

function refOf({ personioId, timetacIds, names }: DataSubject): EmployeeRef {
  const [userId = ''] = timetacIds;
  return { personioId, timetacId: /^\d+$/.test(userId) ? Number(userId) : null, name: names[0] ?? null };
}

/** Lists of ids in the form (who is in or out of scope) without this one. */
function withoutId(form: Branch, id: string): Branch {
  const clean = (tree: Tree, name: string): Tree => {
    if (Array.isArray(tree))
      return tree.filter((one) => name !== 'ids' || String(one) !== id).map((one) => clean(one, name));
    if (!isBranch(tree)) return tree;
    return Object.fromEntries(Object.entries(tree).map(([key, one]) => [key, clean(one, key)]));
  };
  return clean(form, '') as Branch;
}
