// The life of one process, as far as anybody else can tell: its durable writes and its calls to vendors, in order. A
// life ends before or after one of them; from then on nothing of it takes another step.

import type { Lease } from '../../src/engine/archive.ts';

export type Moment = 'before' | 'after';

/** Which point is the last, counted from 0, and whether it still happens. */
export interface Kill {
  readonly at: number;
  readonly moment: Moment;
}

export class Life {
  /** What it passed, by name; the last is where it died. */
  readonly points: string[] = [];
  readonly death: Promise<void>;
  /** What the operating system takes back from a dead process. */
  lease: Lease | null = null;
  readonly #kill: Kill | null;
  #isDead = false;
  #end: () => void = () => undefined;

  constructor(kill: Kill | null) {
    this.#kill = kill;
    this.death = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** A point: the step may be the last thing that happens, or the first that does not. */
  async pass<T>(name: string, step: () => Promise<T>): Promise<T> {
    if (this.#isDead) return nothingMore();
    const isLast = this.points.push(name) - 1 === this.#kill?.at;
    if (isLast && this.#kill?.moment === 'before') return this.#die();
    try {
      return await step();
    } finally {
      if (isLast) await this.#die();
      if (this.#isDead) await nothingMore();
    }
  }

  /** A step that changes nothing outside: no point, but the dead do not take it. */
  async look<T>(step: () => Promise<T>): Promise<T> {
    if (this.#isDead) return nothingMore();
    const seen = await step();
    return this.#isDead ? nothingMore() : seen;
  }

  #die(): Promise<never> {
    this.#isDead = true;
    this.#end();
    return nothingMore();
  }
}

const nothingMore = (): Promise<never> => new Promise(() => undefined);
