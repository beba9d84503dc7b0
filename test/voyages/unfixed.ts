// Mistakes of the engine that voyages found and that are not mended yet. A voyage sails around them; whoever mends one
// sets it to false here, and voyages insist on it from then on.

export const unfixed: Readonly<Record<'pageUnder200' | 'lostFirstLink' | 'lostUpdateOfLeaver', boolean>> = {
  /** A page under HTTP 200 in place of Personio's answer to a change or a deletion is believed. */
  pageUnder200: true,
  /** A first link whose write to the user was lost never fills the empty external id. */
  lostFirstLink: true,
  /** A lost change of somebody who is switched off in the same run is forgotten. */
  lostUpdateOfLeaver: true,
};
