// Projects as lines of text: `Development = 1234`.

import type { Json } from '../form/json.ts';
import { isObject, textOf } from '../form/json.ts';

/** A line without a target stays as it is, so that it can be told. */
export function projectsJson(typed: string): Json {
  const rows = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.lastIndexOf('=');
      return at < 0
        ? { timetac: line, personio: '' }
        : { timetac: line.slice(0, at).trim(), personio: line.slice(at + 1).trim() };
    });
  return rows.length === 0 ? null : rows;
}

export function projectsText(value: Json): string {
  return Array.isArray(value)
    ? value
        .map((row) => (isObject(row) ? row : {}))
        .map((row) => {
          const personio = textOf(row['personio'] ?? null);
          const timetac = textOf(row['timetac'] ?? null);
          return personio === '' ? timetac : `${timetac} = ${personio}`;
        })
        .join('\n')
    : '';
}
