// What people did, and what happened to them: some issues are only fair where somebody had a hand in it.

export interface Diary {
  /** `employee date`: HR touched periods there. */
  readonly touchedDays: Set<string>;
  /** Employees whose absences HR touched. */
  readonly touchedLeave: Set<string>;
  /** `employee date`, and employees, of which HR deleted a period or an absence, or rejected it. */
  readonly deletedAt: Set<string>;
  /** Records that HR moved to another day: their own day tells of them. */
  readonly movedIds: Set<string>;
  /** Records that the interface wrote and a person changed since. */
  readonly editedIds: Set<string>;
  /** Records that HR commented. */
  readonly commentedIds: Set<string>;
  /** Earliest exit that was ever known, by employee. */
  readonly exits: Map<string, string>;
  /** `employee date` of every exit that was ever entered. */
  readonly exitsEntered: Set<string>;
  /** Fields that HR changed of somebody who was linked then. */
  readonly changedPeople: Set<string>;
  /** Exits of linked people as a whole run read them last. */
  readonly exitsSeen: Map<number, string | null>;
  /** Employees who left, and were hired again under the same id. */
  readonly hiredAgain: Set<string>;
  /** Employees whom the settings leave out now. */
  readonly outOfScope: Set<string>;
  /** The type of Personio that overtime is mapped to. */
  overtimeIs: 'overtime' | 'remote';
  /** Moments at which a write may have been lost or a process was killed. */
  readonly doubts: number[];
  /** A list succeeded and showed nothing: only a full check finds what it hid. */
  sawNothing: boolean;
  /** Rises with every act. */
  acts: number;
}

export const newDiary = (): Diary => ({
  touchedDays: new Set(),
  touchedLeave: new Set(),
  deletedAt: new Set(),
  movedIds: new Set(),
  editedIds: new Set(),
  commentedIds: new Set(),
  exits: new Map(),
  exitsEntered: new Set(),
  changedPeople: new Set(),
  exitsSeen: new Map(),
  hiredAgain: new Set(),
  outOfScope: new Set(),
  overtimeIs: 'overtime',
  doubts: [],
  sawNothing: false,
  acts: 0,
});
