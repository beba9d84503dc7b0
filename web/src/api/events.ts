// What happens to one integration while somebody looks at it. The stream reconnects by itself, also where the server
// was restarted in between; whoever listens should read afresh on `hello`.

import { useEffect, useRef } from 'react';
import { addressOf } from './call.ts';
import type { RunEvent } from './types.ts';

const RECONNECT_MS = 5000;

export function useRunEvents(integrationId: string, onEvent: (event: RunEvent) => void): void {
  const hear = useRef(onEvent);
  useEffect(() => {
    hear.current = onEvent;
  });
  useEffect(() => listen(integrationId, (event) => hear.current(event)), [integrationId]);
}

/** Returns how to stop. */
function listen(integrationId: string, hear: (event: RunEvent) => void): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let isRefused = false;
  const open = (): void => {
    source = new EventSource(addressOf('watchRuns', { params: { id: integrationId } }));
    source.addEventListener('message', (message: MessageEvent<string>) => {
      const event = eventIn(message.data);
      if (event !== null) {
        isRefused = false;
        hear(event);
      }
    });
    source.addEventListener('error', () => {
      // A browser gives up for good after an answer that is no stream (a restart behind a proxy, say).
      if (source?.readyState === EventSource.CLOSED) {
        // Whoever may listen no more (a session has ended) may read no more either: reading once says so.
        if (!isRefused) {
          isRefused = true;
          hear({ kind: 'changed' });
        }
        again = setTimeout(open, RECONNECT_MS);
      }
    });
  };
  open();
  return () => {
    clearTimeout(again);
    source?.close();
  };
}

function eventIn(data: string): RunEvent | null {
  try {
    return JSON.parse(data) as RunEvent;
  } catch {
    return null;
  }
}
