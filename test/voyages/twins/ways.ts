// What else comes to a company that lives, beside its own changes of mind: bad weather, records of HR's own, people who
// leave for good, are hired or have another address, odd fractions of a day. Each comes to a share of the companies only,
// with dice of its own.

import type { Dials, Dice } from '../dials.ts';
import { type Fault, drawLife } from '../weather.ts';
import type { Squall } from './account.ts';

export interface Ways {
  readonly weather: boolean;
  readonly foreign: boolean;
  readonly staff: boolean;
  readonly fractions: boolean;
}

export function drawWays(dice: Dice): Ways {
  const some = (): boolean => dice.chance(0.35);
  return { weather: some(), foreign: some(), staff: some(), fractions: some() };
}

/** `struck`: for every request that meets trouble. */
export function drawSquall(
  { faults }: Dials,
  dice: Dice,
  tell: (line: string) => void,
  struck: (fault: Fault) => void,
): Squall {
  return {
    weather: {
      dice,
      rate: dice.pick([0, 0.02, 0.05, 0.12, 0.3]) ?? 0,
      faults,
      storm: null,
      tell,
      sent: () => undefined,
      struck,
    },
    life: drawLife(dice, 0.6),
  };
}
