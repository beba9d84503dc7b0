// Parallel with backoff: changes since the last run, sixteen calls at once, exponential backoff with jitter when Personio
// throttles. It remembers which record became which, and writes that down when the run is over; a lost answer is sent
// again.

import { saying } from '../piece.ts';
import type { Access, Open } from './contestant.ts';
import { memoryIn } from './memory.ts';
import { type Changes, readChanges, readPeople, readWindow, type SourceRecord } from './source.ts';
import { type Area, areaOf, create, remove, update } from './target.ts';
import { openWire, type Wire } from './wire.ts';

interface Known {
  at: string | null;
  readonly records: Record<string, { readonly area: Area; readonly targetId: string; readonly said: string }>;
}

const atOnce = 16;
const baseMs = 250;
const capMs = 8_000;

export const openParallel: Open = async (folder) => ({
  run: async (access) => {
    const backoffMs = (round: number): number => Math.random() * Math.min(capMs, baseMs * 2 ** (round + 1));
    const wire = openWire(access, { throttleWaitMs: backoffMs, repeatsLost: true });
    const memory = memoryIn<Known>(folder, access.account, { at: null, records: {} });
    const known = memory.value;
    const people = await readPeople(wire);
    const { put, gone, at } = await read(wire, people, access, known.at);
    const work = [
      ...gone.map((id) => () => take(wire, known, id)),
      ...put.map((record) => () => write(wire, known, record, access)),
    ];
    const worker = async (): Promise<void> => {
      for (let next = work.shift(); next !== undefined; next = work.shift()) await next();
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    known.at = at;
    memory.keep();
  },
  close: () => Promise.resolve(),
});

/** The first time everything in its window, and the time from a look at the changes of that moment. */
async function read(
  wire: Wire,
  people: ReadonlyMap<number, string>,
  access: Access,
  since: string | null,
): Promise<Changes> {
  if (since !== null) return readChanges(wire, people, since);
  const { at } = await readChanges(wire, people, '2100-01-01 00:00:00');
  return { put: await readWindow(wire, people, access.startDate), gone: [], at };
}

async function take(wire: Wire, known: Known, id: string): Promise<void> {
  const record = known.records[id];
  if (record === undefined) return;
  await remove(wire, record.area, record.targetId);
  delete known.records[id];
}

async function write(wire: Wire, known: Known, { id, piece }: SourceRecord, access: Access): Promise<void> {
  const record = known.records[id];
  const said = saying(piece);
  if (record?.said === said) return;
  const targetId = record?.targetId ?? (await create(wire, piece, access.vacationTypeId));
  if (record !== undefined) await update(wire, record.targetId, piece, access.vacationTypeId);
  if (targetId !== null) known.records[id] = { area: areaOf(piece), targetId, said };
}
