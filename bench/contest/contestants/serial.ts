// Serial without memory: every run posts every record of its window, one after the other. Personio refuses what stands
// there already, and that is taken for success. What was changed or deleted at the source is never put right.

import type { Open } from './contestant.ts';
import { readPeople, readWindow } from './source.ts';
import { create } from './target.ts';
import { openWire } from './wire.ts';

export const openSerial: Open = async () => ({
  run: async (access) => {
    const wire = openWire(access, { throttleWaitMs: () => 1_000, repeatsLost: true });
    const people = await readPeople(wire);
    for (const { piece } of await readWindow(wire, people, access.windowFrom))
      await create(wire, piece, access.vacationTypeId);
  },
  close: () => Promise.resolve(),
});
