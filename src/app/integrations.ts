// Integrations that the server brings along: the demo's, and those of configuration files.

import { formOf } from '../core/settings/form-paths.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Branch } from '../core/settings/tree.ts';
import { isBranch } from '../core/settings/tree.ts';
import { integrationId } from '../service/home.ts';
import type { Setup } from '../service/office/office.ts';
import { noteOf } from '../service/setup/change.ts';
import { newSetup } from '../service/setup/create.ts';
import { formHash } from '../service/setup/form.ts';
import { archiveIdOf, purgeRehearsals } from '../service/setup/identity.ts';
import { type Keys, sealedFor } from '../service/setup/settings-of.ts';
import type { FrontDesk } from '../service/front-desk.ts';
import type { Sandboxes } from './sandbox.ts';

export const demoId = 'demo';

/** The demo company, set up, signed off and switched on. */
export async function setUpDemo(desk: FrontDesk, sandboxes: Sandboxes): Promise<string> {
  await sandboxes.open(demoId);
  const document = sandboxes.documentOf(demoId) as Branch;
  const form = formOf(document);
  const name = typeof document['name'] === 'string' ? document['name'] : 'Demo';
  const now = desk.now();
  const by = 'Demo';
  await desk.office.commit({
    putSetup: {
      ...newSetup(desk, demoId, name, 'sandbox', form, by),
      completeForm: form,
      signOff: { name: 'Erika Muster', by, at: now, formHash: formHash(form) },
      rehearsal: { runId: 'none', formHash: formHash(form), status: 'done' },
      on: true,
      begunAt: now,
      firstOnAt: now,
      nextRunAt: now,
    },
  });
  for (const side of ['personio', 'timetac'] as const) {
    const section = document[side];
    const keys = isBranch(section)
      ? { clientId: section['clientId'], clientSecret: section['clientSecret'] }
      : {};
    await desk.office.commit({
      putCredential: {
        ...(await sealedFor(desk, { id: demoId, form }, side, keys as Partial<Keys>)),
        setAt: now,
        setBy: by,
        works: true,
        triedAt: now,
      },
    });
  }
  return demoId;
}

/** The page's name of an integration that comes from a file. */
export const fileIdOf = (settings: Settings): string =>
  `file-${integrationId(settings).replace(/[^a-z0-9]+/gi, '-')}`.slice(0, 100);

/**
 * Shows what the files say, switched on. What came from a file that is not named this time is switched off and keeps its
 * people: the next start may name it again. Returns the names of what was switched off.
 */
export async function showFiles(
  desk: FrontDesk,
  files: ReadonlyMap<string, Settings>,
): Promise<readonly string[]> {
  const switchedOff: string[] = [];
  for (const setup of await desk.office.setups()) {
    if (setup.origin === 'sandbox') await removeSandbox(desk, setup);
    else if (setup.origin === 'file' && setup.on && !files.has(setup.id)) {
      await desk.office.commit({
        putSetup: { ...setup, on: false, nextRunAt: null },
        note: noteOf(desk, { name: 'configuration file' }, setup.id, 'file.not-named'),
      });
      switchedOff.push(setup.name);
    }
  }
  await showOwn(desk, files);
  return switchedOff;
}

/**
 * Simulated accounts end with the process that made them. No later one has their names, so what is remembered of them is of
 * no use to anybody. (Somebody may have entered the name of a real account: its memory is not the sandbox's.)
 */
async function removeSandbox(desk: FrontDesk, setup: Setup): Promise<void> {
  const archiveId = archiveIdOf(desk, setup);
  if (archiveId?.startsWith('127.0.0.1:') === true) await desk.office.purgeArchive(archiveId);
  await purgeRehearsals(desk, setup);
  await desk.office.commit({ removeSetup: setup.id });
  await desk.vault.destroy(setup.id);
}

async function showOwn(desk: FrontDesk, files: ReadonlyMap<string, Settings>): Promise<void> {
  const now = desk.now();
  for (const [id, settings] of files) {
    const before = await desk.office.setup(id);
    const made = newSetup(desk, id, settings.name, 'file', formOfSettings(settings), 'configuration file');
    await desk.office.commit({
      putSetup: {
        ...made,
        on: true,
        // A start of the server is no success: what was not seen to before is told as ever.
        createdAt: before?.createdAt ?? made.createdAt,
        begunAt: before?.begunAt ?? now,
        firstOnAt: before?.firstOnAt ?? now,
        lookedAt: before?.lookedAt ?? null,
        nextRunAt: now,
      },
    });
  }
}

/** Another start on the same database, without these files, has switched them off: they are this server's all the same. */
export async function keepOwn(desk: FrontDesk, files: ReadonlyMap<string, Settings>): Promise<boolean> {
  const lost: [string, Settings][] = [];
  for (const one of files) if ((await desk.office.setup(one[0]))?.on !== true) lost.push(one);
  await showOwn(desk, new Map(lost));
  return lost.length > 0;
}

/** Settings as the file would say them, without secrets. */
function formOfSettings({ schedule, ...settings }: Settings): Branch {
  const { everySeconds, ...rest } = schedule;
  const document = JSON.parse(
    JSON.stringify({ ...settings, schedule: { every: `${everySeconds}s`, ...rest } }),
  ) as Branch;
  return formOf(document);
}
