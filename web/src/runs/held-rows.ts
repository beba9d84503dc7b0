// What cannot go is no action of a run, but belongs into the same table: who would miss it there would think it done.

import type { Answer, Line, RunActionView } from '../api/types.ts';

/** The actions, and a row for every line about a person that no action tells already. */
export function withHeld({
  actions,
  issues,
  holds,
}: Pick<Answer<'readRun'>, 'actions' | 'issues' | 'holds'>): readonly RunActionView[] {
  const stopped = actions.filter(
    ({ kind, outcome }) => kind === 'hold' || outcome === 'refused' || outcome === 'unknown',
  );
  const told = (line: Line): boolean => stopped.some((action) => isAbout(action, line));
  return [
    ...actions,
    ...[...issues, ...holds].filter((line) => line.employee !== null && !told(line)).map(rowOf),
  ];
}

function isAbout(action: RunActionView, line: Line): boolean {
  const { date } = action;
  const last = line.until ?? line.date;
  return (
    action.part === line.part &&
    action.employee?.personioId === line.employee?.personioId &&
    (date === null || line.date === null || last === null || (line.date <= date && date <= last))
  );
}

function rowOf({ part, employee, date, type, message }: Line): RunActionView {
  return {
    kind: 'hold',
    part,
    employee,
    date,
    before: null,
    after: null,
    type,
    outcome: 'planned',
    because: message,
  };
}
