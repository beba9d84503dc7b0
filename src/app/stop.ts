// Waiting until somebody asks the process to stop.

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, which loses nothing. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
