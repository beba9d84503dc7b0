// The result of a pilot side by side: what a run wrote, beside what stands in Personio now, read afresh.

import { absenceCraft } from '../../core/absences/craft.ts';
import { attendanceCraft } from '../../core/attendance/craft.ts';
import { contentText, dateOfContent } from '../../core/report/contents.ts';
import type { Part } from '../../core/report/codes.ts';
import type { EmployeeRef } from '../../core/report/run-report.ts';
import { type Craft, type TargetRecord, isStanding } from '../../core/sync/desk.ts';
import type { RunAction } from '../../engine/archive.ts';
import type { HrDoor } from '../../engine/ports.ts';
import { type Standing, standingAbsence, standingAttendance } from '../../engine/target-desk.ts';
import { typeNames } from '../../engine/type-book.ts';
import { askVendors } from '../live/ask.ts';
import type { FrontDesk } from '../front-desk.ts';
import { Problem } from '../problem.ts';
import { readSetup } from '../setup/change.ts';
import { pageSettingsOf } from '../setup/settings-of.ts';
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
  const settings = await pageSettingsOf(desk, await readSetup(desk, setupId));
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
  const typeName = typeNames(await archive.memory());
  const standing = await askVendors(desk, settings, ({ hr }) => readStanding(hr, written));
  const { projects, notes } = settings.attendances;
  const ofHours = attendanceCraft({ projects: projects.length > 0, notes });
  const rows = written.map(({ part, employeeId, targetId, to }): ComparedRow => {
    const there = standing.get(targetId ?? '');
    const type = part === 'absences' ? typeName(to) : null;
    const { equal } = (part === 'absences' ? absenceCraft : ofHours) as Craft<unknown>;
    const same = there !== undefined && isStanding(there) && equal(there.content, to);
    const row = {
      employee: named.get(employeeId) ?? { personioId: employeeId, timetacId: null, name: null },
      part,
      date: dateOfContent(part, to),
      ours: contentText(part, to),
      type,
      same,
    };
    return { ...row, theirs: there === undefined ? null : theirsText(row, there, typeName(there.content)) };
  });
  return { rows, differences: rows.filter((row) => !row.same).length };
}

type There = Pick<TargetRecord<unknown>, 'content' | 'standing'>;

async function readStanding(hr: HrDoor, written: readonly RunAction[]): Promise<ReadonlyMap<string, There>> {
  const found = new Map<string, There>();
  for (const part of ['absences', 'attendances'] as const) {
    const ids = written.flatMap((action) =>
      action.part === part && action.targetId !== null ? [action.targetId] : [],
    );
    for (let index = 0; index < ids.length; index += idsPerCall) {
      const query = { ids: ids.slice(index, index + idsPerCall) };
      const rows: readonly Standing<unknown>[] =
        part === 'absences'
          ? (await hr.readAbsencePeriods(query)).rows.map(standingAbsence)
          : (await hr.readAttendancePeriods(query)).rows.map(standingAttendance);
      for (const row of rows) found.set(row.id, row);
    }
  }
  return found;
}

/** With everything by which it differs, so that no two texts look the same that are not. */
function theirsText(
  { part, ours, type: ourType, same }: Omit<ComparedRow, 'theirs'>,
  there: There,
  type: string | null,
): string {
  const text = contentText(part, there.content) ?? '';
  const more = [
    ...(isStanding(there) ? [] : [there.standing]),
    ...(part === 'absences' && type !== ourType ? [type ?? '?'] : []),
  ];
  // Project or comment, which no short text holds.
  const other = same || more.length > 0 || text !== ours ? [] : ['≠'];
  return [text, ...more, ...other].join(' · ');
}
