// A part of a page with a heading of its own.

import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

export function Section({ title, about, children }: SectionProps): ReactNode {
  return (
    <Paper component="section" withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        {about === undefined ? null : <Text c="dimmed">{about}</Text>}
        {children}
      </Stack>
    </Paper>
  );
}
