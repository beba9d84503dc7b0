// The audit log is a chain: each entry's hash covers the entry and the hash before it. Whoever reaches around Tandem into
// the database and changes an entry, or takes one out from between others, breaks it. (What is cut off at its end leaves
// no trace in what is left: a copy elsewhere does.)

import { type AuditEntry, type Office, auditHash } from './office.ts';

export interface AuditCheck {
  readonly entries: number;
  /** Number of the first entry that does not follow from the one before; null: the chain is whole. */
  readonly brokenAt: number | null;
}

/** Entries that are looked at together: the log of years does not lie in memory at once. */
const portion = 1_000;

/** Looks at the whole log, from its first entry on. */
export async function checkAudit(office: Pick<Office, 'auditChain'>): Promise<AuditCheck> {
  let [entries, before]: [number, AuditEntry | null] = [0, null];
  let brokenAt: number | null = null;
  for (;;) {
    const next: readonly AuditEntry[] = await office.auditChain(before?.seq ?? 0, portion);
    entries += next.length;
    brokenAt ??= breakIn(next, before?.hash ?? '');
    const last = next.at(-1);
    if (last === undefined || next.length < portion) return { entries, brokenAt };
    before = last;
  }
}

/** @param hash of the entry before them; `''` before the very first */
export function breakIn(chain: readonly AuditEntry[], hash: string): number | null {
  let before = hash;
  for (const entry of chain) {
    if (entry.hash !== auditHash(before, entry)) return entry.seq;
    before = entry.hash;
  }
  return null;
}
