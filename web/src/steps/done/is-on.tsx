// It is on: the first run while it goes, what it came to, and where to go from here.

import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { isDue } from '../../integration/standing.ts';
import { useAsk, useFresh } from '../../api/use.ts';
import { ActionTable } from '../../runs/action-table.tsx';
import { useLiveRun } from '../../runs/live-run.tsx';
import { Refusal } from '../../runs/refusal.tsx';
import { RunProgress } from '../../runs/run-progress.tsx';
import { RunSummaryText } from '../../runs/run-summary.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink, TextLink } from '../../ui/link.tsx';
import { RunBadge } from '../../ui/state-badge.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { doneWords } from '../../words/steps-done.ts';
import { useForm } from '../form.ts';

export function IsOn(): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const { integration } = useForm();
  const { id, lastRun, nextRunAt } = integration;
  const { pace } = useLiveRun();
  const isWaiting = nextRunAt !== null && isDue(nextRunAt);
  const fresh = useFresh();
  return (
    <Paper withBorder p="md">
      <Stack>
        <Alert color="green" role="status" icon={<Icon name="check" size={20} />} title={say(doneWords.isOn)}>
          <Text size="sm">{say(doneWords.offHow)}</Text>
        </Alert>
        <RunProgress integrationId={id} onEnded={() => fresh(id)} />
        {pace !== null ? null : (
          <>
            {isWaiting || lastRun === null ? <Text>{say(doneWords.runWaits)}</Text> : null}
            {lastRun === null ? null : <LastRun runId={lastRun.id} />}
            {nextRunAt === null || isWaiting ? null : (
              <Text size="sm">{say(doneWords.nextRun, { when: dateTimeZone(nextRunAt) })}</Text>
            )}
          </>
        )}
        <Group gap="sm">
          <ButtonLink to="/integrations/$id" params={{ id }}>
            {say(doneWords.toOverview)}
          </ButtonLink>
          {lastRun !== null && lastRun.issues > 0 ? (
            <ButtonLink to="/integrations/$id/issues" params={{ id }} variant="default">
              {say(doneWords.toIssues)}
            </ButtonLink>
          ) : null}
        </Group>
      </Stack>
    </Paper>
  );
}

function LastRun({ runId }: { readonly runId: string }): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const { id } = integration;
  const asked = useAsk('readRun', { params: { id, runId } });
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Waiting>{say(doneWords.reading)}</Waiting>
    ) : (
      <Trouble of={asked.error} onRetry={asked.refetch} />
    );
  }
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Title order={2}>{say(doneWords.lastRun)}</Title>
        <RunBadge status={asked.data.run.status} />
      </Group>
      <RunSummaryText answer={asked.data} />
      <Refusal answer={asked.data} view={integration} />
      {asked.data.refusal === null ? null : (
        <div className="steps-tall">
          <ActionTable integrationId={id} runId={runId} />
        </div>
      )}
      <TextLink to="/integrations/$id/runs/$runId" params={{ id, runId }}>
        {say(doneWords.toRun)}
      </TextLink>
    </Stack>
  );
}
