// A gate before the vendors: a story closes it for one kind of request, waits until that request has come, does
// something in the meantime (a second command, kill -9), and opens it again.

export type Handle = (request: Request) => Promise<Response>;
export type Side = 'personio' | 'timetac';

/** `before`: the vendor has not acted yet. `after`: it has, and only the answer waits. */
export interface Closing {
  readonly side: Side;
  readonly method: string;
  /** Part of the path. */
  readonly path: string;
  /** Which of these requests waits, from 1. */
  readonly nth: number;
  readonly when: 'before' | 'after';
}

export function createGate() {
  let closed: (Closing & { count: number; reached: () => void; opened: Promise<void> }) | null = null;
  let letThrough: () => void = () => undefined;

  const waitsHere = (side: Side, request: Request): boolean => {
    if (closed === null || closed.side !== side || closed.method !== request.method) return false;
    if (!new URL(request.url).pathname.includes(closed.path)) return false;
    closed.count++;
    return closed.count === closed.nth;
  };

  return {
    before:
      (side: Side, handle: Handle): Handle =>
      async (request) => {
        const waiting = waitsHere(side, request) ? closed : null;
        const answer = waiting?.when === 'after' ? await handle(request) : null;
        waiting?.reached();
        await waiting?.opened;
        return answer ?? handle(request);
      },
    /** Closes the gate; the promise resolves when the request that it waits for stands before it. */
    close: (closing: Closing): Promise<void> => {
      const opened = new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      return new Promise((reached) => {
        closed = { ...closing, count: 0, reached, opened };
      });
    },
    open: (): void => {
      closed = null;
      letThrough();
    },
  };
}
