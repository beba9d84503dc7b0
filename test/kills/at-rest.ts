// What stands when nothing is left to do, as lines that two histories can be compared by: ids and times apart, an
// unkilled process and a killed one leave the same.

import type { RunReport } from '../../src/core/report/run-report.ts';
import type { Archive } from '../../src/engine/archive.ts';
import type { Story } from '../support/company.ts';

export async function linesAtRest(story: Story, archive: Archive, report: RunReport): Promise<string[]> {
  return [...atVendors(story), ...(await inArchive(story, archive)), ...told(report)].sort();
}

/** Lines that one has and the other has not; empty when both are the same. */
export function differences(expected: readonly string[], found: readonly string[]): string[] {
  const rest = [...found];
  const missing = expected.filter((line) => {
    const index = rest.indexOf(line);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  return [...missing.map((line) => `missing: ${line}`), ...rest.map((line) => `too much: ${line}`)];
}

function atVendors({ states: { personio, timetac } }: Story): string[] {
  return [
    ...personio.attendances.map((one) =>
      words(
        'attendance',
        one.person_id,
        one.type,
        one.start,
        one.end,
        one.project_id,
        one.status,
        one.created_by,
      ),
    ),
    ...personio.absences.map((one) => {
      const { id: _id, created_at: _created, updated_at: _updated, ...rest } = one;
      return words('absence', rest);
    }),
    ...timetac.users.map((one) => {
      const { id: _id, password: _password, updated: _updated, ...rest } = one;
      return words('user', rest);
    }),
  ];
}

async function inArchive({ states }: Story, archive: Archive): Promise<string[]> {
  const standing = new Set([
    ...[...states.personio.attendances, ...states.personio.absences].map(({ id }) => id),
    ...states.timetac.users.map(({ id }) => String(id)),
  ]);
  const links = await Promise.all(
    (['employees', 'absences', 'attendances'] as const).map((part) => archive.links<unknown>({ part })),
  );
  const linked = new Set(links.flat().map(({ targetId }) => targetId));
  const unknown = [...states.personio.attendances, ...states.personio.absences].filter(
    ({ id, created_by }) => created_by === 'API' && !linked.has(id),
  );
  const runs = await archive.runs(1_000);
  const actions = await Promise.all(runs.map(({ id }) => archive.actions(id)));
  return [
    ...actions
      .flat()
      .filter(({ kind, outcome }) => outcome === 'done' && cameOrWent.includes(kind))
      .map(({ kind, part, key }) => words('done', kind, part, key)),
    ...links.flat().map(({ part, key, employeeId, origin, agreed, targetId }) => {
      const there = standing.has(targetId) ? 'stands' : 'stands no more';
      return words('link', part, key, employeeId, origin, agreed, there);
    }),
    // The undone and the forgotten stand unlinked in both histories.
    ...unknown.map(({ person_id }) => words('a record that we wrote and do not know', person_id)),
    ...(await archive.intents()).map(({ part, kind, key }) => words('intent', part, kind, key)),
    ...(await archive.findings()).map(({ part, unit, findings }) =>
      words(
        'findings',
        part,
        unit,
        findings.map(({ code, on }) => `${code} ${on}`),
      ),
    ),
    ...(await archive.decisions()).map(({ about, name, choice, doneAt }) =>
      words('decision', about, name, choice, doneAt === null ? 'open' : 'done'),
    ),
    // A lesson that died with its teacher is learned from the next record; nothing that stands depends on it.
    ...Object.keys(await archive.memory())
      .filter((key) => !key.startsWith('fact.'))
      .map((key) => words('memory', key)),
  ];
}

/** What a run is known to have done: undo goes by it. An update may take two steps where a kill fell between them. */
const cameOrWent: readonly string[] = ['create', 'delete'];

const told = (report: RunReport): string[] =>
  report.issues.map(({ code, employee, date, covers }) =>
    words('issue', code, employee?.personioId ?? '-', date ?? '-', covers),
  );

const words = (...parts: readonly unknown[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
