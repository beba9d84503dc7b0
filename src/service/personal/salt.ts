// What ids of people are hashed with where only the hash may stay: one salt per integration, so that keys of one company
// mean nothing in another's.

import type { Archive } from '../../engine/archive.ts';
import type { FrontDesk } from '../front-desk.ts';

const saltKey = 'erase.salt';

export async function saltOf(desk: Pick<FrontDesk, 'newToken'>, archive: Archive): Promise<string> {
  const known = (await archive.memory())[saltKey];
  if (known !== undefined) return known;
  const salt = desk.newToken();
  await archive.commit({ putMemory: { [saltKey]: salt } });
  return salt;
}
