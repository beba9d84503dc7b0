// A person's change to what an integration remembers is made while no run is at work: a run that had judged already
// would take it for done.

import type { Settings } from '../core/settings/settings.ts';
import type { Archive } from '../engine/archive.ts';
import type { Home } from './home.ts';
import { randomUUID } from 'node:crypto';

/** What a person asked for and cannot have; the message is a sentence for them. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
}

export interface Answered<T> {
  readonly ok: true;
  readonly value: T;
}
export type Answer<T> = Answered<T> | { readonly ok: false; readonly why: string } | 'busy';

/** `busy` while a run of the integration is in progress. */
export async function betweenRuns<T>(
  home: Home,
  settings: Settings,
  work: (archive: Archive) => Promise<T>,
): Promise<Answer<T>> {
  const archive = await home.openArchive(settings);
  const lease = await archive.openLease(`desk ${randomUUID()}`);
  if (lease === null) return 'busy';
  try {
    return { ok: true, value: await work(archive) };
  } catch (error) {
    if (error instanceof NotPossible) return { ok: false, why: error.message };
    throw error;
  } finally {
    await lease.release();
  }
}
