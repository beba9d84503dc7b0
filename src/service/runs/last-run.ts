// The newest run of an integration, as lists know it.

import type { Office, RunSummary } from '../office/office.ts';

/** null: it never ran. */
export const lastRunOf = async (
  office: Pick<Office, 'standing'>,
  archiveId: string,
): Promise<RunSummary | null> => (await office.standing([archiveId])).get(archiveId)?.lastRun ?? null;
