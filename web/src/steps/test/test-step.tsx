// Step 7: first a rehearsal that writes nothing, then a pilot with a few people.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useLiveRun } from '../../runs/live-run.tsx';
import { useForm } from '../form.ts';
import { useStartRun } from '../live/start-run.ts';
import { Pilot } from './pilot.tsx';
import { keepPilot, keptPilot, pilotRunId } from './pilot-run.ts';
import { Rehearsal } from './rehearsal.tsx';

export function TestStep(): ReactNode {
  const { integration } = useForm();
  const { id } = integration;
  const { pace } = useLiveRun();
  const [started, setStarted] = useState(() => keptPilot(id));
  const rehearsal = useStartRun();
  const pilot = useStartRun(({ runId }) => {
    if (runId !== null) {
      setStarted(runId);
      keepPilot(id, runId);
    }
  });
  const isBusy = [rehearsal, pilot].some((run) => run.isStarting || run.isAsked) || pace !== null;
  return (
    <>
      <Rehearsal run={rehearsal} isBusy={isBusy} showsProgress={!pilot.isAsked} />
      <Pilot run={pilot} isBusy={isBusy} runId={pilotRunId(integration, started)} />
    </>
  );
}
