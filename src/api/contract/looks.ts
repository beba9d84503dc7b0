// Questions after set-up: how the last weeks went, why a day is or is not there, a month on both sides, what payroll has
// to book, and how an issue is solved.

import { z } from 'zod';
import type { Route } from './route.ts';
import { bilingual, date, employeeRef, instant, language, part } from './shapes.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const statement = z.object({
  /** `source`: TimeTac's rows · `rule`: what the rules make of them · `target`: what stands in Personio, as last seen ·
   *  `answer`: what Personio answered, with its trace id · `issue` · `decision`: what a person decided */
  about: z.enum(['run', 'person', 'rule', 'source', 'target', 'answer', 'issue', 'decision']),
  part: part.nullable(),
  text: bilingual,
  /** The absence type; shown on the signed-in page only. */
  type: z.string().nullable(),
});

const sums = z.object({
  /** Hours of work. */
  timetacHours: z.number(),
  personioHours: z.number(),
  /** Calendar days of absence, halves as 0.5. */
  timetacDays: z.number(),
  personioDays: z.number(),
});

export const monthDay = z.object({
  date,
  timetac: z.string().nullable(),
  personio: z.string().nullable(),
  /** Both sides have the same times of absence, of another type: their texts are alike. */
  onlyType: z.boolean(),
  /** Codes of what is open about this day: why it differs. */
  because: z.array(z.string()),
});

export const monthRow = sums.extend({
  employee: employeeRef,
  /** Days on which both sides differ. */
  days: z.array(monthDay),
  /** Codes of open issues and holds of this person in the month. */
  open: z.array(z.string()),
});

export const monthCheck = z.object({
  month,
  /** `none`: never asked for. */
  state: z.enum(['none', 'running', 'done', 'failed']),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  askedBy: z.string().nullable(),
  /** Why it failed. */
  trouble: bilingual.nullable(),
  totals: sums.nullable(),
  /** Those with differences first; empty until it is done. */
  rows: z.array(monthRow),
  /** People whose sides differ. */
  differing: z.number(),
});

export const payrollRow = z.object({
  issueId: z.string(),
  employee: employeeRef,
  part,
  date: z.string().nullable(),
  until: z.string().nullable(),
  /** The absence type, which payroll books by itself; in no sentence of the row. */
  type: z.string().nullable(),
  /** The single corrections to book by hand. */
  details: z.array(bilingual),
  message: bilingual,
});

export const historyDay = z.object({ date, runs: z.number(), writes: z.number(), issues: z.number() });

export const lookRoutes = {
  readHistory: {
    method: 'GET',
    path: '/integrations/:id/history',
    access: 'see',
    tells: 'The last 30 days: runs and writes of each day, and how many issues were open at its end.',
    answer: z.object({ days: z.array(historyDay) }),
  },
  listEmployees: {
    method: 'GET',
    path: '/integrations/:id/employees',
    access: 'see',
    tells: 'The people who are linked, as far as Tandem knows them; no vendor is asked.',
    answer: z.object({
      employees: z.array(
        z.object({ personioId: z.string(), timetacId: z.number().nullable(), name: z.string().nullable() }),
      ),
    }),
  },
  explainDay: {
    method: 'GET',
    path: '/integrations/:id/explanation',
    access: 'see',
    tells: 'Why a day of somebody is, or is not, in Personio; no vendor is asked.',
    query: z.object({ employeeId: z.string().min(1).max(50), date }),
    answer: z.object({
      employee: employeeRef,
      date,
      statements: z.array(statement),
    }),
  },
  startMonthCheck: {
    method: 'POST',
    path: '/integrations/:id/months/:month',
    access: 'set-up',
    tells:
      'Reads a month on both sides and compares it; it goes on by itself, `readMonthCheck` tells how far it is.',
    answer: monthCheck,
  },
  readMonthCheck: {
    method: 'GET',
    path: '/integrations/:id/months/:month',
    access: 'see',
    tells: 'The newest comparison of a month.',
    answer: monthCheck,
  },
  downloadMonth: {
    method: 'GET',
    path: '/integrations/:id/months/:month/table.csv',
    access: 'see',
    tells: 'The comparison as a table for payroll.',
    query: z.object({ language: language.default('de') }),
    media: 'text/csv',
    answer: z.string(),
  },
  printMonth: {
    method: 'GET',
    path: '/integrations/:id/months/:month/check.pdf',
    access: 'see',
    tells: 'The comparison as a PDF.',
    query: z.object({ language: language.default('de') }),
    media: 'application/pdf',
    answer: z.custom<Uint8Array>(),
  },
  readPayroll: {
    method: 'GET',
    path: '/integrations/:id/payroll',
    access: 'see',
    tells: 'Corrections that came after a month was closed: for payroll to book by hand.',
    answer: z.object({
      lockedUntil: date.nullable(),
      asOf: instant.nullable(),
      rows: z.array(payrollRow),
    }),
  },
  downloadPayroll: {
    method: 'GET',
    path: '/integrations/:id/payroll/table.csv',
    access: 'see',
    tells: 'The same as a table.',
    query: z.object({ language: language.default('de') }),
    media: 'text/csv',
    answer: z.string(),
  },
  readGuide: {
    method: 'GET',
    path: '/guides/:code',
    access: 'anyone',
    tells: 'How an issue of this code comes about and how it is solved, step by step.',
    answer: z.object({
      code: z.string(),
      class: z.enum(['issue', 'hold', 'note']),
      title: bilingual,
      cause: z.object({ en: z.array(z.string()), de: z.array(z.string()) }),
      ways: z.array(
        z.object({
          title: bilingual,
          /** Where: a vendor, or Tandem itself. */
          place: z.enum(['personio', 'timetac', 'tandem']),
          steps: z.object({ en: z.array(z.string()), de: z.array(z.string()) }),
        }),
      ),
      afterwards: bilingual,
    }),
  },
} as const satisfies Record<string, Route>;
