// Delete and recreate: every run deletes what stands in its window and writes it anew. Corrections arrive, at the price
// of two writes for every record; whatever somebody else entered in the window goes as well.

import type { Open } from './contestant.ts';
import { readPeople, readWindow } from './source.ts';
import { type Area, create, list, remove } from './target.ts';
import { openWire } from './wire.ts';

const areas: readonly Area[] = ['attendance-periods', 'absence-periods'];

export const openRecreate: Open = async () => ({
  run: async (access) => {
    const wire = openWire(access, { throttleWaitMs: () => 1_000, repeatsLost: true });
    const people = await readPeople(wire);
    const records = await readWindow(wire, people, access.windowFrom);
    for (const area of areas)
      for (const id of await list(wire, area, access.windowFrom)) await remove(wire, area, id);
    for (const { piece } of records) await create(wire, piece, access.vacationTypeId);
  },
  close: () => Promise.resolve(),
});
