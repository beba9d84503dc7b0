// One integration in the list: how it stands, its last and its next run, and where to go from here.

import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Card } from '../api/types.ts';
import { Facts } from '../ui/facts.tsx';
import { ButtonLink, TextLink } from '../ui/link.tsx';
import { RunBadge, StateBadge } from '../ui/state-badge.tsx';
import { roleWords } from '../words/common.ts';
import { listWords as words } from '../words/list.ts';
import { useFormat, useSay } from '../words/say.ts';
import { Sparkline } from './sparkline.tsx';
import { isDue } from '../integration/standing.ts';

export function IntegrationCard({ card }: { readonly card: Card }): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const { id, name, state, openIssues, role, lastRun } = card;
  return (
    <Paper withBorder p="md" h="100%" component="article" aria-label={name}>
      <Stack gap="sm" h="100%">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h3">
            <TextLink to="/integrations/$id" params={{ id }}>
              <bdi>{name}</bdi>
            </TextLink>
          </Title>
          <StateBadge state={state} />
        </Group>
        <Origin card={card} />
        <Facts
          facts={[
            [say(words.lastRun), <LastRun key="last" run={lastRun} />],
            [say(words.nextRun), <NextRun key="next" at={card.nextRunAt} />],
            [say(words.openIssues), number(openIssues)],
            ...(card.history.length === 0
              ? []
              : [[say(words.history), <Sparkline key="history" history={card.history} />] as const]),
            [say(words.yourRole), say(roleWords[role])],
          ]}
        />
        <Group mt="auto" gap="xs">
          {state === 'setting-up' && role !== 'viewer' ? (
            <ButtonLink to="/integrations/$id/set-up" params={{ id }} size="xs" variant="light">
              {say(words.continueSetUp)}
            </ButtonLink>
          ) : null}
          {openIssues > 0 ? (
            <ButtonLink to="/integrations/$id/issues" params={{ id }} size="xs" variant="light">
              {say(words.showIssues)}
            </ButtonLink>
          ) : null}
        </Group>
      </Stack>
    </Paper>
  );
}

function Origin({ card }: { readonly card: Card }): ReactNode {
  const say = useSay();
  if (card.origin === 'page') {
    return null;
  }
  return (
    <Badge className="word-badge" variant="outline" color="gray">
      {say(card.origin === 'file' ? words.originFile : words.originSandbox)}
    </Badge>
  );
}

function LastRun({ run }: { readonly run: Card['lastRun'] }): ReactNode {
  const say = useSay();
  const { relative, dateTime, count } = useFormat();
  if (run === null) {
    return say(words.noRunYet);
  }
  const at = run.finishedAt ?? run.startedAt;
  return (
    <Stack gap={2} align="flex-start">
      <RunBadge status={run.status} />
      <Text size="sm" span title={dateTime(at)}>
        {relative(at)}
        {run.writes === 0 ? '' : ` · ${count(run.writes, words.writesOne, words.writesMany)}`}
      </Text>
    </Stack>
  );
}

function NextRun({ at }: { readonly at: string | null }): ReactNode {
  const say = useSay();
  const { relative, dateTime } = useFormat();
  if (at === null) {
    return say(words.noNextRun);
  }
  return <span title={dateTime(at)}>{isDue(at) ? say(words.due) : relative(at)}</span>;
}
