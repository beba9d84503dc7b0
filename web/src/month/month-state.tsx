// How far the comparison of a month is: never asked for, on its way, broken off, or there.

import { Box, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsk } from '../api/use.ts';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { overviewWords } from '../words/integration.ts';
import { monthWords } from '../words/month.ts';
import { useFormat, useLanguage, useSay } from '../words/say.ts';
import type { MonthCheck } from './differences.ts';
import { MonthResult } from './month-result.tsx';
import { monthName } from './months.ts';

export interface MonthStateProps {
  /** The integration. */
  readonly id: string;
  readonly check: MonthCheck;
  /** The button that compares; null: whoever looks may not. */
  readonly compare: ReactNode;
}

export function MonthState({ id, check, compare }: MonthStateProps): ReactNode {
  const say = useSay();
  const month = monthName(check.month, useLanguage().language);
  switch (check.state) {
    case 'none':
      return (
        <Empty title={say(monthWords.noneTitle, { month })} action={compare}>
          {say(compare === null ? monthWords.noneViewer : monthWords.noneText)}
        </Empty>
      );
    case 'running':
      return <Running id={id} check={check} month={month} />;
    case 'failed':
      return <Failed id={id} check={check} month={month} compare={compare} />;
    case 'done':
      return <MonthResult id={id} check={check} month={month} compare={compare} />;
    default:
      return check.state satisfies never;
  }
}

interface NamedProps {
  readonly id: string;
  readonly check: MonthCheck;
  /** Its name. */
  readonly month: string;
}

const EVERY_MS = 2000;

function Running({ id, check, month }: NamedProps): ReactNode {
  const say = useSay();
  const { relative } = useFormat();
  // The page above shows the same answer: as soon as it says “done”, this goes away.
  const asked = useAsk('readMonthCheck', { params: { id, month: check.month } }, { everyMs: EVERY_MS });
  const { startedAt, askedBy } = check;
  const ago = startedAt === null ? null : relative(startedAt);
  return (
    <Box>
      <Waiting>{say(monthWords.running, { month })}</Waiting>
      <Text size="sm" c="dimmed">
        <bdi>
          {ago === null
            ? ''
            : askedBy === null
              ? say(monthWords.runningSince, { ago })
              : say(monthWords.runningBy, { ago, who: askedBy })}
        </bdi>{' '}
        {say(monthWords.leave)}
      </Text>
      {asked.isError ? <Trouble of={asked.error} onRetry={asked.refetch} /> : null}
    </Box>
  );
}

function Failed({ id, check, month, compare }: NamedProps & { readonly compare: ReactNode }): ReactNode {
  const say = useSay();
  return (
    <Trouble
      title={say(monthWords.failedTitle, { month })}
      of={{ message: check.trouble ?? monthWords.failedUnknown, hint: monthWords.failedNext }}
    >
      <Group gap="xs">
        {compare}
        <ButtonLink variant="default" to="/integrations/$id" params={{ id }}>
          {say(overviewWords.title)}
        </ButtonLink>
      </Group>
    </Trouble>
  );
}
