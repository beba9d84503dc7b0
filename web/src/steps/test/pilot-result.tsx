// What the pilot wrote, beside what stands in Personio; keep it, or take it back.

import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useAsk } from '../../api/use.ts';
import { mayAct } from '../../integration/standing.ts';
import { Comparison } from '../../runs/comparison.tsx';
import { RunSummaryText } from '../../runs/run-summary.tsx';
import { Undo } from '../../runs/undo.tsx';
import { ButtonLink, TextLink } from '../../ui/link.tsx';
import { RunBadge } from '../../ui/state-badge.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { testWords } from '../../words/steps-test.ts';
import { useForm } from '../form.ts';

export function PilotResult({ runId }: { readonly runId: string }): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const { integration } = useForm();
  const { id, role } = integration;
  const asked = useAsk('readRun', { params: { id, runId } });
  // This browser remembers its pilot for longer than runs are kept.
  if (asked.error?.problem.code === 'not-found') {
    return null;
  }
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Waiting>{say(testWords.reading)}</Waiting>
    ) : (
      <Trouble of={asked.error} onRetry={asked.refetch} />
    );
  }
  const { run, mayUndo, refusal, unknownEmployees } = asked.data;
  return (
    <Stack>
      <Group gap="sm">
        <Title order={3}>{say(testWords.pilotResult, { when: dateTime(run.startedAt) })}</Title>
        <RunBadge status={run.status} />
      </Group>
      <RunSummaryText answer={asked.data} />
      {refusal === null ? null : <Text>{say(testWords.pilotRefused)}</Text>}
      {unknownEmployees.length === 0 ? null : (
        <Alert color="yellow" role="note">
          {say(testWords.pilotUnknown, { ids: unknownEmployees.join(', ') })}
        </Alert>
      )}
      <TextLink to="/integrations/$id/runs/$runId" params={{ id, runId }}>
        {say(testWords.wholeRun)}
      </TextLink>
      {run.writes > 0 && role !== 'viewer' ? <Compare runId={runId} /> : null}
      {mayUndo && mayAct(role) ? (
        <Stack gap="xs" align="flex-start">
          <Title order={3}>{say(testWords.keepOr)}</Title>
          <Text>{say(testWords.keepText)}</Text>
          <ButtonLink to="/integrations/$id/set-up/$step" params={{ id, step: 'done' }} variant="default">
            {say(testWords.toDone)}
          </ButtonLink>
          <Undo integrationId={id} runId={runId} />
        </Stack>
      ) : null}
    </Stack>
  );
}

/** Asked for by a person: it reads from Personio. */
function Compare({ runId }: { readonly runId: string }): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const [wanted, setWanted] = useState(false);
  return wanted ? (
    <div className="steps-tall">
      <Comparison integrationId={integration.id} runId={runId} />
    </div>
  ) : (
    <Group gap="sm">
      <Button onClick={() => setWanted(true)}>{say(testWords.compare)}</Button>
      <Text size="sm">{say(testWords.compareText)}</Text>
    </Group>
  );
}
