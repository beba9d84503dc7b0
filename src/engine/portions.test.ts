import { expect, test } from 'vitest';
import fc from 'fast-check';
import { RisingIds, portionsBySize } from './portions.ts';

test('portions hold everybody once and in order, and no more than fits together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 60 }), (sizes) => {
      const owners = sizes.map((size, index) => [String(index), size] as const);
      const portions = portionsBySize(owners);
      expect(portions.flat()).toEqual(owners.map(([id]) => id));
      const sizeOf = new Map(owners);
      const sums = portions.map((ids) => ids.reduce((sum, id) => sum + (sizeOf.get(id) ?? 0), 0));
      for (const [index, sum] of sums.entries())
        expect(sum <= 4_000 || portions[index]?.length === 1).toBe(true);
      // No two that stand beside each other would have fitted into one, by their first.
      for (const [index, ids] of portions.entries()) {
        const next = portions[index + 1]?.[0];
        if (next !== undefined && ids.length > 0)
          expect((sums[index] ?? 0) + (sizeOf.get(next) ?? 0)).toBeGreaterThan(4_000);
      }
    }),
  );
});

test('ids that were listed are found, and no others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 })), (ids) => {
      const listed = new RisingIds();
      for (const id of [...ids].sort((a, b) => a - b)) listed.add(String(id));
      expect(listed.isEmpty).toBe(ids.length === 0);
      for (let id = 0; id <= 301; id++) expect(listed.has(String(id))).toBe(ids.includes(id));
      // What is no number is asked for by itself.
      expect(listed.has('x')).toBe(false);
    }),
  );
});
