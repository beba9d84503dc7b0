// Integrations: the list, one with its form and its eight steps, credentials and deposit links, switching on and off.

import { z } from 'zod';
import type { Route } from './route.ts';
import {
  anyRole,
  bilingual,
  checkLine,
  instant,
  json,
  language,
  mistake,
  nothing,
  part,
  partCounts,
  progress,
  side,
} from './shapes.ts';

/**
 * - `setting-up`: not switched on yet · `off`: switched off again
 * - `running`, `in-step`, `issues`, `unreachable`, `needs-decision` (a plan was refused), `paused`
 * - `reconnect`: a vendor refused access, or for the address of the form there are no credentials
 * - `incomplete`: switched on, and nothing can run because the form has mistakes
 * - `waiting`: switched on, and no run has finished yet, or the newest was interrupted
 */
export const state = z.enum([
  'setting-up',
  'off',
  'waiting',
  'running',
  'in-step',
  'issues',
  'reconnect',
  'incomplete',
  'unreachable',
  'needs-decision',
  'paused',
]);

export const runSummary = z.object({
  id: z.string(),
  mode: z.enum(['live', 'dry-run']),
  scope: z.enum(['incremental', 'full']),
  status: z.enum(['running', 'done', 'done-with-issues', 'refused', 'failed', 'interrupted']),
  startedAt: instant,
  finishedAt: instant.nullable(),
  writes: z.number(),
  issues: z.number(),
  newIssues: z.number(),
  parts: partCounts.nullable(),
});

const card = z.object({
  id: z.string(),
  name: z.string(),
  /** `page`: set up here · `file`: from a configuration file, read-only · `sandbox`: simulated vendors. */
  origin: z.enum(['page', 'file', 'sandbox']),
  role: anyRole,
  state,
  openIssues: z.number(),
  /** Of the last 30 days, oldest first, days without a run left out. */
  history: z.array(z.object({ date: z.string(), runs: z.number(), writes: z.number(), issues: z.number() })),
  lastRun: runSummary.nullable(),
  nextRunAt: instant.nullable(),
});

export const stepName = z.enum([
  'accounts',
  'credentials',
  'users',
  'exports',
  'types',
  'form',
  'test',
  'done',
]);
export type StepName = z.output<typeof stepName>;

const step = z.object({
  step: stepName,
  /** `open`: something is missing; `done`; `later`: waits for an earlier step. */
  state: z.enum(['open', 'done', 'later']),
  /** What is missing or wrong, in sentences; empty when done. */
  missing: z.array(bilingual),
});

const credential = z
  .object({
    setAt: instant,
    setBy: z.string(),
    /** Last four characters of the client id; nothing of the secret is ever told. */
    endsIn: z.string(),
    /** When they were last tried, and whether the vendor took them; null: never tried. */
    works: z.boolean().nullable(),
    triedAt: instant.nullable(),
  })
  .nullable();

export const integration = z.object({
  id: z.string(),
  name: z.string(),
  origin: card.shape.origin,
  readOnly: z.boolean(),
  role: anyRole,
  state,
  /** The configuration document without its secrets, as far as it is filled in, with what was typed. */
  form: z.record(z.string(), json),
  /** Everything wrong or missing in the form, by path. */
  mistakes: z.array(mistake),
  steps: z.array(step),
  credentials: z.object({ personio: credential, timetac: credential }),
  signOff: z
    .object({
      name: z.string(),
      by: z.string(),
      at: instant,
      /** False once the form was changed after it. */
      current: z.boolean(),
    })
    .nullable(),
  /** Of what a signature would cover now: whoever signs says which form they saw. */
  formHash: z.string(),
  paused: z.array(part),
  running: progress.nullable(),
  lastRun: runSummary.nullable(),
  lastRehearsal: runSummary.nullable(),
  nextRunAt: instant.nullable(),
  /** The simulated accounts' keys, where this is a sandbox: for pasting into step 2. */
  sandbox: z
    .object({
      personio: z.object({ baseUrl: z.string(), clientId: z.string(), clientSecret: z.string() }),
      timetac: z.object({
        baseUrl: z.string(),
        account: z.string(),
        clientId: z.string(),
        clientSecret: z.string(),
      }),
    })
    .nullable(),
});
export type IntegrationView = z.output<typeof integration>;

