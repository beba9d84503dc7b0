// Pausing and resuming, whole or by part, at once.

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView, Part } from '../api/types.ts';
import { useDo, usePut } from '../api/use.ts';
import { useReread } from '../runs/reread.ts';
import { StatusLine } from '../runs/status-line.tsx';
import { Icon } from '../ui/icons.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { partWords } from '../words/common.ts';
import { overviewWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';
import { partsOn } from './standing.ts';

export function PauseControls({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const put = usePut();
  const reread = useReread(view.id);
  const pause = useDo('pauseIntegration', {
    onDone: (answer) => {
      put('readIntegration', { params: { id: view.id } }, answer);
      reread();
    },
  });
  /** Of what is not spoken of, somebody else may have decided meanwhile. */
  const set = (parts: readonly Part[], among: readonly Part[]): void => {
    pause.mutate({ params: { id: view.id }, body: { parts: [...parts], among: [...among] } });
  };
  const on = partsOn(view);
  const running = on.filter((part) => !view.paused.includes(part));
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={3}>{say(overviewWords.pause)}</Title>
      <Text size="sm" c="dimmed">
        {say(overviewWords.pauseText)}
      </Text>
      <Group gap="sm">
        {running.length > 0 ? (
          <Button
            variant="default"
            leftSection={<Icon name="pause" />}
            loading={pause.isPending}
            onClick={() => set(on, on)}
          >
            {say(overviewWords.pauseAll)}
          </Button>
        ) : null}
        {view.paused.length > 0 ? (
          <Button
            leftSection={<Icon name="play" />}
            loading={pause.isPending}
            onClick={() => set([], view.paused)}
          >
            {say(overviewWords.resumeAll)}
          </Button>
        ) : null}
      </Group>
      {on.length > 1 ? (
        <Stack gap={6} component="ul" className="plain-list" aria-label={say(overviewWords.partOf)} w="100%">
          {on.map((part) => (
            <PartPause
              key={part}
              part={part}
              paused={view.paused.includes(part)}
              busy={pause.isPending}
              onSwitch={(paused) => set(paused ? [part] : [], [part])}
            />
          ))}
        </Stack>
      ) : null}
      <StatusLine>{pause.isPending ? <Text size="sm">{say(overviewWords.changing)}</Text> : null}</StatusLine>
      {pause.isError ? <Trouble of={pause.error} /> : null}
    </Stack>
  );
}

interface PartPauseProps {
  readonly part: Part;
  readonly paused: boolean;
  readonly busy: boolean;
  readonly onSwitch: (paused: boolean) => void;
}

function PartPause({ part, paused, busy, onSwitch }: PartPauseProps): ReactNode {
  const say = useSay();
  const name = say(partWords[part]);
  return (
    <Group component="li" justify="space-between" gap="sm">
      <Text size="sm">{say(paused ? overviewWords.partPaused : overviewWords.partRuns, { part: name })}</Text>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy}
        aria-label={say(paused ? overviewWords.resumePart : overviewWords.pausePart, { part: name })}
        onClick={() => onSwitch(!paused)}
      >
        {say(paused ? overviewWords.resume : overviewWords.pause)}
      </Button>
    </Group>
  );
}
