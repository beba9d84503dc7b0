// How a run goes: a bar, and what it is doing in words. Also right where one opens the page in the middle of a run.
// Shows nothing while nothing runs, and then what became of the run it has watched.

import { Alert, Box, Group, Paper, Progress as Bar, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { TextLink } from '../ui/link.tsx';
import { partWords } from '../words/common.ts';
import { phaseWords, progressWords } from '../words/runs.ts';
import type { Say } from '../words/say.ts';
import { useFormat, useSay } from '../words/say.ts';
import type { RunEnded } from './ended.ts';
import { useLiveRun } from './live-run.tsx';
import type { Pace } from './pace.ts';
import { remainingMs, shareOf } from './pace.ts';
import { StatusLine } from './status-line.tsx';

export interface RunProgressProps {
  readonly integrationId: string;
  /** A run has been asked for: says that it waits for its turn even before the first news of it. */
  readonly asked?: boolean;
  readonly onEnded?: (ended: RunEnded) => unknown;
}

export function RunProgress({ integrationId, asked = false, onEnded }: RunProgressProps): ReactNode {
  const say = useSay();
  const { pace, ended } = useLiveRun();
  const mine = useEnded(ended, onEnded);
  const shown = pace ?? (asked ? waiting : null);
  return (
    <Box style={shown === null && mine === null ? noSpace : {}}>
      {shown === null ? null : <Going pace={shown} />}
      <StatusLine>
        {shown !== null ? (
          <VisuallyHidden>{spoken(shown, say)}</VisuallyHidden>
        ) : mine === null ? null : (
          <End integrationId={integrationId} ended={mine} />
        )}
      </StatusLine>
    </Box>
  );
}

const noSpace = { position: 'absolute' } as const;

const waiting: Pace = {
  progress: { phase: 'waiting', part: null, done: 0, total: null },
  sinceMs: 0,
  doneThen: 0,
  atMs: 0,
};

/** The end that came while one looked, told once; what ended before is somebody else's. */
function useEnded(
  ended: RunEnded | null,
  onEnded: ((ended: RunEnded) => unknown) | undefined,
): RunEnded | null {
  const first = useRef(ended);
  const told = useRef(ended);
  const tell = useRef(onEnded);
  useEffect(() => {
    tell.current = onEnded;
  });
  useEffect(() => {
    if (ended !== null && ended !== told.current) {
      told.current = ended;
      tell.current?.(ended);
    }
  }, [ended]);
  return ended === first.current ? null : ended;
}

function Going({ pace }: { readonly pace: Pace }): ReactNode {
  const say = useSay();
  const { duration } = useFormat();
  const { progress } = pace;
  const share = shareOf(progress);
  const rest = remainingMs(pace);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Text fw={600}>{doing(pace, say)}</Text>
        <Bar.Root
          size="lg"
          role="progressbar"
          aria-label={say(progressWords.label)}
          aria-valuetext={spoken(pace, say)}
          {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
        >
          <Bar.Section
            withAria={false}
            value={share === null ? 100 : share * 100}
            striped={share === null}
            animated={share === null}
          />
        </Bar.Root>
        <Group justify="space-between" gap="xs">
          <Text size="sm">
            {[
              share !== null && progress.total !== null
                ? say(progressWords.ofTotal, { done: progress.done, total: progress.total })
                : progress.done > 0
                  ? say(progressWords.justDone, { done: progress.done })
                  : null,
              rest === null ? null : say(progressWords.remaining, { time: duration(rest) }),
            ]
              .filter((text) => text !== null)
              .join(' · ')}
          </Text>
          <Text size="sm" c="dimmed">
            {say(progressWords.leave)}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}

function doing({ progress: { phase, part } }: Pace, say: Say): string {
  const what = say(phaseWords[phase]);
  return part === null ? what : say(progressWords.ofPart, { phase: what, part: say(partWords[part]) });
}

/** Read out at every quarter only: a number that changes ten times a second is noise. */
function spoken(pace: Pace, say: Say): string {
  const share = shareOf(pace.progress);
  const quarter = share === null ? 0 : Math.floor(share * 4) * 25;
  return quarter === 0 ? doing(pace, say) : `${doing(pace, say)}, ${quarter} %`;
}

const endWords = {
  done: progressWords.endedDone,
  'done-with-issues': progressWords.endedIssues,
  refused: progressWords.endedRefused,
  failed: progressWords.endedFailed,
  busy: progressWords.endedBusy,
  fault: progressWords.endedFault,
} as const satisfies Record<RunEnded['status'], unknown>;

const endColors = {
  done: 'green',
  'done-with-issues': 'yellow',
  refused: 'red',
  failed: 'red',
  busy: 'yellow',
  fault: 'red',
} as const satisfies Record<RunEnded['status'], string>;

interface EndProps {
  readonly integrationId: string;
  readonly ended: RunEnded;
}

function End({ integrationId, ended: { status, runId } }: EndProps): ReactNode {
  const say = useSay();
  return (
    <Alert role="presentation" color={endColors[status]}>
      <Group gap="sm">
        <Text size="sm">{say(endWords[status])}</Text>
        {runId === null ? null : (
          <TextLink size="sm" to="/integrations/$id/runs/$runId" params={{ id: integrationId, runId }}>
            {say(progressWords.openRun)}
          </TextLink>
        )}
      </Group>
    </Alert>
  );
}
