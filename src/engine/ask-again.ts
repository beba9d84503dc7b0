// A name of the form that a list does not have may be mended at the vendor, and nothing tells so: as long as a name is
// missing, the list is asked for anew, but not by every run.

import type { Workshop } from './workshop.ts';

const everyMs = 15 * 60_000;
const keyOf = (list: 'types' | 'tasks'): string => `asked-again.${list}`;

/** Whether the time has come; a list that is read now counts from here on. */
export async function isTimeToAskAgain(
  { archive, now }: Pick<Workshop, 'archive' | 'now'>,
  list: 'types' | 'tasks',
): Promise<boolean> {
  const askedAt = Number((await archive.memory())[keyOf(list)] ?? 0);
  if (now() - askedAt < everyMs) return false;
  await archive.commit({ putMemory: { [keyOf(list)]: String(now()) } });
  return true;
}
