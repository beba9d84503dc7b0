// What ids of people are hashed with where only the hash may stay: one salt per integration, so that keys of one company
// mean nothing in another's.

import { type Archive, eraseSaltKey } from '../../engine/archive.ts';
import type { FrontDesk } from '../front-desk.ts';

export async function saltOf(desk: Pick<FrontDesk, 'newToken'>, archive: Archive): Promise<string> {
  const known = (await archive.memory())[eraseSaltKey];
  if (known !== undefined) return known;
  const drawn = desk.newToken();
  // Two may find none at the same time: what was hashed with another one would be known to nobody.
  await archive.commit({ putMemoryOnce: { [eraseSaltKey]: drawn } });
  return (await archive.memory())[eraseSaltKey] ?? drawn;
}
