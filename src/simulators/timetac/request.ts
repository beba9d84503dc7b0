// A request as the stage understands it: the path form of section 11.1, the query, and a body in JSON or as a form.

import type { Fields } from './input.ts';
import { Problem } from './problem.ts';

export interface Path {
  readonly account: string;
  /** `token`: the sign-in outside the versioned path. */
  readonly kind: 'token' | 'resource';
  readonly prefixed: boolean;
  readonly version: number;
  readonly resource: string;
  readonly action: string;
  readonly id: number | null;
}

export type Body =
  | { readonly kind: 'row'; readonly fields: Fields }
  | { readonly kind: 'batch'; readonly rows: readonly Fields[] };

const tokenPath = /^\/(?<account>[A-Za-z0-9_-]+)\/auth\/oauth2\/token\/?$/;
const resourcePath =
  /^\/(?<account>[A-Za-z0-9_-]+)\/(?<prefix>userapi\/)?[vV](?<version>[345])\/(?<resource>[A-Za-z]+)\/(?<action>[A-Za-z]+)(?:\/(?<id>\d+))?\/?$/;

/** null for a path that TimeTac does not know. */
export function parsePath(pathname: string): Path | null {
  const token = tokenPath.exec(pathname)?.groups;
  const nothing = { prefixed: false, version: 0, resource: '', action: '', id: null };
  if (token !== undefined) return { ...nothing, account: token['account'] ?? '', kind: 'token' };
  const parts = resourcePath.exec(pathname)?.groups;
  if (parts === undefined) return null;
  return {
    account: parts['account'] ?? '',
    kind: 'resource',
    prefixed: parts['prefix'] !== undefined,
    version: Number(parts['version']),
    resource: parts['resource'] ?? '',
    // The documentation names `get`, every working client uses `read` (section 2).
    action: parts['action'] === 'get' ? 'read' : (parts['action'] ?? ''),
    id: parts['id'] === undefined ? null : Number(parts['id']),
  };
}

/** @throws Problem for a body that is neither JSON nor a form. */
export function parseBody(text: string, contentType: string | null): Body {
  if (text.trim() === '') return { kind: 'row', fields: {} };
  if (contentType?.includes('x-www-form-urlencoded')) {
    return { kind: 'row', fields: Object.fromEntries(new URLSearchParams(text)) };
  }
  const parsed = parseJson(text);
  const rows = rowsOf(parsed);
  return rows === null ? { kind: 'row', fields: parsed as Fields } : { kind: 'batch', rows };
}

function parseJson(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch {
    // Answered below.
  }
  throw new Problem(422, 'Unprocessable Entity: the body is neither JSON nor a form');
}

// A batch is an array, or an object with the keys "0", "1", … as newer clients send it (section 3, Batch).
function rowsOf(parsed: object): readonly Fields[] | null {
  const isBatch =
    Array.isArray(parsed) || ('0' in parsed && Object.keys(parsed).every((key) => /^\d+$/.test(key)));
  if (!isBatch) return null;
  const rows: readonly unknown[] = Object.values(parsed);
  return rows.map((row) => (typeof row === 'object' && row !== null ? (row as Fields) : {}));
}
