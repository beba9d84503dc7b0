// Asking for a run from a step, and hearing of its end.

import { useRef, useState } from 'react';
import type { Refused } from '../../api/refused.ts';
import type { Args } from '../../api/types.ts';
import { useDo } from '../../api/use.ts';
import type { RunEnded } from '../../runs/ended.ts';
import { useReread } from '../../runs/reread.ts';
import { useForm } from '../form.ts';

export interface StartedRun {
  readonly start: (body: Args<'startRun'>['body']) => void;
  readonly isStarting: boolean;
  /** It was asked for here and has not ended yet. */
  readonly isAsked: boolean;
  readonly error: Refused | null;
  /** To be told by the run's progress. */
  readonly ended: (end: RunEnded) => void;
}

export function useStartRun(onEnded?: (end: RunEnded) => void): StartedRun {
  const { integration } = useForm();
  const { id } = integration;
  const reread = useReread(id);
  const [isAsked, setAsked] = useState(false);
  const mode = useRef<RunEnded['mode'] | null>(null);
  const start = useDo('startRun', {
    onDone: () => {
      setAsked(true);
      // Where the stream of news is cut off, the integration itself says that a run is under way.
      reread();
    },
  });
  return {
    start: (body) => {
      mode.current = body.mode;
      start.mutate({ params: { id }, body });
    },
    isStarting: start.isPending,
    isAsked,
    error: start.error,
    ended: (end) => {
      if (isAsked && end.mode === mode.current) {
        setAsked(false);
        onEnded?.(end);
      }
      reread();
    },
  };
}
