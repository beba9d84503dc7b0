// When somebody's exit counts (rule 1.7), in the words of HR's own list.

import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import type { Diary } from './diary.ts';
import { seesExit } from './habits/leave-and-return.ts';
import type { World } from './sea.ts';

/** Who was hired again after the exit has none, although its date still stands; who is inactive was not. */
export function exitOf({ hire_date, termination_date, status }: PersonioEmployee): string | null {
  const isLater = termination_date !== null && hire_date !== null && hire_date > termination_date;
  return isLater && status !== 'inactive' ? null : termination_date;
}

export const isHiredAgain = (employee: PersonioEmployee): boolean =>
  employee.termination_date !== null && exitOf(employee) === null;

/**
 * The exit as Tandem has to know it. Out of sight is not taken back (rule 1.2): what it read before counts on, and of
 * what HR entered since it knows nothing.
 */
export function knownExitOf(employee: PersonioEmployee, world: World, diary: Diary): string | null {
  const isKnown = seesExit(world) || diary.exitsSeen.get(employee.id) === employee.termination_date;
  return isKnown ? exitOf(employee) : null;
}

/** After a run that read everybody, and wrote down what it had read. */
export function rememberExits({ personio }: World, linked: ReadonlySet<string>, diary: Diary): void {
  for (const { id, termination_date } of personio.state.employees)
    if (linked.has(String(id))) diary.exitsSeen.set(id, termination_date);
}
