// What the benchmark of the API is filled with: a complete form, and a report with twenty issues.

import type { Branch } from '../src/core/settings/tree.ts';

export const settings = (number: number): Branch => ({
  name: `Company ${number}`,
  timetac: { account: `company${number}` },
  users: {
    defaults: {
      department: 'unassigned',
      workingTimeModel: '40 h',
      holidayCalendar: 'Germany - Bavaria',
      modules: ['employee-time-tracking', 'leave-management'],
    },
  },
  absences: {
    startDate: '2026-01-01',
    types: [
      { timetac: 'Vacation', personio: 'Paid absence', sync: true },
      { timetac: 'Sick leave', personio: 'Sick day', sync: true },
    ],
  },
  attendances: { startDate: '2026-01-01' },
});

const noChanges = { created: 0, updated: 0, deleted: 0, adopted: 0, unchanged: 0, held: 0, failed: 0 };
const sentence = 'An attendance was not written, because Personio has another one at that time.';

export const report = {
  run: {
    id: 'run-3',
    mode: 'live',
    scope: 'incremental',
    status: 'done-with-issues',
    paused: [],
    ledger: 'current',
    startedAt: '2026-03-02T08:00:00.000Z',
    finishedAt: '2026-03-02T08:00:01.000Z',
    requests: { personio: 12, timetac: 3 },
    tokenRequests: { personio: 1, timetac: 1 },
    writes: { personio: 8, timetac: 1 },
  },
  parts: { employees: noChanges, absences: noChanges, attendances: { ...noChanges, created: 8 } },
  issues: Array.from({ length: 20 }, (_none, index) => ({
    id: `issue${index}`,
    code: 'overlaps-foreign',
    part: 'attendances',
    employee: { personioId: String(3000 + index), timetacId: 100 + index, name: 'Erika Muster' },
    date: '2026-03-02',
    until: null,
    new: index === 0,
    covers: 1,
    type: null,
    details: [],
    sides: null,
    message: { en: sentence, de: sentence },
    action: { en: sentence, de: sentence },
  })),
  holds: [],
  notes: [],
  solved: [],
  refusal: null,
};
