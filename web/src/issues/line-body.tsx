// One line that a person should read: who, when, what happened, what to do next.

import { Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Line } from '../api/types.ts';
import { nameOf } from '../runs/actions.ts';
import { recordText } from '../runs/record-text.ts';
import { WordBadge } from '../ui/state-badge.tsx';
import { partWords } from '../words/common.ts';
import { issueWords } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';

export interface LineBodyProps {
  readonly line: Line;
  readonly children?: ReactNode;
}

export function LineBody({ line, children }: LineBodyProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  return (
    <Stack gap={6}>
      <Head line={line} />
      <Text>{say(line.message)}</Text>
      {line.details.length === 0 ? null : (
        <List size="sm" aria-label={say(issueWords.details)}>
          {line.details.map((detail) => (
            <List.Item key={detail}>{recordText(detail, { say, date })}</List.Item>
          ))}
        </List>
      )}
      <Text size="sm">
        <Text span size="sm" fw={600}>
          {say(issueWords.next)}:
        </Text>{' '}
        {say(line.action)}
      </Text>
      {children}
    </Stack>
  );
}

function Head({ line }: { readonly line: Line }): ReactNode {
  const say = useSay();
  const { date, count } = useFormat();
  const when =
    line.date === null
      ? null
      : line.until === null || line.until === line.date
        ? date(line.date)
        : say(issueWords.range, { from: date(line.date), until: date(line.until) });
  const facts = [
    when,
    say(partWords[line.part]),
    line.type === null ? null : say(issueWords.type, { type: line.type }),
    line.covers > 1 ? count(line.covers, issueWords.recordsOne, issueWords.recordsMany) : null,
  ];
  return (
    <Group gap="sm">
      <Text fw={600}>{nameOf(line.employee) ?? say(issueWords.anyone)}</Text>
      <Text size="sm" c="dimmed">
        {facts.filter((fact) => fact !== null).join(' · ')}
      </Text>
      {line.new ? <WordBadge look={['blue', 'info']}>{say(issueWords.isNew)}</WordBadge> : null}
    </Group>
  );
}
