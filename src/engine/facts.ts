// What the doors found out about their accounts by asking is kept as small memories, and given back to the next doors,
// which then need not ask again (rule 4.3).

import type { HrDoor, TimeDoor } from './ports.ts';

interface BothDoors {
  readonly hr: Pick<HrDoor, 'learned' | 'recall'>;
  readonly time: Pick<TimeDoor, 'learned' | 'recall'>;
}

const prefixes = { hr: 'fact.hr.', time: 'fact.time.' } as const;
const sides = ['hr', 'time'] as const;

export function recallFacts(doors: BothDoors, memory: Readonly<Record<string, string>>): void {
  for (const side of sides)
    doors[side].recall(
      Object.fromEntries(
        Object.entries(memory)
          .filter(([key]) => key.startsWith(prefixes[side]))
          .map(([key, fact]) => [key.slice(prefixes[side].length), fact]),
      ),
    );
}

/** As memories. */
export const learnedFacts = (doors: BothDoors): Record<string, string> =>
  Object.fromEntries(
    sides.flatMap((side) =>
      Object.entries(doors[side].learned()).map(([name, fact]) => [prefixes[side] + name, fact]),
    ),
  );
