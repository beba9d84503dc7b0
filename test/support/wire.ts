// The wire between the engine and the vendors, where a test cuts it: an answer that never arrives, an answer that is
// garbage, or the moment at which our process is killed.

import type { Draft, Handle } from './world.ts';

export interface Place {
  readonly side: 'personio' | 'timetac';
  readonly method?: string;
  /** Part of the address, e.g. `/attendance-periods`. */
  readonly path: string;
}

export type Mishap =
  /** The vendor did it; its answer is lost. */
  | 'lose-answer'
  /** Killed before the call left, or after the vendor did it and before we read the answer. */
  | 'kill-before'
  | 'kill-after'
  /** Plays an answer instead of, or made from, the vendor's own. */
  | ((request: Request, handle: Handle) => Promise<Response>);

export class Killed extends Error {
  override readonly name = 'Killed';
}

export type Wire = ReturnType<typeof createWire>;

export function createWire() {
  const planned: { place: Place; mishap: Mishap; skip: number; times: number }[] = [];
  let death: ((error: Killed) => void) | null = null;

  const die = (): Promise<never> => {
    death?.(new Killed('the process was killed'));
    // A dead process never sees an answer, nor does it run a single step more.
    return new Promise<never>(() => undefined);
  };

  return {
    between:
      (handle: Handle, side: 'personio' | 'timetac'): Handle =>
      async (request) => {
        const entry = planned.find(({ place, times }) => times > 0 && isAt(place, side, request));
        if (entry === undefined) return handle(request);
        if (entry.skip > 0) {
          entry.skip--;
          return handle(request);
        }
        entry.times--;
        return happen(entry.mishap, request, handle, die);
      },
    /** The next call at this place (after `skip` others) meets the mishap, `times` in a row. */
    next: (place: Place, mishap: Mishap, { skip = 0, times = 1 } = {}): void => {
      planned.push({ place, mishap, skip, times });
    },
    /** Whether every planned mishap has happened. */
    isSpent: (): boolean => planned.every(({ times }) => times === 0 || times === Infinity),
    mend: (): void => void planned.splice(0),
    die,
    /** Runs the step; rejects with `Killed` when it is killed, and leaves it hanging as a killed process would. */
    mortal: <T>(step: () => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        death = reject;
        step().then(resolve, reject);
      }),
  };
}

async function happen(
  mishap: Mishap,
  request: Request,
  handle: Handle,
  die: () => Promise<never>,
): Promise<Response> {
  switch (mishap) {
    case 'lose-answer':
      await handle(request);
      throw new TypeError('connection lost');
    case 'kill-before':
      return die();
    case 'kill-after':
      await handle(request);
      return die();
    default:
      return mishap(request, handle);
  }
}

function isAt(place: Place, side: 'personio' | 'timetac', request: Request): boolean {
  return (
    place.side === side &&
    (place.method === undefined || place.method === request.method) &&
    new URL(request.url).pathname.includes(place.path)
  );
}

/** A body in place of the vendor's, read as JSON. */
export const answering =
  (body: unknown, status = 200): Mishap =>
  () =>
    Promise.resolve(Response.json(body, { status }));

/** The vendor's own answer with its JSON body changed. */
export const changing =
  (change: (body: Draft) => unknown): Mishap =>
  async (request, handle) => {
    const response = await handle(request);
    return Response.json(change((await response.json()) as Draft), { status: response.status });
  };
