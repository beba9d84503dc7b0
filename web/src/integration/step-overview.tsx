// The eight steps while an integration is being set up: which are done, and what the others lack.

import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationView } from '../api/types.ts';
import { TextLink } from '../ui/link.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { overviewWords, stepStateWords, stepTitleWords } from '../words/integration.ts';
import { useSay } from '../words/say.ts';

type Step = IntegrationView['steps'][number];

const looks = {
  done: ['green', 'check'],
  open: ['blue', 'info'],
  later: ['gray', 'clock'],
} as const satisfies Record<Step['state'], unknown>;

export function StepOverview({ view }: { readonly view: IntegrationView }): ReactNode {
  const say = useSay();
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{say(overviewWords.steps)}</Title>
        <Stack component="ol" className="plain-list" gap="sm">
          {view.steps.map(({ step, state, missing }, index) => (
            <li key={step}>
              <Group gap="sm">
                <TextLink to="/integrations/$id/set-up/$step" params={{ id: view.id, step }} fw={500}>
                  {say(overviewWords.stepLink, { n: index + 1, step: say(stepTitleWords[step]) })}
                </TextLink>
                <WordBadge look={looks[state]}>{say(stepStateWords[state])}</WordBadge>
              </Group>
              {state === 'open' && missing[0] !== undefined ? (
                <Text size="sm" c="dimmed">
                  {say(missing[0])}
                  {missing.length > 1 ? ` ${say(overviewWords.andMore, { n: missing.length - 1 })}` : ''}
                </Text>
              ) : null}
            </li>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}
