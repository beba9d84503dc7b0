// One export per user without reading back: each user's changes since their last export are read and posted; the time of
// the export is all that is remembered. Nobody looks what became of a post, and deletions are never seen.

import type { Open } from './contestant.ts';
import { memoryIn } from './memory.ts';
import { readPeople, readUser } from './source.ts';
import { create } from './target.ts';
import { openWire } from './wire.ts';

export const openPerUser: Open = async (folder) => ({
  run: async (access) => {
    const wire = openWire(access, { throttleWaitMs: () => 1_000, repeatsLost: false });
    const memory = memoryIn<Record<string, string>>(folder, access.account, {});
    const people = await readPeople(wire);
    for (const userId of people.keys()) {
      const since = memory.value[String(userId)] ?? null;
      const { put, at } = await readUser(wire, people, userId, since);
      for (const { piece } of put) await create(wire, piece, access.vacationTypeId);
      memory.value[String(userId)] = at;
      memory.keep();
    }
  },
  close: () => Promise.resolve(),
});
