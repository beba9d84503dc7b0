// A person's change to what an integration remembers is made while no run is at work: a run that had judged already
// would take it for done.

import type { Bilingual } from '../core/report/run-report.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Archive } from '../engine/archive.ts';
import type { Home } from './home.ts';
import { randomUUID } from 'node:crypto';

/** What a person asked for and cannot have, as a sentence for them. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
  readonly why: Bilingual;
  constructor(en: string, de: string) {
    super(en);
    this.why = { en, de };
  }
}

export interface Answered<T> {
  readonly ok: true;
  readonly value: T;
}
export type Answer<T> = Answered<T> | { readonly ok: false; readonly why: Bilingual } | 'busy';

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
    if (error instanceof NotPossible) return { ok: false, why: error.why };
    throw error;
  } finally {
    await lease.release();
  }
}
