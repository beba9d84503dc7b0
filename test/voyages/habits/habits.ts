// What the people of a voyage are given to: sequences of acts that single dice would hardly ever throw. A voyage has one
// habit at most; its acts fall between those of everybody else.

import type { Dice } from '../dials.ts';
import type { Diary } from '../diary.ts';
import type { World } from '../sea.ts';
import { fallIll } from './fall-ill.ts';
import { giveRows } from './give-rows.ts';
import { leaveAndReturn } from './leave-and-return.ts';
import { mergeRows } from './merge-rows.ts';
import { narrowScope } from './narrow-scope.ts';
import { remapTypes } from './remap-types.ts';
import { reopenRows } from './reopen-rows.ts';

export const habits = [
  'merge rows',
  'fall ill',
  'leave and return',
  'reopen rows',
  'remap types',
  'narrow scope',
  'give rows',
] as const;
export type Habit = (typeof habits)[number];

export interface Aboard {
  readonly world: World;
  readonly diary: Diary;
  /** The first day of the settings. */
  readonly startDate: string;
  readonly isLinked: (employeeId: string) => boolean;
}

/** @returns what was done, in words; undefined where it came to nothing. */
type Act = (aboard: Aboard, dice: Dice) => string | undefined;

export const actOf: Readonly<Record<Habit, Act>> = {
  'merge rows': mergeRows,
  'fall ill': fallIll,
  'leave and return': leaveAndReturn,
  'reopen rows': reopenRows,
  'remap types': remapTypes,
  'narrow scope': narrowScope,
  'give rows': giveRows,
};
