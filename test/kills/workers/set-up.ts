// Companies as integrations of the page: filled in, with sealed credentials, switched on.

import { readFileSync } from 'node:fs';
import { ordinaryRun } from '../../../src/engine/workshop.ts';
import { openTestDesk } from '../../support/front-desk.ts';
import type { Company } from './company.ts';

export interface Place {
  readonly databaseUrl: string;
  readonly keyFile: string;
}

/** @returns the ids of their integrations, in the order of the companies */
export function setUp(place: Place, companies: readonly Company[]): Promise<string[]> {
  return atDesk(place, async (desk) => {
    const operator = await desk.person({ operator: true });
    const ids: string[] = [];
    for (const company of companies) {
      const ask = async (method: 'POST' | 'PUT', path: string, body: unknown): Promise<{ id?: string }> => {
        const answer = await operator.call(method, path, body);
        if (answer.status >= 300 || answer.body.kept === false)
          throw new Error(`${company.name}: ${path}: ${JSON.stringify(answer.body)}`);
        return answer.body as { id?: string };
      };
      const { id = '' } = await ask('POST', '/integrations', { name: company.name });
      const form = { fileName: 'form.json', text: readFileSync(company.config, 'utf8') };
      await ask('POST', `/integrations/${id}/form/import`, form);
      for (const side of ['personio', 'timetac'] as const)
        await ask('PUT', `/integrations/${id}/credentials/${side}`, company.credentials[side]);
      ids.push(id);
    }
    for (const id of ids)
      await desk.desk.office.changeSetup(id, (now) => ({
        putSetup: { ...now, on: true, begunAt: desk.desk.now(), nextRunAt: desk.desk.now() },
      }));
    return ids;
  });
}

/** One full run of each, for the workers to carry out. */
export const askForFullRuns = (place: Place, ids: readonly string[]): Promise<void> =>
  atDesk(place, async ({ desk }) => {
    const request = { ...ordinaryRun, full: true };
    for (const setupId of ids) await desk.queue.ask({ setupId, request, askedBy: 'campaign' });
  });

async function atDesk<T>(
  { databaseUrl, keyFile }: Place,
  work: (desk: Awaited<ReturnType<typeof openTestDesk>>) => Promise<T>,
): Promise<T> {
  const desk = await openTestDesk({
    allowPrivateHosts: true,
    environment: { TANDEM_DATABASE_URL: databaseUrl, TANDEM_MASTER_KEY_FILE: keyFile },
  });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}
