// How many rows a second the pure core plans on one core: rows of the time system in, actions out, nothing read or
// written. `npm run bench:planner`; the figure is rows per second, the median of several rounds. Beside each round the
// same rows are read from JSON: how the two compare says the same on a slow or busy machine as on a fast one.

import type { Absence, AbsenceContent, AbsenceDay } from '../src/core/absences/absence.ts';
import { absenceCraft } from '../src/core/absences/craft.ts';
import { deriveAbsencePeriods } from '../src/core/absences/derive.ts';
import { type AbsenceRules } from '../src/core/absences/derived.ts';
import type { AttendanceContent, TimeEntry } from '../src/core/attendance/attendance.ts';
import { attendanceCraft } from '../src/core/attendance/craft.ts';
import { type AttendanceRules, deriveDay } from '../src/core/attendance/derive.ts';
import { noAnswers } from '../src/core/sync/decision.ts';
import type { Craft, Link, SourceRecord, TargetRecord } from '../src/core/sync/desk.ts';
import { type UnitInput, planUnit } from '../src/core/sync/plan-unit.ts';
import { addDays, datesFrom, weekdayOf } from '../src/core/time/calendar.ts';
import { timeEntry } from '../test/support/time-entry.ts';

const people = 100;
const firstDay = '2026-01-01';
const lastDay = '2026-06-30';
const rounds = 7;

interface Figure {
  readonly name: string;
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly lowest: number;
  readonly highest: number;
  /** What the planner reaches of `JSON.parse` with the same rows: the median of the rounds. */
  readonly ofParsing: number;
}

export function benchPlanner(): Figure[] {
  return [
    measure('attendances, unchanged', attendanceDays(0)),
    measure('attendances, 5 % changed', attendanceDays(20)),
    measure('absences, unchanged', absencePeople()),
  ];
}

interface Load {
  readonly rows: number;
  readonly plan: () => number;
  /** The rows of each unit as they would come over the wire. */
  readonly texts: readonly string[];
}

function measure(name: string, { rows, plan, texts }: Load): Figure {
  const parse = (): number => texts.reduce((sum, text) => sum + (JSON.parse(text) as unknown[]).length, 0);
  plan();
  parse();
  const measured = Array.from({ length: rounds }, () => ({
    rate: rateOf(rows, plan),
    parsing: rateOf(rows, parse),
  }));
  const rates = measured.map(({ rate }) => rate);
  return {
    name,
    rows,
    rowsPerSecond: Math.round(medianOf(rates)),
    lowest: Math.round(Math.min(...rates)),
    highest: Math.round(Math.max(...rates)),
    ofParsing: Math.round(medianOf(measured.map(({ rate, parsing }) => rate / parsing)) * 100) / 100,
  };
}

function rateOf(rows: number, work: () => number): number {
  const began = performance.now();
  if (work() < 0) throw new Error('bench: nothing was done');
  return rows / ((performance.now() - began) / 1000);
}

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const workdays = datesFrom(firstDay, lastDay).filter((date) => weekdayOf(date) <= 5);

/** Four rows a day: work, break, work, and an hour on another task. One day in `changedEvery` has another end. */
function attendanceDays(changedEvery: number): Load {
  const rules: AttendanceRules = {
    granularity: 'merged',
    paidBreaks: 'work',
    approvedOnly: false,
    notes: false,
    projects: new Map([['7', 'project']]),
  };
  const craft = attendanceCraft({ projects: true, notes: false });
  let ids = 0;
  const entry = (
    userId: string,
    date: string,
    from: string,
    to: string,
    kind: TimeEntry['kind'],
    taskId: string,
  ): TimeEntry =>
    timeEntry({
      id: String(++ids),
      userId,
      start: `${date}T${from}:17`,
      end: `${date}T${to}:17`,
      kind,
      taskId,
    });
  const days = Array.from({ length: people }, (_, person) =>
    workdays.map((date, index) => {
      const userId = String(person);
      const rows = [
        entry(userId, date, '08:00', '12:00', 'work', '4'),
        entry(userId, date, '12:00', '12:30', 'break', '9'),
        entry(userId, date, '12:30', '16:00', 'work', '4'),
        entry(userId, date, '16:00', '17:00', 'work', '7'),
      ];
      const agreed = deriveDay(date, rows, rules).periods.map(({ key, content }) => ({ key, content }));
      const moved = changedEvery > 0 && (person + index) % changedEvery === 0;
      const now = moved
        ? rows.map((row, at) => (at === 3 ? { ...row, end: `${date}T17:30:00` } : row))
        : rows;
      return { date, rows: now, ...standing('attendances', userId, agreed, craft) };
    }),
  ).flat();
  return {
    rows: ids,
    texts: days.map(({ rows }) => JSON.stringify(rows)),
    plan: () => {
      let actions = 0;
      for (const { date, rows, links, targets } of days) {
        const derived = deriveDay(date, rows, rules);
        actions += planUnit(unit('attendances', derived.periods, links, targets), craft).actions.length;
      }
      return actions;
    },
  };
}

