// Migrations, each applied once and in order. Several processes may start at once: Kysely's lock lets one migrate.

import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Schema } from './schema.ts';

const migrations: Readonly<Record<string, Migration>> = {
  '001-archive': {
    up: async (db: Kysely<unknown>) => {
      for (const statement of archive) await sql.raw(statement).execute(db);
    },
  },
  '002-office': {
    up: async (db: Kysely<unknown>) => {
      for (const statement of office) await sql.raw(statement).execute(db);
    },
  },
  '003-after-set-up': {
    up: async (db: Kysely<unknown>) => {
      for (const statement of afterSetUp) await sql.raw(statement).execute(db);
    },
  },
  '004-shared-pace': {
    up: async (db: Kysely<unknown>) => void (await sql.raw(pace).execute(db)),
  },
  '005-claims-of-their-own': {
    up: async (db: Kysely<unknown>) =>
      void (await sql.raw('alter table setup add column claimed_until bigint').execute(db)),
  },
  '006-days': {
    up: async (db: Kysely<unknown>) => {
      for (const statement of days) await sql.raw(statement).execute(db);
    },
  },
  // A version that does not know what is folded would take it for deleted: it refuses to start on this one.
  '007-folded': {
    up: async (db: Kysely<unknown>) => void (await sql.raw(clearLinks).execute(db)),
  },
  '008-refused-after-making-room': {
    up: async (db: Kysely<unknown>) =>
      void (await sql
        .raw('alter table refusal add column took_away boolean not null default false')
        .execute(db)),
  },
  '009-where-sessions-began': {
    up: async (db: Kysely<unknown>) =>
      void (await sql.raw('alter table session add column opened_from text').execute(db)),
  },
  '010-pace-by-what-is-drawn': {
    up: async (db: Kysely<unknown>) => {
      // What it holds is worth nothing after a minute.
      await sql.raw('truncate pace').execute(db);
      await sql.raw('alter table pace rename column tokens to drawn').execute(db);
    },
  },
};

/** What may still have to be folded. */
const clearLinks = `create index link_clear on link (integration_id, part, employee_id)
  where agreed -> 'folded' is null`;

/** A company's history is judged some days at a time. */
const days = [
  `create index link_day on link (integration_id, part, to_on, from_on)`,
  `create index mirror_day on mirror (integration_id, kind, to_on, from_on)`,
  `create index dirty_day on dirty (integration_id, part, day)`,
];

const archive = [
  `create table integration (id text primary key, name text not null, settings jsonb not null,
     created_at bigint not null)`,
  `create table lease (integration_id text primary key references integration, holder text not null,
     token bigint not null)`,
  `create table link (integration_id text not null references integration, part text not null, key text not null,
     target_id text not null, employee_id text not null, from_on text, to_on text, origin text not null,
     agreed jsonb not null, linked_at bigint not null,
     primary key (integration_id, part, key))`,
  `create unique index link_target on link (integration_id, part, target_id)`,
  `create index link_employee on link (integration_id, part, employee_id)`,
  `create index link_month on link (integration_id, part, origin, from_on)`,
  `create table intent (integration_id text not null references integration, id text not null,
     seq bigint generated always as identity, body jsonb not null, primary key (integration_id, id))`,
  `create table mirror (integration_id text not null references integration, kind text not null, id text not null,
     user_id text not null, from_on text, to_on text, row jsonb not null, primary key (integration_id, kind, id))`,
  `create index mirror_user on mirror (integration_id, kind, user_id, from_on)`,
  `create table dirty (integration_id text not null references integration, part text not null,
     user_id text not null, day text not null, primary key (integration_id, part, user_id, day))`,
  `create table finding (integration_id text not null references integration, part text not null,
     unit text not null, findings jsonb not null, primary key (integration_id, part, unit))`,
  `create table refusal (integration_id text not null references integration, part text not null, key text not null,
     employee_id text not null, run_id text not null, fingerprint text not null, finding jsonb not null,
     primary key (integration_id, part, key))`,
  `create table decision (integration_id text not null references integration, id text not null, body jsonb not null,
     primary key (integration_id, id))`,
  `create table memory (integration_id text not null references integration, key text not null,
     value text not null, primary key (integration_id, key))`,
  `create table issue (integration_id text not null references integration, id text not null,
     first_run_id text not null, first_seen_at bigint not null, primary key (integration_id, id))`,
  `create table run (integration_id text not null references integration, id text not null,
     seq bigint generated always as identity, mode text not null, scope text not null, status text not null,
     started_at bigint not null, finished_at bigint, plan_hash text, released text, report jsonb,
     primary key (integration_id, id))`,
  `create index run_newest on run (integration_id, seq desc)`,
  `create table run_action (integration_id text not null references integration, run_id text not null,
     id text not null, seq bigint generated always as identity, body jsonb not null,
     primary key (integration_id, run_id, id))`,
];

