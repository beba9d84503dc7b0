// Runs: asking for one, watching it, reading it, taking it back; and what is open.

import { z } from 'zod';
import { runSummary } from './integrations.ts';
import type { Route } from './route.ts';
import { bilingual, counts, employeeRef, instant, nothing, part, partCounts, progress } from './shapes.ts';

export const line = z.object({
  id: z.string(),
  code: z.string(),
  part,
  employee: employeeRef,
  date: z.string().nullable(),
  until: z.string().nullable(),
  new: z.boolean(),
  covers: z.number(),
  /** The absence type; shown on the signed-in page only. */
  type: z.string().nullable(),
  details: z.array(z.string()),
  /** Both records where two sides disagree; null elsewhere. */
  sides: z
    .object({
      /** TimeTac's, as Tandem wrote or would write it; null: nothing (any more). */
      timetac: bilingual.nullable(),
      /** Personio's, as last seen; null: nothing (any more). */
      personio: bilingual.nullable(),
      /** When Personio's was last changed there, as far as known. */
      changedAt: instant.nullable(),
    })
    .nullable(),
  message: bilingual,
  action: bilingual,
});
export type Line = z.output<typeof line>;

/** What an action did, or would do, to one record. */
export const action = z.object({
  kind: z.enum(['keep', 'create', 'update', 'delete', 'adopt', 'forget', 'hold']),
  part,
  employee: employeeRef,
  date: z.string().nullable(),
  /** In words: `WORK 08:00–12:00`, `2026-03-02 – 2026-03-06`; null: nothing stood, or nothing shall stand. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  type: z.string().nullable(),
  outcome: z.enum(['planned', 'done', 'refused', 'unknown', 'skipped']),
  /** Why it cannot go, for a hold. */
  because: bilingual.nullable(),
});
export type RunActionView = z.output<typeof action>;

const bySide = z.object({ personio: z.number(), timetac: z.number() });

export const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('progress'), progress }),
  z.object({
    kind: z.literal('ended'),
    runId: z.string().nullable(),
    mode: z.enum(['live', 'dry-run']),
    /** `idle`: nothing had happened. `busy`: another run was in progress. `fault`: it ended with a fault of ours. */
    status: z.enum(['done', 'done-with-issues', 'refused', 'failed', 'busy', 'fault']),
  }),
  /** Somebody changed the form, a switch or a credential. */
  z.object({ kind: z.literal('changed') }),
]);
export type RunEvent = z.output<typeof event>;

