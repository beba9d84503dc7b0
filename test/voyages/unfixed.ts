// Mistakes of the engine that voyages found and that are not mended yet. A voyage sails around them; whoever mends one
// sets it to false here, and voyages insist on it from then on.

export const unfixed: Readonly<Record<'lostFirstLink' | 'lostLesson', boolean>> = {
  /** The empty external id of a user is never filled when the write of the first link was lost or left out. */
  lostFirstLink: true,
  /**
   * A first absence whose answer was lost teaches nothing: in an account that takes ends as exclusive its repair goes
   * out with the wrong end.
   */
  lostLesson: true,
};
