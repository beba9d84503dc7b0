// A row that is given to another person takes its name along. What it left at the target for the one before has a name of
// its own from then on, until it can be taken away: no name means two records, and none is forgotten (rule 0.2).

/** No other name has it. */
const leftOverMark = '^';

/** @param recordId of what stands there, or is about to */
export const leftOver = (key: string, recordId: string): string =>
  isLeftOver(key) ? key : `${key}${leftOverMark}${recordId}`;

export const isLeftOver = (key: string): boolean => key.includes(leftOverMark);
