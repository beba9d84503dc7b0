// Why a run stopped as a precaution, and how to let it through. Only the newest run can be: its plan is the one that
// the next run would come to again.

import { Alert, Box, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer, IntegrationView } from '../api/types.ts';
import { useDo } from '../api/use.ts';
import { isOn, mayAct } from '../integration/standing.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { refusalWords } from '../words/runs.ts';
import { useSay } from '../words/say.ts';
import { RunProgress } from './run-progress.tsx';
import { useReread } from './reread.ts';
import { StatusLine } from './status-line.tsx';

export interface RefusalProps {
  readonly answer: Answer<'readRun'>;
  readonly view: IntegrationView;
}

export function Refusal({ answer, view }: RefusalProps): ReactNode {
  const say = useSay();
  const { refusal, run } = answer;
  if (refusal === null) {
    return null;
  }
  const { planned, plan } = refusal;
  return (
    <Alert color="red" icon={<Icon name="question" size={20} />} title={say(refusalWords.title)} role="note">
      <Stack gap="xs" align="flex-start">
        <Text>{say(refusal.message)}</Text>
        {run.mode === 'dry-run' ? (
          <Text>{say(refusalWords.rehearsed)}</Text>
        ) : view.lastRun?.id === run.id ? (
          <Release answer={answer} view={view} planned={planned} plan={plan} />
        ) : (
          <Text>{say(refusalWords.old)}</Text>
        )}
      </Stack>
    </Alert>
  );
}

function Release({
  answer,
  view,
  planned,
  plan,
}: RefusalProps & { readonly planned: number; readonly plan: string }): ReactNode {
  const say = useSay();
  const reread = useReread(view.id);
  const start = useDo('startRun', { onDone: reread });
  const release = (): void =>
    start.mutate({
      params: { id: view.id },
      body: { mode: 'live', full: answer.run.scope === 'full', release: true, releasedPlan: plan },
    });
  return (
    <>
      <Text>{say(refusalWords.look)}</Text>
      {mayAct(view.role) && isOn(view.state) ? (
        <ConfirmButton
          color="red"
          question={say(refusalWords.release)}
          consequence={say(refusalWords.sure, { planned })}
          loading={start.isPending}
          onConfirm={release}
        >
          {say(refusalWords.release)}
        </ConfirmButton>
      ) : null}
      <StatusLine>{start.isSuccess ? say(refusalWords.released) : null}</StatusLine>
      {start.isError ? <Trouble of={start.error} /> : null}
      {start.isSuccess ? (
        <Box w="100%">
          <RunProgress integrationId={view.id} />
        </Box>
      ) : null}
    </>
  );
}
