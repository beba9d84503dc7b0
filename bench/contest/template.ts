// Tandem's empty data folder. Making a database takes seconds of a processor, once per installation; traces begin with an
// installation that stands.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './processes.ts';

export interface Template {
  readonly folder: string;
  readonly remove: () => void;
}

export async function makeTemplate(): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-contest-template-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const contestant = start('contestant');
  try {
    await contestant.ask('open', { name: 'tandem', folder, accesses: [] });
    await contestant.ask('close');
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  } finally {
    await contestant.kill();
  }
}
