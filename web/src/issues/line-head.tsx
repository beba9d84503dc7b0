// Whom a line is about, when, of which part and type, how many records, and since when it is open.

import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Line } from '../api/types.ts';
import { nameOf } from '../runs/actions.ts';
import { WordBadge } from '../ui/state-badge.tsx';
import { partWords } from '../words/common.ts';
import { issueWords } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';

export interface LineHeadProps {
  readonly line: Line;
  /** When it was told for the first time; null: not known. */
  readonly since?: string | null;
  readonly children?: ReactNode;
}

export function LineHead({ line, since = null, children }: LineHeadProps): ReactNode {
  const say = useSay();
  const { date, dateTime, count } = useFormat();
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
    since === null ? null : say(issueWords.since, { when: dateTime(since) }),
  ];
  return (
    <Group gap="sm">
      <Text fw={600}>{nameOf(line.employee) ?? say(issueWords.anyone)}</Text>
      <Text size="sm" c="dimmed">
        {facts.filter((fact) => fact !== null).join(' · ')}
      </Text>
      {line.new ? <WordBadge look={['blue', 'info']}>{say(issueWords.isNew)}</WordBadge> : null}
      {children}
    </Group>
  );
}
