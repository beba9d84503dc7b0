// Copies a text and says that it did.

import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';
import { Icon } from './icons.tsx';

export interface CopyButtonProps {
  readonly value: string;
  /** What is copied, for screen readers and as the button's text. */
  readonly label?: string;
}

const SHOWN_MS = 2500;

export function CopyButton({ value, label }: CopyButtonProps): ReactNode {
  const say = useSay();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
      setTimeout(() => setState('idle'), SHOWN_MS);
    } catch {
      setState('failed');
    }
  };
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name={state === 'copied' ? 'check' : 'copy'} />}
        onClick={() => void copy()}
      >
        {state === 'copied' ? say(common.copied) : (label ?? say(common.copy))}
      </Button>
      <Text size="sm" role="status">
        {state === 'failed' ? say(common.copyFailed) : ''}
      </Text>
    </Group>
  );
}
