// From one line to its guide, and to everything that is known of the day it is about.

import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Line } from '../api/types.ts';
import { useIntegration } from '../integration/context.ts';
import { nameOf } from '../runs/actions.ts';
import { TextLink } from '../ui/link.tsx';
import { titleOf } from '../words/codes.ts';
import { issueWords as words } from '../words/issues.ts';
import { useFormat, useSay } from '../words/say.ts';

export function LineLinks({ line }: { readonly line: Line }): ReactNode {
  return (
    <Group gap="md">
      <GuideLink code={line.code} />
      <ExplainLink line={line} />
    </Group>
  );
}

export function GuideLink({ code }: { readonly code: string }): ReactNode {
  const say = useSay();
  return (
    <TextLink
      size="sm"
      to="/help/$code"
      params={{ code }}
      aria-label={`${say(words.guide)}: ${say(titleOf(code))}`}
    >
      {say(words.guide)}
    </TextLink>
  );
}

/** Nothing where no single person's day is meant. */
function ExplainLink({ line }: { readonly line: Line }): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const { id } = useIntegration();
  const employee = line.employee?.personioId ?? null;
  return employee === null || line.date === null ? null : (
    <TextLink
      size="sm"
      to="/integrations/$id/explain"
      params={{ id }}
      search={{ employee, date: line.date }}
      aria-label={`${say(words.explain)}: ${nameOf(line.employee) ?? employee}, ${date(line.date)}`}
    >
      {say(words.explain)}
    </TextLink>
  );
}
