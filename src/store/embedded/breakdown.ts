// Whether the embedded database has broken down: whatever it would say after that is worth nothing, and only a new process
// has a new one.

export class Breakdown {
  #why: Error | null = null;
  #tell: (why: Error) => void = () => undefined;
  /** Comes when it happens; of a database that stays whole, never. */
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
