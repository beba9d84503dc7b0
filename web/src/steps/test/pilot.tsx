// A real run for a few people, compared afterwards, then kept or taken back.

import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isOn } from '../../integration/standing.ts';
import { RunProgress } from '../../runs/run-progress.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useFormat, useSay } from '../../words/say.ts';
import { testWords } from '../../words/steps-test.ts';
import { PeoplePicker } from '../fields/people-picker.tsx';
import { useForm } from '../form.ts';
import { useKept } from '../form/kept.ts';
import { useChoices } from '../live/choices.ts';
import { ListsNote } from '../live/lists-note.tsx';
import type { StartedRun } from '../live/start-run.ts';
import { PilotResult } from './pilot-result.tsx';

export interface PilotProps {
  readonly run: StartedRun;
  readonly isBusy: boolean;
  /** The pilot's run, once it has ended. */
  readonly runId: string | null;
}

export function Pilot({ run, isBusy, runId }: PilotProps): ReactNode {
  const say = useSay();
  const { integration, mayEdit } = useForm();
  const { id, role } = integration;
  return (
    <Paper withBorder p="md">
      <Stack>
        <div>
          <Title order={2}>{say(testWords.pilot)}</Title>
          <Text c="dimmed">{say(testWords.pilotText)}</Text>
          <Text c="dimmed">{say(isOn(integration.state) ? testWords.isOn : testWords.pilotOptional)}</Text>
        </div>
        {role === 'viewer' ? null : (
          <>
            {mayEdit ? <ListsNote needs={['personio']} /> : null}
            <Choose
              isBusy={isBusy}
              onStart={(employeeIds) =>
                run.start({ mode: 'live', full: true, employeeIds: [...employeeIds] })
              }
            />
          </>
        )}
        {run.isStarting ? <Waiting>{say(testWords.starting)}</Waiting> : null}
        {run.error === null ? null : <Trouble of={run.error} listFields />}
        {run.isAsked ? <RunProgress integrationId={id} asked onEnded={run.ended} /> : null}
        {runId === null || run.isAsked ? null : <PilotResult key={runId} runId={runId} />}
      </Stack>
    </Paper>
  );
}

const MOST = 200;

interface ChooseProps {
  readonly isBusy: boolean;
  readonly onStart: (ids: readonly string[]) => void;
}

function Choose({ isBusy, onStart }: ChooseProps): ReactNode {
  const say = useSay();
  const { count } = useFormat();
  const { integration } = useForm();
  const { data } = useChoices();
  const [ids, setIds] = useKept<readonly string[]>(`${integration.id} pilot`, []);
  const [left, setLeft] = useState(false);
  const isFine = ids.length > 0 && ids.length <= MOST;
  return (
    <Stack gap="sm">
      <PeoplePicker
        label={say(testWords.people)}
        description={say(testWords.peopleHint)}
        people={data?.personio?.employees ?? null}
        ids={ids}
        onChange={(next) => {
          setIds(next);
          setLeft(true);
        }}
        error={
          ids.length > MOST
            ? say(testWords.peopleTooMany)
            : left && ids.length === 0
              ? say(testWords.peopleNeeded)
              : undefined
        }
      />
      <Group>
        <ConfirmButton
          color="blue"
          disabled={isBusy || !isFine}
          question={count(ids.length, testWords.pilotSureOne, testWords.pilotSureMany)}
          consequence={say(testWords.pilotConsequence)}
          confirm={say(testWords.pilotConfirm)}
          onConfirm={() => onStart(ids)}
        >
          {say(testWords.pilotStart)}
        </ConfirmButton>
        {isFine ? null : <Text size="sm">{say(testWords.peopleNeeded)}</Text>}
      </Group>
    </Stack>
  );
}
