// Asking for the check of a month: it goes on by itself, and what it found stays until somebody asks again.

import { monthOf } from '../../core/month/compare.ts';
import type { MonthCheck } from '../../core/month/month.ts';
import type { Said } from '../../core/settings/mistake.ts';
import { said } from '../../core/settings/mistake.ts';
import { minuteMs } from '../../core/time/calendar.ts';
import type { Archive } from '../../engine/archive.ts';
import { asVendorTrouble } from '../../engine/ports.ts';
import { erasedKey } from '../personal/erased-doors.ts';
import type { Actor, FrontDesk } from '../front-desk.ts';
import { integrationId, openDoorsFor } from '../home.ts';
import { troubleProblem } from '../live/trouble.ts';
import { Problem } from '../problem.ts';
import { noteOf, readSetup } from '../setup/change.ts';
import { archiveIdOf } from '../setup/identity.ts';
import { runSettingsOf, settingsOf } from '../setup/settings-of.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkMonth } from './read.ts';

export interface AskedMonth {
  readonly month: string;
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly askedBy: string | null;
  readonly trouble: Said | null;
  readonly check: MonthCheck | null;
}

/** A check that tells nothing for so long came to its end with the process that made it. */
const longestMs = 20 * minuteMs;

/** @throws Problem where the month is none, or no form is complete */
export async function startMonthCheck(
  desk: FrontDesk,
  actor: Actor,
  setupId: string,
  month: string,
): Promise<AskedMonth> {
  const setup = await readSetup(desk, setupId);
  // What went out went by the form of the runs. Before it has begun its account may still change, and the memory with it.
  const settings = await (setup.begunAt === null ? settingsOf : runSettingsOf)(desk, setup);
  const before = await readMonthCheck(desk, setupId, month);
  if (before.state === 'running') return before;
  const archiveId = integrationId(settings);
  await desk.home.openArchive(settings);
  const started: AskedMonth = {
    month,
    state: 'running',
    startedAt: desk.now(),
    finishedAt: null,
    askedBy: actor.person.name,
    trouble: null,
    check: null,
  };
  await desk.office.putMonth(archiveId, { month, body: started });
  await desk.office.commit({ note: noteOf(desk, actor, setupId, 'month.checked', { month }) });
  void finish(desk, setupId, settings, started).catch(desk.fault);
  return started;
}

async function finish(
  desk: FrontDesk,
  setupId: string,
  settings: Settings,
  started: AskedMonth,
): Promise<void> {
  const made = await check(desk, settings, started);
  // Removed meanwhile with everything: nothing of it is written down again.
  if ((await desk.office.setup(setupId)) === null) return;
  // Whoever was erased while it was made is not written down again.
  const body = await withoutErasedRows(await desk.home.openArchive(settings), made);
  await desk.office.putMonth(integrationId(settings), { month: started.month, body });
  desk.news.tell(setupId, { kind: 'changed' });
}

async function withoutErasedRows(archive: Archive, made: AskedMonth): Promise<AskedMonth> {
  const { salt, people } = await archive.erased();
  if (salt === null || made.check === null) return made;
  const gone = new Set(people.map(({ key }) => key));
  const rows = made.check.rows.filter(
    ({ employee }) =>
      (employee.personioId ?? null) === null ||
      !gone.has(erasedKey(salt, 'personio', employee.personioId ?? '')),
  );
  return { ...made, check: monthOf(made.check.month, rows) };
}

async function check(desk: FrontDesk, settings: Settings, started: AskedMonth): Promise<AskedMonth> {
  try {
    const made = await compared(desk, settings, started.month);
    return { ...started, state: 'done', finishedAt: desk.now(), check: made };
  } catch (error) {
    const trouble = asVendorTrouble(error);
    if (trouble === null) desk.fault(error);
    return {
      ...started,
      state: 'failed',
      finishedAt: desk.now(),
      trouble: trouble === null ? ourFault : troubleProblem(trouble).said,
    };
  }
}

async function compared(desk: FrontDesk, settings: Settings, month: string): Promise<MonthCheck> {
  const archive = await desk.home.openArchive(settings);
  const doors = await openDoorsFor(desk.home, settings, archive);
  try {
    return await checkMonth({ doors, archive, settings }, month, () => undefined);
  } finally {
    await doors.close();
  }
}

const ourFault = said(
  'A fault of ours. It has been written to the log. Try again.',
  'Ein Fehler auf unserer Seite. Er wurde protokolliert. Versuchen Sie es erneut.',
);
const cutShort = said(
  'The comparison came to no end, because Tandem was stopped meanwhile. Start it again.',
  'Der Vergleich kam nicht zu Ende, weil Tandem inzwischen angehalten wurde. Starten Sie ihn erneut.',
);

export async function readMonthCheck(desk: FrontDesk, setupId: string, month: string): Promise<AskedMonth> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Problem('not-found');
  const archiveId = archiveIdOf(desk, await readSetup(desk, setupId));
  const stored = archiveId === null ? null : await desk.office.storedMonth(archiveId, month);
  if (stored === null) return { ...never, month };
  const body = stored.body as AskedMonth;
  const isOver = body.state === 'running' && desk.now() - (body.startedAt ?? 0) > longestMs;
  return isOver ? { ...body, state: 'failed', trouble: cutShort } : body;
}

const never: AskedMonth = {
  month: '',
  state: 'none',
  startedAt: null,
  finishedAt: null,
  askedBy: null,
  trouble: null,
  check: null,
};

export interface MadeMonth {
  readonly check: MonthCheck;
  readonly finishedAt: number | null;
}

/** @throws Problem where it has not been made yet */
export async function madeMonthCheck(desk: FrontDesk, setupId: string, month: string): Promise<MadeMonth> {
  const { check: made, finishedAt } = await readMonthCheck(desk, setupId, month);
  if (made === null) throw new Problem('not-found');
  return { check: made, finishedAt };
}
