// The traces: what stands before, what people do, and when the contestants run.

import { addDays, type LocalDate } from '../../src/core/time/calendar.ts';
import { workdaysAfter, workdaysBefore } from './company.ts';
import {
  adjust,
  cancelLeave,
  correct,
  enterByHand,
  people,
  type PartOfDay,
  strike,
  takeLeave,
  work,
} from './deeds.ts';
import type { Deed } from './piece.ts';

export const traceNames = ['idle', 'day', 'burst', 'year', 'loss', 'hundred'] as const;
export type TraceName = (typeof traceNames)[number];

export interface Trace {
  readonly name: TraceName;
  readonly title: string;
  /** Companies that one process looks after, and people in each. */
  readonly companies: number;
  readonly employees: number;
  /** Hours and absences count from here on. */
  readonly startDate: LocalDate;
  /** First day that a contestant without memory looks at. */
  readonly windowFrom: LocalDate;
  /** Exported before anything is measured; null: nothing was, and the first run is measured. */
  readonly before: readonly Deed[] | null;
  /** What happens before each measured run. */
  readonly runs: readonly (readonly Deed[])[];
  /** Whether the contestants are asked to look for news, or to run. */
  readonly asks: 'poll' | 'run';
  /** Share of Personio's writes that are done, but whose answer is lost. */
  readonly lossShare: number;
  /** The contestant's process is killed while this write (counted from 1) is under way. */
  readonly crashAtWrite: number | null;
}

export type Scale = 'full' | 'quick';

const wholeDay: readonly PartOfDay[] = ['morning', 'break', 'afternoon'];

/** The same date and scale give the same trace. */
export function traceOf(name: TraceName, today: LocalDate, scale: Scale): Trace {
  const isFull = scale === 'full';
  const [yesterday = '', day = ''] = workdaysBefore(today, 2);
  const calm = { companies: 1, asks: 'run', lossShare: 0, crashAtWrite: null } as const;
  const recent = { startDate: yesterday, windowFrom: day };
  switch (name) {
    case 'idle':
      return {
        ...calm,
        ...recent,
        name,
        title: 'Idle poll',
        employees: isFull ? 50 : 5,
        before: work(people(0, isFull ? 50 : 5), day, wholeDay),
        runs: [[]],
        asks: 'poll',
      };
    case 'day':
      return dayTrace(isFull ? 200 : 6, yesterday, day, today);
    case 'burst': {
      const employees = isFull ? 200 : 10;
      return {
        ...calm,
        ...recent,
        name,
        title: 'Evening burst',
        employees,
        before: work(people(0, Math.min(20, employees)), yesterday, wholeDay),
        runs: [work(people(0, employees), day, wholeDay)],
      };
    }
    case 'year': {
      const days = workdaysBefore(today, isFull ? 60 : 10);
      const everybody = people(0, isFull ? 25 : 4);
      return {
        ...calm,
        name,
        title: 'First run of a year',
        employees: everybody.length,
        startDate: days[0] ?? day,
        windowFrom: days[0] ?? day,
        before: null,
        runs: [days.flatMap((on) => work(everybody, on, ['whole']))],
      };
    }
    case 'loss': {
      const employees = isFull ? 100 : 8;
      return {
        ...calm,
        ...recent,
        name,
        title: '1 % lost answers and a crash',
        employees,
        before: work(people(0, Math.min(20, employees)), yesterday, wholeDay),
        runs: [work(people(0, employees), day, wholeDay), []],
        lossShare: 0.01,
        crashAtWrite: employees + 1,
      };
    }
    case 'hundred': {
      const everybody = people(0, 3);
      return {
        ...calm,
        ...recent,
        name,
        title: '100 integrations',
        companies: isFull ? 100 : 3,
        employees: 3,
        windowFrom: yesterday,
        before: null,
        runs: [
          [...work(everybody, yesterday, wholeDay), ...work(everybody, day, ['morning'])],
          [
            ...work(everybody, day, ['break', 'afternoon']),
            ...strike(people(1, 2), yesterday, 'break'),
            // HR shortens an afternoon in Personio, and its owner corrects the entry in TimeTac: a person has to decide.
            ...adjust(people(2, 3), yesterday, 'afternoon', ['12:30', '16:00']),
            ...correct(people(2, 3), yesterday, 'afternoon', ['12:30', '16:15']),
          ],
        ],
      };
    }
    default:
      return name satisfies never;
  }
}

/** Five of a day's runs: noon, after the break, two in the evening, and one with corrections only. */
export function dayTrace(employees: number, yesterday: LocalDate, day: LocalDate, today: LocalDate): Trace {
  const all = people(0, employees);
  const share = (part: number): number => Math.max(1, Math.round(employees * part));
  const [leaveDay = '', otherLeaveDay = ''] = workdaysAfter(addDays(today, 40), 2);
  const late = people(0, share(0.75));
  const stayers = people(0, share(0.05));
  return {
    name: 'day',
    title: 'Normal day',
    companies: 1,
    employees,
    startDate: yesterday,
    windowFrom: day,
    before: [...work(all, yesterday, wholeDay), ...takeLeave(people(0, share(0.03)), leaveDay)],
    runs: [
      work(all, day, ['morning']),
      [...work(all, day, ['break']), ...enterByHand(people(0, share(0.01)), day)],
      [
        ...work(late, day, ['afternoon']),
        ...work(stayers, day, ['evening']),
        ...correct(people(share(0.5), share(0.53)), yesterday, 'afternoon', ['12:30', '16:15']),
      ],
      [
        ...work(people(late.length, employees), day, ['afternoon']),
        // Somebody stamped an hour too early: the same entry, at another time.
        ...correct(stayers, day, 'evening', ['18:15', '19:15']),
        ...takeLeave(people(share(0.5), share(0.53)), otherLeaveDay),
      ],
      [
        ...correct(people(share(0.2), share(0.26)), day, 'afternoon', ['12:30', '16:45']),
        ...strike(people(share(0.6), share(0.62)), day, 'break'),
        ...cancelLeave(people(0, 1), leaveDay),
      ],
    ],
    asks: 'run',
    lossShare: 0,
    crashAtWrite: null,
  };
}
