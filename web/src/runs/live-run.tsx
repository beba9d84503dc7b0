// The run under way, for everything below an integration's frame: one stream of events feeds them all. What was asked
// and what was told may disagree for a moment; the later of the two holds.

import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { useRunEvents } from '../api/events.ts';
import type { IntegrationView } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import type { LiveRun } from './live.ts';
import { LATE_MS, liveAfter } from './live.ts';
import { paceAfter } from './pace.ts';
import { useReread } from './reread.ts';

const LiveContext = createContext<LiveRun>({ pace: null, ended: null });

export function useLiveRun(): LiveRun {
  return useContext(LiveContext);
}

export interface LiveRunProviderProps {
  readonly integrationId: string;
  readonly children: ReactNode;
}

export function LiveRunProvider({ integrationId, children }: LiveRunProviderProps): ReactNode {
  const reread = useReread(integrationId);
  const [live, setLive] = useState<LiveRun>({ pace: null, ended: null });
  // A stream may break unnoticed: while a run goes on, it is asked for now and then as well.
  const asked = useAsk(
    'readIntegration',
    { params: { id: integrationId } },
    { everyMs: live.pace === null ? false : LATE_MS },
  );
  useRunEvents(integrationId, (event) => {
    switch (event.kind) {
      case 'progress':
        setLive(({ pace, ended }) => ({ pace: paceAfter(pace, event.progress, Date.now()), ended }));
        return;
      case 'ended':
        setLive({ pace: null, ended: { runId: event.runId, mode: event.mode, status: event.status } });
        reread();
        return;
      case 'hello':
      case 'changed':
        reread();
        return;
      default:
        event satisfies never;
    }
  });
  useAsked(asked.data, setLive);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Takes over what an answer says: a run that was under way before one looked, or one whose end was missed. */
function useAsked(
  view: IntegrationView | undefined,
  setLive: (change: (live: LiveRun) => LiveRun) => void,
): void {
  const seen = useRef<IntegrationView | undefined>(undefined);
  useEffect(() => {
    if (view === undefined || view === seen.current) {
      return;
    }
    const before = seen.current;
    seen.current = view;
    setLive((live) => liveAfter(live, before, view, Date.now()));
  }, [view, setLive]);
}
