// Short names for contents: the same content has the same fingerprint on every machine and in every release.

import { createHash } from 'node:crypto';
import type { Action, TargetRecord } from './desk.ts';

/** JSON with sorted keys, so that equal values have equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Whether two plain values have the same canonical text, without making it. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
    return Number.isNaN(a) && Number.isNaN(b);
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => sameContent(value, b[index]))
    );
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const name in left) if (!sameContent(left[name], right[name])) return false;
  for (const name in right) if (left[name] === undefined && right[name] !== undefined) return false;
  return true;
}

export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 32);
}

export const isMark = (text: string): boolean => /^#[0-9a-f]{32}$/.test(text);

/** Stands for a text that is not kept: the same text has the same mark. Marks stay what they are. */
export const markOf = (text: string): string => (isMark(text) ? text : `#${hashOf(text)}`);

/** What a refusal was about: the request and the foreign records around it (rule 0.5). */
export function fingerprintOf<C>(action: Action<C>, surroundings: string | null): string {
  return hashOf({
    kind: action.kind,
    employeeId: action.employeeId,
    to: withoutToday(action.to),
    targetId: action.targetId,
    around: surroundings,
  });
}

/**
 * Foreign records as one text: equal texts mean that nothing foreign moved. null: there are none. Rejected and cancelled
 * ones belong to it, because the target may refuse on their account all the same (rule 2.6); whether a standing one was
 * approved meanwhile does not matter.
 */
export function surroundingsOf<C>(
  rows: readonly TargetRecord<C>[],
  isOurs: (targetId: string) => boolean,
): string | null {
  const foreign = rows.filter((row) => !isOurs(row.id));
  if (foreign.length === 0) return null;
  const blocks = ({ standing }: TargetRecord<C>): boolean => standing === 'live' || standing === 'pending';
  return canonical(foreign.map((row) => canonical([row.id, row.content, blocks(row)])).sort());
}

/** "Start using" moves with the calendar; a refusal of yesterday is about the same person today. */
function withoutToday(content: unknown): unknown {
  const create = (content as { create?: object } | null)?.create;
  return create === undefined ? content : { ...(content as object), create: { ...create, startsOn: null } };
}
