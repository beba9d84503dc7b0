// The last run in numbers, and when the next one is due.

import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { CountsTable } from '../runs/counts-table.tsx';
import { TextLink } from '../ui/link.tsx';
import { RunBadge } from '../ui/state-badge.tsx';
import { overviewWords } from '../words/integration.ts';
import { useFormat, useSay } from '../words/say.ts';
import { isDue } from './standing.ts';

export function LastRun({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const { dateTime, dateTimeZone, relative } = useFormat();
  const { lastRun, nextRunAt } = view;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{say(overviewWords.lastRun)}</Title>
        {lastRun === null ? (
          <Text>{say(overviewWords.noRun)}</Text>
        ) : (
          <>
            <Group gap="sm">
              <Text>
                {dateTime(lastRun.startedAt)} ({relative(lastRun.startedAt)})
              </Text>
              <RunBadge status={lastRun.status} />
            </Group>
            {lastRun.parts === null ? null : <CountsTable counts={lastRun.parts} />}
            <TextLink to="/integrations/$id/runs/$runId" params={{ id: view.id, runId: lastRun.id }}>
              {say(overviewWords.openRun)}
            </TextLink>
          </>
        )}
        <Text>
          {nextRunAt === null
            ? say(overviewWords.noNextRun)
            : isDue(nextRunAt)
              ? say(overviewWords.nextRunDue)
              : say(overviewWords.nextRun, { when: dateTimeZone(nextRunAt), relative: relative(nextRunAt) })}
        </Text>
      </Stack>
    </Paper>
  );
}
