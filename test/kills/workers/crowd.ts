// People who go on working in TimeTac while workers are killed, in every company and its calm twin alike.

import { dateIn } from '../../../src/core/time/calendar.ts';
import { seededRandom } from '../../../src/simulators/faults/random.ts';
import { type Workday, activeUsers, workOn } from '../processes/changes.ts';
import type { Company } from './company.ts';
import type { RestartablePostgres } from './database.ts';

export interface Crowd {
  /** People of some companies work; their runs are due at once, as if somebody had asked for them. */
  readonly work: () => Promise<void>;
  readonly changes: () => number;
}

const changesAtOnce = 6;
const companiesAtOnce = 8;

export async function gather(
  companies: readonly Company[],
  ids: readonly string[],
  postgres: RestartablePostgres,
  seed: number,
): Promise<Crowd> {
  const random = seededRandom(seed + 1);
  const today = dateIn(Date.now(), 'Europe/Berlin');
  const days = await Promise.all(
    companies.map(async (company, index) => {
      const users = await activeUsers(company);
      return [company, company.calm].map(
        (): Workday => ({ random: seededRandom(seed + index), today, users, made: [] }),
      );
    }),
  );
  let changes = 0;
  return {
    changes: () => changes,
    work: async () => {
      const busy = new Set(
        Array.from({ length: Math.min(companiesAtOnce, companies.length) }, () =>
          Math.floor(random() * companies.length),
        ),
      );
      for (const index of busy) {
        const company = companies[index]!;
        const [own, calm] = days[index]!;
        await workOn(company, own!, changesAtOnce);
        await workOn({ ...company, ...company.calm }, calm!, changesAtOnce);
        changes += changesAtOnce;
      }
      await postgres.ask('update setup set next_run_at = $1 where id = any($2) and next_run_at > $1', [
        Date.now(),
        [...busy].map((index) => ids[index]),
      ]);
    },
  };
}
