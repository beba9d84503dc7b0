// What carries one request to a vendor and its answer back: nothing more. Who sends again, waits or gives up stands in
// retry.ts; what an answer means stands with each vendor.

export interface TransportRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** The whole exchange, from connecting to the last byte, takes no longer. */
  readonly deadlineMs: number;
}

export interface TransportAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Sends one request. Answers of every status are returned; what never became an answer is thrown and is read by
 * `failureOf`. Never follows a redirect, never repeats.
 */
export type Transport = (url: string, init: TransportRequest) => Promise<TransportAnswer>;

/** The clock, the dice and the patience of a door; a test passes virtual time. */
export interface Timing {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** The same timing, whose `sleep` rejects with the signal's reason as soon as the signal aborts. */
export function stoppable(timing: Timing, signal: AbortSignal): Timing {
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      timing
        .sleep(ms)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', stop));
    });
  return { ...timing, sleep };
}

/**
 * A request function (a simulated vendor) as a transport. The request's deadline is not watched: the function has its
 * own clock. An aborted signal rejects at once.
 */
export function simulatorTransport(handle: (request: Request) => Promise<Response>): Transport {
  return async (url, init) => {
    init.signal.throwIfAborted();
    const response = await handle(
      new Request(url, {
        method: init.method,
        headers: { ...init.headers },
        ...(init.body === undefined ? {} : { body: init.body }),
      }),
    );
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  };
}
