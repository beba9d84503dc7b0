// Nothing there yet: says so, and what to do next.

import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function Empty({ title, children, action }: EmptyProps): ReactNode {
  return (
    <Paper withBorder p="lg">
      <Stack gap="xs" align="flex-start">
        <Text fw={600}>{title}</Text>
        {children === undefined ? null : <Text component="div">{children}</Text>}
        {action}
      </Stack>
    </Paper>
  );
}
