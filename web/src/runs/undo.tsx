// Taking a run back: first what that would be, then, confirmed, for real.

import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { undoWords } from '../words/runs.ts';
import { useFormat, useSay } from '../words/say.ts';
import { AllowAgain } from './allow-again.tsx';
import { useReread } from './reread.ts';
import { StatusLine } from './status-line.tsx';

export interface UndoProps {
  readonly integrationId: string;
  readonly runId: string;
  /** Of the heading. */
  readonly order?: 2 | 3;
}

export function Undo({ integrationId, runId, order = 2 }: UndoProps): ReactNode {
  const say = useSay();
  const params = { id: integrationId, runId };
  const reread = useReread(integrationId);
  const preview = useDo('undoRun');
  const undo = useDo('undoRun', { onDone: reread });
  const look = (): void => preview.mutate({ params, body: { preview: true } });
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm" align="flex-start">
        <Title order={order}>{say(undoWords.title)}</Title>
        <Text maw={720}>{say(undoWords.text)}</Text>
        {preview.data === undefined && !preview.isPending ? (
          <Button variant="default" onClick={look}>
            {say(undoWords.preview)}
          </Button>
        ) : null}
        {preview.isPending ? <Waiting>{say(undoWords.previewing)}</Waiting> : null}
        {preview.isError ? <Trouble of={preview.error} /> : null}
        {preview.data !== undefined && undo.data === undefined ? (
          <Preview
            answer={preview.data}
            busy={undo.isPending}
            onConfirm={() => undo.mutate({ params, body: { preview: false } })}
            onCancel={preview.reset}
          />
        ) : null}
        {undo.isError ? <Trouble of={undo.error} /> : null}
        {undo.isPending ? <Waiting>{say(undoWords.working)}</Waiting> : null}
        <StatusLine>{undo.data === undefined ? null : <Done answer={undo.data} />}</StatusLine>
        {undo.data === undefined ? null : <AllowAgain integrationId={integrationId} runId={runId} />}
      </Stack>
    </Paper>
  );
}

interface PreviewProps {
  readonly answer: Answer<'undoRun'>;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Preview({ answer, busy, onConfirm, onCancel }: PreviewProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const { removed, deactivated, left } = answer;
  const nothing = removed + deactivated === 0;
  return (
    <Stack gap="sm" align="flex-start" role="status">
      {nothing ? <Text fw={600}>{say(undoWords.nothing)}</Text> : null}
      <Sentences
        of={[
          nothing ? null : count(removed, undoWords.wouldRemove, undoWords.wouldRemoveMany),
          deactivated === 0
            ? null
            : count(deactivated, undoWords.wouldSwitchOff, undoWords.wouldSwitchOffMany),
          left === 0 ? null : count(left, undoWords.wouldLeave, undoWords.wouldLeaveMany),
        ]}
      />
      {nothing ? null : <Text maw={720}>{say(undoWords.consequence)}</Text>}
      <Group gap="sm">
        {nothing ? null : (
          <Button color="red" onClick={onConfirm} loading={busy}>
            {say(undoWords.confirm)}
          </Button>
        )}
        <Button variant="default" onClick={onCancel} disabled={busy}>
          {say(undoWords.cancel)}
        </Button>
      </Group>
    </Stack>
  );
}

function Done({ answer }: { readonly answer: Answer<'undoRun'> }): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const { removed, deactivated, left } = answer;
  return (
    <Alert color="green" role="presentation" title={say(undoWords.done)}>
      <Sentences
        of={[
          count(removed, undoWords.removed, undoWords.removedMany),
          deactivated === 0 ? null : count(deactivated, undoWords.switchedOff, undoWords.switchedOffMany),
          left === 0 ? null : count(left, undoWords.left, undoWords.leftMany),
        ]}
      />
    </Alert>
  );
}

function Sentences({ of }: { readonly of: readonly (string | null)[] }): ReactNode {
  const told = of.filter((text) => text !== null);
  return told.length === 0 ? null : (
    <List>
      {told.map((text) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
    </List>
  );
}
