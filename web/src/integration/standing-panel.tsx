// One sentence: how it stands. One link: what to do next.

import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { ButtonLink } from '../ui/link.tsx';
import { partWords } from '../words/common.ts';
import { overviewWords, standingWords, stepTitleWords } from '../words/integration.ts';
import { type Say, useSay } from '../words/say.ts';
import { nextOf, nextStepOf, partsOn, stepNumber } from './standing.ts';

export function StandingPanel({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const pausedHere = partsOn(view).filter((part) => view.paused.includes(part));
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{say(overviewWords.standing)}</Title>
        <Text fz="lg">{standingSentence(view, say)}</Text>
        {view.state === 'setting-up' ? <Steps view={view} /> : null}
        {pausedHere.length > 0 && view.state !== 'paused' ? (
          <Text>
            {say(overviewWords.pausedParts, {
              parts: pausedHere.map((part) => say(partWords[part])).join(', '),
            })}
          </Text>
        ) : null}
        <NextLink view={view} />
      </Stack>
    </Paper>
  );
}

function standingSentence(view: IntegrationView, say: Say): string {
  const step = nextStepOf(view.steps);
  if (view.state === 'setting-up' && step === null) return say(overviewWords.allDone);
  if (view.state === 'off' && view.readOnly) return say(overviewWords.offFile);
  return say(standingWords[view.state], { step: step === null ? '' : say(stepTitleWords[step]) });
}

function Steps({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const done = view.steps.filter(({ state }) => state === 'done').length;
  const text = say(overviewWords.stepsDone, { done, all: view.steps.length });
  return (
    <Group gap="sm" w="100%">
      <Progress value={(100 * done) / view.steps.length} w={160} aria-label={text} />
      <Text size="sm">{text}</Text>
    </Group>
  );
}

function NextLink({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  const next = nextOf(view);
  const params = { id: view.id };
  switch (next?.to) {
    case undefined:
      return null;
    case 'step':
      return (
        <ButtonLink {...wraps} to="/integrations/$id/set-up/$step" params={{ ...params, step: next.step }}>
          {say(overviewWords.toStep, {
            n: stepNumber(view.steps, next.step),
            step: say(stepTitleWords[next.step]),
          })}
        </ButtonLink>
      );
    case 'issues':
      return (
        <ButtonLink {...wraps} to="/integrations/$id/issues" params={params}>
          {say(overviewWords.toIssues)}
        </ButtonLink>
      );
    case 'run':
      return (
        <ButtonLink {...wraps} to="/integrations/$id/runs/$runId" params={{ ...params, runId: next.runId }}>
          {say(overviewWords.toRun)}
        </ButtonLink>
      );
    default:
      return next satisfies never;
  }
}

/** Long names of steps stay readable on a narrow screen. */
const wraps = {
  h: 'auto',
  mih: 36,
  py: 6,
  styles: { label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.3 } },
} as const;
