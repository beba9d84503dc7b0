// Settling while others still write.

import type { Batch } from './archive.ts';
import { mergeBatches } from './settle.ts';
import type { Workshop } from './workshop.ts';

/** Units settled in one transaction, and the longest that an outcome waits for others while writes are slow. */
const settledTogether = 20;
const settledWithinMs = 1_000;

/**
 * Settles units while others are being written: what came in during one commit goes out together in the next. Nothing
 * is lost by the wait: an outcome that was not settled has its intent.
 */
export class SettleQueue {
  readonly #shop: Workshop;
  #waiting: Batch[] = [];
  #oldestAt = 0;
  #flushing: Promise<void> | null = null;
  #fault: unknown = null;

  constructor(shop: Workshop) {
    this.#shop = shop;
  }

  /** A commit failed: nothing more may be written, because nothing more could be settled. */
  get broken(): boolean {
    return this.#fault !== null;
  }

  add(batch: Batch): void {
    if (this.broken) return;
    if (this.#waiting.length === 0) this.#oldestAt = this.#shop.now();
    this.#waiting.push(batch);
    const due =
      this.#waiting.length >= settledTogether || this.#shop.now() - this.#oldestAt >= settledWithinMs;
    if (due) this.#flushing ??= this.#flush();
  }

  /** Resolves when everything added so far is settled; throws what a commit threw. */
  async settled(): Promise<void> {
    await this.#flushing;
    if (!this.broken && this.#waiting.length > 0) await this.#flush();
    if (this.#fault !== null) throw this.#fault;
  }

  async #flush(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = mergeBatches(this.#waiting.splice(0));
        await this.#shop.archive.commit(batch);
      }
    } catch (error) {
      this.#fault = error;
    }
    this.#flushing = null;
  }
}
