// Counting tries: what can be guessed is guessed slowly.

import type { FrontDesk } from '../front-desk.ts';
import { Problem } from '../problem.ts';

/** Per account name; a person who mistypes has room, a list of passwords has not. */
export const triesPerAccount = { most: 10, withinMs: 15 * 60_000 };
/** Per address of the network, which an office may share. */
export const triesPerAddress = { most: 100, withinMs: 15 * 60_000 };

/** @throws Problem `too-many-tries` */
export async function countTries(
  desk: FrontDesk,
  names: readonly (readonly [string, typeof triesPerAccount])[],
): Promise<void> {
  for (const [name, rule] of names) {
    const until = await desk.office.countTry(name, desk.now(), rule);
    if (until !== null)
      throw new Problem('too-many-tries', {
        retryAfterSeconds: Math.max(1, Math.ceil((until - desk.now()) / 1000)),
      });
  }
}
