// Runs and issues.

import type { ReportLine, SolvedLine } from '../../core/report/run-report.ts';
import { refusalWords } from '../../core/report/refusal-words.ts';
import { askForRun } from '../../service/runs/ask.ts';
import { compareRun } from '../../service/runs/compare.ts';
import { runAsCsv, runFileName } from '../../service/runs/csv.ts';
import { heldRows } from '../../service/runs/held-rows.ts';
import { answerIssue, issuesOf, possibleAnswers, withdrawAnswer } from '../../service/runs/issues.ts';
import { listRuns, readRun } from '../../service/runs/read.ts';
import { runTables } from '../../service/runs/workbook.ts';
import { takeBackRun } from '../../service/runs/take-back.ts';
import type { runRoutes } from '../contract/runs.ts';
import type { Handlers } from '../handler.ts';
import { iso, isoOrNull, shownRun } from '../present.ts';

export const runHandlers: Pick<Handlers, Exclude<keyof typeof runRoutes, 'watchRuns'>> = {
  startRun: ({ desk, actor, params, body }) => askForRun(desk, actor, params.id, body),
  listRuns: async ({ desk, params }) => ({ runs: (await listRuns(desk, params.id)).map(shownRun) }),
  readRun: async ({ desk, params }) => {
    const read = await readRun(desk, params.id, params.runId);
    const { summary, report, actions, mayUndo } = read;
    const { requests, tokenRequests, writes, paused } = report.run;
    return {
      run: shownRun(summary),
      requests,
      tokenRequests,
      writes,
      parts: report.parts,
      paused: [...paused],
      unknownEmployees: [...(report.run.unknownEmployees ?? [])],
      issues: report.issues.map(shownLine),
      holds: report.holds.map(shownLine),
      notes: report.notes.map(shownLine),
      solved: report.solved.map(shownSolved),
      refusal: report.refusal === null ? null : { ...report.refusal, message: refusalWords(report.refusal) },
      actions: [...actions],
      held: heldRows(read),
      mayUndo,
    };
  },
  downloadRun: async ({ desk, params, query, reply }) => {
    const read = await readRun(desk, params.id, params.runId);
    reply.fileName(runFileName(read, 'csv'));
    return runAsCsv(read, query.language);
  },
  downloadRunAsExcel: async ({ desk, params, query, reply }) => {
    const read = await readRun(desk, params.id, params.runId);
    reply.fileName(runFileName(read, 'xlsx'));
    return desk.papers.workbook(runTables(read, query.language));
  },
  compareRun: async ({ desk, params }) => {
    const { rows, differences } = await compareRun(desk, params.id, params.runId);
    return { rows: [...rows], differences };
  },
  undoRun: async ({ desk, actor, params, body }) => {
    const { removed, deactivated, left } = await takeBackRun(
      desk,
      actor,
      params.id,
      params.runId,
      body.preview,
    );
    return { removed, deactivated, left, counts: null };
  },
  listIssues: async ({ desk, params }) => {
    const { asOf, issues, holds, notes, solved, decisions } = await issuesOf(desk, params.id);
    return {
      asOf,
      issues: issues.map((line) => ({
        ...shownLine(line),
        answers: [...line.answers],
        mayRetry: line.mayRetry,
        mayTakeOver: line.mayTakeOver,
        since: isoOrNull(line.since),
        given: line.given,
      })),
      solved: solved.map(shownSolved),
      holds: holds.map(shownLine),
      notes: notes.map((line) => ({ ...shownLine(line), answers: [...possibleAnswers(line.code).answers] })),
      decisions: decisions.map(({ id, part, employeeId, employee, name, choice, decidedAt, doneAt }) => ({
        id,
        part,
        employeeId,
        employee,
        name,
        choice,
        decidedAt: iso(decidedAt),
        doneAt: isoOrNull(doneAt),
      })),
    };
  },
  answerIssue: ({ desk, actor, params, body }) => answerIssue(desk, actor, params.id, params.issueId, body),
  takeBackAnswer: async ({ desk, actor, params }) => {
    await withdrawAnswer(desk, actor, params.id, params.decisionId);
    return null;
  },
};

const shownLine = (line: ReportLine) => ({ ...line, details: [...line.details] });
const shownSolved = (line: SolvedLine) => ({ ...line, details: [...line.details] });
