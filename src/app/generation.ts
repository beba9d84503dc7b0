// The mark outside the database: a small file beside it, which no restored database brings along (rule 4.8).

import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GenerationMark } from '../engine/workshop.ts';

/** One number per integration in one file; written whole and renamed, so that it is never half there. */
export function generationFile(path: string, integration: string): GenerationMark {
  const read = (): Record<string, number> => {
    try {
      const marks: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return typeof marks === 'object' && marks !== null ? (marks as Record<string, number>) : {};
    } catch {
      // No mark says nothing about the database; a broken one neither.
      return {};
    }
  };
  return {
    read: () => {
      const mark = read()[integration];
      return Promise.resolve(typeof mark === 'number' && Number.isSafeInteger(mark) ? mark : null);
    },
    write: (generation) => {
      mkdirSync(dirname(path), { recursive: true });
      // A name of its own: several workers may share the folder.
      const fresh = `${path}.${randomUUID()}.new`;
      writeFileSync(fresh, JSON.stringify({ ...read(), [integration]: generation }), { mode: 0o600 });
      renameSync(fresh, path);
      return Promise.resolve();
    },
  };
}
