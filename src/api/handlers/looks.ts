// Questions after set-up.

import { findingClasses, type FindingCode } from '../../core/report/codes.ts';
import { guides } from '../../core/report/guides/guides.ts';
import { correctionsAsCsv } from '../../core/report/payroll.ts';
import { titles } from '../../core/report/render.ts';
import { monthAsCsv } from '../../core/month/table.ts';
import { explainForPage } from '../../service/looks/explain.ts';
import { historyOf } from '../../service/looks/history.ts';
import { peopleOf } from '../../service/looks/people.ts';
import { type AskedMonth, madeMonthCheck, readMonthCheck, startMonthCheck } from '../../service/month/ask.ts';
import { printMonth } from '../../service/month/print.ts';
import { payrollOf } from '../../service/runs/payroll.ts';
import { Problem } from '../../service/problem.ts';
import type { lookRoutes } from '../contract/looks.ts';
import type { AnswerOf } from '../contract/route.ts';
import type { Handlers } from '../handler.ts';
import { isoOrNull, shownDays } from '../present.ts';

export const lookHandlers: Pick<Handlers, keyof typeof lookRoutes> = {
  readHistory: async ({ desk, params }) => ({ days: shownDays(await historyOf(desk, params.id)) }),
  listEmployees: async ({ desk, params }) => ({
    employees: (await peopleOf(desk, params.id)).flatMap(({ personioId, timetacId, name }) =>
      personioId === null ? [] : [{ personioId, timetacId, name }],
    ),
  }),
  explainDay: async ({ desk, params, query }) => {
    const { employee, date, statements } = await explainForPage(desk, params.id, query);
    return { employee, date, statements: [...statements] };
  },
  startMonthCheck: async ({ desk, actor, params }) =>
    shownMonth(await startMonthCheck(desk, actor, params.id, params.month)),
  readMonthCheck: async ({ desk, params }) => shownMonth(await readMonthCheck(desk, params.id, params.month)),
  downloadMonth: async ({ desk, params, query, reply }) => {
    const { check } = await madeMonthCheck(desk, params.id, params.month);
    reply.fileName(`tandem-${check.month}.csv`);
    return monthAsCsv(check, query.language);
  },
  printMonth: async ({ desk, params, query, reply }) => {
    const pdf = await printMonth(desk, params.id, params.month, query.language);
    reply.fileName(`tandem-${params.month}.pdf`);
    return pdf;
  },
  readPayroll: async ({ desk, params }) => {
    const { lockedUntil, asOf, corrections } = await payrollOf(desk, params.id);
    return {
      lockedUntil,
      asOf,
      rows: corrections.map(({ line, details }) => ({
        issueId: line.id,
        employee: line.employee,
        part: line.part,
        date: line.date,
        until: line.until,
        type: line.type,
        details: [...details],
        message: line.message,
      })),
    };
  },
  downloadPayroll: async ({ desk, params, query, reply }) => {
    const { corrections } = await payrollOf(desk, params.id);
    reply.fileName('tandem-payroll.csv');
    return correctionsAsCsv(corrections, query.language);
  },
  readGuide: async ({ params }) => {
    const code = params.code as FindingCode;
    if (!Object.hasOwn(guides, code)) throw new Problem('not-found');
    const { cause, ways, afterwards } = guides[code];
    return {
      code,
      class: findingClasses[code],
      title: titles[code],
      cause: { en: [...cause.en], de: [...cause.de] },
      ways: ways.map(({ title, place, steps }) => ({
        title,
        place,
        steps: { en: [...steps.en], de: [...steps.de] },
      })),
      afterwards,
    };
  },
};

function shownMonth({ check, ...asked }: AskedMonth): AnswerOf<(typeof lookRoutes)['readMonthCheck']> {
  return {
    month: asked.month,
    state: asked.state,
    startedAt: isoOrNull(asked.startedAt),
    finishedAt: isoOrNull(asked.finishedAt),
    askedBy: asked.askedBy,
    trouble: asked.trouble,
    totals: check?.totals ?? null,
    rows:
      check?.rows.map((row) => ({
        ...row,
        days: row.days.map((day) => ({ ...day, because: [...day.because] })),
        open: [...row.open],
      })) ?? [],
    differing: check?.differing ?? 0,
  };
}
