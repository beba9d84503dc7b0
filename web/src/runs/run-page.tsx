// One run: what it came to, in words and numbers; what it asks; every action; what it has to say; taking it back.

import { Box, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import { mayAct } from '../integration/standing.ts';
import { TextLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { RunBadge } from '../ui/state-badge.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { runListWords, runPageWords } from '../words/runs.ts';
import { useFormat, useSay } from '../words/say.ts';
import { ActionTable } from './action-table.tsx';
import { CountsTable } from './counts-table.tsx';
import { LaterComparison } from './later-comparison.tsx';
import { useLiveRun } from './live-run.tsx';
import { Refusal } from './refusal.tsx';
import { RunContents, runAnchors } from './run-contents.tsx';
import { RunLines } from './run-lines.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunSummaryText } from './run-summary.tsx';
import { Undo } from './undo.tsx';

export function RunPage(): ReactNode {
  const say = useSay();
  const { id } = useIntegration();
  const { runId = '' } = useParams({ strict: false });
  const { pace } = useLiveRun();
  const asked = useAsk('readRun', { params: { id, runId } });
  if (asked.data !== undefined) {
    // What was chosen, asked and answered about one run is nothing about another.
    return <Run key={runId} answer={asked.data} />;
  }
  // A run that is still going on has nothing to read yet.
  const mayBeGoingOn = pace !== null && asked.error?.status === 404;
  return (
    <Page title={say(runListWords.oneRun)} above={<Back id={id} />}>
      {mayBeGoingOn ? (
        <>
          <Text>{say(runPageWords.still)}</Text>
          <RunProgress integrationId={id} onEnded={() => asked.refetch()} />
        </>
      ) : asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(runPageWords.waiting)}</Waiting>
      )}
    </Page>
  );
}

function Run({ answer }: { readonly answer: Answer<'readRun'> }): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const view = useIntegration();
  const { run } = answer;
  const isRehearsal = run.mode === 'dry-run';
  const title = say(isRehearsal ? runPageWords.titleRehearsal : runPageWords.title, {
    when: dateTime(run.startedAt),
  });
  return (
    <Page
      title={title}
      windowTitle={`${title} · ${view.name}`}
      above={<Back id={view.id} />}
      description={<RunBadge status={run.status} />}
    >
      {run.status === 'running' ? <RunProgress integrationId={view.id} /> : null}
      <RunSummaryText answer={answer} />
      <RunContents answer={answer} />
      <Refusal answer={answer} view={view} />
      <Stack gap="sm" component="section">
        <Title order={2}>{say(runPageWords.counts)}</Title>
        <CountsTable counts={answer.parts} />
      </Stack>
      <Stack gap="sm" component="section" id={runAnchors.actions}>
        <Title order={2}>{say(runPageWords.actions)}</Title>
        <ActionTable integrationId={view.id} runId={run.id} />
      </Stack>
      {isRehearsal || run.writes === 0 ? null : <LaterComparison integrationId={view.id} runId={run.id} />}
      <RunLines integrationId={view.id} answer={answer} />
      {answer.mayUndo && mayAct(view.role) ? <Undo integrationId={view.id} runId={run.id} /> : null}
    </Page>
  );
}

function Back({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  return (
    <Box>
      <TextLink to="/integrations/$id/runs" params={{ id }}>
        {say(runPageWords.back)}
      </TextLink>
    </Box>
  );
}
