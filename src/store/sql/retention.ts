// What is not kept for ever: reports and actions of runs, mails, counts of days, comparisons of months, links that were
// given out, tries to sign in.

import { type Kysely, sql } from 'kysely';
import type { Office } from '../../service/office/office.ts';
import type { Schema } from './schema.ts';

export function retention(db: Kysely<Schema>): Pick<Office, 'forgetBefore'> {
  return {
    forgetBefore: ({ runsAt, daysOn, monthsOn, triesAt }) =>
      db.transaction().execute(async (trx) => {
        // The newest run that ended stays, however old it is: it says how the integration stands.
        const runs = sql`select r.integration_id, r.id from run r where r.started_at < ${runsAt} and r.status <> 'running'
          and r.seq < coalesce(
            (select max(n.seq) from run n
              where n.integration_id = r.integration_id and n.mode = 'live' and n.report is not null),
            (select max(n.seq) from run n where n.integration_id = r.integration_id))`;
        const counts = [
          await sql`delete from run_action a using (${runs}) as old
            where a.integration_id = old.integration_id and a.run_id = old.id`.execute(trx),
          await sql`delete from run a using (${runs}) as old
            where a.integration_id = old.integration_id and a.id = old.id`.execute(trx),
          await sql`delete from mail where created_at < ${runsAt}`.execute(trx),
          await sql`delete from run_day where day < ${daysOn}`.execute(trx),
          await sql`delete from month_check where month < ${monthsOn.slice(0, 7)}`.execute(trx),
          await sql`delete from session where expires_at < ${runsAt}`.execute(trx),
          await sql`delete from invitation where least(expires_at, coalesce(used_at, expires_at)) < ${runsAt}`.execute(
            trx,
          ),
          await sql`delete from deposit where expires_at < ${runsAt}`.execute(trx),
          await sql`delete from attempt where since < ${triesAt}`.execute(trx),
          await sql`delete from pace where at < now() - interval '1 day'`.execute(trx),
        ];
        return counts.reduce((sum, { numAffectedRows = 0n }) => sum + Number(numAffectedRows), 0);
      }),
  };
}
