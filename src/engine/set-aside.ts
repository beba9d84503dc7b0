// Names of what was exported of an account that is no longer the person's (decision 040): set apart when the two are
// separated, taken up again when they are linked anew, whoever does either.

import type { Part } from '../core/report/codes.ts';
import type { Link } from '../core/sync/desk.ts';
import { setAside, takenUp } from '../core/sync/set-aside.ts';
import type { LocalDate } from '../core/time/calendar.ts';
import type { Archive, DirtyUnit, Intent } from './archive.ts';
import { daysOfEntries } from './mirror-rows.ts';

export interface Renames {
  readonly removeLinks: { readonly part: Part; readonly key: string }[];
  readonly putLinks: Link<unknown>[];
  readonly putIntents: Intent[];
}
export const noRenames: Renames = { removeLinks: [], putLinks: [], putIntents: [] };

/** What was exported of this account's rows for this employee stays known, apart from what comes now. */
export const setAsideOf = (archive: Archive, employeeId: string, userId: string): Promise<Renames> =>
  renamesOf(archive, employeeId, (key) => setAside(key, employeeId, userId));

/** With the same account again, it is as it was. */
export const takenUpBy = (archive: Archive, employeeId: string, userId: string): Promise<Renames> =>
  renamesOf(archive, employeeId, (key) => takenUp(key, employeeId, userId) ?? key);

async function renamesOf(
  archive: Archive,
  employeeId: string,
  nameOf: (key: string) => string,
): Promise<Renames> {
  const links = [
    ...(await archive.links<unknown>({ part: 'absences', employeeIds: [employeeId] })),
    ...(await archive.links<unknown>({ part: 'attendances', employeeIds: [employeeId] })),
  ];
  const intents = (await archive.intents()).filter(
    (intent) => intent.part !== 'employees' && intent.employeeId === employeeId,
  );
  return renamed(links, intents, nameOf);
}

/**
 * Links, and what a run was about to write when it was broken off, which may stand there as well.
 * @param nameOf the name of a record, by the name that it has and by its id (of an intent's that is not known yet: its own)
 */
export function renamed(
  links: readonly Link<unknown>[],
  intents: readonly Intent[],
  nameOf: (key: string, recordId: string) => string,
): Renames {
  const others = links.filter(({ key, targetId }) => nameOf(key, targetId) !== key);
  return {
    removeLinks: others.map(({ part, key }) => ({ part, key })),
    putLinks: others.map((link) => ({ ...link, key: nameOf(link.key, link.targetId) })),
    putIntents: intents.map((intent) => {
      const { key, formerKey, targetId, id } = intent;
      return {
        ...intent,
        key: nameOf(key, targetId ?? id),
        formerKey: formerKey === null ? null : nameOf(formerKey, targetId ?? id),
      };
    }),
  };
}

/** All that an account's rows could have to say: its absences, and its days from one on (left out: ever). */
export async function everythingOf(archive: Archive, userId: string, from?: LocalDate): Promise<DirtyUnit[]> {
  const days = await daysOfEntries(archive, {
    userIds: [userId],
    ...(from === undefined ? {} : { from }),
  });
  return [{ part: 'absences', userId, day: null }, ...days];
}
