// The people aboard: employees who book time and leave in TimeTac, HR who edits, deletes and enters things in Personio,
// hires, leavers. Every act is counted in the diary.

import type { World } from './sea.ts';
import { bookLeave } from './book-leave.ts';
import { bookTime } from './book-time.ts';
import type { Dice } from './dials.ts';
import type { Diary } from './diary.ts';
import { type Habit, actOf } from './habits/habits.ts';
import { touchAbsences, touchPeriods } from './hands.ts';
import { manageStaff } from './staff.ts';

export interface Crew {
  /** Something in TimeTac. */
  readonly work: (dice: Dice) => string;
  /** Something in Personio's lists of people. */
  readonly staff: (dice: Dice, isLinked: (employeeId: string) => boolean) => string;
  /** Something in Personio's periods and absences. */
  readonly hands: (dice: Dice) => string;
  /** Something that the people of this voyage are given to. */
  readonly habit: (habit: Habit, dice: Dice, isLinked: (employeeId: string) => boolean) => string;
}

export function createCrew(world: World, startDate: string, diary: Diary): Crew {
  const act = (told: string | undefined): string => {
    diary.acts += 1;
    return told ?? 'nothing';
  };
  return {
    work: (dice) =>
      act(dice.chance(0.72) ? bookTime(world, startDate, dice) : bookLeave(world, startDate, dice)),
    staff: (dice, isLinked) => act(manageStaff(world, diary, dice, isLinked)),
    hands: (dice) =>
      act(
        dice.chance(0.7)
          ? touchPeriods(world, startDate, diary, dice)
          : touchAbsences(world, startDate, diary, dice),
      ),
    habit: (habit, dice, isLinked) => act(actOf[habit]({ world, diary, startDate, isLinked }, dice)),
  };
}
