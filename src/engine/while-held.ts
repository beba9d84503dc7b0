// One run per integration at a time (rule 4.1). Commits of a run that was overtaken are refused by the archive; a vendor
// knows no token, so the doors ask before each write whether the lease is still held: a process may have slept, or its
// write may have waited for its turn while another process took over.

import type { Workshop } from './workshop.ts';

/** `busy`: somebody else is at work. */
export async function whileHeld<T>(shop: Workshop, work: () => Promise<T>): Promise<T | 'busy'> {
  const lease = await shop.archive.openLease(shop.newId());
  if (lease === null) return 'busy';
  try {
    for (const door of [shop.hr, shop.time]) door.fence(lease.stillHeld);
    return await work();
  } finally {
    await lease.release();
  }
}