/** Per person and half a year: two weeks of vacation, a week of sickness, and five single days, with their day rows. */
function absencePeople(): Load {
  const rules: AbsenceRules = {
    mapping: (typeKey) => ({ kind: 'sync', typeId: typeKey === '1:0' ? 'vacation' : 'sick', unit: 'days' }),
    fractions: 'hold',
    startDate: firstDay,
    lockedUntil: null,
    exitOn: null,
    dayRowsExist: true,
    targetHours: new Map(),
  };
  let rows = 0;
  const all = Array.from({ length: people * 10 }, (_, person) => {
    const userId = String(person);
    const absences: Absence[] = [];
    const days: AbsenceDay[] = [];
    const book = (typeKey: string, from: string, to: string): void => {
      const id = String(++rows);
      absences.push({
        id,
        userId,
        typeKey,
        status: 'granted',
        from,
        to,
        unit: 'days',
        duration: null,
        firstDayShare: null,
        lastDayShare: null,
        beginsAt: null,
      });
      for (const on of datesFrom(from, to).filter((date) => weekdayOf(date) <= 5))
        days.push({
          id: String(++rows),
          absenceId: id,
          userId,
          on,
          publicHoliday: false,
          value: 1,
          unit: 'days',
          beginsAt: null,
        });
    };
    const shift = person % 20;
    book('1:0', addDays('2026-02-02', shift), addDays('2026-02-13', shift));
    book('3:11', addDays('2026-04-06', shift), addDays('2026-04-10', shift));
    for (let week = 0; week < 5; week++)
      book('1:0', addDays('2026-05-11', week * 7), addDays('2026-05-11', week * 7));
    const { periods } = deriveAbsencePeriods(absences, days, [], rules);
    return { absences, days, ...standing('absences', userId, periods, absenceCraft) };
  });
  return {
    rows,
    texts: all.map(({ absences, days }) => JSON.stringify([...absences, ...days])),
    plan: () => {
      let actions = 0;
      for (const { absences, days, links, targets } of all) {
        const derived = deriveAbsencePeriods(absences, days, links, rules);
        actions += planUnit(unit('absences', derived.periods, links, targets), absenceCraft).actions.length;
      }
      return actions;
    },
  };
}

function standing<C extends AttendanceContent | AbsenceContent>(
  part: 'attendances' | 'absences',
  employeeId: string,
  records: readonly SourceRecord<C>[],
  craft: Craft<C>,
): { links: Link<C>[]; targets: TargetRecord<C>[] } {
  const links = records.map(({ key, content }): Link<C> => {
    const { from, to } = craft.span(content);
    return {
      part,
      key,
      targetId: `target ${key}`,
      employeeId,
      from,
      to,
      origin: 'created',
      agreed: content,
      linkedAt: 0,
    };
  });
  const targets = links.map(
    ({ targetId, agreed }): TargetRecord<C> => ({
      id: targetId,
      content: agreed,
      standing: 'live',
      createdAt: 0,
    }),
  );
  return { links, targets };
}

const unit = <C>(
  part: 'attendances' | 'absences',
  sources: readonly SourceRecord<C>[],
  links: readonly Link<C>[],
  targets: readonly TargetRecord<C>[],
): UnitInput<C> => ({
  part,
  employeeId: '1',
  userId: '1',
  sources,
  waiting: new Set(),
  unitWaits: false,
  outOfScope: new Set(),
  targets,
  links,
  movedAway: [],
  oursElsewhere: new Set(),
  refusals: new Map(),
  answers: noAnswers,
  findings: [],
  policy: {
    freezes: part === 'attendances' ? 'unit' : 'record',
    inTheWay: 'overlaps-foreign',
    onTargetEdit: 'hold',
  },
  lockedUntil: null,
  exitOn: null,
});
