// What the demo's HR does by hand after the first synchronisation.

import { expect, test } from 'vitest';
import { createPersonioSimulator } from '../personio/simulator.ts';
import { seededRandom } from '../faults/random.ts';
import { demoCompany } from './demo.ts';
import { editByHand } from './hand-edits.ts';

const now = Date.parse('2026-03-18T09:00:00Z');

test('touches what was exported, of different people, and nothing else', () => {
  const personio = createPersonioSimulator({
    state: demoCompany({ now }).personio,
    surroundings: { now: () => now, random: seededRandom(1), sleep: async () => undefined },
  });
  const { state } = personio;
  expect(editByHand(personio)).toBe(0);
  for (const one of [...state.attendances, ...state.absences]) one.created_by = 'API';
  const before = structuredClone({ attendances: state.attendances, absences: state.absences });

  const edits = editByHand(personio);

  const words = (rows: readonly { readonly id: string }[]) =>
    new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
  const changed = (['attendances', 'absences'] as const).flatMap((kind) => {
    const after = words(state[kind]);
    return before[kind].filter((row) => after.get(row.id) !== JSON.stringify(row));
  });
  expect(edits).toBeGreaterThanOrEqual(4);
  expect(changed).toHaveLength(edits);
  expect(new Set(changed.map((row) => row.person_id)).size).toBeGreaterThanOrEqual(3);
});
