// One line that a person should read: who, when, what happened, both records where they disagree, what to do next.

import { List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Line } from '../api/types.ts';
import { recordText } from '../runs/record-text.ts';
import { issueWords } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';
import { ConflictCard } from './conflict-card.tsx';
import { LineHead } from './line-head.tsx';
import { LineLinks } from './line-links.tsx';

export interface LineBodyProps {
  readonly line: Line;
  /** When it was told for the first time, where that is known. */
  readonly since?: string | null;
  readonly children?: ReactNode;
}

export function LineBody({ line, since = null, children }: LineBodyProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  return (
    <Stack gap={8}>
      <LineHead line={line} since={since} />
      <Text>{say(line.message)}</Text>
      {line.details.length === 0 ? null : (
        <List size="sm" aria-label={say(issueWords.details)}>
          {line.details.map((detail) => (
            <List.Item key={detail}>{recordText(detail, { say, date })}</List.Item>
          ))}
        </List>
      )}
      <ConflictCard line={line} />
      <Text size="sm">
        <Text span size="sm" fw={600}>
          {say(issueWords.next)}:
        </Text>{' '}
        {say(line.action)}
      </Text>
      {children}
      <LineLinks line={line} />
    </Stack>
  );
}
