// Counting: what a run cost, and what it may have changed.

export interface MeterReading {
  /** Every call to the vendor, repeats included, but no token calls. */
  readonly requests: number;
  readonly tokenRequests: number;
  /** Calls that changed, or may have changed, something at the vendor. */
  readonly writes: number;
}

export interface CountingMeter {
  readonly count: (what: keyof MeterReading) => void;
  readonly read: () => MeterReading;
}

export function createMeter(): CountingMeter {
  const counts = { requests: 0, tokenRequests: 0, writes: 0 };
  return {
    count: (what) => {
      counts[what] += 1;
    },
    read: () => ({ ...counts }),
  };
}
