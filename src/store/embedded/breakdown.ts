// Whether a module of the embedded database has broken down, and since when: whatever it would say after that is worth
// nothing, and only a new process has a new one.

import type { PGlite } from '@electric-sql/pglite';

export class Breakdown {
  #why: Error | null = null;
  #tell: (why: Error) => void = () => undefined;
  /** Comes when it happens; of a module that stays whole, never. */
  readonly told = new Promise<Error>((resolve) => {
    this.#tell = resolve;
  });

  get hasHappened(): boolean {
    return this.#why !== null;
  }

  /** The first reason counts. */
  happened(cause: unknown): void {
    this.#why ??= new Error('database: it has broken down and takes nothing any more; start Tandem again', {
      cause,
    });
    this.#tell(this.#why);
  }

  refuse(): void {
    if (this.#why !== null) throw this.#why;
  }
}

const all = new WeakMap<PGlite, Breakdown>();

export function breakdownOf(pglite: PGlite): Breakdown {
  const known = all.get(pglite);
  if (known !== undefined) return known;
  const breakdown = new Breakdown();
  all.set(pglite, breakdown);
  return breakdown;
}
