// Step 7: first a rehearsal that writes nothing, then a pilot with a few people.

import type { ReactNode } from 'react';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import { useStartRun } from '../live/start-run.ts';
import { Pilot } from './pilot.tsx';
import { pilotRunId } from './pilot-run.ts';
import { Rehearsal } from './rehearsal.tsx';

export function TestStep(): ReactNode {
  const { integration } = useForm();
  const [started, setStarted] = useKept<string | null>(`${integration.id} pilot run`, null);
  const rehearsal = useStartRun();
  const pilot = useStartRun(({ runId }) => setStarted(runId));
  const isBusy =
    [rehearsal, pilot].some((run) => run.isStarting || run.isAsked) || integration.running !== null;
  return (
    <>
      <Rehearsal run={rehearsal} isBusy={isBusy} showsProgress={!pilot.isAsked} />
      <Pilot run={pilot} isBusy={isBusy} runId={pilotRunId(integration, started)} />
    </>
  );
}
