// The result of a pilot side by side: what a run wrote, beside what stands in Personio now, read afresh.

import { contentText, dateOfContent } from '../../core/report/contents.ts';
import type { Part } from '../../core/report/codes.ts';
import type { EmployeeRef } from '../../core/report/run-report.ts';
import type { RunAction } from '../../engine/archive.ts';
import { askVendors } from '../live/ask.ts';
import type { FrontDesk } from '../front-desk.ts';
import { Problem } from '../problem.ts';
import { readSetup } from '../setup/change.ts';
import { draftSettingsOf } from '../setup/settings-of.ts';
import { readRun } from './read.ts';

export interface ComparedRow {
  readonly employee: EmployeeRef | null;
  readonly part: Part;
  readonly date: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly type: string | null;
  readonly same: boolean;
}

/** Ids in one list call. */
const idsPerCall = 50;

export async function compareRun(
  desk: FrontDesk,
  setupId: string,
  runId: string,
): Promise<{ readonly rows: readonly ComparedRow[]; readonly differences: number }> {
  const read = await readRun(desk, setupId, runId);
  if (read.report.run.mode !== 'live') throw new Problem('not-possible');
  const settings = await draftSettingsOf(desk, await readSetup(desk, setupId));
  const archive = await desk.home.openArchive(settings);
  const written = (await archive.actions(runId)).filter(
    (action) =>
      action.part !== 'employees' &&
      action.outcome === 'done' &&
      action.targetId !== null &&
      (action.kind === 'create' || action.kind === 'update' || action.kind === 'adopt'),
  );
  const named = new Map(
    read.actions.flatMap(({ employee }) =>
      employee.personioId === null ? [] : [[employee.personioId, employee]],
    ),
  );
  const standing = await askVendors(desk, settings, async ({ hr }) => {
    const texts = new Map<string, string | null>();
    for (const part of ['absences', 'attendances'] as const) {
      const ids = written.flatMap((action) =>
        action.part === part && action.targetId !== null ? [action.targetId] : [],
      );
      for (let index = 0; index < ids.length; index += idsPerCall) {
        const query = { ids: ids.slice(index, index + idsPerCall) };
        const { rows } =
          part === 'absences' ? await hr.readAbsencePeriods(query) : await hr.readAttendancePeriods(query);
        for (const row of rows) texts.set(row.id, contentText(part, row.content));
      }
    }
    return texts;
  });
  const rows = written.map((action) => compared(action, named, standing));
  return { rows, differences: rows.filter((row) => !row.same).length };
}

function compared(
  { part, employeeId, targetId, to }: RunAction,
  named: ReadonlyMap<string, EmployeeRef>,
  standing: ReadonlyMap<string, string | null>,
): ComparedRow {
  const ours = contentText(part, to);
  const theirs = standing.get(targetId ?? '') ?? null;
  return {
    employee: named.get(employeeId) ?? { personioId: employeeId, timetacId: null, name: null },
    part,
    date: dateOfContent(part, to),
    ours,
    theirs,
    type: null,
    same: ours === theirs,
  };
}
