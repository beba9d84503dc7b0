// What a check of an account found, one line each: word, drawing, sentence, and what to do.

import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CheckLine } from '../api/types.ts';
import { checkClassWords } from '../words/deposit.ts';
import { useSay } from '../words/say.ts';
import type { IconName } from './icons.tsx';
import { WordBadge } from './state-badge.tsx';

const looks = {
  ok: ['green', 'check'],
  hint: ['blue', 'info'],
  optional: ['gray', 'info'],
  name: ['yellow', 'warn'],
  access: ['red', 'plug'],
} as const satisfies Record<CheckLine['class'], readonly [string, IconName]>;

export function CheckLines({ lines }: { readonly lines: readonly CheckLine[] }): ReactNode {
  const say = useSay();
  return (
    <Stack component="ul" className="plain-list" gap="xs">
      {lines.map((line) => (
        <Group
          component="li"
          key={`${line.side} ${line.about} ${line.message.en}`}
          gap="sm"
          align="flex-start"
        >
          <WordBadge look={looks[line.class]}>{say(checkClassWords[line.class])}</WordBadge>
          <Stack gap={0} flex="1 1 240px">
            <Text size="sm">{say(line.message)}</Text>
            {line.action === null ? null : (
              <Text size="sm" c="dimmed">
                {say(line.action)}
              </Text>
            )}
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}
