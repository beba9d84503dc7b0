// Whether a query failed because the server is away: restarted, not reachable, or a connection that broke meanwhile.
// Nothing is wrong then but the moment.

import { LeaseLost } from './lease.ts';

/** Of PostgreSQL (08 connection, 57P shut down or starting, 53300 no connection left, 25006 reading only) and node's sockets. */
const awayCodes = /^(08|57P|53300|25006|ECONN|EPIPE|ETIMEDOUT|EHOST|ENOTFOUND|EAI_)/;
export const isAwayCode = (code: string): boolean => awayCodes.test(code);
/** `pg` gives no code to what it says itself. */
const awayWords =
  /connection terminated|not queryable|connection broke|timeout exceeded when trying to connect|^timeout expired$|^query read timeout$/i;

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof LeaseLost || awayWords.test(error.message)) return true;
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && isAwayCode(code)) return true;
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...inner].some(isAway);
}
