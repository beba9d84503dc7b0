// Sentences about a day, each with its absence type beside it and its trace ids to copy.

import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../ui/copy-button.tsx';
import { WordBadge } from '../ui/state-badge.tsx';
import { explainWords } from '../words/explain.ts';
import { useSay } from '../words/say.ts';
import type { Statement } from './chain.ts';
import { shortId, traceIdsIn } from './chain.ts';

/** Nothing at all where there is nothing to say. */
export function Statements({ said }: { readonly said: readonly Statement[] }): ReactNode {
  return said.length === 0 ? null : (
    <Stack component="ul" className="plain-list" gap="xs">
      {said.map((statement, index) => (
        <li key={`${index} ${statement.text.en}`}>
          <Said statement={statement} />
        </li>
      ))}
    </Stack>
  );
}

function Said({ statement: { text, type } }: { readonly statement: Statement }): ReactNode {
  const say = useSay();
  const traceIds = traceIdsIn(text.en);
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" className="explain-text">
        <bdi>{say(text)}</bdi>
      </Text>
      {type === null ? null : (
        <WordBadge look={['gray', 'info']}>{say(explainWords.type, { type })}</WordBadge>
      )}
      {traceIds.length === 0 ? null : (
        <Group gap="xs">
          {traceIds.map((id) => (
            <CopyButton key={id} value={id} label={say(explainWords.copyTrace, { id: shortId(id) })} />
          ))}
        </Group>
      )}
    </Stack>
  );
}
