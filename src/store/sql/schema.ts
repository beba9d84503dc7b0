// The tables as the queries see them. Every row carries its integration. Dates are text (`YYYY-MM-DD`), instants are
// milliseconds, contents are JSON.

import type { Generated } from 'kysely';

export interface Schema {
  /** `settings`: the form as last used, without credentials. */
  integration: { id: string; name: string; settings: unknown; created_at: number };
  lease: { integration_id: string; holder: string; token: number };
  link: {
    integration_id: string;
    part: string;
    key: string;
    target_id: string;
    employee_id: string;
    from_on: string | null;
    to_on: string | null;
    origin: string;
    agreed: unknown;
    linked_at: number;
  };
  intent: { integration_id: string; id: string; seq: number; body: unknown };
  mirror: {
    integration_id: string;
    kind: string;
    id: string;
    user_id: string;
    from_on: string | null;
    to_on: string | null;
    row: unknown;
  };
  dirty: { integration_id: string; part: string; user_id: string; day: string };
  finding: { integration_id: string; part: string; unit: string; findings: unknown };
  refusal: {
    integration_id: string;
    part: string;
    key: string;
    employee_id: string;
    run_id: string;
    fingerprint: string;
    took_away: boolean;
    finding: unknown;
  };
  decision: { integration_id: string; id: string; body: unknown };
  memory: { integration_id: string; key: string; value: string };
  issue: {
    integration_id: string;
    id: string;
    first_run_id: string;
    first_seen_at: number;
    line: unknown;
  };
  run: {
    integration_id: string;
    id: string;
    seq: number;
    mode: string;
    scope: string;
    status: string;
    started_at: number;
    finished_at: number | null;
    plan_hash: string | null;
    released: string | null;
    report: unknown;
    summary: unknown;
  };
  mail: {
    integration_id: string;
    id: string;
    kind: string;
    recipient: string;
    language: string;
    run_id: string | null;
    facts: unknown;
    created_at: number;
    state: Generated<string>;
    tries: Generated<number>;
    next_try_at: number | null;
    sent_at: number | null;
    trouble: string | null;
  };
  /** Counts by day, for pictures: runs that ended, what they wrote, and how many issues were open after the last. */
  run_day: { integration_id: string; day: string; runs: number; writes: number; issues: number };
  month_check: { integration_id: string; month: string; body: unknown };
  /** Who must not be read in again: a salted key, nothing else. */
  erased: { integration_id: string; key: string; user_keys: unknown; at: number };
  run_action: { integration_id: string; run_id: string; id: string; seq: number; body: unknown };

  /** The front desk (service/office). Instants are milliseconds, `body` is the record without its keys. */
  person: { id: string; email: string; operator: boolean; body: unknown };
  session: {
    hash: string;
    person_id: string;
    created_at: number;
    seen_at: number;
    expires_at: number;
    opened_from: string | null;
  };
  setup: {
    id: string;
    is_on: boolean;
    next_run_at: number | null;
    claimed_until: Generated<number | null>;
    body: unknown;
  };
  member: { setup_id: string; person_id: string; role: string };
  invitation: {
    id: string;
    hash: string;
    setup_id: string | null;
    expires_at: number;
    used_at: number | null;
    body: unknown;
  };
  credential: { setup_id: string; side: string; body: unknown };
  deposit: {
    id: string;
    hash: string;
    setup_id: string;
    expires_at: number;
    used_at: number | null;
    withdrawn_at: number | null;
    body: unknown;
  };
  audit: {
    seq: number;
    at: number;
    setup_id: string | null;
    person_id: string | null;
    who: string;
    what: string;
    details: unknown;
    hash: string;
  };
  attempt: { name: string; count: number; since: number };
  data_key: { owner: string; master_id: string; wrapped: string };
  pace: { name: string; drawn: number; at: Date };
}
