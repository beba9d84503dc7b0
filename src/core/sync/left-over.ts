// A row that is given to another person takes its name along. What it left at the target for the one before has a name of
// its own from then on, until it can be taken away: no name means two records, and none is forgotten (rule 0.2).

import { setAsideMark } from './set-aside.ts';

/** No other name has it. */
const leftOverMark = '^';

/**
 * Also where it was set aside before: taken up again, it is not the name that the row has by now.
 * @param recordId of what stands there, or is about to
 */
export function leftOver(key: string, recordId: string): string {
  if (isLeftOver(key)) return key;
  const [name = '', ...aside] = key.split(setAsideMark);
  return [`${name}${leftOverMark}${recordId}`, ...aside].join(setAsideMark);
}

const isLeftOver = (key: string): boolean => key.includes(leftOverMark);
