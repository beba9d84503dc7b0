// The whole run without a write, as a table of what would happen; and letting a refused plan through.

import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use.ts';
import { ActionTable } from '../../runs/action-table.tsx';
import { Refusal } from '../../runs/refusal.tsx';
import { RunProgress } from '../../runs/run-progress.tsx';
import { RunSummaryText } from '../../runs/run-summary.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { TextLink } from '../../ui/link.tsx';
import { RunBadge } from '../../ui/state-badge.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { testWords } from '../../words/steps-test.ts';
import { useForm } from '../form.ts';
import type { StartedRun } from '../live/start-run.ts';

export interface RehearsalProps {
  readonly run: StartedRun;
  readonly isBusy: boolean;
  /** Not while the pilot shows its own. */
  readonly showsProgress: boolean;
}

export function Rehearsal({ run, isBusy, showsProgress }: RehearsalProps): ReactNode {
  const say = useSay();
  const { integration } = useForm();
  const { id, role, lastRehearsal } = integration;
  const rehearse = (release: boolean): void => run.start({ mode: 'dry-run', full: true, release });
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{say(testWords.rehearsal)}</Title>
          <Text c="dimmed">{say(testWords.rehearsalText)}</Text>
        </div>
        {role === 'viewer' ? null : (
          <Group>
            <Button disabled={isBusy} onClick={() => rehearse(false)}>
              {say(lastRehearsal === null ? testWords.start : testWords.startAgain)}
            </Button>
          </Group>
        )}
        {run.isStarting ? <Waiting>{say(testWords.starting)}</Waiting> : null}
        {run.error === null ? null : <Trouble of={run.error} listFields />}
        {showsProgress ? <RunProgress integrationId={id} asked={run.isAsked} onEnded={run.ended} /> : null}
        {lastRehearsal === null ? (
          isBusy ? null : (
            <Empty title={say(testWords.none)}>{say(testWords.noneText)}</Empty>
          )
        ) : run.isAsked ? null : (
          <Result
            runId={lastRehearsal.id}
            {...(role === 'viewer' || isBusy ? {} : { onRelease: () => rehearse(true) })}
          />
        )}
      </Stack>
    </Paper>
  );
}

interface ResultProps {
  readonly runId: string;
  readonly onRelease?: () => void;
}

function Result({ runId, onRelease }: ResultProps): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const { integration } = useForm();
  const { id } = integration;
  const asked = useAsk('readRun', { params: { id, runId } });
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Waiting>{say(testWords.reading)}</Waiting>
    ) : (
      <Trouble of={asked.error} onRetry={asked.refetch} />
    );
  }
  const { run, refusal } = asked.data;
  const step = integration.steps.find((one) => one.step === 'test');
  const isOld = step?.state !== 'done' && (run.status === 'done' || run.status === 'done-with-issues');
  return (
    <Stack>
      <Group gap="sm">
        <Title order={3}>{say(testWords.result, { when: dateTime(run.startedAt) })}</Title>
        <RunBadge status={run.status} />
      </Group>
      {isOld ? (
        <Alert color="yellow" role="note" icon={<Icon name="warn" size={20} />}>
          {say(testWords.old)}
        </Alert>
      ) : null}
      <RunSummaryText answer={asked.data} />
      <Refusal answer={asked.data} view={integration} />
      {refusal === null ? null : <Release onRelease={onRelease} />}
      <div className="steps-tall">
        <ActionTable integrationId={id} runId={runId} />
      </div>
      <TextLink to="/integrations/$id/runs/$runId" params={{ id, runId }}>
        {say(testWords.wholeRun)}
      </TextLink>
    </Stack>
  );
}

function Release({ onRelease }: { readonly onRelease: (() => void) | undefined }): ReactNode {
  const say = useSay();
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{say(testWords.refusedHow)}</Text>
      {onRelease === undefined ? null : (
        <ConfirmButton
          variant="default"
          color="blue"
          question={say(testWords.releaseSure)}
          consequence={say(testWords.releaseText)}
          confirm={say(testWords.release)}
          onConfirm={onRelease}
        >
          {say(testWords.release)}
        </ConfirmButton>
      )}
    </Stack>
  );
}
