// The columns of a month by which its people can be sorted, in the order in which they stand.

import { nameOf } from '../runs/actions.ts';
import type { RowTexts } from '../ui/rows.ts';
import type { Measure, MonthRow } from './differences.ts';
import { differenceOf } from './differences.ts';

/** How far apart, not in which direction: the worst should stand together. */
const distance =
  (measure: Measure) =>
  (row: MonthRow): number =>
    Math.abs(differenceOf(row, measure));

export const monthColumns = [
  { key: 'person', sort: ({ employee }) => nameOf(employee) },
  { key: 'timetac-hours', sort: ({ timetacHours }) => timetacHours },
  { key: 'personio-hours', sort: ({ personioHours }) => personioHours },
  { key: 'hours', sort: distance('hours') },
  { key: 'timetac-days', sort: ({ timetacDays }) => timetacDays },
  { key: 'personio-days', sort: ({ personioDays }) => personioDays },
  { key: 'days', sort: distance('days') },
  { key: 'dates', sort: ({ days }) => days.length },
] as const satisfies readonly RowTexts<MonthRow>[];
