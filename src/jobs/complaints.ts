// What the queue complains about, told once: while a database is away, every slot says the same every second.

const quietMs = 60_000;
/** pg-boss adds which slot it was. */
const slot = / \(Queue: [^)]*\)/;

/** Passes on what was not told within the last minute. */
export function complaintsOnce(
  told: (error: Error) => void,
  now: () => number = Date.now,
): (error: Error) => void {
  const lastAt = new Map<string, number>();
  return (error) => {
    const what = error.message.replace(slot, '');
    if (now() - (lastAt.get(what) ?? -quietMs) < quietMs) return;
    for (const [old, at] of lastAt) if (now() - at >= quietMs) lastAt.delete(old);
    lastAt.set(what, now());
    told(error);
  };
}
