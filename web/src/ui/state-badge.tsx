// How an integration, or a run, stands: word, drawing and colour.

import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IntegrationState, RunSummary } from '../api/types.ts';
import { runStatusWords, stateWords } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';

type Look = readonly [color: string, icon: IconName];

const looks = {
  'setting-up': ['blue', 'gear'],
  off: ['gray', 'off'],
  waiting: ['gray', 'clock'],
  running: ['blue', 'play'],
  'in-step': ['green', 'check'],
  issues: ['yellow', 'warn'],
  reconnect: ['red', 'plug'],
  incomplete: ['red', 'gear'],
  unreachable: ['orange', 'plug'],
  'needs-decision': ['red', 'question'],
  paused: ['gray', 'pause'],
} as const satisfies Record<IntegrationState, Look>;

const runLooks = {
  running: ['blue', 'play'],
  done: ['green', 'check'],
  'done-with-issues': ['yellow', 'warn'],
  refused: ['red', 'question'],
  failed: ['red', 'cross'],
  interrupted: ['orange', 'pause'],
} as const satisfies Record<RunSummary['status'], Look>;

export function StateBadge({ state }: { readonly state: IntegrationState }): ReactNode {
  const say = useSay();
  return <WordBadge look={looks[state]}>{say(stateWords[state])}</WordBadge>;
}

export function RunBadge({ status }: { readonly status: RunSummary['status'] }): ReactNode {
  const say = useSay();
  return <WordBadge look={runLooks[status]}>{say(runStatusWords[status])}</WordBadge>;
}

/** A word with a drawing, e.g. of a step or a person. */
export function WordBadge({
  look,
  children,
}: {
  readonly look: Look;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Badge
      className="word-badge"
      color={look[0]}
      variant="light"
      leftSection={<Icon name={look[1]} size={13} />}
    >
      {children}
    </Badge>
  );
}
