// What the doors found out about their accounts by asking is kept as small memories, and given back to the next doors,
// which then need not ask again (rule 4.3). Whoever opens a door says what it may rely on.

import type { HrDoor, TimeDoor } from './ports.ts';

interface BothDoors {
  readonly hr: Pick<HrDoor, 'learned' | 'recall'>;
  readonly time: Pick<TimeDoor, 'learned' | 'recall'>;
}

const prefixes = { hr: 'fact.hr.', time: 'fact.time.' } as const;
const sides = ['hr', 'time'] as const;

type Memory = Readonly<Record<string, string>>;

export const recallHr = ({ hr }: Pick<BothDoors, 'hr'>, memory: Memory): void =>
  hr.recall(factsOf('hr', memory));

/** For a look only: how far a page reaches is no promise, and a run does not go by it. */
export const recallTime = ({ time }: Pick<BothDoors, 'time'>, memory: Memory): void =>
  time.recall(factsOf('time', memory));

const factsOf = (side: keyof BothDoors, memory: Memory): Record<string, string> =>
  Object.fromEntries(
    Object.entries(memory)
      .filter(([key]) => key.startsWith(prefixes[side]))
      .map(([key, fact]) => [key.slice(prefixes[side].length), fact]),
  );

/** As memories. */
export const learnedFacts = (doors: BothDoors): Record<string, string> =>
  Object.fromEntries(
    sides.flatMap((side) =>
      Object.entries(doors[side].learned()).map(([name, fact]) => [prefixes[side] + name, fact]),
    ),
  );
