// What a life holds in its hands: the archive and the mark beside it, whose every durable write is a point of that life.

import type { Archive, Batch, Intent, Lease } from '../../src/engine/archive.ts';
import type { GenerationMark } from '../../src/engine/workshop.ts';
import type { Life } from './life.ts';

export function mortalArchive(archive: Archive, life: Life): Archive {
  const openLease = (holder: string): Promise<Lease | null> =>
    life.pass('openLease', async () => {
      const lease = await archive.openLease(holder);
      life.lease = lease;
      return lease === null ? null : mortalLease(lease, life);
    });
  /** No archive promises an order; one on disk gives them by id. */
  const intents = (): Promise<readonly Intent[]> =>
    life.look(async () => [...(await archive.intents())].sort((a, b) => (a.id < b.id ? -1 : 1)));
  const commit = (batch: Batch): Promise<void> => life.pass(nameOf(batch), () => archive.commit(batch));
  return new Proxy(archive, {
    get: (target, name) => {
      if (name === 'openLease') return openLease;
      if (name === 'commit') return commit;
      if (name === 'intents') return intents;
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) =>
        life.look(() => (member as (...all: unknown[]) => Promise<unknown>).apply(target, given));
    },
  });
}

const mortalLease = (lease: Lease, life: Life): Lease => ({
  stillHeld: () => life.look(lease.stillHeld),
  release: () =>
    life.pass('release the lease', async () => {
      await lease.release();
      life.lease = null;
    }),
});

/** What travels in the batch: `commit putIntents`. */
const nameOf = (batch: Batch): string =>
  `commit ${Object.entries(batch)
    .filter(([, entry]) => !Array.isArray(entry) || entry.length > 0)
    .map(([name]) => name)
    .join(' ')}`.trim();

/** A mark that outlives every process; writing it is a point of the life that does. */
export function markOutside(currentLife: () => Life): GenerationMark {
  let mark: number | null = null;
  return {
    read: () => currentLife().look(() => Promise.resolve(mark)),
    write: (generation) =>
      currentLife().pass('write the mark outside', () => {
        mark = generation;
        return Promise.resolve();
      }),
  };
}
