// What a contestant remembers between runs: one JSON file per company.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Memory<T> {
  readonly value: T;
  readonly keep: () => void;
}

export function memoryIn<T>(folder: string, account: string, empty: T): Memory<T> {
  const path = join(folder, `${account}.json`);
  const value = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : empty;
  return {
    value,
    keep: () => {
      writeFileSync(`${path}.new`, JSON.stringify(value));
      renameSync(`${path}.new`, path);
    },
  };
}
