// What cannot go is no action of a run, but belongs into its table, on the page and in files: who misses it there thinks it
// done.

import type { ReportLine } from '../../core/report/run-report.ts';
import { type ReadRun, type ShownAction, isAbout } from './read.ts';

/** A row for every line about a person that no action tells already. */
export function heldRows({ actions, report }: Pick<ReadRun, 'actions' | 'report'>): ShownAction[] {
  const stopped = actions.filter(
    ({ kind, outcome }) => kind === 'hold' || outcome === 'refused' || outcome === 'unknown',
  );
  // What an action that was held gives as its reason is one line; another cause on the same day has a row of its own.
  const isTold = (line: ReportLine): boolean =>
    stopped.some(
      ({ part, employee, date, because }) =>
        isAbout(line, part, employee.personioId, date) &&
        (because === null || because.en === line.message.en),
    );
  return [...report.issues, ...report.holds].flatMap((line) => (isTold(line) ? [] : heldRow(line)));
}

/** Nothing for a line about nobody in particular. */
const heldRow = ({ part, employee, date, type, message }: ReportLine): ShownAction[] =>
  employee === null
    ? []
    : [
        {
          kind: 'hold',
          part,
          employee,
          date,
          before: null,
          after: null,
          type,
          outcome: 'planned',
          because: message,
        },
      ];
