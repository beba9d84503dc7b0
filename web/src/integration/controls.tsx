// What can be done with an integration that is switched on: run now, pause, switch off.

import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { useDo, usePut } from '../api/use.ts';
import { useLiveRun } from '../runs/live-run.tsx';
import { useReread } from '../runs/reread.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { overviewWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';
import { PauseControls } from './pause-controls.tsx';
import { mayAct, mayLead } from './standing.ts';

export function Controls({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  return (
    <Paper withBorder p="md">
      <Stack gap="lg">
        <Title order={2}>{say(overviewWords.actions)}</Title>
        {mayAct(view.role) ? <RunControls view={view} /> : <Text>{say(overviewWords.viewer)}</Text>}
        {mayLead(view.role) ? <PauseControls view={view} /> : null}
        {mayAct(view.role) && !view.readOnly ? <OffControl view={view} /> : null}
      </Stack>
    </Paper>
  );
}

function RunControls({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const reread = useReread(view.id);
  const { pace } = useLiveRun();
  const start = useDo('startRun', { onDone: reread });
  const ask = (full: boolean): void => {
    start.mutate({ params: { id: view.id }, body: { mode: 'live', full } });
  };
  // A paused integration has nothing to run.
  const blocked = pace !== null || view.state === 'paused';
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        <Button
          leftSection={<Icon name="play" />}
          onClick={() => ask(false)}
          loading={start.isPending}
          disabled={blocked}
        >
          {say(overviewWords.runNow)}
        </Button>
        <Button variant="default" onClick={() => ask(true)} disabled={blocked || start.isPending}>
          {say(overviewWords.full)}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {say(overviewWords.runNow)}: {say(overviewWords.runNowText)} {say(overviewWords.full)}:{' '}
        {say(overviewWords.fullText)}
      </Text>

      {start.isError ? <Trouble of={start.error} /> : null}
    </Stack>
  );
}

export function OffControl({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const put = usePut();
  const reread = useReread(view.id);
  const off = useDo('switchIntegration', {
    onDone: (answer) => {
      put('readIntegration', { params: { id: view.id } }, answer);
      reread();
    },
  });
  return (
    <Stack gap="sm" align="flex-start">
      <ConfirmButton
        variant="default"
        leftSection={<Icon name="off" />}
        question={say(overviewWords.offSure)}
        consequence={say(overviewWords.offText)}
        confirm={say(overviewWords.off)}
        color="red"
        loading={off.isPending}
        onConfirm={() => off.mutate({ params: { id: view.id }, body: { on: false } })}
      >
        {say(overviewWords.off)}
      </ConfirmButton>
      <Text size="sm" c="dimmed">
        {say(overviewWords.offText)}
      </Text>
      {off.isError ? <Trouble of={off.error} /> : null}
    </Stack>
  );
}