export const runRoutes = {
  startRun: {
    method: 'POST',
    path: '/integrations/:id/runs',
    access: 'set-up',
    tells:
      'Asks for a run: a rehearsal (`dry-run`), a pilot (`live` with `employeeIds`) or an ordinary one. It waits in the queue; the events tell how it goes.',
    body: z.object({
      mode: z.enum(['live', 'dry-run']),
      full: z.boolean().default(false),
      only: z.array(part).min(1).nullable().default(null),
      /** Personio ids: a pilot. */
      employeeIds: z.array(z.string().max(50)).min(1).max(200).nullable().default(null),
      /** Lets exactly the plan through that the guard refused before. */
      release: z.boolean().default(false),
      /** `refusal.plan` of the run that was looked at: another plan is refused anew. Without it, the one refused last. */
      releasedPlan: z.string().max(100).optional(),
    }),
    answer: z.object({ jobId: z.string() }),
  },
  listRuns: {
    method: 'GET',
    path: '/integrations/:id/runs',
    access: 'see',
    tells: 'The newest hundred runs.',
    answer: z.object({ runs: z.array(runSummary) }),
  },
  readRun: {
    method: 'GET',
    path: '/integrations/:id/runs/:runId',
    access: 'see',
    tells: 'One run: what it did or would do, action by action, and what it has to say.',
    answer: z.object({
      run: runSummary,
      requests: bySide,
      tokenRequests: bySide,
      writes: bySide,
      parts: partCounts,
      paused: z.array(part),
      /** Ids that the run was asked for and nobody has in Personio. */
      unknownEmployees: z.array(z.string()),
      issues: z.array(line),
      holds: z.array(line),
      notes: z.array(line),
      /** What was open before and is not any more. */
      solved: z.array(line.extend({ why: z.enum(['solved', 'not-watched']) })),
      refusal: z
        .object({
          reason: z.string(),
          part,
          planned: z.number(),
          allowed: z.number(),
          plan: z.string(),
          message: bilingual,
        })
        .nullable(),
      /** Without `keep`: what stays as it is is only counted. */
      actions: z.array(action),
      /** What could not go and no action tells, as rows of the same table. */
      held: z.array(action),
      /** Whether something of it can be taken back. */
      mayUndo: z.boolean(),
    }),
  },
  downloadRun: {
    method: 'GET',
    path: '/integrations/:id/runs/:runId/actions.csv',
    access: 'see',
    tells: 'The actions of a run, and what could not go, as a table (semicolons, UTF-8 with BOM).',
    query: z.object({ language: z.enum(['en', 'de']).default('de') }),
    media: 'text/csv',
    answer: z.string(),
  },
  downloadRunAsExcel: {
    method: 'GET',
    path: '/integrations/:id/runs/:runId/actions.xlsx',
    access: 'see',
    tells: 'The same as an Excel workbook: actions, and everything the run has to say.',
    query: z.object({ language: z.enum(['en', 'de']).default('de') }),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    answer: z.custom<Uint8Array>(),
  },
  compareRun: {
    method: 'GET',
    path: '/integrations/:id/runs/:runId/comparison',
    access: 'see',
    asksVendor: true,
    tells:
      'What a run wrote beside what stands in Personio now, read afresh: the result of a pilot side by side.',
    answer: z.object({
      rows: z.array(
        z.object({
          employee: employeeRef,
          part,
          date: z.string().nullable(),
          ours: z.string().nullable(),
          theirs: z.string().nullable(),
          type: z.string().nullable(),
          same: z.boolean(),
        }),
      ),
      differences: z.number(),
    }),
  },
  undoRun: {
    method: 'POST',
    path: '/integrations/:id/runs/:runId/undo',
    access: 'set-up',
    asksVendor: true,
    tells:
      'Takes back what a run created, where it is still as written; with `preview` only says what that would be.',
    body: z.object({ preview: z.boolean() }),
    answer: z.object({
      removed: z.number(),
      deactivated: z.number(),
      left: z.number(),
      counts: counts.nullable(),
    }),
  },
  watchRuns: {
    method: 'GET',
    path: '/integrations/:id/events',
    access: 'see',
    tells:
      'A stream of events: progress of runs, their end, changes by others. Each event is one JSON document.',
    media: 'text/event-stream',
    answer: event,
  },
  listIssues: {
    method: 'GET',
    path: '/integrations/:id/issues',
    access: 'see',
    tells: 'What is open, what waits, what is worth knowing, and the answers that were given.',
    answer: z.object({
      asOf: instant.nullable(),
      issues: z.array(
        line.extend({
          answers: z.array(z.string()),
          mayRetry: z.boolean(),
          mayTakeOver: z.boolean(),
          /** When it was told for the first time. */
          since: instant.nullable(),
          /** The answer that was given and waits for the next run; null: none. */
          given: z.string().nullable(),
        }),
      ),
      /** What the newest run found solved. */
      solved: z.array(line.extend({ why: z.enum(['solved', 'not-watched']) })),
      holds: z.array(line),
      notes: z.array(line.extend({ answers: z.array(z.string()) })),
      decisions: z.array(
        z.object({
          id: z.string(),
          part,
          employeeId: z.string(),
          /** Of the person it is about, as far as known. */
          employee: employeeRef,
          name: z.string(),
          choice: z.string(),
          decidedAt: instant,
          doneAt: instant.nullable(),
        }),
      ),
    }),
  },
  answerIssue: {
    method: 'POST',
    path: '/integrations/:id/issues/:issueId/answer',
    access: 'set-up',
    tells: 'An answer to an open issue (or, by its code, to all of that kind); the next run carries it out.',
    body: z.object({
      answer: z.enum(['source-wins', 'keep-target', 'ignore', 'create', 'retry', 'take-over']),
      // Ids: of all of that kind only these are answered, and nothing that came up since.
      seen: z.array(z.string()).min(1).optional(),
    }),
    answer: z.object({ records: z.number() }),
  },
  takeBackAnswer: {
    method: 'DELETE',
    path: '/integrations/:id/answers/:decisionId',
    access: 'set-up',
    tells: 'Takes an answer back; what it was about is judged again.',
    answer: nothing,
  },
} as const satisfies Record<string, Route>;
