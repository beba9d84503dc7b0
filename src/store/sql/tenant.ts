// The second wall between companies, on a PostgreSQL server: every query of an archive runs as a role that is not the
// tables' owner, and row-level security shows that role the rows of one integration only. A query that forgot its
// condition finds nothing, instead of somebody else's hours. (The embedded database has one user, its superuser.)

import { type Kysely, type Transaction, sql } from 'kysely';
import type { Schema } from './schema.ts';

export const tenantRole = 'tandem_tenant';

/** For the rest of this transaction: one integration's rows, and no others. */
export async function enterTenant(trx: Transaction<Schema>, integrationId: string): Promise<void> {
  await sql`select set_config('role', ${tenantRole}, true),
    set_config('tandem.integration', ${integrationId}, true)`.execute(trx);
}

const insufficientPrivilege = '42501';
/** The role is the server's, and another database of it makes it at this moment. */
const madeElsewhere = /^(23505|42710|XX000)$/;
const mostTries = 5;

/**
 * Builds the wall where it does not stand yet; several processes may do so at once, also on other databases of the server.
 * @returns false where the database's user may not make the role, or not become it: then there is no second wall
 */
export async function buildWall(db: Kysely<Schema>, tries = 1): Promise<boolean> {
  try {
    await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('tandem wall', 7))`.execute(trx);
      for (const { name, column, stands } of await tablesOfTenants(trx))
        if (!stands) for (const statement of wallAround(name, column)) await sql.raw(statement).execute(trx);
    });
    // Once for real: being allowed to make a role does not mean being allowed to become it.
    await db.transaction().execute((trx) => enterTenant(trx, ''));
    return true;
  } catch (error) {
    const { code = '' } = error as { readonly code?: string };
    if (code === insufficientPrivilege) return false;
    if (madeElsewhere.test(code) && tries < mostTries) return buildWall(db, tries + 1);
    throw error;
  }
}

interface TenantTable {
  readonly name: string;
  readonly column: string;
  readonly stands: boolean;
}

/** All tables whose rows carry their integration, from the catalogue: a new one cannot be forgotten. */
async function tablesOfTenants(trx: Transaction<Schema>): Promise<readonly TenantTable[]> {
  await sql.raw(roleStatement).execute(trx);
  const answer = await sql<TenantTable>`select c.relname as name,
      case when c.relname = 'integration' then 'id' else 'integration_id' end as "column",
      c.relrowsecurity and has_table_privilege(${tenantRole}, c.oid, 'select')
        and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_integration') as stands
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'r' and (c.relname = 'integration' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'integration_id'))
    order by c.relname`.execute(trx);
  return answer.rows;
}

const roleStatement = `do $$ begin
  if not exists (select from pg_roles where rolname = '${tenantRole}') then create role ${tenantRole} nologin; end if;
  if current_setting('server_version_num')::int >= 160000 then
    if not pg_has_role(current_user, '${tenantRole}', 'set') then
      execute format('grant ${tenantRole} to %I with set true, inherit false', current_user);
    end if;
  elsif not pg_has_role(current_user, '${tenantRole}', 'member') then
    execute format('grant ${tenantRole} to %I', current_user);
  end if;
  execute format('grant usage on schema %I to ${tenantRole}', current_schema());
end $$`;

/** Names come from the catalogue and are plain words. */
const wallAround = (table: string, column: string): string[] => [
  `grant select, insert, update, delete on "${table}" to ${tenantRole}`,
  `alter table "${table}" enable row level security`,
  `drop policy if exists own_integration on "${table}"`,
  `create policy own_integration on "${table}" to ${tenantRole}
     using ("${column}" = current_setting('tandem.integration', true))
     with check ("${column}" = current_setting('tandem.integration', true))`,
];
