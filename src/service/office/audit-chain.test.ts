import { expect, test } from 'vitest';
import { checkAudit } from './audit-chain.ts';
import { type AuditEntry, auditHash } from './office.ts';

/** So many entries; numbers have gaps, as in a database where an entry did not come to be. */
function chainOf(count: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let index = 0; index < count; index++) {
    const note = {
      at: index,
      setupId: null,
      personId: null,
      who: 'Kim',
      what: 'form.changed',
      details: { index },
    };
    entries.push({ ...note, seq: 3 * index + 2, hash: auditHash(entries.at(-1)?.hash ?? '', note) });
  }
  return entries;
}

const officeWith = (entries: readonly AuditEntry[]) => ({
  auditChain: (after = 0, limit = Infinity) =>
    Promise.resolve(entries.filter(({ seq }) => seq > after).slice(0, limit)),
});

test.each([0, 1, 999, 1_000, 1_001, 2_500])('a log of %i entries is whole', async (count) => {
  expect(await checkAudit(officeWith(chainOf(count)))).toEqual({ entries: count, brokenAt: null });
});

test.each([0, 998, 999, 1_000, 1_999])(
  'entry %i that was changed is found, wherever a portion ends',
  async (at) => {
    const chain = chainOf(2_500).map((entry, index) => (index === at ? { ...entry, who: 'Robin' } : entry));
    expect(await checkAudit(officeWith(chain))).toEqual({ entries: 2_500, brokenAt: 3 * at + 2 });
  },
);

test.each([0, 999, 1_000, 1_500])('entry %i that was taken out is missed by the next', async (at) => {
  expect(await checkAudit(officeWith(chainOf(2_500).toSpliced(at, 1)))).toEqual({
    entries: 2_499,
    brokenAt: 3 * (at + 1) + 2,
  });
});
