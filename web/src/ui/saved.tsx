// Tells, also to screen readers, that something was done. Always in the document, so that a change is read out.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { common } from '../words/common.ts';
import { useSay } from '../words/say.ts';

export function Saved({
  when,
  children,
}: {
  readonly when: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  const say = useSay();
  return (
    <Text size="sm" role="status">
      {when ? (children ?? say(common.saved)) : ''}
    </Text>
  );
}
