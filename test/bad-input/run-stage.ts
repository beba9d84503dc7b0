// Whole runs with one wrong answer in them: a company at the beginning or in its daily life, opened anew for every run,
// and what a run wrote in words that two runs can be compared by.

import type { RunReport } from '../../src/core/report/run-report.ts';
import type { Archive } from '../../src/engine/archive.ts';
import type { Side } from '../../src/engine/ports.ts';
import type { RunRequest } from '../../src/engine/workshop.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import { MemoryArchive } from '../../src/store/memory/memory-archive.ts';
import type { Story } from '../support/company.ts';
import { createWorld, type Handle } from '../support/world.ts';
import { dayGoesOn, openCompany } from './company.ts';

export interface Scene {
  readonly name: string;
  readonly states: CompanyStates;
  readonly archive: Archive;
  readonly now: number;
  readonly request: Partial<RunRequest>;
}

/** A first run, and a quarter of an hour after it an incremental and a full one. */
export async function openScenes(): Promise<readonly Scene[]> {
  const first = openCompany();
  const beginning = sceneOf('a first run', first, {});
  const story = openCompany();
  await story.sync();
  dayGoesOn(story);
  story.later();
  return [beginning, sceneOf('an incremental run', story, {}), sceneOf('a full run', story, { full: true })];
}

function sceneOf(name: string, { states, archive, world }: Story, request: Partial<RunRequest>): Scene {
  return { name, states, archive, now: world.clock.now(), request };
}

/** One call as it went over the wire. */
export interface Heard {
  readonly side: Side;
  readonly method: string;
  readonly url: string;
  readonly text: string;
}

export interface Ran {
  readonly report: RunReport | Error;
  readonly heard: readonly Heard[];
  /** Every call that changed something, as a sentence. */
  readonly writes: readonly string[];
  /** What stands on both sides after one more full run without any mishap. */
  readonly afterwards: () => Promise<readonly string[]>;
}

/** Plays the scene; `change` may put another text in place of an answer. */
export async function play(scene: Scene, change: (heard: Heard) => string | null): Promise<Ran> {
  const states = structuredClone(scene.states);
  const heard: Heard[] = [];
  const writes: string[] = [];
  let listening = true;
  const between =
    (handle: Handle, side: Side): Handle =>
    async (request) => {
      if (!listening) return handle(request);
      const body = await request.clone().text();
      const target = targetOf(request, states);
      const response = await handle(request);
      const text = await response.text();
      const { method, url } = request;
      if (method !== 'GET' && !url.endsWith('/token') && response.ok) {
        writes.push(`${method} ${target} ${body}`);
      }
      const call: Heard = { side, method, url, text };
      heard.push(call);
      const changed = change(call);
      const status = response.status;
      const answer = changed ?? text;
      return new Response(answer === '' ? null : answer, { status, headers: response.headers });
    };
  const archive = await MemoryArchive.copyOf(scene.archive);
  const world = createWorld({ startDate: '2026-01-01', states, now: scene.now, archive, between });
  drawTakenIds(world);
  const report = await world.sync(scene.request).catch((error: unknown) => error as Error);
  const afterwards = async (): Promise<readonly string[]> => {
    listening = false;
    for (const minutes of [15, 30]) {
      world.clock.advance(minutes * 60_000);
      await world.sync({ full: true });
    }
    return standing(states);
  };
  return { report, heard, writes, afterwards };
}

/** The dice of every world begin alike: ids that are taken already are drawn first. */
function drawTakenIds({ personio }: ReturnType<typeof createWorld>): void {
  for (let drawn = 0; drawn < 60; drawn++) {
    const day = { person_id: '3001', type: 'WORK', start: '2020-01-01T08:00:00', end: null } as const;
    personio.people.deleteAttendance(personio.people.addAttendance(day).id);
  }
}

/** Whom a call concerns, without the id that a vendor drew. */
function targetOf(request: Request, { personio }: CompanyStates): string {
  const { pathname } = new URL(request.url);
  const id = pathname.split('/').at(-1);
  const attendance = personio.attendances.find((one) => one.id === id);
  const absence = personio.absences.find((one) => one.id === id);
  if (attendance !== undefined)
    return `attendance ${attendance.person_id} ${attendance.type} ${attendance.start}`;
  if (absence !== undefined)
    return `absence ${absence.person_id} ${absence.absence_type_id} ${absence.first}`;
  return pathname;
}

function standing({ personio, timetac }: CompanyStates): readonly string[] {
  return [
    ...personio.attendances.map((one) =>
      [one.person_id, one.type, one.start, one.end, one.status, one.comment, one.project_id].join(' '),
    ),
    ...personio.absences.map((one) =>
      [
        one.person_id,
        one.absence_type_id,
        one.first,
        one.last,
        one.starts_at_midday,
        one.ends_at_midday,
        JSON.stringify(one.hours),
        one.status,
      ].join(' '),
    ),
    ...timetac.users.map((one) =>
      [
        one.external_id,
        one.username,
        one.firstname,
        one.lastname,
        one.active,
        one.entry_date,
        one.exit_date,
        one.birthday,
        one.personnel_number,
      ].join(' '),
    ),
  ].sort();
}
