// The document of `tandem sync --json`, as interface.md promises it to scripts: strict, so that neither a missing nor an
// unannounced field passes unseen.

import { z } from 'zod';

const count = z.number().int().nonnegative();
const bySide = z.strictObject({ personio: count, timetac: count });
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
const bilingual = z.strictObject({ en: z.string().min(1), de: z.string().min(1) });
const part = z.enum(['employees', 'absences', 'attendances']);
const employee = z
  .strictObject({
    personioId: z.string().nullable(),
    timetacId: z.number().nullable(),
    name: z.string().nullable(),
  })
  .nullable();
const partReport = z.strictObject({
  created: count,
  updated: count,
  deleted: count,
  adopted: count,
  unchanged: count,
  held: count,
  failed: count,
});
const line = z.strictObject({
  id: z.string().min(1),
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  part,
  employee,
  date: date.nullable(),
  until: date.nullable(),
  new: z.boolean(),
  covers: count,
  type: z.string().nullable(),
  details: z.array(z.string()),
  sides: z
    .strictObject({
      timetac: bilingual.nullable(),
      personio: bilingual.nullable(),
      changedAt: instant.nullable(),
    })
    .nullable(),
  message: bilingual,
  action: bilingual,
});
const action = z.strictObject({
  kind: z.enum(['keep', 'create', 'update', 'delete', 'adopt', 'forget', 'hold']),
  part,
  employee,
  date: date.nullable(),
  from: z.unknown(),
  to: z.unknown(),
});

export const reportDocument = z.strictObject({
  run: z.strictObject({
    id: z.string().min(1),
    mode: z.enum(['live', 'dry-run']),
    scope: z.enum(['incremental', 'full']),
    status: z.enum(['done', 'done-with-issues', 'refused', 'failed']),
    paused: z.array(part),
    ledger: z.enum(['current', 'older']),
    startedAt: instant,
    finishedAt: instant,
    requests: bySide,
    tokenRequests: bySide,
    writes: bySide,
    unknownEmployees: z.array(z.string()).optional(),
  }),
  parts: z.strictObject({ employees: partReport, absences: partReport, attendances: partReport }),
  issues: z.array(line),
  holds: z.array(line),
  notes: z.array(line),
  solved: z.array(line.extend({ why: z.enum(['solved', 'not-watched']) })),
  refusal: z
    .strictObject({
      reason: z.enum([
        'too-many-deletes',
        'too-many-deactivations',
        'too-many-new-users',
        'everything-changed',
      ]),
      part,
      planned: count,
      allowed: count,
      plan: z.string().min(1),
    })
    .nullable(),
  actions: z.array(action).optional(),
});

export type ReportDocument = z.infer<typeof reportDocument>;

/** Stdout of a command with `--json`: one document of this shape and nothing else. */
export const readDocument = (out: string): ReportDocument => reportDocument.parse(JSON.parse(out));

/** What the plan or the run did to the vendor that owns each part: employees go to TimeTac, the rest to Personio. */
export function changesOf({ parts }: ReportDocument): {
  readonly personio: number;
  readonly timetac: number;
} {
  const sum = (name: 'employees' | 'absences' | 'attendances') =>
    parts[name].created + parts[name].updated + parts[name].deleted;
  return { personio: sum('absences') + sum('attendances'), timetac: sum('employees') };
}