const tried = z.object({
  /** Whether what was given is kept now. */
  kept: z.boolean(),
  lines: z.array(checkLine),
});

export const integrationRoutes = {
  listIntegrations: {
    method: 'GET',
    path: '/integrations',
    access: 'person',
    tells: 'The integrations that one may see, those that need somebody first.',
    answer: z.object({ integrations: z.array(card), mayCreate: z.boolean() }),
  },
  createIntegration: {
    method: 'POST',
    path: '/integrations',
    access: 'operator',
    tells: 'Begins a new integration; a sandbox comes with simulated accounts of its own.',
    body: z.object({ name: z.string().trim().min(1).max(100), sandbox: z.boolean().default(false) }),
    answer: z.object({ id: z.string() }),
  },
  readIntegration: {
    method: 'GET',
    path: '/integrations/:id',
    access: 'see',
    tells: 'One integration: its form, what is wrong with it, its steps and how it stands.',
    answer: integration,
  },
  removeIntegration: {
    method: 'DELETE',
    path: '/integrations/:id',
    access: 'operator',
    tells: 'Removes an integration that was never switched on, with its credentials.',
    answer: nothing,
  },
  changeForm: {
    method: 'PUT',
    path: '/integrations/:id/form',
    access: 'set-up',
    tells:
      'Changes values of the form. What was typed is kept even where it is wrong; `was` is what the person saw: where somebody else changed it meanwhile, nothing is changed and the problem `changed-meanwhile` tells.',
    body: z.object({
      changes: z
        .array(z.object({ path: z.string().min(1).max(200), was: json, now: json }))
        .min(1)
        .max(200),
    }),
    answer: integration,
  },
  exportForm: {
    method: 'GET',
    path: '/integrations/:id/form.yaml',
    access: 'see',
    tells: 'The form as a configuration file; secrets are left to the environment.',
    media: 'application/yaml',
    answer: z.string(),
  },
  printForm: {
    method: 'GET',
    path: '/integrations/:id/form.pdf',
    access: 'see',
    tells: 'The requirement form as a fillable PDF, filled in as far as it is.',
    query: z.object({ language: language.default('de') }),
    media: 'application/pdf',
    answer: z.custom<Uint8Array>(),
  },
  importPrintedForm: {
    method: 'POST',
    path: '/integrations/:id/form/import-pdf',
    access: 'set-up',
    tells:
      'Takes a filled-in requirement form back: what it says is put into the form, everything else stays. Nothing is taken where it has mistakes.',
    body: z.object({
      fileName: z.string().max(200),
      /** The file, in Base64; at most 5 MB. */
      content: z.base64().max(7_000_000),
    }),
    mostBytes: 7_100_000,
    answer: integration,
  },
  importForm: {
    method: 'POST',
    path: '/integrations/:id/form/import',
    access: 'set-up',
    tells: 'Takes the form from a configuration file (YAML or JSON); nothing is taken where it has mistakes.',
    body: z.object({ fileName: z.string().max(200), text: z.string().max(262_144) }),
    answer: integration,
  },
  signOffForm: {
    method: 'PUT',
    path: '/integrations/:id/sign-off',
    access: 'set-up',
    tells:
      'The customer agrees to the form as it stands; not where it has mistakes, or is another one than they saw (`formHash`).',
    body: z.object({
      name: z.string().trim().min(1).max(100),
      formHash: z.string().max(100).optional(),
    }),
    answer: integration,
  },
  setCredentials: {
    method: 'PUT',
    path: '/integrations/:id/credentials/:side',
    access: 'set-up',
    tells:
      'Tries new credentials, and keeps them where the vendor takes them. The old ones are dropped only then, or with `keepAnyway`.',
    asksVendor: true,
    body: z.object({
      clientId: z.string().trim().min(1).max(500),
      clientSecret: z.string().trim().min(1).max(2000),
      keepAnyway: z.boolean().default(false),
    }),
    answer: tried,
  },
  createDepositLink: {
    method: 'POST',
    path: '/integrations/:id/deposit-links',
    access: 'set-up',
    tells: 'A link by which a colleague hands over credentials; single use, told once.',
    body: z.object({ side, hours: z.int().min(1).max(336).default(72), language }),
    answer: z.object({ id: z.string(), link: z.string(), expiresAt: instant }),
  },
  listDepositLinks: {
    method: 'GET',
    path: '/integrations/:id/deposit-links',
    access: 'set-up',
    tells: 'Deposit links and what became of them.',
    answer: z.object({
      links: z.array(
        z.object({
          id: z.string(),
          side,
          createdBy: z.string(),
          createdAt: instant,
          expiresAt: instant,
          usedAt: instant.nullable(),
          withdrawn: z.boolean(),
          /** Made for an address that the form does not name any more: it cannot be used. */
          otherAddress: z.boolean(),
        }),
      ),
    }),
  },
  withdrawDepositLink: {
    method: 'DELETE',
    path: '/integrations/:id/deposit-links/:depositId',
    access: 'set-up',
    tells: 'Makes a deposit link worthless.',
    answer: nothing,
  },
  lookAtDeposit: {
    method: 'POST',
    path: '/deposits/look',
    access: 'anyone',
    tells: 'What a deposit link is for, and the key to encrypt for; consumes nothing.',
    body: z.object({ token: z.string().max(200) }),
    answer: z.object({
      integration: z.string(),
      side,
      /** Where what is handed over is sent, and nowhere else. */
      address: z.string(),
      askedBy: z.string(),
      expiresAt: instant,
      /** P-256, as a JSON Web Key. */
      publicKey: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
    }),
  },
  deposit: {
    method: 'POST',
    path: '/deposits',
    access: 'anyone',
    asksVendor: true,
    tells:
      'Hands credentials over, encrypted for the server (ECDH P-256, HKDF-SHA-256, AES-256-GCM). The link is used up by this call alone; the vendor is asked at once whether they work.',
    body: z.object({
      token: z.string().max(200),
      sealed: z.object({
        publicKey: z.object({
          kty: z.literal('EC'),
          crv: z.literal('P-256'),
          x: z.string().max(100),
          y: z.string().max(100),
        }),
        /** Base64, as are the two below. */
        salt: z.string().max(100),
        iv: z.string().max(100),
        text: z.string().max(20_000),
      }),
    }),
    answer: z.object({ works: z.boolean(), lines: z.array(checkLine) }),
  },
  switchIntegration: {
    method: 'PUT',
    path: '/integrations/:id/switch',
    access: 'set-up',
    tells: 'Switches an integration on (its first run begins at once) or off.',
    body: z.object({ on: z.boolean() }),
    answer: integration,
  },
  readHook: {
    method: 'GET',
    path: '/integrations/:id/hook',
    access: 'lead',
    tells: 'How Personio’s webhooks reach Tandem, as hints that something may have changed.',
    answer: z.object({
      /** null: Personio cannot reach this installation (no https address). */
      address: z.string().nullable(),
      madeAt: instant.nullable(),
      hintedAt: instant.nullable(),
      /** What to choose in Personio. */
      events: z.array(z.string()),
    }),
  },
  makeHook: {
    method: 'POST',
    path: '/integrations/:id/hook',
    access: 'lead',
    tells: 'A new token for Personio’s webhooks, told once; the one before stops working.',
    answer: z.object({ address: z.string(), token: z.string() }),
  },
  removeHook: {
    method: 'DELETE',
    path: '/integrations/:id/hook',
    access: 'lead',
    tells: 'Makes the token of the webhooks worthless.',
    answer: nothing,
  },
  pauseIntegration: {
    method: 'PUT',
    path: '/integrations/:id/pause',
    access: 'lead',
    tells: 'Pauses exactly these parts, at once; none: everything goes on.',
    body: z.object({
      /** Paused afterwards. */
      parts: z.array(part),
      /** What is said of: other parts stay as they are, whoever paused them meanwhile. Without it, of all. */
      among: z.array(part).optional(),
    }),
    answer: integration,
  },
} as const satisfies Record<string, Route>;
