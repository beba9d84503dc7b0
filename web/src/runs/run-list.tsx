// The newest runs of an integration.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { RunSummary } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { useIntegration } from '../integration/context.ts';
import type { Column } from '../ui/data-table.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink, TextLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { RunBadge } from '../ui/state-badge.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { runStatusWords } from '../words/common.ts';
import { runListWords } from '../words/runs.ts';
import { useFormat, useSay } from '../words/say.ts';
import { RunProgress } from './run-progress.tsx';
import { kindOf, tookMs } from './run-words.ts';

export function RunList(): ReactNode {
  const say = useSay();
  const { id, name } = useIntegration();
  const asked = useAsk('listRuns', { params: { id } });
  return (
    <Page
      title={say(runListWords.title)}
      description={say(runListWords.description)}
      windowTitle={`${say(runListWords.title)} · ${name}`}
    >
      <RunProgress integrationId={id} />
      {asked.data !== undefined ? (
        <Runs id={id} runs={asked.data.runs} />
      ) : asked.isError ? (
        <Trouble of={asked.error} onRetry={asked.refetch} />
      ) : (
        <Waiting>{say(runListWords.waiting)}</Waiting>
      )}
    </Page>
  );
}

function Runs({ id, runs }: { readonly id: string; readonly runs: readonly RunSummary[] }): ReactNode {
  const say = useSay();
  const columns = useColumns(id);
  return runs.length === 0 ? (
    <Empty
      title={say(runListWords.emptyTitle)}
      action={
        <ButtonLink to="/integrations/$id/set-up/$step" params={{ id, step: 'test' }}>
          {say(runListWords.emptyLink)}
        </ButtonLink>
      }
    >
      {say(runListWords.emptyText)}
    </Empty>
  ) : (
    <DataTable
      caption={say(runListWords.tableLabel)}
      columns={columns}
      rows={runs}
      rowKey={(run) => run.id}
    />
  );
}

function useColumns(id: string): readonly Column<RunSummary>[] {
  const say = useSay();
  const { dateTime, duration, number } = useFormat();
  return useMemo(
    () => [
      {
        key: 'started',
        header: say(runListWords.started),
        names: true,
        cell: (run) => (
          <TextLink
            to="/integrations/$id/runs/$runId"
            params={{ id, runId: run.id }}
            style={{ whiteSpace: 'nowrap' }}
          >
            {dateTime(run.startedAt)}
          </TextLink>
        ),
        text: (run) => dateTime(run.startedAt),
        sort: (run) => Date.parse(run.startedAt),
      },
      {
        key: 'kind',
        header: say(runListWords.kind),
        cell: (run) => say(kindOf(run)),
        text: (run) => say(kindOf(run)),
        sort: (run) => say(kindOf(run)),
      },
      {
        key: 'result',
        header: say(runListWords.result),
        cell: (run) => <RunBadge status={run.status} />,
        text: (run) => say(runStatusWords[run.status]),
        sort: (run) => run.status,
      },
      {
        key: 'writes',
        header: say(runListWords.writes),
        align: 'right',
        cell: (run) => number(run.writes),
        sort: (run) => run.writes,
      },
      {
        key: 'issues',
        header: say(runListWords.issues),
        align: 'right',
        cell: (run) =>
          run.newIssues === 0 ? (
            number(run.issues)
          ) : (
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
              {say(runListWords.newIssues, { all: run.issues, new: run.newIssues })}
            </Text>
          ),
        sort: (run) => run.issues,
      },
      {
        key: 'took',
        header: say(runListWords.took),
        align: 'right',
        cell: (run) => durationOf(run, duration),
        sort: tookMs,
      },
    ],
    [id, say, dateTime, duration, number],
  );
}

function durationOf(run: RunSummary, duration: (ms: number) => string): string {
  const took = tookMs(run);
  return took === null ? '–' : duration(took);
}
