// The frame of one integration: whose it is, how it stands, its pages. What happens to it is heard here and passed on.

import { Box, Group, Stack, Text } from '@mantine/core';
import { Outlet, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { useAsk } from '../api/use.ts';
import { LiveRunProvider } from '../runs/live-run.tsx';
import { TextLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { StateBadge, WordBadge } from '../ui/state-badge.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { frameWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';
import { shellWords } from '../words/shell.ts';
import { IntegrationContext } from './context.ts';
import { FrameNav } from './frame-nav.tsx';

export function IntegrationFrame(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  return (
    <LiveRunProvider key={id} integrationId={id}>
      <Frame id={id} />
    </LiveRunProvider>
  );
}

function Frame({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  const asked = useAsk('readIntegration', { params: { id } });
  // Taken out of it, or removed by somebody, while its page stood open: what was read before is not theirs any more.
  const isGone = asked.error?.problem.code === 'not-found';
  if (asked.data !== undefined && !isGone) {
    return (
      <IntegrationContext value={asked.data}>
        <Stack gap="lg">
          <Stack gap="sm">
            <Whose view={asked.data} />
            <FrameNav view={asked.data} />
          </Stack>
          <Outlet />
        </Stack>
      </IntegrationContext>
    );
  }
  return asked.isError ? (
    <Page title={say(frameWords.trouble)}>
      <Trouble of={asked.error} onRetry={asked.refetch} />
      <Box>
        <TextLink to="/">{say(frameWords.all)}</TextLink>
      </Box>
    </Page>
  ) : (
    <Waiting>{say(frameWords.waiting)}</Waiting>
  );
}

function Whose({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  return (
    <Stack gap={6}>
      <Group gap="sm">
        <Text fw={700} fz="lg">
          {view.name === '' ? say(shellWords.product) : view.name}
        </Text>
        <StateBadge state={view.state} />
        {view.origin === 'file' ? (
          <WordBadge look={['gray', 'info']}>{say(frameWords.file)}</WordBadge>
        ) : null}
        {view.origin === 'sandbox' ? (
          <WordBadge look={['gray', 'info']}>{say(frameWords.sandbox)}</WordBadge>
        ) : null}
      </Group>
      {view.origin === 'page' ? null : (
        <Text size="sm" c="dimmed" maw={720}>
          {say(view.origin === 'file' ? frameWords.fileWhy : frameWords.sandboxWhy)}
        </Text>
      )}
    </Stack>
  );
}
