// What was taken back is remembered record by record; all of a run is allowed again at once, by the run's name.

import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDo } from '../api/use.ts';
import { Trouble } from '../ui/trouble.tsx';
import { undoWords } from '../words/runs.ts';
import { useSay } from '../words/say.ts';
import { useReread } from './reread.ts';
import { StatusLine } from './status-line.tsx';

export interface AllowAgainProps {
  readonly integrationId: string;
  readonly runId: string;
}

export function AllowAgain({ integrationId, runId }: AllowAgainProps): ReactNode {
  const say = useSay();
  const reread = useReread(integrationId);
  const allow = useDo('takeBackAnswer', { onDone: reread });
  return (
    <>
      {allow.isSuccess ? null : (
        <Group gap="sm">
          <Text size="sm">{say(undoWords.againText)}</Text>
          <Button
            size="xs"
            variant="default"
            loading={allow.isPending}
            onClick={() => allow.mutate({ params: { id: integrationId, decisionId: runId } })}
          >
            {say(undoWords.again)}
          </Button>
        </Group>
      )}
      <StatusLine>{allow.isSuccess ? say(undoWords.allowed) : null}</StatusLine>
      {allow.isError ? <Trouble of={allow.error} /> : null}
    </>
  );
}