const office = [
  `create table person (id text primary key, email text not null unique, operator boolean not null, body jsonb not null)`,
  `create table session (hash text primary key, person_id text not null references person on delete cascade,
     created_at bigint not null, seen_at bigint not null, expires_at bigint not null)`,
  `create index session_person on session (person_id)`,
  `create table setup (id text primary key, is_on boolean not null, next_run_at bigint, body jsonb not null)`,
  `create index setup_due on setup (next_run_at) where is_on`,
  `create table member (setup_id text not null references setup on delete cascade,
     person_id text not null references person on delete cascade, role text not null, primary key (setup_id, person_id))`,
  `create index member_person on member (person_id)`,
  `create table invitation (id text primary key, hash text not null unique,
     setup_id text references setup on delete cascade, expires_at bigint not null, used_at bigint, body jsonb not null)`,
  `create table credential (setup_id text not null references setup on delete cascade, side text not null,
     body jsonb not null, primary key (setup_id, side))`,
  `create table deposit (id text primary key, hash text not null unique,
     setup_id text not null references setup on delete cascade, expires_at bigint not null, used_at bigint,
     withdrawn_at bigint, body jsonb not null)`,
  // No references: what happened is told also of what is gone.
  `create table audit (seq bigint generated always as identity primary key, at bigint not null, setup_id text,
     person_id text, who text not null, what text not null, details jsonb not null, hash text not null)`,
  `create index audit_setup on audit (setup_id, seq desc)`,
  `create table attempt (name text primary key, count integer not null, since bigint not null)`,
  `create table data_key (owner text primary key, master_id text not null, wrapped text not null)`,
  // What lists show of a run, so that they need not read its report.
  `alter table run add column summary jsonb`,
];

const afterSetUp = [
  // The issue as it was first told, for telling that it is solved.
  `alter table issue add column line jsonb`,
  `create table mail (integration_id text not null references integration, id text not null, kind text not null,
     recipient text not null, language text not null, run_id text, facts jsonb not null, created_at bigint not null,
     state text not null default 'waiting', tries integer not null default 0, next_try_at bigint, sent_at bigint,
     trouble text, primary key (integration_id, id))`,
  `create index mail_due on mail (next_try_at) where state = 'waiting'`,
  `create table run_day (integration_id text not null references integration, day text not null,
     runs integer not null, writes integer not null, issues integer not null, primary key (integration_id, day))`,
  `create table month_check (integration_id text not null references integration, month text not null,
     body jsonb not null, primary key (integration_id, month))`,
  `create table erased (integration_id text not null references integration, key text not null,
     user_keys jsonb not null, at bigint not null,
     primary key (integration_id, key))`,
];

// Worth nothing after a minute, so nothing of it is written ahead, and it does not move house.
const pace = `create unlogged table pace (name text primary key, tokens double precision not null,
  at timestamptz not null)`;

/** Brings the database to this version; throws with the migration's name when one fails. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  if (await isCurrent(db)) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown';
  throw new Error(`database: migration ${failed} failed`, { cause: error });
}

/** Almost always; the migrator first looks at every column of every table, which is most of what a command waits for. */
async function isCurrent(db: Kysely<Schema>): Promise<boolean> {
  const table = await sql<{ is: boolean }>`select to_regclass('kysely_migration') is not null as is`.execute(
    db,
  );
  if (table.rows[0]?.is !== true) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return (
    rows.length === Object.keys(migrations).length &&
    rows.every(({ name }) => Object.hasOwn(migrations, name))
  );
}
