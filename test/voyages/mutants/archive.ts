// In the archive (src/store/memory): what is kept, and for whom.

import { type Mutant, mutant } from './mutant.ts';

const memory = 'store/memory';

export const archiveMutants: readonly Mutant[] = [
  mutant(
    'two runs of one integration hold the lease',
    '4.1',
    memory,
    'if (this.#holder !== null)\n            return Promise.resolve(null);',
    '',
  ),
  mutant(
    'rows that the server deleted stay in the mirror',
    '0.6',
    memory,
    'this.#removeRow(kind, id);\n        for (const row of batch.putRows',
    ';\n        for (const row of batch.putRows',
  ),
  mutant(
    'intents that are settled stay open',
    '0.4',
    memory,
    'for (const id of batch.removeIntents ?? [])\n            this.#intents.delete(id);',
    '',
  ),
  mutant('units are not marked', '3.2', memory, 'this.#dirty.set(dirtyKey(unit), unit);', ';'),
];
