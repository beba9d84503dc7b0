// Credentials: tried before the old ones are dropped, kept sealed, never told again.

import type { Side } from '../../engine/ports.ts';
import { checkAccounts } from '../check-accounts.ts';
import type { CheckLine } from '../check-lines.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import type { Setup } from '../office/office.ts';
import { noteOf, readSetup, runSoon } from './change.ts';
import { accountOf } from './identity.ts';
import { credentialsOf, draftOf, type Keys, keysOf, keysOrNone, noKeys, sealedFor } from './settings-of.ts';
import { Problem } from '../problem.ts';

export interface Tried {
  readonly kept: boolean;
  readonly works: boolean;
  readonly lines: readonly CheckLine[];
}

/** Asks the vendor with new credentials, and keeps them where it takes them, or where a person insists. */
export async function setCredentials(
  desk: FrontDesk,
  actor: Actor | { readonly name: string },
  setupId: string,
  side: Side,
  keys: Keys,
  keepAnyway: boolean,
): Promise<Tried> {
  const setup = await readSetup(desk, setupId);
  if (setup.origin === 'file') throw new Problem('read-only');
  const { works, lines } = await tryCredentials(desk, setup, side, keys);
  const kept = works || keepAnyway;
  if (kept) {
    const note = noteOf(desk, actor, setupId, 'credentials.set', {
      side,
      works,
      endsIn: keys.clientId.slice(-4),
    });
    await desk.office.commit({
      putCredential: {
        ...(await sealedFor(desk, setup, side, keys)),
        setAt: note.at,
        setBy: note.who,
        works,
        triedAt: note.at,
      },
      note,
    });
    await rememberProof(desk, setup, lines);
    if (works) await runSoon(desk, setup);
    desk.news.tell(setupId, { kind: 'changed' });
  }
  return { kept, works, lines };
}

/** Before anybody is asked. */
export async function keepUntried(
  desk: FrontDesk,
  who: { readonly name: string },
  setup: Setup,
  side: Side,
  keys: Keys,
): Promise<void> {
  await desk.office.commit({
    putCredential: {
      ...(await sealedFor(desk, setup, side, keys)),
      setAt: desk.now(),
      setBy: who.name,
      works: null,
      triedAt: null,
    },
  });
}

/** TimeTac answered for this very account: from now on the integration has the account's memory. */
async function rememberProof(desk: FrontDesk, asked: Setup, lines: readonly CheckLine[]): Promise<void> {
  const account = accountOf(desk, asked);
  const isAnswered = lines.some((line) => line.side === 'timetac' && line.class === 'ok');
  if (account === null || !isAnswered || asked.origin === 'file') return;
  await desk.office.changeSetup(asked.id, (now) =>
    now.provenAccount === account ? null : { putSetup: withProof(now, account) },
  );
}

const withProof = (setup: Setup, account: string): Setup => {
  const { provenAccount: before = null, formerAccounts = [] } = setup;
  return {
    ...setup,
    provenAccount: account,
    formerAccounts: before === null ? formerAccounts : [...new Set([...formerAccounts, before])],
  };
};

/** Only what this vendor says counts; names of the form that are not found yet are another step's. */
async function tryCredentials(
  desk: FrontDesk,
  setup: Setup,
  side: Side,
  keys: Keys,
): Promise<{ works: boolean; lines: readonly CheckLine[] }> {
  const other = side === 'personio' ? 'timetac' : 'personio';
  const otherKeys = (await keysOf(desk, setup, other)) ?? noKeys;
  const settings = draftOf(
    desk,
    setup.form,
    {
      personio: side === 'personio' ? keys : otherKeys,
      timetac: side === 'timetac' ? keys : otherKeys,
    },
    [side],
  );
  // Rights are asked for whatever the form has switched on so far: all of them will be needed.
  const all = {
    ...settings,
    absences: { ...settings.absences, enabled: true },
    attendances: { ...settings.attendances, enabled: true },
  };
  const lines = (await checkAccounts(desk.home, all, [side])).filter((line) => line.class !== 'name');
  return { works: !lines.some((line) => line.class === 'access'), lines };
}

/** Everything that can be found out about both accounts now (`tandem check`); remembers whether they work. */
export async function checkSetup(
  desk: FrontDesk,
  setupId: string,
): Promise<{ readonly lines: readonly CheckLine[]; readonly works: Readonly<Record<Side, boolean>> }> {
  const setup = await readSetup(desk, setupId);
  const stored = await credentialsOf(desk, setup);
  const file = desk.files.get(setupId);
  const sides = (['personio', 'timetac'] as const).filter(
    (side) => file !== undefined || stored[side] !== null,
  );
  if (sides.length === 0) throw new Problem('credentials-missing');
  const settings = file ?? draftOf(desk, setup.form, await keysOrNone(desk, setup), sides);
  const lines = await checkAccounts(desk.home, settings, sides);
  await rememberProof(desk, setup, lines);
  const worksAt = (side: Side): boolean =>
    sides.includes(side) && !lines.some((line) => line.side === side && line.class === 'access');
  for (const side of sides) {
    const credential = stored[side];
    if (credential !== null)
      await desk.office.commit({
        markCredential: { ...credential, works: worksAt(side), triedAt: desk.now() },
      });
  }
  const worksAgain = sides.some((side) => stored[side]?.works === false && worksAt(side));
  if (worksAgain) await runSoon(desk, setup);
  return { lines, works: { personio: worksAt('personio'), timetac: worksAt('timetac') } };
}
